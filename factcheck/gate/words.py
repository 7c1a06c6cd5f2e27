"""What people said of findings: the file of suppressions and decisions in, their nouns out; and a new block for that file.

    - fingerprint: f1:9c1e62d0b4a7
      reason: Both counts are printed side by side on purpose.
      until: 2026-12-31                       # the day after, it counts no more
      rule: casualties/injured                # this and the sides by `factcheck suppress … PATH...`: by them the finding is known
      sides:                                  # when one more article changes its fingerprint
        - document: flood/a.md
          quote: A fire in Tolvane injured 15 people.

A block with `stands` is a decision. The file grows at its end, so that whatever its readers wrote into it stays as it is.
"""
from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from factcheck.frozen import frozen
from factcheck.gate.blocks import LARGEST, Fingerprint, Placed, Strict, Value, Words, block, entries, load
from factcheck.gate.mark import Mark, Side
from factcheck.gate.seen import name
from factcheck.rulebook.errors import FileError, Problem
from factcheck.rulebook.textfile import text
from factcheck.standing import Decision, Suppression

WHAT = "a file of suppressions"
HEAD = """\
# Findings that are accepted, each with its reason (`factcheck suppress`), and decisions: which side stands, by whose word.
"""
A_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day(value: Any) -> datetime.date:
    """"2026-12-31" → the day; raises ValueError."""
    try:
        if A_DAY.fullmatch(str(value)):
            return datetime.date.fromisoformat(str(value))
    except ValueError:
        pass
    raise ValueError(f"{value!r} is no day; expected one such as 2026-12-31")


class Said(Strict):
    """One block of the file."""

    fingerprint: Fingerprint
    reason: Words = Field(description="why, in a few words")
    until: Annotated[datetime.date, BeforeValidator(day)] | None = None
    by: Words | None = None
    stands: Words | None = None
    rule: Words | None = None
    sides: list[Side] = []

    @model_validator(mode="after")
    def _whose_word(self) -> Said:
        if self.stands and not self.by:
            raise ValueError("a decision without `by`; expected whose word it is")
        if self.stands and self.until:
            raise ValueError("a decision with `until`; expected none, a decision stands until it is taken back")
        return self


@frozen
class Spoken:
    """All that was said: suppressions and decisions, and the finding that each is about, by its line."""

    suppressions: tuple[Suppression, ...] = ()
    decisions: tuple[Decision, ...] = ()
    marks: Mapping[int, Mark] = field(default_factory=dict)

    def mark(self, one: Suppression | Decision) -> Mark:
        return self.marks[one.line or 0]


def read(path: str) -> Spoken:
    """A file of suppressions → what it says; raises FileError."""
    return _spoken(load(path, Said, WHAT), path)


def _spoken(found: list[Placed[Said]], path: str) -> Spoken:
    _once(found, path)
    return Spoken(
        tuple(Suppression(said.fingerprint, said.reason, said.until, said.by, path, placed.line)
              for placed in found if not (said := placed.entry).stands),
        tuple(Decision(said.fingerprint, said.stands, said.by or "", said.reason, _says(said), path, placed.line)
              for placed in found if (said := placed.entry).stands),
        {placed.line: Mark(said.fingerprint, said.rule, tuple(said.sides)) for placed in found if (said := placed.entry)})


def _says(said: Said) -> str | None:
    """The sentence of the side that stands, by which it is known when its document has another name."""
    return next((side.quote for side in said.sides if name(side.document) == name(said.stands or "")), None)


def _once(found: list[Placed[Said]], path: str) -> None:
    """Raises FileError when a finding has two blocks of one kind."""
    first: dict[tuple[str, bool], int] = {}
    wrong = []
    for placed in found:
        key = (placed.entry.fingerprint, placed.entry.stands is not None)
        if key in first:
            again = f"{key[0]} for the second time; the first is on line {first[key]}"
            wrong.append(Problem(path, placed.line, None, "fingerprint", again))
        first.setdefault(key, placed.line)
    if wrong:
        raise FileError(wrong)


def added(path: str, said: Said, comment: str = "") -> str:
    """A file (there or not yet), one more block, and what it is about in a line → the file's new text; raises FileError.

    What was written before stays as it is, to the letter; a file in another shape than one block below the other is refused.
    """
    before = text(Path(path), path, WHAT, LARGEST) if Path(path).exists() else HEAD
    known = entries(before, path, Said, WHAT)
    _once([*known, Placed(said, before.count("\n") + 1)], path)
    ending = "\r\n" if "\r\n" in before else "\n"
    told = f"# {comment}\n" if comment else ""
    new = before + ("" if before.endswith("\n") or not before else ending) + f"\n{told}{block(_values(said))}".replace("\n", ending)
    try:
        if [placed.entry for placed in entries(new, path, Said, WHAT)] == [*(placed.entry for placed in known), said]:
            return new
    except FileError:
        pass
    raise FileError([Problem(path, None, None, "", "no block can be added at its end; expected blocks that begin with `- ` at the margin")])


def _values(said: Said) -> dict[str, Value]:
    return {"fingerprint": said.fingerprint, "reason": said.reason, "until": said.until.isoformat() if said.until else "",
            "by": said.by or "", "stands": said.stands or "", "rule": said.rule or "", "sides": [side.model_dump() for side in said.sides]}
