"""A store in, its numbers or its tables as files out."""
from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from factcheck.store.file import Store, StoreError

TABLES = ("facts", "documents", "versions")
COLUMNS = {"versions": "id, document, number, current, name, url, title, publisher, published, story, lang, replaces, correction, sha256, "
                       "reader"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
AT_ONCE = 10_000


def info(store: Store) -> dict[str, object]:
    """A store → its numbers: documents, versions, claims, stories, days, schema, size in bytes."""
    def one(sql: str) -> object:
        return store.rows(sql)[0][0]
    return {
        "documents": one("SELECT count(*) FROM documents"), "versions": one("SELECT count(*) FROM versions"),
        "claims": one("SELECT count(*) FROM claims WHERE current = 1"), "old claims": one("SELECT count(*) FROM claims WHERE current = 0"),
        "stories": one("SELECT count(DISTINCT story) FROM versions WHERE current = 1 AND story IS NOT NULL"),
        "first day": one("SELECT substr(min(published), 1, 10) FROM versions WHERE current = 1"),
        "last day": one("SELECT substr(max(published), 1, 10) FROM versions WHERE current = 1"),
        "readers": ", ".join(str(row[0]) for row in store.rows("SELECT DISTINCT reader FROM versions ORDER BY reader")),
        "schema": store.version, "bytes": one("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"),
    }


def csv_files(store: Store, folder: Path) -> Iterator[Path]:
    """A folder → one CSV file a table; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        path = folder / f"{table}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            write = csv.writer(out)
            for number, rows in enumerate(_rows(store, table)):
                names, values = rows
                if not number:
                    write.writerow(names)
                write.writerows([_cell(value) for value in row] for row in values)
        yield path


def parquet_files(store: Store, folder: Path) -> Iterator[Path]:
    """The same as Parquet, which needs the package pyarrow."""
    try:
        import pyarrow  # type: ignore[import-not-found,import-untyped,unused-ignore]
        import pyarrow.parquet  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        raise StoreError("--format parquet needs the package pyarrow: pip install 'factcheck[parquet]'") from None
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        path = folder / f"{table}.parquet"
        writer = None
        for names, values in _rows(store, table):
            schema = pyarrow.schema([(name, pyarrow.int64() if name in WHOLE_NUMBERS else pyarrow.string()) for name in names])
            writer = writer or pyarrow.parquet.ParquetWriter(path, schema)
            columns = list(zip(*values, strict=True)) if values else [()] * len(names)
            writer.write_table(pyarrow.table([list(column) for column in columns], schema=schema))
        if writer:
            writer.close()
        yield path


WHOLE_NUMBERS = frozenset(["id", "number", "current", "versions", "line", "column", "start", "end"])


def json_line(record: dict[str, object]) -> str:
    """A record → one line of JSON."""
    return json.dumps(record, ensure_ascii=False)


def _rows(store: Store, table: str) -> Iterator[tuple[list[str], list[tuple[object, ...]]]]:
    """A table → its column names with some rows at a time; the names come once even when it is empty."""
    cursor = store.db.execute(f"SELECT {COLUMNS.get(table, '*')} FROM {table} ORDER BY id")
    names = [column[0] for column in cursor.description]
    first = True
    while (rows := cursor.fetchmany(AT_ONCE)) or first:
        yield names, rows
        first = False


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(FORMULA) and not _is_number(value):
        return f"'{value}"
    return value


def _is_number(text: str) -> bool:
    return text[1:].replace(".", "", 1).replace("/", "", 1).isdecimal()
