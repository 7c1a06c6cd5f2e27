"""Rows and what was read in, counts out: which mention answers which label, and how many of each field are right.

A mention answers a label when their spans overlap; each answers at most one, the better fit first. What nobody asked for is a false
alarm, unless it is an `identifier` or lies in an optional bracket.
"""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.model import Mention
from score.labels import Label, Row, differences, right, said

FIELDS = ("number", "unit", "modifier", "of", "property", "timex", "speaker", "trend", "modality", "role")
DEFAULTS = {"modality": "asserted"}           # a value that says nothing: it is neither found nor missed
Pair = tuple[Label, Mention]


@dataclass(frozen=True, slots=True)
class Answer:
    """One row with its pairs, the labels without an answer and the mentions without a label."""

    row: Row
    pairs: tuple[Pair, ...]
    missed: tuple[Label, ...]
    extra: tuple[Mention, ...]

    def faults(self) -> list[str]:
        """What a person needs to see of this row, one line a fault."""
        text = self.row.text
        return ([f"missed: {text[label.start:label.end]!r}" for label in self.missed]
                + [f"extra: {mention.text!r} as {mention.kind} ({mention.by})" for mention in self.extra]
                + [f"{text[label.start:label.end]!r}: {'; '.join(wrong)}" for label, mention in self.pairs
                   if (wrong := differences(label, mention))])


def answer(row: Row, mentions: Iterable[Mention]) -> Answer:
    """A row and the mentions read in its text → who answers whom."""
    mentions = list(mentions)
    edges = sorted(((_fit(label, mention), -i, -j) for i, label in enumerate(row.labels) for j, mention in enumerate(mentions)
                    if _overlap(label.start, label.end, mention)), reverse=True)
    mention_of: dict[int, int] = {}
    for _, i, j in edges:
        if -i not in mention_of and -j not in mention_of.values():
            mention_of[-i] = -j
    free = [mention for j, mention in enumerate(mentions) if j not in mention_of.values()]
    return Answer(row, tuple((row.labels[i], mentions[j]) for i, j in sorted(mention_of.items())),
                  tuple(label for i, label in enumerate(row.labels) if i not in mention_of),
                  tuple(mention for mention in free if mention.kind != "identifier"
                        and not any(_overlap(*span, mention) for span in row.optional)))


def _overlap(start: int, end: int, mention: Mention) -> int:
    return max(0, min(end, mention.end) - max(start, mention.start))


def _fit(label: Label, mention: Mention) -> tuple[bool, int]:
    return right(label, "number", mention) and right(label, "timex", mention), _overlap(label.start, label.end, mention)


def tally(answers: Iterable[Answer]) -> dict[str, Counter[str]]:
    """Answers → for each measure how many were right, read and labelled. `silent` counts the rows in which nothing is to be read."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in answers:
        if not one.row.labels:
            counts["silent"].update(right=not one.extra, read=1, labelled=1)
        for label, mention in one.pairs:
            exact = not label.exact_span or (mention.start, mention.end) == (label.start, label.end)
            counts["span"].update(right=exact, read=1, labelled=1)
            counts["kind"].update(right=mention.kind in label.kinds, read=1, labelled=1)
        counts["span"].update(labelled=len(one.missed), read=len(one.extra))
        counts["kind"].update(labelled=len(one.missed), read=len(one.extra))
        for name in FIELDS:
            for kind, yes in _field(one, name):
                counts[name][kind] += yes
    return {name: count for name, count in counts.items() if count["labelled"]}


def _field(one: Answer, name: str) -> Iterator[tuple[str, bool]]:
    """What one answer adds to the counts of a field: only labels that judge it, and only values that say something."""
    for label, mention in one.pairs:
        allowed = label.fields.get(name, ("any",))
        if "any" not in allowed:
            fine, says = right(label, name, mention), _says(name, said(mention, name))
            if says or not fine:                                                    # "none" read where "none" will do counts nowhere
                yield "labelled", fine or _says(name, allowed[0])
                yield "read", says
                yield "right", fine
    for label in one.missed:
        allowed = label.fields.get(name, ("any",))
        yield "labelled", "any" not in allowed and _says(name, allowed[0])
    for mention in one.extra:
        yield "read", _says(name, said(mention, name)) and (name != "number" or mention.kind not in ("date", "time"))


def _says(name: str, value: str) -> bool:
    return value not in ("none", DEFAULTS.get(name))
