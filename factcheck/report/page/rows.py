"""A topic in, one short row out: what a page of thousands of facts shows of those that are no conflict.

The row names the fact, what is said and by whom, and unfolds to the first quote, the places of the others, the rule and the fingerprint.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.report.page.cards import gist, ordered
from factcheck.report.page.quoting import Piece, pieces
from factcheck.report.page.sources import Source, address
from factcheck.report.page.topics import Topic
from factcheck.report.words import place

ALSO = 3


@dataclass(frozen=True, slots=True)
class Brief:
    """One topic as a row."""

    anchor: str
    name: str
    outcome: str
    outcomes: tuple[str, ...]
    rules: tuple[str, ...]
    names: tuple[str, ...]
    gist: str
    quote: tuple[Piece, ...]
    place: str
    link: str | None
    also: tuple[str, ...]
    left_out: int
    fingerprint: str


def brief(anchor: str, topic: Topic, sources: Mapping[str, Source]) -> Brief:
    """A topic → its row."""
    verdicts = topic.verdicts()
    first, *others = ordered(topic)
    return Brief(
        anchor, topic.name, topic.outcome, topic.marks(), tuple(sorted({verdict.rule for verdict in verdicts})),
        tuple(sorted({sources[claim.mention.document].name for claim in topic.claims})), gist(topic, sources), tuple(pieces(first)),
        place(first), address(first.url), tuple(place(claim) for claim in others[:ALSO]), max(0, len(others) - ALSO),
        verdicts[0].fingerprint)
