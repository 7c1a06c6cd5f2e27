"""`docs/rules/`: a page for each kind of rule, made from its module, the keys of its files and the rule that comes with it.

`python tests/test_rule_pages.py` writes the pages anew; read the difference before you commit it. The sentences of a docstring are run:
what it says fails must fail.
"""
from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck
from factcheck.model import Document
from factcheck.pipeline import check
from factcheck.rulebook.kinds import KINDS
from factcheck.rulebook.load import packs
from factcheck.rulebook.models import RuleFile
from factcheck.rulebook.selfchecks import SELF_CHECKS

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "rules"
CODE = Path(factcheck.__file__).parent
ROW = re.compile(r"^ {4}(?P<word>fails|passes|silent|rule)\s+(?P<text>\S.*?)(?:\s{3,}(?P<note>\S.*))?$")
MEANING = {"fails": "fails", "passes": "passes", "silent": "says nothing of", "rule": "the rule"}
YEAR = re.compile(r"published in (\d{4})")


def module(kind: str) -> Path:
    """The module that does what a kind of rule says."""
    folder = CODE / "checks" / "kinds" if kind in SELF_CHECKS else CODE / "checks"
    return folder / f"{kind.replace('-', '_')}.py"


def docstring(kind: str) -> str:
    return ast.get_docstring(ast.parse(module(kind).read_text(encoding="utf-8")), clean=False) or ""


def rows(kind: str) -> Iterator[re.Match[str]]:
    return (found for line in docstring(kind).splitlines() if (found := ROW.match(line)))


def page(kind: str) -> str:
    """The page of a kind, as Markdown."""
    first, _, rest = docstring(kind).partition("\n")
    lines = [f"# `{kind}`", "", "<!-- made by tests/test_rule_pages.py from the module, do not edit -->", "", _sentence(first, kind), ""]
    lines += ["| | sentence | why |", "|---|---|---|",
              *(f"| {MEANING[row['word']]} | {_cell(row['text'])} | {_cell(row['note'] or '')} |" for row in rows(kind)), ""]
    prose = "\n".join(line for line in rest.splitlines() if not ROW.match(line)).strip()
    lines += [_escaped(prose), ""] if prose else []
    lines += [*_own_rule(kind), *_keys(kind)]
    return "\n".join(lines).rstrip() + "\n"


def _sentence(first: str, kind: str) -> str:
    text = first.removeprefix(f"`{kind}`: ")
    return _escaped(text[0].upper() + text[1:])


def _cell(text: str) -> str:
    return _escaped(text).replace("|", "\\|")


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;")


def _own_rule(kind: str) -> Iterator[str]:
    """The rule of the general packs that is of this kind, where it is one."""
    rule = next((rule for rule in packs() if rule.kind == kind and rule.id.startswith("self/")), None)
    if rule is not None:
        yield from (f"Runs by default as `{rule.id}`, severity {rule.severity}: {rule.why}", "",
                    f"A file `rules/{rule.id}.yaml` of your own takes its place, for another severity or for some articles only.", "")


def _keys(kind: str) -> Iterator[str]:
    """The keys that only files of this kind have; all others are told once."""
    own = {name: field for name, field in KINDS[kind].model_fields.items() if name not in RuleFile.model_fields}
    if own:
        yield from ("| key of its own | meaning |", "|---|---|")
        yield from (f"| `{field.alias or name}` | {_cell(field.description or '')} |" for name, field in own.items())
        yield ""
    yield "[How to write a rule](../write-a-rule.md) tells the keys that every kind has."


def index() -> str:
    """The list of the pages."""
    lines = ["# Kinds of rules", "", "<!-- made by tests/test_rule_pages.py from the modules, do not edit -->", ""]
    for title, kinds in (("Between articles", [kind for kind in KINDS if kind not in SELF_CHECKS]), ("Within one article", SELF_CHECKS)):
        lines += [f"{title}:", "", *(f"- [`{kind}`]({kind}.md): {docstring(kind).partition(chr(10))[0].removeprefix(f'`{kind}`: ')}"
                                     for kind in kinds), ""]
    return "\n".join(lines).rstrip() + "\n"


def pages() -> dict[Path, str]:
    return {PAGES / "README.md": index(), **{PAGES / f"{kind}.md": page(kind) for kind in KINDS}}


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_what_the_module_says(kind: str) -> None:
    assert (PAGES / f"{kind}.md").read_text(encoding="utf-8") == page(kind), "run python tests/test_rule_pages.py"


def test_the_index_is_what_the_modules_say_and_no_page_is_left_over() -> None:
    assert (PAGES / "README.md").read_text(encoding="utf-8") == index()
    assert {path.name for path in PAGES.iterdir()} == {path.name for path in pages()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_docstring_has_what_fails_and_what_passes(kind: str) -> None:
    words = {row["word"] for row in rows(kind)}
    assert "fails" in words and words & {"passes", "silent"}


SENTENCES = [pytest.param(kind, row, id=f"{kind}: {row['word']} {row['text'][:50]}") for kind in SELF_CHECKS for row in rows(kind)]
RULES = [rule for rule in packs() if rule.kind in SELF_CHECKS]


@pytest.mark.parametrize(("kind", "row"), SENTENCES)
def test_a_sentence_of_a_docstring_does_what_it_says(kind: str, row: re.Match[str]) -> None:
    year = YEAR.search(row["note"] or "")
    published = datetime.date(int(year[1]) if year else 2023, 6, 5)
    text = row["text"].replace(" / ", "\n\n") if kind == "headline" else row["text"]
    published_at = None if "no date of the article" in (row["note"] or "") else published
    found = [verdict.kind for verdict in check([Document("a", text, published_at, "s")], RULES, default=False).verdicts]
    assert found == ([kind] if row["word"] == "fails" else [])


def test_the_sentences_between_articles_do_what_they_say() -> None:
    for row in rows("agreement"):
        left, right = row["text"].split(" / ")
        outcomes = {verdict.outcome for verdict in check([Document("a", left, None, "s"), Document("b", right, None, "s")]).verdicts}
        assert ("conflict" in outcomes) == (row["word"] == "fails"), row["text"]
        assert bool(outcomes) == (row["word"] != "silent"), row["text"]


if __name__ == "__main__":
    PAGES.mkdir(exist_ok=True)
    for path, content in pages().items():
        path.write_text(content, encoding="utf-8")
