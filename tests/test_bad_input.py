"""Input that cannot be used: status 2, one line with path, line, key and what was expected; the rest is read, and never a traceback."""
from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest

from factcheck.cli.main import main

GOOD = "At least 21 people were hurt.\n"
DATE = "expected a date (2023-06-21) or a time with zone (2023-06-21T10:00:00+02:00)"
OBJECT = 'expected {"id": …, "text": …}'

# What lies in the file (a folder where it is None), and what is said about it.
FILES: dict[str, tuple[str, bytes | str | None, str]] = {
    "no such file": ("gone.txt", "", "gone.txt: no such file or folder, did you mean good.txt?"),
    "a folder with nothing in it": ("empty", None, "empty: no article in this folder, expected files that end in .txt, …"),
    "an empty file": ("a.txt", "", "a.txt: empty file, expected an article"),
    "nothing but spaces": ("a.txt", " \n\t\n", "a.txt: nothing but spaces, expected an article"),
    "only front matter": ("a.md", "---\ntitle: x\n---\n", "a.md: nothing below the front matter, expected an article"),
    "bytes that are not UTF-8": ("a.txt", b"Two\ntablets \xe9t\xe9", "a.txt:2: not UTF-8 at byte 12 (0xe9), expected UTF-8 text"),
    "the same behind a byte-order mark": ("a.txt", b"\xef\xbb\xbfTwo \xe9", "a.txt:1: not UTF-8 at byte 7 (0xe9), expected UTF-8 text"),
    "a binary": ("a.txt", b"\x89PNG\r\n\x00\x00", "a.txt: binary (a zero byte at byte 6), expected UTF-8 text"),
    "UTF-16": ("a.txt", "Two".encode("utf-16"), "a.txt: UTF-16 at byte 0 (its byte-order mark), expected UTF-8 text"),
    "a suffix nobody reads": ("a.xlsx", "Two", 'a.xlsx: no reader for ".xlsx", expected .txt, …'),
    "a date that is none": ("a.md", f"---\ntitle: x\npublished: 31 June\n---\n{GOOD}", f"a.md:3: published: '31 June' is no date, {DATE}"),
    "a date that does not exist": ("a.md", f"---\npublished: 2023-06-31\n---\n{GOOD}",
                                f"a.md:2: published: '2023-06-31' is no date, {DATE}"),
    "a language without tables": ("a.md", f"---\nlang: tlh\n---\n{GOOD}",
                                  "a.md:2: lang: 'tlh' is not known, expected one of …"),
    "a doubled key": ("a.md", f"---\ntitle: x\ntitle: y\n---\n{GOOD}", "a.md:3: front matter: …"),
    "front matter that is no YAML": ("a.md", f"---\ntitle: [x\n---\n{GOOD}", "a.md:3: front matter: …"),
    "aliases that multiply": ("a.md", f"---\na: &a [x, x]\nb: [*a, *a]\n---\n{GOOD}", "a.md:3: front matter: …"),
    "a list where text belongs": ("a.md", f"---\ntitle: [x]\n---\n{GOOD}", "a.md:2: title: a list, expected text"),
    "a page without an article": ("a.html", "<html><body></body></html>",
                                "a.html: no article found in this page, expected HTML with prose in it"),
    "a truncated line": ("a.jsonl", '{"id": "x", "te', "a.jsonl:1: truncated JSON at column 13 (…), expected one whole object a line"),
    "a line that is no JSON": ("a.jsonl", "\n{id: 1}", "a.jsonl:2: not JSON at column 2 (…), expected one whole object a line"),
    "a line that is no object": ("a.jsonl", "[1]", f"a.jsonl:1: no object, {OBJECT}"),
    "no id": ("a.jsonl", '{"text": "Two."}', f"a.jsonl:1: id: missing, {OBJECT}"),
    "no text": ("a.jsonl", '{"id": "x", "text": null}', f"a.jsonl:1: text: missing, {OBJECT}"),
    "an empty text": ("a.jsonl", '{"id": "x", "text": ""}', "a.jsonl:1: text: empty, expected an article"),
    "an id that is a number": ("a.jsonl", '{"id": 7, "text": "Two."}', "a.jsonl:1: id: int 7, expected text"),
    "a key twice": ("a.jsonl", '{"id": "x", "id": "y", "text": "Two."}', "a.jsonl:1: id: doubled key, expected each once"),
    "a published that is a number": ("a.jsonl", '{"id": "x", "text": "Two.", "published": 2023}',
                                 "a.jsonl:1: published: a number, expected text"),
    "half a character": ("a.jsonl", '{"id": "x", "text": "Two \\ud83d"}',
                         "a.jsonl:1: text: half a character, U+D83D at offset 4, expected whole ones"),
    "nesting without end": ("a.jsonl", "[" * 100_000, "a.jsonl:1: …"),
    "a number without end": ("a.jsonl", '{"id": ' + "9" * 5_000 + "}", "a.jsonl:1: …"),
    "bytes in a line": ("a.jsonl", b'{"id": "x", "text": "\xff"}',
                        "a.jsonl:1: not UTF-8 at byte 21 of the line (0xff), expected UTF-8 text"),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD)


def place(name: str, content: bytes | str | None) -> str:
    if content is None:
        Path(name).mkdir()
    elif name != "gone.txt":
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def same(line: str, expected: str) -> bool:
    """Whether a line is the expected one, where "…" stands for words of a library."""
    position = 0
    pieces = expected.split("…")
    for number, piece in enumerate(pieces):
        found = line.find(piece, position)
        if found < 0 or (number == 0 and found != 0):
            return False
        position = found + len(piece)
    return expected.endswith("…") or position == len(line)


