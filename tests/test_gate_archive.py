"""The daily use: a fresh repository, forty articles held, one brought in that contradicts one of them; whatever happens to its file, it
is the same finding, and nothing else is said."""
from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import main
from factcheck.data import bundled
from factcheck.documents import read
from factcheck.model import Document
from factcheck.pipeline import check

PLACES = ("Ketterby", "Dunmarrow", "Port Alwyn", "Larkhaven", "Sorrel Bay", "Tolvane", "Brackwater", "Varnholt", "Orsa", "Kestmoor")
TEXTS = (
    "A storm in {place} damaged {a} houses on Monday, the council said. Nobody was hurt, and the road to the coast stayed open.\n",
    "The harbour of {place} gets a new pier. The pier in {place} will be {b} metres long and cost {c} million euros, the mayor said.\n",
    "{place} counted {d} visitors at its summer market, {e} of them from abroad. The market was opened in 19{f}.\n",
    "The school in {place} has {g} pupils and {h} teachers. A new wing of {b} square metres was opened in June.\n")
NEW = "The new pier in {place} will be {b} metres long, the mayor said on Friday.\n"


def held(number: int, text: int) -> str:
    return TEXTS[text].format(place=PLACES[number], a=11 + 7 * number, b=120 + 13 * number, c=3 + number, d=4100 + 310 * number,
                              e=210 + 17 * number, f=21 + 5 * number, g=300 + 23 * number, h=21 + 3 * number)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    for number, place in enumerate(PLACES):
        folder = Path("articles") / place.lower().replace(" ", "-")
        folder.mkdir(parents=True)
        for text in range(len(TEXTS)):
            (folder / f"{text}.md").write_text(f"---\npublished: 2026-05-0{text + 1}\n---\n{held(number, text)}")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "archive")
    git("branch", "-M", "main")


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgSign=false", *arguments], check=True,
                   capture_output=True)


def bring(path: str, text: str) -> None:
    Path(path).write_bytes(text.encode())


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    status = main(["check", "articles", "--format", "json", *arguments])
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return {"status": status, "conflicts": [verdict for verdict in report["verdicts"] if verdict["outcome"] == "conflict"]}


WRONG = NEW.format(place="Orsa", b=242)
WAYS: dict[str, Callable[[], None]] = {
    "as it came": lambda: bring("articles/orsa/news.md", WRONG),
    "text moved": lambda: bring("articles/orsa/news.md", f"The week in Orsa was quiet.\n\n## Also\n\n{WRONG}"),
    "line ends changed": lambda: bring("articles/orsa/news.md", WRONG.replace("\n", "\r\n")),
    "a byte-order mark": lambda: bring("articles/orsa/news.md", "\ufeff" + WRONG),
    "file renamed": lambda: bring("articles/orsa/a-day-later.txt", WRONG),
    "front matter": lambda: bring("articles/orsa/news.md", f"---\npublished: 2026-05-02\n---\n{WRONG}"),
    "wrapped": lambda: bring("articles/orsa/news.md", WRONG.replace("long, the", "long,\nthe")),
}


def test_the_archive_alone_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys) == {"status": 0, "conflicts": []}


@pytest.mark.parametrize("way", WAYS)
def test_what_one_article_contradicts_is_one_and_the_same_finding(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    WAYS[way]()
    by_git = checked(capsys, "--since", "main")
    assert by_git["status"] == 1
    [conflict] = by_git["conflicts"]
    assert {claim["text"] for claim in conflict["claims"]} == {"224 metres", "242 metres"}
    assert conflict["fingerprint"] == "f1:8617b961ccac48ff3fcda9ef"


def test_the_same_with_a_store(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", "articles", "--store", "held.db"]) == 0
    WAYS["as it came"]()
    found = checked(capsys, "--since", "main", "--against", "held.db")
    assert found["status"] == 1 and len(found["conflicts"]) == 1


def test_accepted_it_is_quiet_again(capsys: pytest.CaptureFixture[str]) -> None:
    WAYS["as it came"]()
    assert checked(capsys, "--write-baseline", "base.yaml")["status"] == 0
    os.rename("articles/orsa/news.md", "articles/orsa/pier.md")
    assert checked(capsys, "--since", "main", "--baseline", "base.yaml")["status"] == 0
    assert checked(capsys, "--since", "main")["status"] == 1


STORIES = sorted(path.name for path in bundled("seeds").iterdir() if path.is_dir())
CHANGES: dict[str, Callable[[tuple[Document, ...]], list[Document]]] = {
    "renamed": lambda documents: [replace(document, id=f"{len(documents) - number}.md") for number, document in enumerate(documents)],
    "line ends": lambda documents: [replace(document, text=document.text.replace("\r\n", "\n").replace("\n", "\r\n"), metadata_offset=(
        document.metadata_offset + document.text.count("\n", 0, document.metadata_offset))) for document in documents],
    "lines above": lambda documents: [replace(document, text=f"{document.text[:document.metadata_offset]}\n\n\n"
                                                             f"{document.text[document.metadata_offset:]}") for document in documents],
    "two spaces": lambda documents: [replace(document, text=document.text[:document.metadata_offset] + document.text[
        document.metadata_offset:].replace(". ", ".  ")) for document in documents],
}


@pytest.mark.parametrize("story", STORIES)
def test_no_finding_of_the_sample_stories_depends_on_the_look_of_its_files(story: str) -> None:
    folder = bundled("rules") / "stories" / story
    documents = read([str(bundled("seeds") / story)], story=story).documents

    def findings(changed: Sequence[Document]) -> list[tuple[str, str]]:
        return sorted((verdict.outcome, verdict.fingerprint) for verdict in check(changed, [folder] if folder.is_dir() else None).verdicts)
    assert {name: findings(change(documents)) for name, change in CHANGES.items()} == dict.fromkeys(CHANGES, findings(documents))
