"""Claims kept in one file: read documents in, and for a new document the held claims that it may be compared with out.

SQLite in WAL mode: one process writes while others read, a second writer waits. Every document is written whole or not at all, so a run
that was killed is simply run again. `docs/store.md` describes the tables.
"""
from __future__ import annotations

from factcheck.store.file import Store, StoreError, opened

__all__ = ["Store", "StoreError", "opened"]
