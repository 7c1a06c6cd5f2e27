"""What the web may hold: nothing of it stops a run, reaches a terminal or a spreadsheet as more than text, swells, or calls anybody."""
from __future__ import annotations

import ast
import io
import json
import os
import socket
import time
import zipfile
from pathlib import Path

import pytest

from factcheck.archive import check as check_against
from factcheck.archive import ingest
from factcheck.cli.main import main
from factcheck.documents import read
from factcheck.documents.docx import refuse_bomb
from factcheck.documents.shapes import Unusable
from factcheck.extract import extract
from factcheck.model import Document, Skipped
from factcheck.pipeline import check
from factcheck.report.records import to_dict
from factcheck.store import opened

NEWS = "The flood in Brackwater killed 12 people. The river rose by 7.2 metres."

# Each once as a text, in a sentence beside a number, and as every name that a document has.
NAUGHTY = (
    # words that programs take for something else
    "undefined", "null", "None", "nil", "NaN", "-NaN", "Infinity", "-Infinity", "true", "0x0",
    "0b1", "1E+02", "1e999999", "-1e-999999", "1/0",
    "0/0", "-0", "--1", "+-1", "1,,2", "0..0", "1.2.3.4", "1_000", "$1.00", "1'000", "12e", ".5.",
    "९९९", "１２３", "٣٤٥", "¹²³", "½⅓", "Ⅻ", "㊿", "〇",
    "9" * 5000, "9." * 2000, "1," * 2000, "-" * 3000, "(" * 3000, "at least " * 800, "12 " * 2000, "1 million " * 500,
    # terminals and directions
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31m", "\x08\x08\x7f", "\x07",
    "\N{RIGHT-TO-LEFT OVERRIDE}21 evif\N{POP DIRECTIONAL FORMATTING}",
    "\N{LEFT-TO-RIGHT ISOLATE}\N{POP DIRECTIONAL ISOLATE}", "\ufeff", "\u200b",
    "\u2028", "\u2029", "\x85", "\x0b\x0c\x1c\x1d\x1e\x1f", "\u180e", "\u061c", "\U000e0041\U000e007f",
    # scripts, joints and marks
    "Z\u0351\u036b\u0343a\u0300\u0301\u0302lgo", "👨‍👩‍👧‍👦 👍🏽", "🇩🇪🇫🇷", "田中さんに12個", "שלום 12",
    "مرحبا ١٢", "Ω≈ç√∫˜µ≤≥÷", "ﬁﬂ", "ǅ", "İı", "ß", "ﷺ",
    "a" + "\u0301" * 1000, "\U0001d7d7" * 50, "\u0bf0 \u0bf1 \u0bf2", "๓๔๕",
    # markup, scripts, queries, paths, formulas
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "]]>", "<!--", "&lt;&#x202e;",
    "{{7*7}}", "${7*7}", "%s%n%x%d", "{0.__class__}",
    "'; DROP TABLE claims; --", "1 OR 1=1", "\"'`", "../../etc/passwd", "/dev/null", "CON", "a\\b",
    "$(id)", "`id`", "=1+1", "@SUM(1)",
    "+cmd|' /C calc'!A0", "!!python/object:os.system", "*alias &anchor", "---\na: b\n---",
    "# not a comment", "[bold red]x[/]", "[/]", ":smile:",
    "__proto__", "constructor", "%00", "(?R)", "(a+)+$", "\\", "\\u0000", "\t", " ",
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refused)
    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)


@pytest.mark.parametrize("index", range(len(NAUGHTY)))
def test_any_string_may_be_a_text(index: int) -> None:
    naughty = NAUGHTY[index]
    begun = time.process_time()
    for text in (naughty, f"Police said 12 {naughty} were hurt near {naughty} on 3 May 2024.", f"{naughty}12{naughty}"):
        for mention in extract(Document("a", text)):
            assert text[mention.start:mention.end] == mention.text
            json.dumps(to_dict(mention), allow_nan=False)
    assert time.process_time() - begun < 5


