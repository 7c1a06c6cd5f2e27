"""Documents read by several processes: the same results in one order, whatever a document does to its process."""
from __future__ import annotations

import datetime
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import astuple, fields, replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import main
from factcheck.documents import Call, Limits, Note, Placed
from factcheck.documents.shapes import Source, Unparsed
from factcheck.model import Document, Skipped
from factcheck.pipeline import read
from factcheck.report.shapes import Reading
from factcheck.standing import Remark
from factcheck.workers import readings

NEWS = "The flood in Brackwater killed {} people. Two-thirds of the 1.20 million euros went to the NATO base at 9 p.m., Ms. Rell said."
PAGE = "<!DOCTYPE html><html><body><article><p>The council of Dornach voted to raise the wall by 3 metres.</p></article></body></html>"

WHOLE = Document("d", NEWS, datetime.date(2024, 5, 3), "flood", "en", "Flood", "The Post", "https://post.example/1", 0, "d0", "a.jsonl",
                 (Remark("casualties", "known", 1, (1, 2)),))


def items(count: int = 70) -> list[Any]:
    placed = [Placed(replace(WHOLE, id=f"d{n % 60}", text=NEWS.format(n)), n, "a.jsonl") for n in range(count)]
    page = Unparsed(Source("page.html", PAGE.encode(), "flood"), "html")
    return [*placed[:20], Note("a.jsonl", "odd", 3), *placed[20:30], page, Skipped("b.txt", "empty"), "other", page, *placed[30:]]


def test_the_document_of_these_tests_says_all_that_one_can_say() -> None:
    plain = Document("", "")
    assert not [field.name for field in fields(Document) if getattr(WHOLE, field.name) == getattr(plain, field.name)
                and field.name not in ("lang", "metadata_offset")] and len(astuple(WHOLE)) == 12


@pytest.mark.parametrize("claims", [False, True])
def test_the_same_for_any_number_of_processes(claims: bool) -> None:
    one, two, three = (list(readings(items(), Call(), jobs, claims)) for jobs in (1, 2, 3))
    assert one == two == three
    assert sum(isinstance(item, Reading) for item in one) == 61 and sum(isinstance(item, Skipped) for item in one) == 12
    first = next(item for item in one if isinstance(item, Reading))
    assert (first.claims is not None) == claims and len(first.mentions) >= 3


def behaving(monkeypatch: pytest.MonkeyPatch, behaviour: Any) -> None:
    """What reading the document "bad" does; the processes inherit it."""
    def reading(documents: list[Document]) -> Iterator[Reading | Skipped]:
        if documents[0].id == "bad":
            behaviour()
        yield from read(documents)
    monkeypatch.setattr("factcheck.workers.tasks.read", reading)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not fork, or have no such bound")
@pytest.mark.parametrize(("behaviour", "expected"), [
    (lambda: time.sleep(60), "took longer than 1 seconds"), (lambda: os._exit(3), "ended with status 3"),
    (lambda: os.kill(os.getpid(), 9), "ended with signal 9"), (lambda: bytearray(2 ** 30), "needs more than 100 MB of memory")])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_ends_its_process_is_skipped_alone(behaviour: Any, expected: str, jobs: int,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    behaving(monkeypatch, behaviour)
    monkeypatch.setattr("factcheck.workers.tasks.LARGE", 10)
    given = [Placed(Document(name, NEWS.format(n)), n, "a.jsonl") for n, name in enumerate(("a", "b", "bad", "c", "d"))]
    found = list(readings(given, Call(limits=Limits(memory=100 * 2 ** 20, seconds=1)), jobs))
    assert [item.document.id if isinstance(item, Reading) else item.path for item in found] == ["a", "b", "bad", "c", "d"]
    assert isinstance(found[2], Skipped) and expected in found[2].reason


def test_a_small_document_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.workers.pool.Pool._started", lambda _: pytest.fail("a process was started"))
    assert len(list(readings(items(), Call()))) == 75


def test_the_commands_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(40):
        Path(f"{number}.txt").write_text(f"---\nstory: s{number % 7}\nodd: x\n---\n{NEWS.format(number % 3)}\n")
    Path("x.txt").write_bytes(b"\xff")
    Path("p.html").write_text(PAGE)
    for command in (["extract", ".", "--format", "jsonl"], ["check", ".", "--format", "json"], ["ingest", ".", "-v", "--store", "{}.db"],
                    ["report", ".", "-o", "-"]):
        said = []
        for jobs in ("1", "2"):
            status = main([part.format(jobs) for part in command] + ["-j", jobs])
            printed = capsys.readouterr()
            said.append((status, printed.out, printed.err.replace(f"{jobs}.db", "held.db")))
        assert said[0] == said[1] and said[0][0] == (0 if command[0] == "never" else 2)


def test_limits_are_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(NEWS.format(3) * 20)
    assert main(["extract", "a.txt", "--max-size", "0.0009765625"]) == 2
    assert "larger than 0.000976562 MB" in capsys.readouterr().err
