"""Files in, documents out: ids, stories, metadata and its order, offsets that are those of the file."""
from __future__ import annotations

import datetime
import io
import json
import os
import re
from pathlib import Path

import pytest

from factcheck.documents import Loaded, read
from factcheck.documents.formats import FORMATS, SUFFIXES, reader
from factcheck.documents.metadata import A_DATE

DAY = datetime.date(2023, 6, 21)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def record(**keys: object) -> str:
    return json.dumps(keys, ensure_ascii=False) + "\n"


def reasons(loaded: Loaded) -> list[str]:
    return [f"{item.path}:{item.line}: {item.reason}" for item in loaded.skipped]


def test_every_format_has_a_reader() -> None:
    assert all(callable(reader(format)) for format in FORMATS)


def test_the_id_is_the_path_as_given() -> None:
    write("raid/a.txt", "Two tablets.")
    assert [d.id for d in read(["raid/a.txt"]).documents] == ["raid/a.txt"]
    assert [d.id for d in read(["./raid"]).documents] == ["./raid/a.txt"]


@pytest.mark.parametrize(("given", "stories"), [
    (["seeds"], [None, "flood", "raid", "raid/more"]),
    (["seeds/raid"], [None, "more"]),
    (["seeds/raid/a.txt"], [None]),
])
def test_the_story_is_the_folder_below_the_path(given: list[str], stories: list[str | None]) -> None:
    for name in ("seeds/top.txt", "seeds/raid/a.txt", "seeds/flood/b.md", "seeds/raid/more/c.txt"):
        write(name, "Two tablets.")
    assert [d.story for d in read(given).documents] == stories
    assert {d.story for d in read(given, story="named").documents} == {"named"}


def test_folders_are_walked_in_order_and_hidden_or_foreign_files_left_out() -> None:
    for name in ("s/b.txt", "s/a.md", "s/.hidden.txt", "s/.git/x.txt", "s/picture.png", "s/expected.yaml", "s/A.TXT"):
        write(name, "Two tablets.")
    os.symlink("/etc/passwd", "s/out.txt")
    os.symlink("a.md", "s/inside.md")
    loaded = read(["s"])
    assert [d.id for d in loaded.documents] == ["s/A.TXT", "s/a.md", "s/b.txt", "s/inside.md"]
    assert not loaded.skipped


def test_an_input_that_is_named_reads_any_suffix() -> None:
    write("wire.out", record(id="w", text="Two tablets."))
    assert [d.id for d in read(["wire.out"], input="jsonl").documents] == ["w"]
    assert reasons(read(["wire.out"])) == [f'wire.out:None: no reader for ".out", expected {", ".join(SUFFIXES)}, or --input FORMAT']


@pytest.mark.parametrize(("data", "expected"), [
    ("At least 21 people.", ("-", "At least 21 people.")),
    (record(id="x", text="Two."), ("x", "Two.")),
    ("<!DOCTYPE html><html><body><p>Two tablets were found.</p></body></html>", ("-", "Two tablets were found.")),
])
def test_standard_input_is_told_by_its_first_characters(data: str, expected: tuple[str, str]) -> None:
    [document] = read(["-"], stdin=io.BytesIO(data.encode())).documents
    assert (document.id, document.text.strip()) == expected


def test_a_file_list_names_more_paths() -> None:
    write("a.txt", "One."), write("b c.txt", "Two."), write("list", "a.txt\n\nb c.txt\n")
    assert [d.id for d in read([], file_list="list").documents] == ["a.txt", "b c.txt"]
    assert [d.id for d in read([], file_list="-", stdin=io.BytesIO(b"a.txt\n")).documents] == ["a.txt"]
    assert reasons(read([], file_list="none")) == ["none:None: no such file or directory, expected a file with one path a line"]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_is_part_of_the_text_and_of_no_sentence(name: str, end: str) -> None:
    text = end.join(("---", "published: 2023-06-21", "publisher: 'Valley Herald'", "title: no: 1.20".replace(": 1", " 1"), "story: null",
                     "url:", "---", "Nearly 40 hectares.", ""))
    [document] = read([write(name, text)]).documents
    assert document.text == text
    assert text[document.metadata_offset:].startswith("Nearly")
    assert (document.published, document.publisher, document.title, document.story, document.url) == (
        DAY, "Valley Herald", "no 1.20", None, None)


@pytest.mark.parametrize("text", [
    "---\nA rule above, and a rule below.\n---\nTwo tablets.", "---\nkey: never closed", "Two.\n---\na: b\n---\n"])
def test_what_is_no_front_matter_is_prose(text: str) -> None:
    loaded = read([write("a.md", text)])
    assert not loaded.skipped and loaded.documents[0].metadata_offset == 0


def test_front_matter_without_keys_ends_at_dots() -> None:
    [document] = read([write("a.md", "---\n# a comment\nlang: en\n...\nTwo tablets.")]).documents
    assert document.text[document.metadata_offset:] == "Two tablets."


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    [document] = read([write("a.txt", b"\xef\xbb\xbfTwo tablets.")]).documents
    assert document.text == "Two tablets."
    [document] = read([write("b.jsonl", b"\xef\xbb\xbf" + record(id="x", text="Two.").encode())]).documents
    assert document.id == "x"


