"""The file of a store: opened, brought to this program's schema, and its errors as sentences."""
from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.store.schema import APPLICATION, STEPS

WAIT = 120.0            # seconds that a writer waits for another
EXPECTED = "expected a store that `factcheck ingest` made"


class StoreError(Exception):
    """Why a store cannot be used: one sentence with its path."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open store."""

    path: str
    db: sqlite3.Connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside is written together, or not at all."""
        with told(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
            self.db.execute("COMMIT")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """A query → its rows."""
        with told(self.path):
            return self.db.execute(sql, values).fetchall()

    @property
    def version(self) -> int:
        """Of its schema."""
        return int(self.db.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def opened(path: str, *, create: bool = False, steps: Sequence[str] = STEPS) -> Iterator[Store]:
    """A path → its store, opened for writing and made when `create` is set, else for reading; brought up to date if it is older."""
    if not create and not os.path.exists(path):
        raise StoreError(f"{path}: no such store, {EXPECTED}")
    with told(path):
        db = _connected(path, create)
        try:
            db.execute("PRAGMA cache_size = -65536")
            store = Store(path, db)
            if create or 0 < store.version < len(steps):
                with _writing(store, create) as writer:
                    _migrated(writer, steps)
            _usable(store, len(steps))
            yield store
        finally:
            db.close()


@contextmanager
def told(path: str) -> Iterator[None]:
    """Whatever SQLite trips over, as one sentence."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        reason = str(error)
        if "is not a database" in reason:
            raise StoreError(f"{path}: no store, {EXPECTED}") from None
        if "full" in reason or "disk I/O" in reason:
            raise StoreError(f"{path}: {reason}; what was written before is kept, make room and run again") from None
        raise StoreError(f"{path}: {reason}, {EXPECTED} and a folder that can be written") from None


def _connected(path: str, create: bool) -> sqlite3.Connection:
    if not create:
        return sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT, isolation_level=None)
    db = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    if db.execute("PRAGMA application_id").fetchone()[0] not in (0, APPLICATION):
        raise StoreError(f"{path}: an SQLite file of another program, {EXPECTED}")
    if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = ON")
    return db


@contextmanager
def _writing(store: Store, is_writer: bool) -> Iterator[Store]:
    """The store, opened once more for writing if it was opened for reading."""
    if is_writer:
        yield store
        return
    _usable(store, store.version)
    db = _connected(store.path, True)
    try:
        yield Store(store.path, db)
    finally:
        db.close()


def _migrated(store: Store, steps: Sequence[str]) -> None:
    """Runs the steps that the store lacks, each whole or not at all."""
    while store.version < len(steps):
        with store.writing() as db:
            at = store.version                      # another process may have been faster
            if at >= len(steps):
                return
            if at == 0 and db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise StoreError(f"{store.path}: an SQLite file of another program, {EXPECTED}")
            for statement in _statements(steps[at]):
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {at + 1}")


def _statements(script: str) -> Iterator[str]:
    """A script → its statements, each of which begins on a line of its own; `executescript` would commit between them."""
    begun = ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            yield begun
            begun = ""


def _usable(store: Store, known: int) -> None:
    if store.db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise StoreError(f"{store.path}: an SQLite file of another program, {EXPECTED}")
    if store.version > known:
        raise StoreError(f"{store.path}: made by a later factcheck (schema {store.version}, this one knows {known}); please update")
