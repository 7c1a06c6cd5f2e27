"""A claim in, its quote out: the sentence in pieces, each plain or one of number, hedge, thing and speaker, with its source beside it."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.claims.said import thing_in
from factcheck.model import Claim
from factcheck.report.page.sources import Source, to_words
from factcheck.report.quotes import Mark, window
from factcheck.report.words import clean_part, place, value, voice

RANK = ("hedge", "number", "thing", "speaker")
"""What a character is marked as where two marks meet: "at least" is a hedge before it is part of its number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quote; `role` is empty for plain words."""

    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim as a card shows it."""

    pieces: tuple[Piece, ...]
    source: Source
    place: str
    link: str | None
    value: str
    voice: str
    outcome: str
    headline: bool


def quoted(claim: Claim, source: Source, outcome: str) -> Quote:
    """A claim, its source and its outcome → the quote."""
    return Quote(tuple(pieces(claim)), source, place(claim), to_words(claim.url, claim.quote), value(claim.mention),
                 voice(claim.mention), outcome, claim.headline)


def pieces(claim: Claim) -> Iterator[Piece]:
    """A claim → its sentence in pieces, cut around the marks when it is long."""
    quote, roles = claim.quote, [""] * len(claim.quote)
    marked = [(start - claim.quote_start, end - claim.quote_start, role) for start, end, role in _marks(claim)]
    if (named := thing_in(claim)) is not None:
        marked.append((*named, "thing"))
    for start, end, role in sorted(marked, key=lambda mark: -RANK.index(mark[2])):
        if 0 <= start < end <= len(quote):
            roles[start:end] = [role] * (end - start)
    first, last = window(quote, [Mark(start, end) for start, end, role in marked if role == "number" and 0 <= start < end])
    if first:
        yield Piece("…")
    begin, space = first, True
    for at in range(first + 1, last + 1):
        if at == last or roles[at] != roles[begin]:
            text = clean_part(quote[begin:at])
            text = text.lstrip(" ") if space else text
            space = text.endswith(" ") if text else space
            if text:
                yield Piece(text, roles[begin])
            begin = at
    if last < len(quote):
        yield Piece("…")


def _marks(claim: Claim) -> Iterator[tuple[int, int, str]]:
    m = claim.mention
    yield m.start, m.end, "number"
    yield from ((hedge.start, hedge.end, "hedge") for hedge in m.modifiers)
    if m.attribution is not None:
        yield m.attribution.start, m.attribution.end, "speaker"
