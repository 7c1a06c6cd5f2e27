"""A document and its claims in, rows out: versions kept, the current one marked, nothing written twice.

A document is known by its URL, else its id. Other content under the same identity is a new version; the version published last is the
current one, without dates the one that came last. A document that names another in `replaces` takes its place, whichever came first.
"""
from __future__ import annotations

import datetime
import hashlib
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from factcheck.claims.sentence import sentence
from factcheck.groups.features import phrases
from factcheck.groups.things import block
from factcheck.model import Attribution, Claim, Document, Number
from factcheck.store.codec import encoded
from factcheck.store.file import Store

State = Literal["new", "changed", "unchanged", "read again"]
NAMES = 12              # of a document that an event is found by
NOTICE = re.compile(r"""(?xi) (?: \A | \n ) [ \t*_>\#]* (
    (?: Corrections? | Clarification | Editor.?s.note ) \b [ :] .{0,400}                    # "Correction: the toll was 12."
    | (?: An | This ) .{0,40} \b (?: earlier | previous ) [ ] version [ ] of [ ] this \b .{0,400}
    | This [ ] (?: article | story | report ) [ ] (?: has [ ] been | was ) [ ] (?: corrected | amended ) \b .{0,400} )""")

CLAIM = ("version", "current", "start", '"end"', "line", '"column"', "quote_start", "quote_end", "words", "kind", "modifier", "low", "high",
         "unit", "dimension", "entity", "property", "subject", "place", "time", "story", "day", "block", "figure", "context", "names",
         "record", "others")
VERSION = f"""INSERT INTO versions (document, number, current, name, url, title, publisher, published, story, lang, replaces,
                                    correction, body, text, sha256, said, reader) VALUES ({', '.join('?' * 17)})"""
INSERT = f"INSERT INTO claims ({', '.join(CLAIM)}) VALUES ({', '.join('?' * len(CLAIM))})"


def identity(document: Document) -> str:
    """What a document is known by."""
    return document.url or document.id


def state(store: Store, document: Document, reader: str) -> State:
    """Whether a document has to be read, and why."""
    found = store.rows("""SELECT v.said, v.reader, v.current, v.name FROM versions v JOIN documents d ON d.id = v.document
                          WHERE d.identity = ? ORDER BY v.number""", (identity(document),))
    if not found:
        return "new"
    said = fingerprint(document)
    same = [row for row in found if row[0] == said]
    latest = next((row for row in found if row[2]), found[-1])
    if not same or (latest not in same and latest[3] == document.id):       # the same file says again what it said before
        return "changed"
    return "unchanged" if not same[-1][2] or same[-1][1] == reader else "read again"


def is_known(store: Store, name: str, sha256: str, reader: str) -> bool:
    """Whether a file was read before as it is now."""
    return bool(store.rows("SELECT 1 FROM sources WHERE name = ? AND sha256 = ? AND reader = ?", (name, sha256, reader)))


def remember(store: Store, name: str, sha256: str, reader: str, document: Document) -> None:
    """Notes the bytes of a file whose document was put into the store; inside `store.writing()`."""
    store.db.execute("INSERT OR REPLACE INTO sources SELECT ?, ?, ?, id FROM documents WHERE identity = ?",
                     (name, sha256, reader, identity(document)))


def put(store: Store, document: Document, claims: Sequence[Claim], reader: str) -> State:
    """A document and its claims → what was done; inside `store.writing()`."""
    what, db = state(store, document, reader), store.db
    if what == "unchanged":
        return what
    if what == "read again":
        [(version,)] = db.execute("""SELECT v.id FROM versions v JOIN documents d ON d.id = v.document
                                     WHERE d.identity = ? AND v.current = 1""", (identity(document),)).fetchall()
        _forget_claims(db, version)
        db.execute("UPDATE versions SET reader = ? WHERE id = ?", (reader, version))
        _claims(db, version, document, claims, True)
        return what
    if what == "new":
        row = db.execute("INSERT INTO documents (identity, versions) VALUES (?, 0)", (identity(document),)).lastrowid
    else:
        row = db.execute("SELECT id FROM documents WHERE identity = ?", (identity(document),)).fetchone()[0]
    current = _is_current(db, row, document)
    if current:
        _demote(db, "document = ?", row)
    db.execute("UPDATE documents SET versions = versions + 1 WHERE id = ?", (row,))
    version = db.execute(VERSION, (
        row, db.execute("SELECT versions FROM documents WHERE id = ?", (row,)).fetchone()[0], int(current), document.id, document.url,
        document.title, document.publisher, _moment(document.published), document.story, document.lang, document.replaces, notice(document),
        document.metadata_offset, document.text, _hash(document.text), fingerprint(document), reader)).lastrowid
    _claims(db, version, document, claims, current)
    if document.replaces:
        _demote(db, """document IN (SELECT id FROM documents WHERE identity = ?1 UNION SELECT document FROM versions WHERE name = ?1)
                       AND document <> ?2""", document.replaces, row)
    return what


def remove(store: Store, named: str) -> int:
    """A URL or an id → how many documents were forgotten, with all their versions; inside `store.writing()`."""
    found = store.rows("SELECT id FROM documents WHERE identity = ?1 UNION SELECT document FROM versions WHERE name = ?1", (named,))
    for (document,) in found:
        for (version,) in store.rows("SELECT id FROM versions WHERE document = ?", (document,)):
            _forget_claims(store.db, version)
        store.db.execute("DELETE FROM sources WHERE document = ?", (document,))
        store.db.execute("DELETE FROM versions WHERE document = ?", (document,))
        store.db.execute("DELETE FROM documents WHERE id = ?", (document,))
    return len(found)


