"""What runs load is what the YAML says."""
from __future__ import annotations

from factcheck.data import HERE, bundled, load
from factcheck.data.compile import compiled, sources, stale
from factcheck.extract.grammar import Grammar


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
