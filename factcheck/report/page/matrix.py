"""The topics of a story in, its matrix out: a row a fact, a column a source, and in each cell the words of the source with an outcome."""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Claim
from factcheck.report.page.names import cut
from factcheck.report.page.sources import Source
from factcheck.report.page.topics import OUTCOMES, Topic
from factcheck.report.words import clean

ROWS = 60
COLUMNS = 30
LONGEST = 44


@dataclass(frozen=True, slots=True)
class Entry:
    """What one source says, in its words, and how it stands to what the others say."""

    words: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: its name, where its card is, and a cell for each source."""

    name: str
    anchor: str
    outcome: str
    cells: tuple[tuple[Entry, ...], ...]

    @property
    def said_by(self) -> int:
        """How many of the sources shown say something on it."""
        return sum(bool(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Sources by facts, and how many of each did not fit."""

    sources: tuple[Source, ...]
    rows: tuple[Row, ...]
    more_rows: int
    more_sources: int


def matrix(found: Sequence[tuple[str, Topic]], sources: Mapping[str, Source]) -> Matrix | None:
    """Topics with the anchors of their cards → the matrix; None where nothing was found."""
    if not found:
        return None
    shown = found[:ROWS]
    frequency = Counter(document for _, topic in shown for document in {claim.mention.document for claim in topic.claims})
    chosen = sorted(frequency, key=lambda id: (-frequency[id], sources[id].number))[:COLUMNS]
    columns = sorted(chosen, key=lambda id: sources[id].number)
    rows = tuple(Row(topic.name, anchor, topic.outcome, tuple(_cell(topic, id) for id in columns)) for anchor, topic in shown)
    return Matrix(tuple(sources[id] for id in columns), rows, len(found) - len(shown), len(sources) - len(columns))


def _cell(topic: Topic, document: str) -> tuple[Entry, ...]:
    """What a source says on a topic: each wording once, the most serious first."""
    own = sorted((claim for claim in topic.claims if claim.mention.document == document),
                 key=lambda claim: OUTCOMES.index(topic.outcome_of(claim)))
    entries: dict[str, Entry] = {}
    for claim in own:
        entries.setdefault(words(claim).lower(), Entry(words(claim), topic.outcome_of(claim)))
    return tuple(entries.values())


def words(claim: Claim) -> str:
    """A claim → its number as its text puts it, with the relation of a date: "since 2013"."""
    text = clean(claim.mention.text)
    relation = claim.mention.date_relation
    return cut(text if not relation or text.lower().startswith(relation) else f"{relation} {text}", LONGEST)