def fingerprint(document: Document) -> str:
    """The hash of all that a document is made of, but for its id."""
    return _hash(json.dumps([document.text, _moment(document.published), document.story, document.lang, document.title, document.publisher,
                             document.url, document.metadata_offset, document.replaces]))


def notice(document: Document) -> str | None:
    """The sentence in which a text says that it corrects an earlier version."""
    found = NOTICE.search(document.text, document.metadata_offset)
    return found[1].strip() if found else None


def day_of(published: datetime.date | None) -> int:
    """A date or time → its day as a number; 0 when it is not known."""
    return published.toordinal() if published else 0


def block_of(claim: Claim) -> str:
    """What two claims must share to be compared, as a word."""
    dimension, thing = block(claim)
    return f"{dimension or ''}/{thing or ''}"


def figure_of(claim: Claim) -> str:
    """The amount or date of a claim, as a word that equal ones share."""
    mention = claim.mention
    return f"{mention.timex or ''}{mention.number.low if mention.number else ''}"


def others_of(claim: Claim) -> list[str]:
    """The proper names of a claim's sentence without that of its speaker, in words that may be compared."""
    return sorted({" ".join(sorted(name)) for name in phrases(claim, sentence(claim.quote))})


def names_of(claims: Iterable[Claim]) -> list[str]:
    """The proper names that a document speaks of most."""
    counts = Counter(name for claim in claims for name in claim.names)
    return sorted(counts, key=lambda name: (-counts[name], name))[:NAMES]


def _is_current(db: sqlite3.Connection, row: int | None, document: Document) -> bool:
    """Whether a new version is the one to compare: none was published later, and none replaces its document."""
    names = (identity(document), document.id)
    if db.execute("SELECT 1 FROM versions WHERE replaces IN (?, ?) AND document <> ? AND current = 1", (*names, row)).fetchone():
        return False
    published = db.execute("SELECT published FROM versions WHERE document = ? AND current = 1", (row,)).fetchone()
    return not (published and published[0] and document.published) or day_of(document.published) >= day_of(_date(published[0]))


def _demote(db: sqlite3.Connection, where: str, *values: object) -> None:
    """Current versions become old ones: readable, and no longer compared."""
    for (version,) in db.execute(f"SELECT id FROM versions WHERE current = 1 AND {where}", values).fetchall():
        db.execute("UPDATE versions SET current = 0 WHERE id = ?", (version,))
        db.execute("UPDATE claims SET current = 0 WHERE version = ?", (version,))
        db.execute("DELETE FROM names WHERE version = ?", (version,))


def _forget_claims(db: sqlite3.Connection, version: object) -> None:
    db.execute("DELETE FROM claims WHERE version = ?", (version,))
    db.execute("DELETE FROM names WHERE version = ?", (version,))


def _claims(db: sqlite3.Connection, version: int | None, document: Document, claims: Sequence[Claim], current: bool) -> None:
    day = day_of(document.published)
    words: dict[tuple[int, Attribution | None], tuple[str, str, str]] = {}
    for claim in claims:                                    # the claims of a sentence share them
        if (claim.quote_start, claim.mention.attribution) not in words:
            words[claim.quote_start, claim.mention.attribution] = _words(claim)
    db.executemany(INSERT, [_row(version, claim, day, current, words[claim.quote_start, claim.mention.attribution]) for claim in claims])
    if current:
        db.executemany("INSERT INTO names (name, day, version) VALUES (?, ?, ?)", [(name, day, version) for name in names_of(claims)])


def _words(claim: Claim) -> tuple[str, str, str]:
    """The words of a claim's sentence as its row holds them: the content words, the names, the names without the speaker's."""
    return " ".join(sorted(claim.context)), "\n".join(sorted(claim.names)), "\n".join(others_of(claim))


def _row(version: int | None, claim: Claim, day: int, current: bool, words: tuple[str, str, str]) -> tuple[object, ...]:
    m, key, (context, names, others) = claim.mention, claim.key, words
    low, high = (m.bounds.low, m.bounds.high) if m.bounds else (None, None)
    return (version, int(current), m.start, m.end, claim.line, claim.column, *m.sentence,
            m.text, m.kind, m.modifier, _decimal(low), _decimal(high), m.unit, key.dimension, key.entity, key.property, key.subject,
            key.place, key.time, claim.story, day, block_of(claim), figure_of(claim), context, names, encoded(claim), others)


def _decimal(number: Number | None) -> str | None:
    return None if number is None else format(number, "f") if "E" in str(number) else str(number)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _moment(published: datetime.date | None) -> str | None:
    return published.isoformat() if published else None


def _date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text[:10])


def identity_of_name(store: Store, url: str | None, name: str) -> set[object]:
    """The versions that a document has itself: it is never compared with what it said before."""
    return {row[0] for row in store.rows("""
        SELECT id FROM versions WHERE document IN (
            SELECT id FROM documents WHERE identity = ?1 UNION SELECT document FROM versions WHERE name = ?2)""", (url or name, name))}
