"""A CSV file of reference values in, its rows out: one rule of kind `expected` for many things.

    name,value,unit,from,until,citation
    harbour bridge,212,metre,,,"Register of bridges, entry 4711"
    old bridge,98,metre,1931,,"Register of bridges, entry 12"

`name` are the words that a sentence must hold, in any order; `value` or `date` the reference. Each row needs a citation, its own or that of
the rule. Of two rows that both fit a sentence the one with more words is meant. Every fault is told with its line and column.
"""
from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.rulebook.errors import Problem, RuleError, nearest
from factcheck.rulebook.values import decimal, span

COLUMNS = ("name", "value", "date", "unit", "from", "until", "citation")
LARGEST = 10_000_000            # bytes
Row = dict[str, Any]


def rows(path: Path, name: str, citation: str | None, unit: str | None) -> list[Row]:
    """A CSV file, how messages call it, and the citation and unit of rows that have none → the rows; raises RuleError."""
    content = _content(path, name)
    reader = csv.DictReader(io.StringIO(content), strict=True, restkey="", restval="")
    problems: list[Problem] = []
    found: list[Row] = []
    try:
        problems += _header(reader.fieldnames or (), name)
        if problems:
            raise RuleError(problems)
        for given in reader:
            said = {key: (value or "").strip() for key, value in given.items() if key and isinstance(value, str)}
            wrong = list(_wrong(said, given, citation))
            problems += [Problem(name, reader.line_num, None, column, message) for column, message in wrong]
            if not wrong:
                found.append(_row(said, citation, unit))
    except csv.Error as error:
        raise RuleError([Problem(name, reader.line_num, None, "", f"not CSV: {error}")]) from None
    problems += _twice(found, name)
    if not found and not problems:
        problems.append(Problem(name, 1, None, "", "no rows; expected at least one below the names of the columns"))
    if problems:
        raise RuleError(problems)
    return found


def _content(path: Path, name: str) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RuleError([Problem(name, None, None, "", f"cannot be read: {error.strerror}")]) from None
    if len(data) > LARGEST:
        raise RuleError([Problem(name, None, None, "", f"{len(data):,} bytes; expected a file of at most {LARGEST:,}")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RuleError([Problem(name, line, None, "", f"the byte 0x{data[error.start]:02x}; expected UTF-8")]) from None


def _header(names: Any, name: str) -> Iterator[Problem]:
    """What is wrong with the first line."""
    for at, column in enumerate(names):
        if column not in COLUMNS:
            yield Problem(name, 1, None, str(column), f"unknown column{nearest(str(column), COLUMNS)}")
        elif column in names[:at]:
            yield Problem(name, 1, None, str(column), "this column for the second time")
    if "name" not in names or not {"value", "date"} & set(names):
        yield Problem(name, 1, None, "", f"expected the columns name, value or date, and citation; allowed: {', '.join(COLUMNS)}")


def _wrong(said: Row, given: Row, citation: str | None) -> Iterator[tuple[str, str]]:
    """What is wrong with one row: the column and what was expected."""
    if "" in given:
        yield "", "more fields than the first line has names; a field with a comma stands in quotation marks"
    if not said.get("name"):
        yield "name", "expected the words that a sentence must hold"
    if not said.get("citation") and not citation:
        yield "citation", "expected where the reference stands, so that a reader can look it up"
    if bool(said.get("value")) == bool(said.get("date")):
        yield "value", "expected either a value or a date"
    for column, read in (("value", decimal), ("date", span), ("from", span), ("until", span)):
        try:
            if said.get(column):
                read(said[column])
        except ValueError as error:
            yield column, str(error)


def _row(said: Row, citation: str | None, unit: str | None) -> Row:
    """A row → what the options of a rule with one reference hold, as plain JSON values."""
    date = span(said["date"]) if said.get("date") else None
    return {"name": " ".join(said["name"].lower().split()), "value": str(decimal(said["value"])) if said.get("value") else None,
            "unit": None if date else said.get("unit") or unit, "citation": said.get("citation") or citation,
            "date": said.get("date") or None, "start": date[0].isoformat() if date else None, "end": date[1].isoformat() if date else None,
            "from": span(said["from"])[0].isoformat() if said.get("from") else None,
            "until": span(said["until"])[1].isoformat() if said.get("until") else None}


def _twice(found: list[Row], name: str) -> Iterator[Problem]:
    """Rows of one name whose times of validity meet: which one should hold?"""
    by_name: dict[str, list[Row]] = {}
    for row in found:
        for other in by_name.setdefault(row["name"], []):
            if (row["from"] or "") <= (other["until"] or "9999") and (other["from"] or "") <= (row["until"] or "9999"):
                yield Problem(name, None, None, "name", f"{row['name']!r} for the second time; expected times of validity that do not meet")
        by_name[row["name"]].append(row)
