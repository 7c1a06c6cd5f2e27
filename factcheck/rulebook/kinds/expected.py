"""`kind: expected`: each claim is compared with a reference value or date, which needs a citation.

    kind: expected
    why: The year of accession is on record.
    about: {kinds: [date], near: [join]}
    date: 2009
    citation: Register of members, entry of 1 April 2009
    valid: {from: 2009-04-01}

Many references of one sort stand in a CSV file beside the rule file (`rulebook/reference.py`): `values: bridges.csv`.
"""
from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, Field, PrivateAttr, model_validator

from factcheck.rulebook.errors import Problem, RuleError
from factcheck.rulebook.models import RuleFile, Strict
from factcheck.rulebook.reference import Row, rows
from factcheck.rulebook.values import Amount, Date, Text, span


class Validity(Strict):
    """The time for which the reference is true; an end that is not given is open."""

    start: Date | None = Field(default=None, alias="from", description="first day, month or year")
    until: Date | None = Field(default=None, description="last day, month or year")

    @model_validator(mode="after")
    def _in_order(self) -> Validity:
        if self.start and self.until and span(self.start)[0] > span(self.until)[1]:
            raise ValueError(f"expected `from` before `until`, not {self.start} to {self.until}")
        return self


class Expected(RuleFile):
    """Each claim that the rule selects is compared with a reference."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["citation"]}, {"required": ["values"]}]})

    kind: Literal["expected"] = Field(description="what the rule does")
    value: Amount | None = Field(default=None, description='the reference value, in digits: "28,748"')
    unit: Text | None = Field(default=None, description='the unit of the value, by its singular name: "hectare"')
    date: Date | None = Field(default=None, description="the reference date: a year, month or day")
    values: Text | None = Field(default=None, description="a CSV file beside this one with many references, instead of `value` or `date`")
    citation: Text | None = Field(default=None, description="where the reference stands, so that a reader can look it up")
    valid: Validity | None = Field(default=None, description="the time for which the reference is true")
    _rows: list[Row] = PrivateAttr(default_factory=list)

    @model_validator(mode="after")
    def _one_reference(self) -> Expected:
        given = [key for key in ("value", "date", "values") if getattr(self, key) is not None]
        if len(given) != 1:
            raise ValueError("expected either `value` or `date`, or a file of `values`" + (f", not {' and '.join(given)}" if given else ""))
        if self.citation is None and self.values is None:
            raise ValueError("the key `citation` is missing; expected where the reference stands, so that a reader can look it up")
        if self.values and self.valid:
            raise ValueError("expected no `valid` beside a file of `values`, which has the columns from and until")
        if self.unit and self.date:
            raise ValueError("expected no `unit` beside a `date`")
        return self

    def with_files(self, folder: Path, name: str) -> Expected:
        """The same with the rows of its file of values; raises RuleError."""
        if self.values is None:
            return self
        shown = (Path(name).parent / self.values).as_posix()
        inside = folder / self.values
        if Path(self.values).is_absolute() or ".." in Path(self.values).parts:
            raise RuleError([Problem(name, None, None, "values", f"expected a file beside the rule or below, not {self.values!r}")])
        made = self.model_copy()
        made._rows = rows(inside, shown, self.citation, self.unit)
        return made

    def options(self) -> dict[str, Any]:
        """The reference as plain JSON values; a date and the validity as first and last day."""
        if self.values is not None:
            return {"rows": self._rows}
        valid, date = self.valid or Validity(), span(self.date) if self.date else None
        return {"value": self.value, "unit": self.unit, "citation": " ".join((self.citation or "").split()),
                "date": self.date, "start": date[0].isoformat() if date else None, "end": date[1].isoformat() if date else None,
                "from": span(valid.start)[0].isoformat() if valid.start else None,
                "until": span(valid.until)[1].isoformat() if valid.until else None}
