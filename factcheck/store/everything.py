"""A store in, all that it holds out: the current documents and their claims."""
from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.packed import moment
from factcheck.model import Claim, Document
from factcheck.store.file import Store
from factcheck.store.finding import whole

TOGETHER = 500
"""Claims that are fetched in one query."""


def documents(store: Store) -> Iterator[Document]:
    """The current version of every document, by name."""
    for name, text, published, story, lang, title, publisher, url, body in store.rows(
            "SELECT name, text, published, story, lang, title, publisher, url, body FROM versions WHERE current = 1 ORDER BY name, id"):
        yield Document(name, text, moment(published), story, lang, title, publisher, url, body)


def claims(store: Store) -> Iterator[Claim]:
    """Every claim of those."""
    ids = [id for id, in store.rows("SELECT id FROM claims WHERE current = 1 ORDER BY id")]
    for start in range(0, len(ids), TOGETHER):
        yield from whole(store, ids[start:start + TOGETHER])
