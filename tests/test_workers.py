"""Documents read by several processes: the same results in one order, whatever a document does to its process."""
from __future__ import annotations

import datetime
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import astuple, fields, replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import main
from factcheck.documents import Call, Limits, Note, Placed, parsed
from factcheck.documents.shapes import Source, Unparsed
from factcheck.model import Document, Skipped
from factcheck.pipeline import read
from factcheck.report.shapes import Reading
from factcheck.standing import Remark
from factcheck.workers import readings
from factcheck.workers.alarm import within

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


needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not fork, or have no such bound")


@needs_fork
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
    assert len(list(readings([item for item in items() if not isinstance(item, Unparsed)], Call()))) == 73


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


# Limits with one process

def hanging(monkeypatch: pytest.MonkeyPatch, behaviour: Any) -> list[Any]:
    """Small texts read with a budget of a tenth of a second here and two seconds in a process, of which one misbehaves."""
    behaving(monkeypatch, behaviour)
    monkeypatch.setattr("factcheck.workers.SOON", 0.1)
    given = [Placed(Document(name, NEWS.format(n)), n, "a.jsonl") for n, name in enumerate(("a", "bad", "c"))]
    return list(readings(given, Call(limits=Limits(seconds=2))))


def recognising_without_end() -> None:
    """A recogniser that hangs, and takes no notice of what goes wrong."""
    while True:
        with suppress(Exception):
            re.match(r"(?:(?:a|b|ab)*)*c", "ab" * 40)


@needs_fork
def test_a_small_text_that_hangs_is_given_up() -> None:
    with pytest.MonkeyPatch.context() as patch:
        a, bad, c = hanging(patch, recognising_without_end)
    assert (a.document.id, c.document.id) == ("a", "c")
    assert (bad.path, bad.reason) == ("bad", "took longer than 2 seconds to read, and was given up")


@needs_fork
def test_a_small_text_that_is_only_slow_is_read_in_a_process() -> None:
    with pytest.MonkeyPatch.context() as patch:
        assert [item.document.id for item in hanging(patch, lambda: time.sleep(0.2))] == ["a", "bad", "c"]


@needs_fork
def test_a_page_is_parsed_where_it_can_be_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    def parsed(data: bytes) -> dict[str, Any]:
        if b"hangs" in data:
            time.sleep(60)
        text = "x" * 2 ** 30 if b"eats" in data else NEWS
        return {"text": text, "published": None, "title": None, "publisher": None, "url": None}
    monkeypatch.setattr("factcheck.documents.html.parsed", parsed)
    pages = [Unparsed(Source(f"{name}.html", PAGE.replace("Dornach", name).encode()), "html") for name in ("hangs", "eats", "Lowmark")]
    hangs, eats, read = readings(pages, Call(limits=Limits(memory=200 * 2 ** 20, seconds=2)))
    assert (hangs.path, hangs.reason) == ("hangs.html", "took longer than 2 seconds to read, and was given up")
    assert (eats.path, eats.reason) == ("eats.html", "needs more than 200 MB of memory to read")
    assert isinstance(read, Reading)


@needs_fork
@pytest.mark.parametrize("command", [
    ["check", "bad.txt"], ["extract", "bad.txt"], ["explain", "bad.txt:1", "bad.txt:1"], ["diff", "bad.txt", "a.txt"],
    ["check", "--tick", "bad.txt", "a.txt"], ["suppress", "f1:00", "bad.txt", "--reason", "x"], ["ingest", "bad.txt", "--store", "s.db"],
    ["rules", "new", "bad.txt"], ["report", "bad.txt", "a.txt", "-o", "r.html"]])
def test_every_command_gives_up(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "bad"):
        Path(f"{name}.txt").write_text(NEWS.format(3))

    def slow(documents: list[Document]) -> Iterator[Reading | Skipped]:
        if documents[0].id == "bad.txt":
            time.sleep(60)
        yield from read(documents)
    monkeypatch.setattr("factcheck.workers.tasks.read", slow)
    assert main([*command, "--max-time", "0.2"]) == 2
    assert "bad.txt: took longer than" in capsys.readouterr().err


def test_an_alarm_leaves_no_trace() -> None:
    before = signal.getsignal(signal.SIGALRM)
    assert within(5, lambda: 3) == 3
    assert within(0.01, lambda: time.sleep(5)) is None
    with pytest.raises(ValueError, match="own"):
        within(5, lambda: int("own"))
    assert (signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL)) == (before, (0.0, 0.0))


def test_somebody_elses_alarm_is_left_alone() -> None:
    rung: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        assert within(0.01, lambda: time.sleep(0.1) or 3) == 3
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert rung == [1]


def test_no_memory_skips_a_document_and_not_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Any:
        raise MemoryError
    monkeypatch.setattr("factcheck.documents.html.parsed", full)
    [found] = parsed(Unparsed(Source("a.html", PAGE.encode()), "html"), Call())
    assert isinstance(found, Skipped) and found.reason == "needs more memory to read than there is"
    monkeypatch.setattr("factcheck.pipeline._read", full)
    [found] = read([Document("a", NEWS)])
    assert isinstance(found, Skipped) and found.reason == "needs more memory to read than it may have"
