"""Walks the case tables of the reader: what must be read, what must not, and what is known to go wrong.

Each table in tests/cases/ is a list of groups with `about`, `finds` (rows in the notation of tests/score/README.md, every judged field
must be right), `not` (sentences in which nothing may be read) and `fails` (rows that are wrong today; one that turns right fails
the build until it is moved to `finds` or `not`).
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from score.labels import row, table
from score.matching import answer
from score.page import CASES, TABLES

from factcheck.extract import extract

Record = dict[str, Any] | str


def records(*sections: str) -> Iterator[Any]:
    """The rows of the named sections of all tables, each with its table, group and sentence as its id."""
    for name in TABLES:
        for group in table(CASES / f"{name}.en.yaml"):
            for section in sections:
                for record in group.get(section) or []:
                    say = record if isinstance(record, str) else record["say"]
                    yield pytest.param(record, id=f"{name}: {group['about']}: {say}")


def faults(record: Record) -> list[str]:
    one = row(record)
    return answer(one, extract(one.document())).faults()


@pytest.mark.parametrize("record", list(records("finds", "not")))
def test_read_as_it_should(record: Record) -> None:
    assert not faults(record)


@pytest.mark.parametrize("record", list(records("fails")))
def test_known_failures_still_fail(record: Record) -> None:
    assert faults(record), "this is read as it should now: move the row to `finds` (or `not`) of its group"


@pytest.mark.parametrize("name", TABLES)
def test_groups_have_known_keys(name: str) -> None:
    for group in table(CASES / f"{name}.en.yaml"):
        assert group.keys() <= {"about", "finds", "not", "fails"} and group["about"]