@pytest.mark.parametrize(("name", "content", "expected"), FILES.values(), ids=list(FILES))
def test_one_line_says_what_was_wrong_and_the_rest_is_read(
        name: str, content: bytes | str | None, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    place(name, content)
    assert main(["extract", name, "good.txt", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    [line] = err.splitlines()
    assert same(line, expected), line
    record = json.loads(out)
    assert {mention["document"] for mention in record["mentions"]} == {"good.txt"}
    [skipped] = record["skipped"]
    assert line == ":".join(str(part) for part in (skipped["path"], skipped["line"]) if part is not None) + ": " + skipped["reason"]


@pytest.mark.parametrize("command", ["extract", "check"])
def test_skipped_documents_may_be_a_warning_only(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    place("empty.txt", "")
    assert main([command, "empty.txt", "good.txt"]) == 2
    assert main([command, "empty.txt", "good.txt", "--skipped", "warn"]) == 0
    assert capsys.readouterr().err.count("empty.txt: empty file") == 2


def test_one_id_twice(capsys: pytest.CaptureFixture[str]) -> None:
    place("a.jsonl", json.dumps({"id": "x", "text": GOOD}) + "\n" + json.dumps({"id": "x", "text": "Two tablets."}))
    assert main(["extract", "a.jsonl", "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert err == "a.jsonl:2: id: 'x' for the second time (first in a.jsonl:1), expected each once\n"
    assert "tablets" not in out and "At least 21" in out
    assert main(["extract", "good.txt", "good.txt"]) == 2


def test_many_lines_with_one_fault_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    place("a.jsonl", '{"text": "Two."}\n' * 50)
    assert main(["check", "a.jsonl", "good.txt", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert len(json.loads(out)["skipped"]) == 50
    assert len(err.splitlines()) == 4 and err.splitlines()[-1] == f"a.jsonl: 47 more lines: id: missing, {OBJECT}"


def test_a_byte_order_mark_does_not_move_the_columns(capsys: pytest.CaptureFixture[str]) -> None:
    place("a.txt", b"\xef\xbb\xbf" + GOOD.encode())
    assert main(["check", "a.txt", "good.txt", "--format", "json"]) == 0
    claims = [claim for verdict in json.loads(capsys.readouterr().out)["verdicts"] for claim in verdict["claims"]]
    assert {(claim["start"], claim["line"], claim["column"]) for claim in claims} <= {(0, 1, 1)}


RULES: dict[str, tuple[str, str]] = {
    "an unknown key": ("kind: agreement\nwhyy: x\nabout:\n  words: [hurt]\n", "whyy"),
    "a doubled key": ("kind: agreement\nkind: agreement\n", "second time"),
    "a pattern that does not compile": ("kind: agreement\nwhy: One number.\nabout:\n  patterns: ['(']\n", "patterns"),
    "no YAML": ("kind: [agreement\n", "YAML"),
    "no kind": ("why: x\n", "kind"),
    "a kind nobody knows": ("kind: agreemnt\n", "did you mean 'agreement'"),
}


@pytest.mark.parametrize(("text", "expected"), RULES.values(), ids=list(RULES))
def test_a_rule_that_cannot_be_used_is_named_and_the_verdicts_still_print(
        text: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    place("bad.yaml", text), place("a.txt", "A fire hurt 15 people.\n"), place("b.txt", "A fire hurt 21 people.\n")
    assert main(["check", "a.txt", "b.txt", "--rules", "bad.yaml", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert err.startswith("bad.yaml:") and expected in err and "Traceback" not in err
    assert [verdict["outcome"] for verdict in json.loads(out)["verdicts"]] == ["conflict"]


@pytest.mark.parametrize(("arguments", "expected"), [
    ([], "Usage"), (["chek"], "did you mean check?"), (["check", "--fromat", "json", "good.txt"], "--format"),
    (["check"], "no article named"), (["extract", "good.txt", "--format", "jsno"], "'jsonl'"),
    (["extract", "good.txt", "--published", "31 June"], "a date (2023-06-21)"),
    (["extract", "good.txt", "--lang", "tlh"], "expected one of cs, da, de, el, en"),
    (["extract", "--file-list", "gone"], "gone: no such file"),
    (["check", "good.txt", "--rules", "gone"], "gone"), (["explain"], "Missing argument"), (["rules", "test", "gone"], "gone"),
])
def test_a_call_that_cannot_be_used(arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert expected in err + out and "Traceback" not in err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    place("secret.txt", GOOD)
    os.chmod("secret.txt", 0)
    assert main(["extract", "secret.txt"]) == 2
    assert capsys.readouterr().err == "secret.txt: permission denied, expected a file or folder that can be read\n"


def test_names_that_would_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    place("a\x1b[31m\u202e.txt", "")
    assert main(["extract", "a\x1b[31m\u202e.txt"]) == 2
    assert capsys.readouterr().err == "a.txt: empty file, expected an article\n"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".jsonl"])
def test_noise_never_ends_in_a_traceback(suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    noise = random.Random(suffix)
    pieces = ["---\n", "title: ", "{", "}", '"id"', ":", "<p>", "</", "\u202e", "\ud7ff", "9" * 400, "1e999999", "½", "%", "\x1b[0m", "٣",
              "−", "since ", "at least ", "\r\n", "of ", "NaN", "(", ",", ".", "US$", "2023-02-30 ", "<!--", "&amp;", "'", "*x",
              "&x ", "!!y "]
    for number in range(30):
        place(f"{number}{suffix}", "".join(noise.choices(pieces, k=60)))
    assert main(["check", ".", "--format", "json"]) in (0, 1, 2)
    out, err = capsys.readouterr()
    assert json.loads(out)["documents"] and "Traceback" not in err and "a fault of factcheck" not in err
