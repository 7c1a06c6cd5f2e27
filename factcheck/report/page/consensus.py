"""The consensus of a topic in, the same with its sources and intervals in words out, as a card shows it."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.checks import consensus as counted
from factcheck.model import Claim, Rule
from factcheck.report.page.sources import Source
from factcheck.report.page.topics import Topic
from factcheck.report.steps import value as notation
from factcheck.report.words import clean, with_unit


@dataclass(frozen=True, slots=True)
class Way:
    """One way to leave out the fewest: what the others allow, and which are left out."""

    allows: str
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consensus:
    """How many statements there are, how many fit together at most, and in which ways; how many different texts they stand in."""

    statements: int
    fitting: int
    ways: tuple[Way, ...]
    origins: int


def consensus(topic: Topic, sources: Mapping[str, Source], rules: Mapping[str, Rule]) -> Consensus | None:
    """A topic → its consensus where at least three statements of amounts can be laid on one line."""
    found = counted.consensus(topic.claims, topic.verdicts(), rules)
    if found is None:
        return None
    ways = tuple(Way(with_unit(notation(way.allows.json()), found.unit), tuple(_named(claim, sources) for claim in way.left_out))
                 for way in found.ways)
    return Consensus(found.statements, found.fitting, ways, found.origins)


def _named(claim: Claim, sources: Mapping[str, Source]) -> str:
    return f"{sources[claim.mention.document].label} (“{clean(claim.mention.text)}”)"
