"""Coverage-guided fuzzing of what reads strangers' files: `python tests/fuzz/fuzz.py TARGET [libFuzzer options]`, needs `factcheck[fuzz]`.

`make soak` runs each target for a while. A crash prints the input that caused it: make it a row in tests/test_hostile.py.
"""
from __future__ import annotations

import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["factcheck"]):
    from factcheck.documents.feed import read as feed
    from factcheck.documents.html import parsed as page
    from factcheck.documents.jsonl import read as lines
    from factcheck.documents.prose import read as prose
    from factcheck.documents.shapes import Call, Source, Unusable
    from factcheck.model import Document
    from factcheck.pipeline import check
    from factcheck.rulebook.errors import RuleError
    from factcheck.rulebook.load import read_text


def reader(data: bytes) -> None:
    """A text → its mentions, each where it says it is, and its verdicts."""
    text = data.decode("utf-8", "replace")
    report = check([Document("a", text), Document("b", text)])
    assert not report.skipped, report.skipped
    assert all(text[c.mention.start:c.mention.end] == c.mention.text for c in report.claims)


def loader(data: bytes) -> None:
    """A rule file → rules, or errors with their places."""
    try:
        read_text(data.decode("utf-8", "replace"), "rule.yaml")
    except RuleError as error:
        assert error.problems and all(str(problem) for problem in error.problems)


def html(data: bytes) -> None:
    """A page → its article, or why there is none."""
    try:
        assert page(data)["text"].strip()
    except Unusable as error:
        assert "expected" in error.reason


def files(data: bytes) -> None:
    """The other formats, each by its own reader."""
    for read in (feed, lines, prose):
        try:
            list(read(Source("a", data), Call()))
        except Unusable as error:
            assert error.reason


TARGETS: dict[str, Callable[[bytes], None]] = {"reader": reader, "loader": loader, "html": html, "files": files}

if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
    atheris.Fuzz()
