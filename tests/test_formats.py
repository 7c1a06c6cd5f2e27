"""PDF, Word, feeds and tables in, documents out."""
from __future__ import annotations

import datetime
import importlib.util
import io
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from factcheck import extract
from factcheck.documents import Loaded, read
from factcheck.documents.confined import confined
from factcheck.documents.shapes import Limits, Unusable

NEWS = "The flood in Brackwater killed 12 people. The river rose by 7.2 metres."
needs_pdf = pytest.mark.skipif(importlib.util.find_spec("pypdf") is None, reason="needs factcheck[pdf]")
needs_docx = pytest.mark.skipif(importlib.util.find_spec("docx") is None, reason="needs factcheck[docx]")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loaded(name: str, data: bytes | str) -> Loaded:
    Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read([name])


def reason(name: str, data: bytes | str) -> str:
    found = loaded(name, data)
    assert not found.documents and len(found.skipped) == 1
    return found.skipped[0].reason


def pdf(lines: Iterable[str]) -> bytes:
    """A small PDF with these lines on its page, written by hand."""
    shown = b" ".join(b"(%s) Tj 0 -14 Td" % line.encode() for line in lines)
    stream = b"BT /F1 12 Tf 50 700 Td %s ET" % shown
    parts = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 5 0 R >> >> >>",
             b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
             b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", b"<< /Title (After the water) >>"]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 7\n0000000000 65535 f \n" + table + end


def word(*tables: list[list[str]]) -> bytes:
    from docx import Document
    made = Document()
    made.core_properties.title = "After the water"
    made.add_heading("After the water")
    made.add_paragraph(NEWS)
    for rows in tables:
        table = made.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


# PDF

@needs_pdf
def test_a_pdf_gives_its_text_and_title() -> None:
    [document] = loaded("a.pdf", pdf(NEWS.split(". "))).documents
    assert "killed 12 people" in document.text and "7.2 metres" in document.text and document.title == "After the water"


@needs_pdf
@pytest.mark.parametrize(("data", "expected"), [
    (b"hello", "no PDF"), (pdf([]), "no text in this PDF"), (pdf(["Two."])[:200], "expected a sound pdf file")])
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, expected: str) -> None:
    assert expected in reason("a.pdf", data)


@pytest.mark.parametrize(("name", "package"), [("a.pdf", "pypdf"), ("a.docx", "docx")])
def test_a_missing_package_is_named(name: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(format: str, data: bytes, limits: Limits) -> None:
        raise ImportError(package, name=package)
    monkeypatch.setattr(f"factcheck.documents.{name[2:]}.confined", lacking)
    monkeypatch.setattr("factcheck.documents.docx.refuse_bomb", lambda data: None)
    format = name[2:]
    assert reason(name, b"%PDF-") == (
        f"reading {format} needs the package {package}, which is not installed; pip install 'factcheck[{format}]'")


# Word

@needs_docx
def test_a_word_file_gives_its_paragraphs_and_tables() -> None:
    table = [["In thousands", "2022", "2023"], ["Visitors", "1,250", "(310)"]]
    [document] = loaded("a.docx", word(table)).documents
    assert document.text == f"After the water\n{NEWS}\n| In thousands | 2022 | 2023 |\n| Visitors | 1,250 | (310) |"
    assert [mention.told for mention in extract(document) if mention.told] == [
        "Visitors (in thousands): 1,250 in 2022.", "Visitors (in thousands): (310) in 2023."]
    assert document.title == "After the water"


# Feeds

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Valley Herald</title><item><title>After the &lt;b&gt;water&lt;/b&gt;</title><link>https://herald.example/1</link>
<pubDate>Fri, 03 May 2024 10:00:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{NEWS}</p><script>99 bottles</script><p>Nobody &amp; nothing.</p>]]></content:encoded></item>
<item><guid>second</guid><description>Two houses fell.</description></item><item><guid>third</guid></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast Dispatch</title><entry><id>tag:x</id><title>Water</title>
<link rel="self" href="https://coast.example/self"/><link href="https://coast.example/1"/><updated>2024-05-03T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{NEWS}</p></div></content></entry></feed>"""


@pytest.mark.parametrize("name", ["a.rss", "a.xml"])
def test_rss(name: str) -> None:
    found = loaded(name, RSS)
    first, second = found.documents
    assert (first.id, first.url, first.title, first.publisher) == ("https://herald.example/1",) * 2 + ("After the water", "Valley Herald")
    assert first.text == f"{NEWS}\nNobody & nothing."
    assert isinstance(first.published, datetime.datetime) and first.published.isoformat() == "2024-05-03T10:00:00+02:00"
    assert (second.id, second.text, second.published) == ("second", "Two houses fell.", None)
    assert [item.reason for item in found.skipped] == ["entry 3 (third) has no text, expected content or a summary"]


def test_atom() -> None:
    [document] = loaded("a.atom", ATOM).documents
    assert (document.id, document.text, document.publisher) == ("https://coast.example/1", NEWS, "Coast Dispatch")
    assert document.published == datetime.datetime(2024, 5, 3, 10, tzinfo=datetime.UTC)


@pytest.mark.parametrize(("data", "expected"), [
    ("<rss><channel>", "no XML that can be read"), ("<html><p>Two.</p></html>", "no entry in this file"),
    ('<!DOCTYPE x [<!ENTITY a "b">]><rss><item><description>&a;</description></item></rss>', "declares XML entities"),
])
def test_a_feed_that_cannot_be_read_says_why(data: str, expected: str) -> None:
    assert expected in reason("a.rss", data)


# The process that can be killed

@pytest.fixture
def parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A parser that does what its input says, where the process finds it."""
    code = 'def parsed(data):\n    return eval(data.decode())\n'
    start = ("import sys; sys.path.insert(0, sys.argv[1]); import factcheck.documents as d, types; m = types.ModuleType('x'); "
             f"exec({code!r}, m.__dict__); sys.modules['factcheck.documents.x'] = m; "
             "from factcheck.documents.confined import main; main(sys.argv[2], int(sys.argv[3]))")
    monkeypatch.setattr("factcheck.documents.confined.START", start)
    return "x"


@pytest.mark.parametrize(("says", "expected"), [
    ("(1).__class__.__bases__[0] and [0][1]", "cannot be parsed (IndexError"),
    ("__import__('os')._exit(3)", "ended with status 3"),
    ("__import__('os').kill(__import__('os').getpid(), 9)", "ended with signal 9"),
])
def test_whatever_a_parser_does_the_run_goes_on(parser: str, says: str, expected: str) -> None:
    with pytest.raises(Unusable) as error:
        confined(parser, says.encode())
    assert expected in error.value.reason


def test_a_parser_that_takes_too_long_is_killed(parser: str) -> None:
    with pytest.raises(Unusable, match="took longer than 2 seconds"):
        confined(parser, b"__import__('time').sleep(60)", Limits(seconds=2))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such bound")
def test_a_parser_that_takes_too_much_memory_is_stopped(parser: str) -> None:
    with pytest.raises(Unusable, match="more than 1024 MB"):
        confined(parser, b"bytearray(3 * 2 ** 30)")


def test_a_large_page_is_read_as_a_small_one() -> None:
    page = f"<!DOCTYPE html><html><body><article><p>{NEWS}</p></article><!-- {'x' * 2 ** 20} --></body></html>"
    [document] = loaded("a.html", page).documents
    assert document.text.strip() == NEWS
