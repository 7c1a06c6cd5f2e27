"""New claims in, the held claims that they may be compared with out: found by story, else by event, then by key.

A story is looked up by its name. Where a document has none, or the store does not know it, the held documents of the same event are
those that share its names, were published within `NEAR` days and are about the same (`groups/events.py`). Of their claims only those
count that stand in the block of a new claim (`groups/things.py`) and share words or the figure with it; the closest few per claim are
read whole, so that the work depends on the size of the article and of its blocks, and not on that of the store.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from factcheck.claims.same import aspects
from factcheck.claims.same import rows as synonyms
from factcheck.groups.clause import CALENDAR
from factcheck.groups.events import Account, may_be_one
from factcheck.groups.things import ALONE, dateline
from factcheck.model import Claim, Key, Number
from factcheck.store.codec import decoded
from factcheck.store.file import Store
from factcheck.store.writing import block_of, day_of, figure_of, identity_of_name, names_of, others_of

NEAR = 30               # days between two reports of one event
EVENTS = 20             # held documents that are taken to tell of the event
COMMON = 200            # documents near a day that share a name; a name that so many share tells nothing
SHARED = 2              # names that two documents of one event share at least
LATEST = 400            # claims of one block of one story that are looked at, the latest first
CLOSEST = 4             # held claims that one new claim is compared with
WITNESSES = 2           # … of which so many may state one figure
ALL = 120               # … and one new document
SAME_FIGURE = 3.0       # what an equal figure is worth, in shared words
ENOUGH = 1.0
ROUNDING = 0.05         # two figures that are further apart differ, however they were rounded

WHOLE = """SELECT v.name, c.words, c.kind, c.modifier, c.start, c."end", c.line, c."column",
                  c.quote_start, c.quote_end, v.publisher, v.published, v.url, c.story, v.title,
                  c.dimension, c.entity, c.property, c.subject, c.place, c.time, c.context, c.names, c.record, v.id
           FROM claims c JOIN versions v ON v.id = c.version WHERE c.id IN ({})"""


CHOICE = "version, id, figure, context, property, others, low, high, unit"


@dataclass(frozen=True, slots=True)
class Held:
    """A held claim as far as the choice needs it."""

    id: int
    figure: str
    words: frozenset[str]
    property: str | None
    others: tuple[frozenset[str], ...]
    low: str | None
    high: str | None
    unit: str | None


def candidates(store: Store, claims: Sequence[Claim], account: Account | None = None) -> list[Claim]:
    """The claims of one new document, and its words → the held claims of other documents to compare them with, in a stable order."""
    wanted: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.mention.kind not in ALONE and not dateline(claim):
            wanted.setdefault(block_of(claim), []).append(claim)
    if not wanted:
        return []
    scores: dict[int, float] = {}
    for held, new in _met(store, claims[0], claims, wanted, account):
        for claim in new:
            for score, id in _closest(claim, held):
                scores[id] = max(score, scores.get(id, 0.0))
    return whole(store, sorted(sorted(scores, key=lambda id: (-scores[id], id))[:ALL]))


def whole(store: Store, ids: Sequence[int]) -> list[Claim]:
    """The numbers of held claims → the claims, in the same order."""
    found = store.rows(WHOLE.format(_listed(ids)) + " ORDER BY c.id", ())
    texts = dict(store.rows(f"SELECT id, text FROM versions WHERE id IN ({_listed({row[24] for row in found})})"))
    return [decoded(row[:15], Key(*row[15:21]), row[21], row[22], row[23], texts[row[24]]) for row in found]


def _listed(ids: Iterable[int]) -> str:
    return ", ".join(map(str, ids))


def _met(store: Store, first: Claim, claims: Sequence[Claim], wanted: dict[str, list[Claim]],
         account: Account | None) -> Iterator[tuple[list[Held], list[Claim]]]:
    """The held claims of each block, with the new ones that they may meet."""
    own = identity_of_name(store, first.url, first.mention.document)
    if first.story and store.rows("SELECT 1 FROM claims WHERE story = ? AND current = 1 LIMIT 1", (first.story,)):
        for block, new in wanted.items():
            yield _held(store.rows(f"""SELECT {CHOICE} FROM claims
                                      WHERE story = ? AND block = ? AND current = 1 ORDER BY day DESC LIMIT ?""",
                                   (first.story, block, LATEST)), own), new
        return
    versions = _of_one(store, account, _event(store, first, claims, own))
    if not versions:
        return
    found = store.rows(f"""SELECT {CHOICE}, block FROM claims
                           WHERE version IN ({', '.join(map(str, versions))}) AND current = 1""")
    for block, new in wanted.items():
        yield _held([row for row in found if row[-1] == block], own), new


def _event(store: Store, first: Claim, claims: Sequence[Claim], own: set[object]) -> list[int]:
    """The current versions that share names with a new document and were published near it, those that share most first."""
    day, shared = day_of(first.published), dict[int, float]()
    times: dict[int, int] = {}
    names = names_of(claims)
    for name in names:
        days = "day IN (0, ?)" if not day else f"day BETWEEN {day - NEAR} AND ? + {NEAR}"
        found = store.rows(f"SELECT version FROM names WHERE name = ? AND {days} LIMIT {COMMON}", (name, day))
        if len(found) == COMMON:
            continue
        for (version,) in found:
            if version not in own and isinstance(version, int):
                shared[version] = shared.get(version, 0.0) + 1 / len(found)
                times[version] = times.get(version, 0) + 1
    enough = [version for version in shared if times[version] >= min(SHARED, len(names))]
    return sorted(enough, key=lambda version: (-times[version], -shared[version], version))[:EVENTS]


def _of_one(store: Store, account: Account | None, versions: list[int]) -> list[int]:
    """The versions that a document may tell of one event with, by what each is about."""
    if account is None or not versions:
        return versions
    found = store.rows(f"SELECT id, title, text FROM versions WHERE id IN ({_listed(versions)})")
    told = {id: Account(title, text) for id, title, text in found}
    return [version for version in versions if may_be_one(account, told[version])]


def _held(rows: Iterable[Sequence[Any]], own: set[object]) -> list[Held]:
    return [Held(row[1], row[2], frozenset(row[3].split()), row[4], _names(row[5]), row[6], row[7], row[8])
            for row in rows if row[0] not in own]


def _names(text: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(name.split()) for name in text.split("\n")) if text else ()


def _closest(claim: Claim, held: Sequence[Held]) -> list[tuple[float, int]]:
    """A new claim and the held ones of its block → those that it may speak of one thing with, the closest few."""
    words = frozenset().union(*map(synonyms, claim.context)) if claim.context else frozenset()
    figure, others = figure_of(claim), tuple(frozenset(name.split()) for name in others_of(claim))
    found = []
    for each in held:
        score = float(len(words & each.words))
        if score and each.property == claim.key.property and each.property:
            score += 1
        if figure and each.figure == figure:
            score += SAME_FIGURE
        if score >= ENOUGH and not _elsewhere(claim, figure, others, words, each):
            found.append((-score, each.id, each.figure))
    found.sort()
    figures: Counter[str] = Counter()
    chosen: list[tuple[float, int]] = []
    for score, id, said in found:
        figures[said] += 1
        if figures[said] <= WITNESSES and len(chosen) < CLOSEST:
            chosen.append((-score, id))
    return chosen


def _elsewhere(claim: Claim, figure: str, others: Sequence[frozenset[str]], words: frozenset[str], held: Held) -> bool:
    """Whether a held claim names others than the new one and states another figure: then nothing can come of the two."""
    if figure == held.figure or (held.property in aspects() and held.property == claim.key.property) or held.unit != claim.mention.unit:
        return False
    if not any(name.isdisjoint(held.words) for name in others) or not any(name.isdisjoint(words) for name in held.others):
        return False
    if claim.mention.kind in CALENDAR:
        return claim.mention.date_relation is None and not figure.startswith(held.figure) and not held.figure.startswith(figure)
    bounds = claim.mention.bounds
    return bounds is not None and (_below(bounds.high, held.low) or _below(held.high, bounds.low))


def _below(high: Number | str | None, low: Number | str | None) -> bool:
    """Whether an end lies below another by more than any rounding."""
    if high is None or low is None:
        return False
    end = _size(high)
    return end + ROUNDING * abs(end) < _size(low)


def _size(number: Number | str) -> float:
    """An exact number → about how large it is: enough to tell that two are far apart."""
    return float(Fraction(number)) if isinstance(number, str) and "/" in number else float(number)
