"""`--also FORMAT:FILE`: several formats of one run, each written whole or not at all, and calls that cannot be used."""
from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.report.formats import names


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "60")
    Path("a.txt").write_text("A fire in Tolvane injured 15 people, police said.\n")
    Path("b.txt").write_text("A fire in Tolvane injured 21 people, police said.\n")
    return tmp_path


def test_every_format_at_once_is_what_it_is_alone(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    also = [part for name in names("verdicts") for part in ("--also", f"{name}:out.{name}")]
    assert main(["check", "a.txt", "b.txt", "--color", "always", *also]) == 1
    capsys.readouterr()
    monkeypatch.setenv("COLUMNS", "100")
    for name in names("verdicts"):
        main(["check", "a.txt", "b.txt", "--format", name])
        assert Path(f"out.{name}").read_text(encoding="utf-8") == capsys.readouterr().out
    assert sorted(path.name for path in Path().iterdir()) == sorted(["a.txt", "b.txt", *(f"out.{name}" for name in names("verdicts"))])


@pytest.mark.parametrize(("also", "expected"), [
    (["sarif"], "expected FORMAT:FILE"), (["sraif:out"], "'sraif' is no format, expected FORMAT:FILE with one of text, json"),
    (["sarif:"], "no file named"), (["sarif:-"], "--format is for standard output"), ([":out"], "'' is no format"),
    (["sarif:gone/out"], "no folder gone, expected one that is there"), (["sarif:."], "a folder, expected a file"),
    (["sarif:out", "json:./out"], "./out is named twice"), (["sarif:a\0b"], "zero character"),
    (["json:a.txt"], "a.txt is read as an article of a.txt, expected a file elsewhere")])
def test_a_call_that_cannot_be_used_writes_nothing(also: list[str], expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.txt", "b.txt", *(part for each in also for part in ("--also", each))]) == 2
    out, err = capsys.readouterr()
    assert expected in err and not out and "Traceback" not in err
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt"]


def test_a_file_is_replaced_whole_and_keeps_what_it_had_when_that_fails(capsys: pytest.CaptureFixture[str],
                                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    Path("out.json").write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")
    with monkeypatch.context() as patched:
        patched.setattr("factcheck.cli.target.os.replace", full)
        assert main(["check", "a.txt", "b.txt", "--format", "jsonl", "--also", "json:out.json"]) == 2
    out, err = capsys.readouterr()
    assert err == "out.json: cannot be written (no space left on device)\n"
    assert json.loads(out)["outcome"] == "conflict"                                   # the verdicts still print
    assert Path("out.json").read_text() == "old" and sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "out.json"]
    assert main(["check", "a.txt", "b.txt", "--also", "json:out.json"]) == 1
    assert json.loads(Path("out.json").read_text())["summary"]["conflict"] == 1


@pytest.mark.parametrize(("name", "refused"), [
    ("out.md", True), ("deep/out.XML", True), ("out.sarif", False), (".out.md", False), (".hidden/out.md", False), ("../out.md", False)])
def test_what_is_written_is_no_article_of_the_next_run(name: str, refused: bool, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("articles/deep", "articles/.hidden"):
        Path(folder).mkdir(parents=True)
    Path("articles/a.txt").write_text("It rained for 3 days.\n")
    assert main(["check", "articles", "--also", f"markdown:articles/{name}"]) == (2 if refused else 0)
    assert ("is read as an article of articles" in capsys.readouterr().err) is refused is not (Path("articles") / name).exists()


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "factcheck", "check", "a.txt", "--also", "json:/dev/stderr"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, check=True)
    assert json.loads(done.stderr)["version"] == "1"


def test_a_link_stays_a_link_and_a_device_a_device() -> None:
    Path("real.json").write_text("old")
    Path("link.json").symlink_to("real.json")
    assert main(["check", "a.txt", "--also", "json:link.json", "--also", "sarif:/dev/null"]) == 0
    assert Path("link.json").is_symlink() and json.loads(Path("real.json").read_text())["version"] == "1"
    assert not Path("/dev/null").is_file()


def test_a_file_has_the_rights_of_a_new_file() -> None:
    mask = os.umask(0o027)
    try:
        main(["check", "a.txt", "--also", "json:out.json"])
    finally:
        os.umask(mask)
    assert Path("out.json").stat().st_mode & 0o777 == 0o640
