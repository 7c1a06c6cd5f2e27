"""The program with a store beside it: documents → held claims, and new documents against the held ones.

    ingest   documents → those that are new or changed are read and kept, the others are passed over
    check    documents → the report on them, with what the store holds of the same stories or events

Reading happens outside the store's lock; a few documents are written together, so that a killed run loses those at most and the next
run reads them again.
"""
from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, starmap
from typing import TYPE_CHECKING, Any

from factcheck.documents import Call, Note, Placed, Unparsed
from factcheck.groups.events import Account, may_be_one
from factcheck.groups.series import without_series
from factcheck.model import Claim, Document, Report, Rule, Skipped, Verdict
from factcheck.pipeline import judged, keyed, loaded, newest, read
from factcheck.report.shapes import Reading
from factcheck.standing import Outdated
from factcheck.store import Store
from factcheck.store.finding import NEAR, SHARED, candidates
from factcheck.store.writing import State, day_of, is_known, names_of, put, remember, state
from factcheck.workers import readings

if TYPE_CHECKING:
    from pathlib import Path

TOGETHER = 32               # documents that are written in one transaction …
CHARACTERS = 4_000_000      # … unless their texts are longer than this
Keyed = tuple[Document, list[Claim]]
Kin = tuple[Account, frozenset[str], int]         # what a document is about, its names and its day


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one document: new, changed, unchanged, or read again because the program or its language data changed."""

    document: str
    state: State
    claims: int = 0


def ingest(documents: Iterable[Document | Placed | Unparsed | Skipped | Note], store: Store, call: Call = Call(),  # noqa: B008
           jobs: int = 1) -> Iterator[Kept | Skipped | Note]:
    """Documents, and files not parsed yet → what became of each, in their order, the same for any number of jobs; each batch is in the
    store when its first document is given out."""
    reader = stamp()
    hashes: dict[str, str] = {}
    batch: list[Reading | Kept | Skipped | Note] = []
    size = 0
    for item in readings(_fresh(documents, store, reader, call, hashes), call, jobs):
        batch.append(item)
        size += len(item.document.text) if isinstance(item, Reading) else 0
        if len(batch) >= TOGETHER or size >= CHARACTERS:
            yield from _kept(batch, store, reader, hashes)
            batch, size = [], 0
    yield from _kept(batch, store, reader, hashes)


def _fresh(items: Iterable[Document | Placed | Unparsed | Skipped | Note], store: Store, reader: str, call: Call,
           hashes: dict[str, str]) -> Iterator[Any]:
    """The documents that have to be read; one that is in the store as it is stands beside what became of it. `hashes` are the files'."""
    for item in items:
        placed = Placed(item) if isinstance(item, Document) else item
        if isinstance(placed, Placed):
            same = state(store, placed.document, reader) == "unchanged"
            yield (placed, Kept(placed.document.id, "unchanged")) if same else placed
        elif isinstance(placed, Unparsed):
            name = placed.source.name
            hashes[name] = _hash(placed, call)
            same = is_known(store, name, hashes[name], reader)
            yield (Placed(Document(name, ""), file=name), Kept(name, "unchanged")) if same else placed
        else:
            yield placed


def _hash(file: Unparsed, call: Call) -> str:
    """The hash of a file's bytes and of what the call says about it."""
    said = json.dumps([file.format, file.source.story, call.story, call.lang, call.published and call.published.isoformat()])
    return hashlib.sha256(said.encode() + b"\0" + file.source.data).hexdigest()


