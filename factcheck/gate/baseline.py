"""A baseline in, what each finding was before out: new or unchanged, and what of the baseline is fixed or superseded.

An entry is known by what its facts say, never by a line: by its fingerprint, else by its rule and both its sentences (one more article can
change the words by which most name a thing). Two findings of one fingerprint need two entries.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from factcheck.frozen import frozen
from factcheck.gate.blocks import Fingerprint, Strict, Value, Words, block, load
from factcheck.gate.seen import Seen, name
from factcheck.model import Verdict
from factcheck.standing import Fixed

HEAD = """\
# Findings that stood when this file was written: `factcheck check --baseline` passes over them, and fails on others.
# Each is known by what its facts say, not by its line; `--write-baseline` takes out those that are fixed.
"""


class Side(Strict):
    """One side of a finding: a document that states it, and its sentence."""

    document: Words
    quote: str = ""


class Entry(Strict):
    """One finding of a baseline."""

    fingerprint: Fingerprint
    rule: Words
    message: str = ""
    sides: list[Side] = []


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
            "sides": [{"document": side.document, "quote": side.quote} for side in entry.sides]}


def entry_of(verdict: Verdict) -> Entry:
    """A finding → its entry: each side by the first article that states it."""
    leads = [verdict.claims[side[0]] for side in verdict.sides]
    return Entry(fingerprint=_base(verdict.fingerprint), rule=verdict.rule, message=verdict.message,
                 sides=[Side(document=name(lead.mention.document), quote=" ".join(lead.quote.split())) for lead in leads])


def compare(entries: Sequence[Entry], findings: Sequence[Verdict], superseded: Sequence[Verdict], seen: Seen) -> Compared:
    """A baseline, the findings of a run and what it found superseded → what is new, unchanged and gone.

    An entry that the run could not have found (one of its articles was not read, its rule did not run) is kept and not called fixed.
    """
    pairs = _matched(entries, findings)
    states: dict[int, Literal["new", "unchanged"]] = {number: "unchanged" if number in pairs.values() else "new"
                                                      for number in range(len(findings))}
    left = [number for number in range(len(entries)) if number not in pairs]
    replaced = _matched([entries[number] for number in left], superseded)
    fixed, kept = [], [entry_of(findings[number]) for number in pairs.values()]
    for at, entry in enumerate(entries[number] for number in left):
        documents = tuple(dict.fromkeys(side.document for side in entry.sides))
        if at in replaced or seen.covers(documents, entry.rule):
            fixed.append(Fixed(entry.fingerprint, entry.rule, entry.message, documents, at in replaced))
        else:
            kept.append(entry)
    return Compared(states, tuple(fixed), tuple(kept))


def _matched(entries: Sequence[Entry], verdicts: Sequence[Verdict]) -> dict[int, int]:
    """Which entry is which verdict: those of one fingerprint and one sentence first, then of one fingerprint, then of one sentence."""
    by_mark, by_words = defaultdict(list), defaultdict(list)
    for number, verdict in enumerate(verdicts):
        by_mark[_base(verdict.fingerprint)].append(number)
        for claim in verdict.claims:
            by_words[verdict.rule, _plain(claim.quote)].append(number)
    pairs: dict[int, int] = {}
    taken: set[int] = set()

    def pair(at: int, candidates: Iterable[int], worded: bool) -> None:
        if at not in pairs:
            found = next((number for number in candidates if number not in taken
                          and (not worded or _worded(entries[at], verdicts[number]))), None)
            if found is not None:
                pairs[at] = found
                taken.add(found)

    for worded in (True, False):
        for at, entry in enumerate(entries):
            pair(at, by_mark[_base(entry.fingerprint)], worded)
    for at, entry in enumerate(entries):
        pair(at, by_words[entry.rule, _plain(entry.sides[0].quote)] if entry.sides else (), worded=True)
    return pairs


def _worded(entry: Entry, verdict: Verdict) -> bool:
    """Whether every side of an entry has its sentence on a side of its own."""
    said = [{_plain(verdict.claims[index].quote) for index in side} for side in verdict.sides]
    wanted = [_plain(side.quote) for side in entry.sides]
    if len(said) != len(wanted) or not all(wanted):
        return False
    return any(all(quote in side for quote, side in zip(wanted, order, strict=True)) for order in (said, said[::-1]))


def _plain(quote: str) -> str:
    return " ".join(quote.split()).casefold()


def _base(fingerprint: str) -> str:
    """"f1:9c1e.2", the second of its story → "f1:9c1e"."""
    return fingerprint.partition(".")[0]