def test_the_text_is_never_rewritten() -> None:
    text = "Caf\u00e9 \u201cnearly\u00a040\u201d\r\n\u2028e\u0301 \U0001f600\r3 cards\u0085end\n"
    [document] = read([write("a.txt", text)]).documents
    assert document.text == text
    [document] = read([write("b.jsonl", record(id="x", text=text))]).documents
    assert document.text == text


@pytest.mark.parametrize(("written", "expected"), [
    ("2023-06-21", DAY),
    ("2023-06-21T10:30:00Z", datetime.datetime(2023, 6, 21, 10, 30, tzinfo=datetime.UTC)),
    ("2023-06-21T10:30+02:00", datetime.datetime(2023, 6, 21, 10, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))),
    ("2023-06-21 10:30:00 +0200", datetime.datetime(2023, 6, 21, 10, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))),
])
def test_published_is_a_date_or_a_time_with_zone(written: str, expected: datetime.date) -> None:
    assert read([write("a.jsonl", record(id="x", text="Two.", published=written))]).documents[0].published == expected
    assert read([write("a.md", f"---\npublished: {written}\n---\nTwo.")]).documents[0].published == expected


@pytest.mark.parametrize("written", [
    "2023-06-31", "June 21, 2023", "2023-06", "2023-06-21T10:30:00", "2023-W25-3", "\u0662023-06-21", "1e9"])
def test_what_is_no_date_is_refused_with_line_and_key(written: str) -> None:
    loaded = read([write("a.md", f"---\ntitle: x\npublished: {written}\n---\nTwo."),
                   write("b.jsonl", record(id="x", text="T", published=written))])
    assert [re.sub(r"'.*'", "…", line) for line in reasons(loaded)] == [
        f"{place}: published: … is no date, expected {A_DATE}"
        for place in ("a.md:3", "b.jsonl:1")]


def test_a_document_beats_the_call_and_the_call_beats_the_page() -> None:
    page = ('<html><head><meta property="article:published_time" content="2020-01-02"><title>Flood</title></head>'
            "<body><article><p>The water rose by two metres.</p></article></body></html>")
    write("own.md", "---\npublished: 2023-06-21\nstory: own\nlang: en\n---\nTwo."), write("bare.txt", "Two."), write("page.html", page)
    call = datetime.date(2022, 5, 5)
    assert [(d.published, d.story) for d in read(["own.md", "bare.txt", "page.html"], published=call, story="call").documents] == [
        (DAY, "own"), (call, "call"), (call, "call")]
    assert read(["page.html"]).documents[0].published == datetime.date(2020, 1, 2)


def test_null_counts_as_absent() -> None:
    [document] = read([write("a.jsonl", record(id="x", text="Two.", published=None, story=None, lang=None, title=None))]).documents
    assert (document.published, document.story, document.lang, document.title) == (None, None, "en", None)


def test_unknown_front_matter_keys_are_named_and_read_past() -> None:
    loaded = read([write("a.md", "---\npublishd: 2023-06-21\ntags: [a, b]\nid: mine\n---\nTwo.")])
    assert [(note.line, note.reason) for note in loaded.notes] == [
        (2, "publishd: unknown key, not used; did you mean published?"),
        (3, "tags: unknown key, not used; known are published, story, lang, title, publisher, url, replaces"),
        (4, "id: not used; a file's id is its path")]
    assert loaded.documents[0].id == "a.md"


def test_the_article_of_a_page_without_its_surroundings() -> None:
    page = """<!DOCTYPE html><html><head><title>Flood takes bridge</title><meta property="og:site_name" content="Valley Herald">
      <meta property="article:published_time" content="2024-03-05T10:00:00+01:00"><link rel="canonical" href="https://valley.example/flood">
      </head><body><nav><a href="/">Home</a></nav><main><article><h1>Flood takes bridge</h1><p>At least 21 people were hurt.</p>
      <p>The water rose to 3.20 metres on Tuesday.</p></article></main><aside><p>20 million tourists came last year.</p></aside>
      <footer>Copyright 2019</footer></body></html>"""
    [document] = read([write("a.html", page)]).documents
    assert "At least 21 people were hurt." in document.text and "3.20" in document.text
    assert "tourists" not in document.text and "2019" not in document.text
    assert (document.published, document.publisher, document.url) == (
        datetime.date(2024, 3, 5), "Valley Herald", "https://valley.example/flood")


def test_a_page_in_the_character_set_that_it_names() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>Café prices rose by 3 % in the old town.</p></body></html>'
    assert "Café" in read([write("a.html", page.encode("cp1252"))]).documents[0].text


def test_a_page_does_not_choose_a_link_that_runs() -> None:
    page = '<html><head><link rel="canonical" href="javascript:alert(1)"></head><body><p>Two tablets were found here.</p></body></html>'
    assert read([write("a.html", page)]).documents[0].url is None


PAGES = Path(__file__).parent.parent.parent / "shared" / "pages"


@pytest.mark.skipif(not PAGES.is_dir(), reason="the saved pages are not here")
def test_saved_pages_keep_their_article_and_date() -> None:
    rows = [json.loads(line) for line in (PAGES / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    found = {os.path.basename(d.id): d for d in read([str(PAGES)], input="html").documents}
    inside = [segment in found[row["file"]].text for row in rows for segment in row["with"]]
    outside = [segment not in found[row["file"]].text for row in rows for segment in row["without"]]
    dates = [str(found[row["file"]].published) == row["published"] for row in rows]
    assert sum(inside) / len(inside) > 0.9 and sum(outside) / len(outside) > 0.9 and sum(dates) / len(dates) >= 0.9
