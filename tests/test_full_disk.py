"""Files that can grow no more, as on a full disk: what is said, and what is left of what was there."""
from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.store import opened

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and a bound on the size of files")
NEWS = "The flood in Brackwater killed {} people, the governor of Lowmark said. The river Ostrel rose by 7.2 metres.\n"
FULL = "cannot write on (no space left on device); what was printed is not whole"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(NEWS.format(12))
    Path("b.txt").write_text(NEWS.format(14))
    return tmp_path


def bounded(size: int) -> None:
    """No file that this process writes may become larger."""
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def run(*arguments: str, size: int = -1) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "factcheck", *arguments], capture_output=True, text=True,
                          preexec_fn=partial(bounded, size) if size > 0 else None)


@pytest.mark.parametrize("arguments", [
    ["extract", "a.txt"], ["extract", "a.txt", "--format", "jsonl"], ["check", "a.txt", "b.txt"], ["check", "a.txt", "--format", "json"],
    ["check", "a.txt", "b.txt", "--format", "csv"], ["report", "a.txt", "-o", "-"], ["diff", "a.txt", "b.txt"], ["rules", "list"],
    ["--help"]])
def test_standard_output_on_a_full_disk(arguments: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "factcheck", *arguments], stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, f"factcheck: {FULL}")
    assert "Traceback" not in done.stderr and "fault" not in done.stderr


def documents(store: str) -> list[tuple[object, ...]]:
    with opened(store) as held:
        assert held.rows("PRAGMA integrity_check") == [("ok",)]
        return held.rows("SELECT name, text, sha256, (SELECT count(*) FROM claims WHERE version = versions.id) FROM versions ORDER BY name")


def test_a_store_that_can_grow_no_more_keeps_what_it_has() -> None:
    Path("news.jsonl").write_text("".join(json.dumps({"id": f"d{n}", "text": NEWS.format(n) * 8}) + "\n" for n in range(200)))
    assert run("ingest", "news.jsonl", "--store", "whole.db").returncode == 0
    done = run("ingest", "news.jsonl", "--store", "held.db", size=1_000_000)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith("what was written before is kept, make room and run again")
    whole, held = documents("whole.db"), documents("held.db")
    assert 0 < len(held) < 200 and len(held) % 32 == 0 and set(held) < set(whole)
    assert main(["check", "a.txt", "--against", "held.db", "--skipped", "warn"]) in (0, 1)
    again = run("ingest", "news.jsonl", "--store", "held.db")
    assert (again.returncode, documents("held.db")) == (0, whole)


@pytest.mark.parametrize(("arguments", "before"), [
    (["check", "a.txt", "b.txt", "--also", "json:out"], "as it was"), (["report", "a.txt", "-o", "out"], "as it was"),
    (["check", "a.txt", "b.txt", "--story", "s", "--write-baseline", "out", "--grow-baseline"], "[]\n"),
    (["suppress", "f1:9c1e62d0b4a7", "--reason", "x" * 200, "--suppressions", "out"], "")])
def test_a_file_that_cannot_be_written_is_left_as_it_was(arguments: list[str], before: str) -> None:
    Path("out").write_text(before)
    done = run(*arguments, size=64)
    assert done.returncode == 2 and "cannot be written (file too large)" in done.stderr, done.stderr
    assert Path("out").read_text() == before and sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "out"]
