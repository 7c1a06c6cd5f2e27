"""A baseline in, what each finding was before out: new or unchanged, and what of the baseline is fixed or superseded.

Two findings of one fingerprint need two entries; mark.py says which entry is which finding.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from factcheck.frozen import frozen
from factcheck.gate.blocks import Fingerprint, Strict, Value, Words, block, load
from factcheck.gate.mark import Mark, Side, base, index, paired, sides_of
from factcheck.gate.seen import Seen
from factcheck.model import Verdict
from factcheck.standing import Fixed

HEAD = """\
# Findings that stood when this file was written: `factcheck check --baseline` passes over them, and fails on others.
# Each is known by what its facts say, not by its line; `--write-baseline` takes out those that are fixed.
"""


class Entry(Strict):
    """One finding of a baseline."""

    fingerprint: Fingerprint
    rule: Words
    message: str = ""
    sides: list[Side] = []

    def mark(self) -> Mark:
        return Mark(self.fingerprint, self.rule, tuple(self.sides))


@frozen
class Compared:
    """What a baseline makes of a run: the state of each finding by its place in the list, what is gone, and the entries to keep."""

    states: Mapping[int, Literal["new", "unchanged"]]
    fixed: tuple[Fixed, ...]
    kept: tuple[Entry, ...]


def read(path: str) -> tuple[Entry, ...]:
    """A baseline file → its entries; raises FileError."""
    return tuple(placed.entry for placed in load(path, Entry, "a baseline"))


def written(entries: Iterable[Entry]) -> str:
    """Entries → the text of a baseline file, always in the same order."""
    ordered = sorted(entries, key=lambda entry: (entry.fingerprint, [(side.document, side.quote) for side in entry.sides]))
    return HEAD + "".join("\n" + block(_values(entry)) for entry in ordered)


def _values(entry: Entry) -> dict[str, Value]:
    return {"fingerprint": entry.fingerprint, "rule": entry.rule, "message": entry.message,
            "sides": [side.model_dump() for side in entry.sides]}


def entry_of(verdict: Verdict) -> Entry:
    """A finding → its entry."""
    return Entry(fingerprint=base(verdict.fingerprint), rule=verdict.rule, message=verdict.message, sides=sides_of(verdict))


def compare(entries: Sequence[Entry], findings: Sequence[Verdict], superseded: Sequence[Verdict], seen: Seen) -> Compared:
    """A baseline, the findings of a run and what it found superseded → what is new, unchanged and gone.

    An entry that the run could not have found (one of its articles was not read, its rule did not run) is kept and not called fixed.
    """
    pairs = paired([entry.mark() for entry in entries], index(findings))
    known = set(pairs.values())
    states: dict[int, Literal["new", "unchanged"]] = {number: "unchanged" if number in known else "new" for number in range(len(findings))}
    left = [entry for at, entry in enumerate(entries) if at not in pairs]
    replaced = paired([entry.mark() for entry in left], index(superseded))
    fixed, kept = [], [entry_of(findings[number]) for number in pairs.values()]
    for at, entry in enumerate(left):
        documents = entry.mark().documents
        if at in replaced or seen.covers(documents, entry.rule):
            fixed.append(Fixed(entry.fingerprint, entry.rule, entry.message, documents, at in replaced))
        else:
            kept.append(entry)
    return Compared(states, tuple(fixed), tuple(kept))
