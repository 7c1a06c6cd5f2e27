"""Walks the case tables of the reader: what must be read, what must not, and what is known to go wrong.

Each table `<kind>.<language>.yaml` in tests/cases/ is a list of groups with `about`, `finds` (rows in the notation of
tests/score/README.md, every judged field must be right), `not` (sentences in which nothing may be read) and `fails` (rows that are wrong
today; one that turns right fails the build until it is moved to `finds` or `not`).
"""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from score.labels import row, table
from score.matching import answer
from score.page import CASES, TABLES

from factcheck.extract import extract

Record = dict[str, Any] | str
WALKED = [path for name in TABLES for path in sorted(CASES.glob(f"{name}.??.yaml"))]


def records(*sections: str) -> Iterator[Any]:
    """The rows of the named sections of all tables in the language of their table, each with its table, group and sentence as its id."""
    for path in WALKED:
        kind, lang, _ = path.name.split(".")
        for group in table(path):
            for section in sections:
                for record in group.get(section) or []:
                    said = {"say": record} if isinstance(record, str) else record
                    yield pytest.param({"lang": lang, **said}, id=f"{kind}.{lang}: {group['about']}: {said['say']}")


def faults(record: Record) -> list[str]:
    one = row(record)
    return answer(one, extract(one.document())).faults()


@pytest.mark.parametrize("record", list(records("finds", "not")))
def test_read_as_it_should(record: Record) -> None:
    assert not faults(record)


@pytest.mark.parametrize("record", list(records("fails")))
def test_known_failures_still_fail(record: Record) -> None:
    assert faults(record), "this is read as it should now: move the row to `finds` (or `not`) of its group"


@pytest.mark.parametrize("path", WALKED, ids=lambda path: path.name)
def test_groups_have_known_keys(path: Path) -> None:
    for group in table(path):
        assert group.keys() <= {"about", "finds", "not", "fails"} and group["about"]
