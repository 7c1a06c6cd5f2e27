"""What a finding is known by in the files of the gate, and which verdicts of a run it is.

By its fingerprint, which is the content of its facts, or by its rule and both its sentences: one more article that says the same with
other words can change what most call a thing, and a sentence can be put in other words. Never by a line, a path or a story.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.frozen import frozen
from factcheck.gate.blocks import Strict, Words
from factcheck.gate.seen import name
from factcheck.model import Verdict


class Side(Strict):
    """One side of a finding: a document that states it, and its sentence."""

    document: Words
    quote: str = ""


@frozen
class Mark:
    """What a finding is known by."""

    fingerprint: str
    rule: str | None
    sides: tuple[Side, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(side.document for side in self.sides))


@frozen
class Index:
    """The verdicts of a run by fingerprint (without the number of a second one in a story), and by rule and sentence."""

    verdicts: Sequence[Verdict]
    by_mark: Mapping[str, list[int]]
    by_words: Mapping[tuple[str, str], list[int]]


def index(verdicts: Sequence[Verdict]) -> Index:
    """Verdicts → where each fingerprint and each quoted sentence of a rule is among them."""
    by_mark: dict[str, list[int]] = defaultdict(list)
    by_words: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, verdict in enumerate(verdicts):
        by_mark[base(verdict.fingerprint)].append(number)
        for quote in {plain(claim.quote) for claim in verdict.claims}:
            by_words[verdict.rule, quote].append(number)
    return Index(verdicts, by_mark, by_words)


def paired(marks: Sequence[Mark], found: Index) -> dict[int, int]:
    """Marks → which verdict each is, each verdict once: those of one fingerprint and one wording first, then of one fingerprint, then of
    one wording."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for candidates in (_alike_in_both, _of_fingerprint, worded):
        for at, mark in enumerate(marks):
            if at not in pairs and (number := next((one for one in candidates(mark, found) if one not in taken), None)) is not None:
                pairs[at] = number
                taken.add(number)
    return pairs


def bound(mark: Mark, found: Index) -> list[Verdict]:
    """A mark → every verdict that it is: those of its wording, else those of its fingerprint."""
    return [found.verdicts[number] for number in worded(mark, found)] or [
        found.verdicts[number] for number in _of_fingerprint(mark, found) if found.verdicts[number].fingerprint == mark.fingerprint]


def worded(mark: Mark, found: Index) -> Iterator[int]:
    """The verdicts of a mark's rule with each of its sentences on a side of its own."""
    if mark.rule is not None and mark.sides:
        for number in found.by_words.get((mark.rule, plain(mark.sides[0].quote)), ()):
            if _worded(mark, found.verdicts[number]):
                yield number


def _of_fingerprint(mark: Mark, found: Index) -> Iterable[int]:
    return found.by_mark.get(base(mark.fingerprint), ())


def _alike_in_both(mark: Mark, found: Index) -> Iterator[int]:
    return (number for number in _of_fingerprint(mark, found) if _worded(mark, found.verdicts[number]))


def _worded(mark: Mark, verdict: Verdict) -> bool:
    said = [{plain(verdict.claims[index].quote) for index in side} for side in verdict.sides]
    wanted = [plain(side.quote) for side in mark.sides]
    if len(said) != len(wanted) or not all(wanted):
        return False
    return any(all(quote in side for quote, side in zip(wanted, order, strict=True)) for order in (said, said[::-1]))


def sides_of(verdict: Verdict) -> list[Side]:
    """A verdict → each of its sides by the first article that states it."""
    leads = [verdict.claims[side[0]] for side in verdict.sides]
    return [Side(document=name(lead.mention.document), quote=" ".join(lead.quote.split())) for lead in leads]


def plain(quote: str) -> str:
    """A sentence → the same for every way to break its lines and to write its letters large."""
    return " ".join(quote.split()).casefold()


def base(fingerprint: str) -> str:
    """"f1:9c1e.2", the second of its story → "f1:9c1e"."""
    return fingerprint.partition(".")[0]
