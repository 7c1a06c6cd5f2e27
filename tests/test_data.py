"""What runs load is what the YAML says."""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from factcheck.data import HERE, bundled, load
from factcheck.data.compile import compiled, sources, stale
from factcheck.extract.grammar import Grammar, grammar


def test_compiled_tables_equal_their_yaml() -> None:
    assert stale() == [], "run `make data`"


def test_no_table_is_left_behind() -> None:
    expected = {compiled(name) for name in sources()}
    assert set((HERE / "compiled").glob("*.json")) == expected


def test_scalars_are_strings() -> None:
    def scalars(value: object) -> object:
        if isinstance(value, dict):
            return [scalars(item) for item in value.values()]
        return [scalars(item) for item in value] if isinstance(value, list) else type(value)

    def flat(value: object) -> set[object]:
        return set().union(*map(flat, value)) if isinstance(value, list) else {value}

    for name in sources():
        assert flat(scalars(load(name))) <= {str, type(None)}, name      # an empty value is the only other one


def test_bundled_folders_exist() -> None:
    assert bundled("rules").is_dir()
    assert bundled("seeds").is_dir()


def test_every_row_of_the_grammar_is_read() -> None:
    assert set(load("lang.en.grammar")) - set(Grammar.__annotations__) == {"verbs_or_nouns", "open_words", "irregular_plurals"}


READING = [path for stage in ("extract", "claims", "groups", "checks") for path in sorted((HERE.parent / stage).rglob("*.py"))]


@pytest.mark.parametrize("path", READING, ids=lambda path: str(path.relative_to(HERE.parent)))
def test_no_word_list_stands_in_the_code(path: Path) -> None:
    """Knowledge is data: five or more words of the grammar in one literal belong to a table."""
    assert [words for words in literals(path) if len(words & known_words()) >= 5] == []


def literals(path: Path) -> Iterator[set[str]]:
    """The words of each set, list or tuple of strings, of each string that is split, and of each pattern's alternatives."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    slots = [node.value for node in nodes if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__slots__"]
    for node in nodes:
        if isinstance(node, ast.Set | ast.List | ast.Tuple) and node not in slots:
            yield {item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)}
        elif isinstance(node, ast.Attribute) and node.attr == "split" and isinstance(node.value, ast.Constant):
            yield set(str(node.value.value).split())
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile" and isinstance(node.args[0], ast.Constant):
            yield set(re.findall(r"[a-z]{2,}(?= *[|)])|(?<=[|(]) *[a-z]{2,}", str(node.args[0].value)))


@cache
def known_words() -> frozenset[str]:
    return grammar().stops | grammar().verbal | grammar().plurals | frozenset(load("lang.en.dates")["months"]["names"])
