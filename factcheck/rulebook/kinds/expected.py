"""`kind: expected`: each claim is compared with a reference value or date, which needs a citation.

    kind: expected
    why: The year of accession is on record.
    about: {kinds: [date], near: [join]}
    date: 2009
    citation: Register of members, entry of 1 April 2009
    valid: {from: 2009-04-01}
"""
from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from factcheck.rulebook.models import RuleFile, Strict
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

    kind: Literal["expected"] = Field(description="what the rule does")
    value: Amount | None = Field(default=None, description='the reference value, in digits: "28,748"')
    unit: Text | None = Field(default=None, description='the unit of the value, by its singular name: "hectare"')
    date: Date | None = Field(default=None, description="the reference date: a year, month or day")
    citation: Text = Field(description="where the reference stands, so that a reader can look it up")
    valid: Validity | None = Field(default=None, description="the time for which the reference is true")

    @model_validator(mode="after")
    def _one_reference(self) -> Expected:
        if (self.value is None) == (self.date is None):
            raise ValueError("expected either `value` or `date`" + ("" if self.value is None else ", not both"))
        if self.unit and self.date:
            raise ValueError("expected no `unit` beside a `date`")
        return self

    def options(self) -> dict[str, Any]:
        """The reference as plain JSON values; a date and the validity as first and last day."""
        valid, date = self.valid or Validity(), span(self.date) if self.date else None
        return {"value": self.value, "unit": self.unit, "citation": " ".join(self.citation.split()),
                "date": self.date, "start": date[0].isoformat() if date else None, "end": date[1].isoformat() if date else None,
                "from": span(valid.start)[0].isoformat() if valid.start else None,
                "until": span(valid.until)[1].isoformat() if valid.until else None}