def check(documents: Iterable[Document | Reading | Skipped], store: Store, rules: Sequence[Rule | str | Path] | None = None, *,
          default: bool = True) -> Report:
    """New documents, a store and rules → the report on the new documents: each with itself, with each other, and with the held ones."""
    chosen = loaded(rules or (), default)
    skipped: list[Skipped] = []
    made = _read(documents, skipped)
    new = [claim for _, part in made for claim in part]
    verdicts = alone(chosen, new, skipped)
    given = {document.id for document, _ in made}
    for bunch in bunches(made):
        found = met([rule for rule in chosen if rule.scope == "story"], _claims(bunch), _others(held(store, bunch), given), skipped)
        verdicts += without_series([*_of_one(found, bunch)]) if not bunch[0][0].story else found
    if every := [rule for rule in chosen if rule.scope == "all"]:
        found = met(every, new, _others(held(store, made), given), skipped)
        verdicts += [verdict for verdict in found if verdict.kind != "alignment"]
    verdicts.sort(key=_place)
    known = tuple(sorted((document for document, _ in made), key=lambda document: document.id))
    late = tuple(outdated(verdicts, {document.id for document in known}))
    return Report(tuple(verdicts), known, tuple(new), tuple(dict.fromkeys(skipped)), outdated=late)


def check_among(documents: Iterable[Document | Reading | Skipped], about: Collection[str],
                rules: Sequence[Rule | str | Path] | None = None, *, default: bool = True) -> Report:
    """Documents, the ids of the new ones, and rules → the report on those; the others are held, and compared with them only."""
    chosen = loaded(rules or (), default)
    skipped: list[Skipped] = []
    made = _read(documents, skipped)
    new = [claim for document, part in made if document.id in about for claim in part]
    others = [claim for document, part in made if document.id not in about for claim in part]
    known = tuple(sorted((document for document, _ in made if document.id in about), key=lambda document: document.id))
    return Report(tuple(compared(chosen, new, others, skipped)) if new else (), known, tuple(new), tuple(skipped))


def _read(documents: Iterable[Document | Reading | Skipped], skipped: list[Skipped]) -> list[Keyed]:
    """Documents → each with its claims; what cannot be used is noted."""
    items: list[Reading | Skipped] = list(read(documents))
    skipped += [item for item in items if isinstance(item, Skipped)]
    made = []
    for item in newest([item for item in items if isinstance(item, Reading)]):
        claims = keyed(item)
        if isinstance(claims, Skipped):
            skipped.append(claims)
        else:
            made.append((item.document, claims))
    return made


def bunches(made: Sequence[Keyed]) -> list[list[Keyed]]:
    """New documents with their claims → those of one story or, where none is named, of one event, side by side."""
    found: dict[object, list[Keyed]] = {}
    nameless = [each for each in made if not each[0].story]
    for document, part in made:
        if document.story:
            found.setdefault(document.story, []).append((document, part))
    kin = list(map(_kin, nameless))
    home = list(range(len(nameless)))
    for i, j in combinations(range(len(nameless)), 2):
        if home[i] != home[j] and _of_one_event(kin[i], kin[j]):
            home = [home[i] if one == home[j] else one for one in home]
    for number, each in zip(home, nameless, strict=True):
        found.setdefault(number, []).append(each)
    return list(found.values())


def _of_one(verdicts: Iterable[Verdict], bunch: Sequence[Keyed]) -> Iterator[Verdict]:
    """The verdicts without those between two new documents that only a third one joins."""
    kin = {each[0].id: _kin(each) for each in bunch if not each[0].story}
    for verdict in verdicts:
        first = [kin[name] for side in verdict.sides if (name := verdict.claims[side[0]].mention.document) in kin]
        if all(starmap(_of_one_event, combinations(first, 2))):
            yield verdict


def _kin(each: Keyed) -> Kin:
    document, part = each
    return Account(document.title, document.text), frozenset(names_of(part)), day_of(document.published)


def _of_one_event(one: Kin, other: Kin) -> bool:
    (account, names, day), (account_other, names_other, day_other) = one, other
    near = not day or not day_other or abs(day - day_other) <= NEAR
    return near and len(names & names_other) >= min(SHARED, len(names), len(names_other)) and may_be_one(account, account_other)


def _others(held: Iterable[Claim], given: set[str]) -> list[Claim]:
    """The held claims without those of documents that are given anew."""
    return [claim for claim in held if claim.mention.document not in given]


def _claims(made: Sequence[Keyed]) -> list[Claim]:
    return [claim for _, part in made for claim in part]