def test_any_string_may_be_a_name(here: Path) -> None:
    documents = [Document(f"{number}{name}", NEWS.replace("12", str(number % 3 + 12)), story=f"s{name}", title=name, publisher=name,
                          url=name) for number, name in enumerate(NAUGHTY)]
    report = check(documents)
    assert not report.skipped and len(report.documents) == len(NAUGHTY)
    with opened(str(here / "held.db"), create=True) as store:
        kept = list(ingest(documents, store))
        assert not [item for item in kept if isinstance(item, Skipped)]
        again = [item.state for item in ingest(documents, store) if not isinstance(item, Skipped)]
        assert set(again) == {"unchanged"}
        assert not check_against([Document("new", NEWS, story="s" + NAUGHTY[0])], store).skipped


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "csv"])
def test_nothing_of_a_text_reaches_the_terminal_but_text(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    bad = "\x1b[2J\x9b31m\N{RIGHT-TO-LEFT OVERRIDE}\x07"
    for name, number in (("a", 12), ("b", 14)):
        Path(f"{name}.txt").write_text(f"The flood in Brackwater killed {number} people{bad}, police in {bad} Lowmark said.\n")
    main(["check", "a.txt", "b.txt", "--format", format, "--verbose"])
    printed = capsys.readouterr()
    assert "12" in printed.out
    if format == "text":
        assert not any(mark in printed.out + printed.err for mark in "\x1b\x9b\x07\N{RIGHT-TO-LEFT OVERRIDE}")


def test_a_file_name_cannot_write_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a\x1b[2J.txt").write_text("")
    assert main(["check", "a\x1b[2J.txt"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_a_formula_is_text_in_a_spreadsheet(capsys: pytest.CaptureFixture[str]) -> None:
    for name, number in (("=a", 12), ("@b", 14)):
        Path(f"{name}.txt").write_text(f"---\npublisher: '=HYPERLINK(1)'\n---\nThe flood in Brackwater killed {number} people.\n")
    main(["check", "=a.txt", "@b.txt", "--format", "csv"])
    cells = capsys.readouterr().out
    assert ",=HYPERLINK" not in cells and "\n=a" not in cells and ",=a" not in cells and ",@b" not in cells


# Bombs

def archive(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made, made.open("word/document.xml", "w", force_zip64=True) as part:
        for _ in range(size >> 20):
            part.write(b" " * 2 ** 20)
    return out.getvalue()


def test_an_archive_that_swells_is_refused_before_it_is_unpacked() -> None:
    data = archive(300 * 2 ** 20)
    assert len(data) < 2 ** 20
    with pytest.raises(Unusable, match="unpacks to 300 MB"):
        refuse_bomb(data)
    Path("a.docx").write_bytes(data)
    assert "unpacks to 300 MB" in read(["a.docx"]).skipped[0].reason


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"", archive(2 ** 20)[:200], archive(2 ** 20) * 2])
def test_an_archive_that_is_broken_is_said_to_be(data: bytes) -> None:
    Path("a.docx").write_bytes(data)
    [skipped] = read(["a.docx"]).skipped
    assert "expected" in skipped.reason or "needs the package" in skipped.reason


def test_a_path_inside_an_archive_leads_nowhere(here: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in ("../evil.txt", "/tmp/../evil.txt", "word/document.xml", "[Content_Types].xml", "..\\evil.txt"):
            made.writestr(name, "<x/>")
    (here / "in").mkdir()
    (here / "in" / "a.docx").write_bytes(out.getvalue())
    before = sorted(here.rglob("*"))
    assert len(read([str(here / "in")]).skipped) == 1 and sorted(here.rglob("*")) == before


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.gz", "a.7z"])
def test_other_archives_are_not_opened(name: str) -> None:
    Path(name).write_bytes(archive(2 ** 20))
    assert "no reader for" in read([name]).skipped[0].reason


def test_a_file_larger_than_any_article_is_not_read() -> None:
    with open("a.txt", "wb") as out:
        out.truncate(3 * 2 ** 30)
    assert read(["a.txt"]).skipped[0].reason.startswith("larger than 20 MB")
    Path("b.txt").write_text(NEWS)
    assert len(read(["."]).documents) == 1


def test_a_line_larger_than_any_article_is_not_read() -> None:
    Path("a.jsonl").write_text(json.dumps({"id": "a", "text": "12 " * 8 * 2 ** 20}) + "\n" + json.dumps({"id": "b", "text": NEWS}) + "\n")
    found = read(["a.jsonl"])
    assert [item.id for item in found.documents] == ["b"] and found.skipped[0].reason.startswith("larger than 20 MB")


ENTITIES = "<!DOCTYPE x [" + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12)) + "]>"


@pytest.mark.parametrize(("name", "text"), [
    ("a.rss", f"<?xml version='1.0'?>{ENTITIES}<rss><channel><item><description>&e11;</description></item></channel></rss>"),
    ("a.rss", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><item><description>&e;</description></item></rss>'),
    ("a.html", f"{ENTITIES}<html><body><p>&e11; {NEWS}</p></body></html>"),
    ("a.html", f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body><p>&e; {NEWS}</p></body></html>'),
    ("a.html", "<div>" * 20_000 + NEWS + "</div>" * 20_000),
    ("a.rss", "<a>" * 100_000),
])
def test_markup_that_swells_or_reaches_out(name: str, text: str, offline: None) -> None:
    Path(name).write_text(text)
    begun = time.process_time()
    found = read([name])
    assert len(found.documents) + len(found.skipped) == 1
    assert all("root:" not in document.text and len(document.text) < 10_000 for document in found.documents)
    assert time.process_time() - begun < 20


@pytest.mark.parametrize("text", [
    "a: &a [1, 1]\nb: [*a, *a]\n", "id: !!python/object/apply:os.system [exit]\n", "id: &id x\nkind: *id\n", "[" * 5000, "a: {" * 3000,
    "id: x\nid: y\n", "\x00", "id: \x1b[2J\n", "%YAML 9.9\n---\na", "? {a: b}\n: c\n", "<<: {a: b}\n"])
def test_a_rule_file_that_is_hostile_is_refused_with_its_place(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(NEWS)
    Path("rule.yaml").write_text(text)
    assert main(["check", "a.txt", "--rules", "rule.yaml"]) == 2
    said = capsys.readouterr().err
    assert "rule.yaml" in said and "Traceback" not in said and "fault of factcheck" not in said and "\x1b" not in said


# Files

def test_links_out_of_the_folder_are_not_followed(here: Path) -> None:
    (here / "secret.txt").write_text("99 keys.")
    (here / "in" / "deep").mkdir(parents=True)
    (here / "in" / "a.txt").write_text(NEWS)
    os.symlink(here / "secret.txt", here / "in" / "link.txt")
    os.symlink(here, here / "in" / "up")
    os.symlink(here / "in", here / "in" / "deep" / "round")
    os.symlink("gone", here / "in" / "broken.txt")
    found = read([str(here / "in")])
    assert [item.id for item in found.documents] == [str(here / "in" / "a.txt")]


def test_what_is_no_file_does_not_hang(here: Path) -> None:
    os.mkfifo(here / "pipe.txt")
    (here / "a.txt").write_text(NEWS)
    assert len(read(["."]).documents) == 1
    assert "larger than 20 MB" in read(["/dev/zero"], input="text").skipped[0].reason


# Nobody is called

def test_no_module_opens_a_socket(here: Path, offline: None) -> None:
    (here / "a.md").write_text(f"---\nurl: https://herald.example/1\n---\n{NEWS}")
    (here / "b.html").write_text(f'<!DOCTYPE html><html><head><link rel="canonical" href="https://herald.example/2"></head><body><article><p>'
                                 f'{NEWS}</p><img src="https://herald.example/x.png"></article></body></html>')
    (here / "c.rss").write_text("<rss><channel><item><link>https://herald.example/3</link>"
                                f"<description>{NEWS}</description></item></channel></rss>")
    assert main(["ingest", ".", "--store", "held.db"]) == 0
    assert main(["check", "a.md", "b.html", "c.rss", "--against", "held.db", "--format", "json"]) == 0


def test_what_processes_tell_each_other_is_text() -> None:
    """The pipes between them know how to send objects; nobody uses that."""
    package = Path(__file__).parent.parent / "factcheck" / "workers"
    said = "".join(path.read_text(encoding="utf-8") for path in package.glob("*.py"))
    assert ".send_bytes(" in said and ".recv_bytes(" in said and ".send(" not in said and ".recv(" not in said


FORBIDDEN = {"pickle", "marshal", "shelve", "urllib.request", "http.client", "socket", "requests", "ftplib", "smtplib", "eval", "exec"}


def test_no_pickle_no_eval_no_network_in_the_program() -> None:
    package = Path(__file__).parent.parent / "factcheck"
    found = [f"{path}:{node.lineno}" for path in package.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if not FORBIDDEN.isdisjoint(named(node))]
    assert found == []


def named(node: ast.AST) -> list[str]:
    """What an import or a plain call names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [node.func.id] if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else []
