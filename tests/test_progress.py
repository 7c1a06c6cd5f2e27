"""The bar of long work: on a terminal only, gone when the work is done."""
from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.progress import watched
from factcheck.documents.sources import how_many

WORK = """
import time
from factcheck.cli.progress import watched
def items():
    for n in range(30):
        time.sleep(0.07)
        yield n
print(sum(watched(items(), lambda: 30)))
"""


def test_no_bar_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    monkeypatch.setattr("factcheck.cli.progress.PATIENCE", 0)
    assert list(watched(range(3), lambda: 3)) == [0, 1, 2] and out.getvalue() == ""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals here")
def test_a_bar_with_count_rate_and_time_left() -> None:
    ours, theirs = os.openpty()
    done = subprocess.run([sys.executable, "-c", WORK], stdout=subprocess.PIPE, stderr=theirs, text=True, check=True,
                          env={**os.environ, "TERM": "xterm", "COLUMNS": "100"}, cwd=Path(__file__).parent.parent)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    assert done.stdout == "435\n" and "reading" in shown and "/30" in shown and "a second" in shown


def test_how_many_documents_there_will_be(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.odt", "d.jsonl"):
        (tmp_path / name).write_text("x")
    assert how_many([str(tmp_path / "a.txt")], "auto") == 1 and how_many([str(tmp_path)], "auto") is None
    (tmp_path / "d.jsonl").unlink()
    assert how_many([str(tmp_path)], "auto") == 2 and how_many(["-"], "auto") == 1