def held(store: Store, made: Sequence[Keyed]) -> list[Claim]:
    """New documents with their claims → the held claims to compare them with, each in the story of the document that found it."""
    found = {(claim.mention.document, claim.mention.start, claim.mention.end, part[0].story): _in_story(claim, part[0].story)
             for document, part in made if part for claim in candidates(store, part, Account(document.title, document.text))}
    return [claim for _, claim in sorted(found.items())]


def alone(rules: Sequence[Rule], new: Sequence[Claim], skipped: list[Skipped]) -> list[Verdict]:
    """What one document can be asked of the claims."""
    found = judged([rule for rule in rules if rule.scope == "document"], new, skipped)
    return [verdict for verdict in found if verdict.kind != "alignment"]


def _in_story(claim: Claim, story: str) -> Claim:
    return claim if claim.story == story else replace(claim, story=story)


def compared(rules: Sequence[Rule], new: Sequence[Claim], held: Sequence[Claim], skipped: list[Skipped]) -> list[Verdict]:
    """New claims with what one document can be asked, then with the held ones; held ones are not compared with each other."""
    return sorted([*alone(rules, new, skipped), *met([rule for rule in rules if rule.scope != "document"], new, held, skipped)], key=_place)


def _place(verdict: Verdict) -> tuple[object, ...]:
    return verdict.story, ORDER.index(verdict.outcome), verdict.rule, verdict.fingerprint


def met(rules: Sequence[Rule], new: Sequence[Claim], held: Sequence[Claim], skipped: list[Skipped]) -> list[Verdict]:
    """The comparison proper: the verdicts in which a new claim has a part."""
    ids = frozenset(claim.mention.document for claim in new)
    found = judged(rules, [*new, *held], skipped, ids)
    return [verdict for verdict in found if any(claim.mention.document in ids for claim in verdict.claims)]


ORDER = ("conflict", "superseded", "compatible", "agree", "incomparable")


def outdated(verdicts: Iterable[Verdict], new: set[str]) -> Iterator[Outdated]:
    """Verdicts → the places in held articles that a new, later fact replaces."""
    for verdict in verdicts:
        if verdict.outcome != "superseded" or len(verdict.sides) != 2:
            continue
        for old, later in (verdict.sides, verdict.sides[::-1]):
            by = [verdict.claims[i] for i in later if verdict.claims[i].mention.document in new]
            for claim in (verdict.claims[i] for i in old):
                if by and claim.mention.document not in new and _before(claim, by[0]):
                    yield Outdated(claim.mention.document, claim.line, claim.mention.text, by[0].mention.document, by[0].line,
                                   by[0].mention.text, verdict.fingerprint)


@cache
def stamp() -> str:
    """The program and its language data, as a word: when it changes, what was read before is read again."""
    from factcheck import __version__
    from factcheck.data import HERE
    total = hashlib.sha256()
    for path in sorted((HERE / "compiled").glob("*.json")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return f"{__version__}+{total.hexdigest()[:16]}"


def _kept(batch: Sequence[Reading | Kept | Skipped | Note], store: Store, reader: str,
          hashes: dict[str, str]) -> list[Kept | Skipped | Note]:
    """Writes what was read of a batch in one go."""
    if not any(isinstance(item, Reading) for item in batch):
        return [item for item in batch if not isinstance(item, Reading)]
    with store.writing():
        return [_put(item, store, reader, hashes) if isinstance(item, Reading) else item for item in batch]


def _put(reading: Reading, store: Store, reader: str, hashes: dict[str, str]) -> Kept:
    document, claims = reading.document, reading.claims or ()
    kept = Kept(document.id, put(store, document, claims, reader), len(claims))
    if document.id in hashes:
        remember(store, document.id, hashes.pop(document.id), reader, document)
    return kept


def _before(claim: Claim, other: Claim) -> bool:
    """Whether a claim was published before another."""
    return bool(claim.published and other.published and claim.published.isoformat() < other.published.isoformat())
