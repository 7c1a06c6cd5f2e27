"""A tick sheet in, plain view objects out: the draft sentence by sentence, its numbers marked, with what speaks for each."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.checks.ticks import STATES, Evidence, Sheet, Tick, counts
from factcheck.model import Claim
from factcheck.report.alerts import accepted_because
from factcheck.report.page.quoting import Piece, pieces
from factcheck.report.page.sources import to_words
from factcheck.report.quotes import Mark, window
from factcheck.report.text_ticks import figure
from factcheck.report.words import clean, clean_part, count, of_skipped, place, source

SIGNS = {"backed": "✓", "contradicted": "✗", "not found": "?"}


@dataclass(frozen=True, slots=True)
class Said:
    """One place that speaks for a mark; without pieces the message alone does."""

    outcome: str
    message: str
    pieces: tuple[Piece, ...]
    place: str
    source: str
    link: str | None
    accepted: str | None


@dataclass(frozen=True, slots=True)
class Marked:
    """One number of the draft."""

    state: str
    sign: str
    words: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the draft, cut around its numbers: the role of a piece is the mark of its number."""

    place: str
    pieces: tuple[Piece, ...]
    numbers: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """The whole sheet."""

    title: str
    counts: tuple[tuple[str, str, int], ...]
    sentences: tuple[Sentence, ...]
    skipped: tuple[str, ...]


def view(sheet: Sheet) -> SheetView:
    """A sheet → what its template shows."""
    numbers = counts(sheet.ticks)
    groups = groupby(sheet.ticks, key=lambda tick: (tick.claim.mention.document, tick.claim.mention.sentence))
    return SheetView(
        f"{count(len(sheet.ticks), 'number')} of {count(len(sheet.report.documents), 'draft')}",
        tuple((state, SIGNS[state], numbers[state]) for state in STATES),
        tuple(_sentence(list(found), sheet) for _, found in groups), tuple(map(of_skipped, sheet.report.skipped)))


def _sentence(found: Sequence[Tick], sheet: Sheet) -> Sentence:
    first = found[0].claim
    return Sentence(f"{clean(first.mention.document)}:{first.line}", tuple(_cut(first, found)), tuple(
        Marked(tick.state, SIGNS[tick.state], figure(tick.claim), tuple(_said(each, tick, sheet) for each in tick.evidence))
        for tick in found))


def _cut(of: Claim, found: Sequence[Tick]) -> Iterator[Piece]:
    """The sentence in pieces, around its numbers."""
    places = [(tick.claim.mention.start - of.quote_start, tick.claim.mention.end - of.quote_start, tick.state) for tick in found]
    at, last = window(of.quote, [Mark(start, end) for start, end, _ in places])
    if at:
        yield Piece("…")
    for start, end, state in places:
        if at <= start < end <= last:
            yield Piece(clean_part(of.quote[at:start]))
            yield Piece(clean_part(of.quote[start:end]), state.replace(" ", "-"))
            at = end
    yield Piece(clean_part(of.quote[at:last]) + ("…" if last < len(of.quote) else ""))


def _said(each: Evidence, tick: Tick, sheet: Sheet) -> Said:
    verdict, claim = each.verdict, each.claim
    outcome = "disputed" if verdict.disputed else verdict.outcome
    accepted = accepted_because(sheet.report.standing(verdict))
    beside = claim is not None and (claim.quote_start, claim.mention.document) == (tick.claim.quote_start, tick.claim.mention.document)
    if claim is None or beside:
        return Said(outcome, clean(verdict.message), (), "", "", None, accepted)
    link = to_words(claim.url, claim.quote)
    return Said(outcome, clean(verdict.message), tuple(pieces(claim)), place(claim), source(claim), link, accepted)
