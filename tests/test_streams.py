"""Files of many documents, read piece by piece: JSON lines, feeds, web archives. What is too large is never held."""
from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.documents import Call, Limits, read, stream
from factcheck.model import Document, Skipped
from factcheck.pipeline import check
from factcheck.store import opened

NEWS = "The flood in Brackwater killed 12 people. The river rose by 7.2 metres."
SMALL = Call("jsonl", limits=Limits(size=1000))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Endless(io.RawIOBase):
    """A stream of a beginning, so many bytes of filling, and an end, that were never in memory together."""

    def __init__(self, begins: bytes, filling: int, ends: bytes) -> None:
        self.begins, self.filling, self.ends = begins, filling, ends

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:     # type: ignore[override]
        piece = self.begins[:len(buffer)] or b"x" * min(len(buffer), self.filling) or self.ends[:len(buffer)]
        if self.begins:
            self.begins = self.begins[len(piece):]
        elif self.filling:
            self.filling -= len(piece)
        else:
            self.ends = self.ends[len(piece):]
        buffer[:len(piece)] = piece
        return len(piece)


def line(id: str) -> bytes:
    return json.dumps({"id": id, "text": NEWS}).encode() + b"\n"


def held(format: str, given: Endless) -> tuple[list[str], list[Skipped], int]:
    """What is read, what is skipped, and the most memory it took."""
    list(stream(["-"], Call(format), stdin=io.BytesIO(line("warm") if format == "jsonl" else feed("warm"))))     # type: ignore[arg-type]
    tracemalloc.start()
    found = list(stream(["-"], Call(format, limits=Limits(size=1000)), stdin=given))   # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return [item.id for item in found if isinstance(item, Document)], [item for item in found if isinstance(item, Skipped)], peak


def feed(*ids: str) -> bytes:
    items = "".join(f"<item><guid>{id}</guid><title>T</title><description>{NEWS}</description></item>" for id in ids)
    return f"<?xml version='1.0'?><rss><channel><title>The Post</title>{items}</channel></rss>".encode()


def test_a_line_that_is_too_long_is_never_held() -> None:
    ids, skipped, peak = held("jsonl", Endless(line("a") + b'{"id": "b", "text": "', 50_000_000, b'"}\n' + line("c")))
    assert ids == ["a", "c"] and skipped[0].line == 2 and "larger than 0.000953674 MB" in skipped[0].reason
    assert peak < 5_000_000


def test_an_entry_that_is_too_large_is_never_held() -> None:
    first, _, last = feed("a").partition(b"</channel>")
    ids, skipped, peak = held("feed", Endless(first + b"<item><description>", 50_000_000, b"</description></item></channel>" + last))
    assert ids == ["a"] and "an entry larger than" in skipped[0].reason and peak < 5_000_000


def test_ten_thousand_lines_are_held_one_by_one() -> None:
    _, skipped, peak = held("jsonl", Endless(b"".join(line(f"d{n}") for n in range(3000)), 0, b""))
    assert not skipped and peak < 8_000_000


def test_a_feed_that_breaks_off_gives_what_came_before() -> None:
    Path("a.rss").write_bytes(feed("a", "b")[:-40] + b"&")
    found = read(["a.rss"])
    assert [item.id for item in found.documents] == ["a"] and found.documents[0].publisher == "The Post"
    assert "no XML that can be read" in found.skipped[0].reason


def test_standard_input_is_bounded() -> None:
    found = list(stream(["-"], Call("text", limits=Limits(size=1000)), stdin=Endless(b"x", 10 ** 12, b"")))   # type: ignore[arg-type]
    assert isinstance(found[0], Skipped) and "larger than" in found[0].reason


# Web archives

PAGE = f"<!DOCTYPE html><html><head><title>Flood</title></head><body><article><p>{NEWS}</p></article></body></html>"


def archive(path: str, *records: tuple[str, str, bytes], status: str = "200 OK", packed: bool = True, days: Sequence[str] = ()) -> None:
    warcio = pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    assert warcio
    with open(path, "wb") as out:
        from warcio.warcwriter import WARCWriter
        writer = WARCWriter(out, gzip=packed)
        for at, (address, sort, content) in enumerate(records):
            headers = StatusAndHeaders(status, [("Content-Type", sort)], protocol="HTTP/1.1")
            day = {"WARC-Date": f"{days[at]}T10:00:00Z"} if days else {}
            writer.write_record(writer.create_warc_record(address, "response", payload=io.BytesIO(content), http_headers=headers,
                                                          warc_headers_dict=day))


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_the_pages_of_a_web_archive(name: str, packed: bool) -> None:
    archive(name, ("https://a.example/1", "text/html", PAGE.encode()), ("https://a.example/x.png", "image/png", b"\x89PNG"),
            ("https://a.example/2", "text/plain; charset=latin-1", f"Café: {NEWS}".encode("latin-1")),
            ("https://a.example/1", "text/html", PAGE.encode()), packed=packed)
    found = read(["."])
    assert [(item.id, item.url, NEWS in item.text) for item in found.documents] == [
        ("https://a.example/1", "https://a.example/1", True), ("https://a.example/2", "https://a.example/2", True)]
    assert found.documents[1].text.startswith("Café") and not found.skipped


def test_what_was_no_success_is_passed_over() -> None:
    archive("a.warc.gz", ("https://a.example/1", "text/html", PAGE.encode()), status="404 Not Found")
    assert read(["a.warc.gz"]).documents == () == read(["a.warc.gz"]).skipped


def test_a_record_that_swells_is_never_held() -> None:
    archive("a.warc.gz", ("https://a.example/bomb", "text/html", PAGE.encode() + b" " * 30_000_000),
            ("https://a.example/2", "text/html", PAGE.encode()))
    assert Path("a.warc.gz").stat().st_size < 100_000
    found = list(stream(["a.warc.gz"], Call(limits=Limits(size=100_000))))
    assert isinstance(found[0], Skipped) and found[0].path == "https://a.example/bomb" and "larger than" in found[0].reason
    assert isinstance(found[1], Document)


@pytest.mark.parametrize("data", [b"", b"no archive", gzip.compress(b"no archive"), b"WARC/1.0\r\n", b"\x1f\x8b\x08",
                                  gzip.compress(gzip.compress(b"x" * 100))])
def test_what_is_no_web_archive_is_said_to_be(data: bytes) -> None:
    Path("a.warc.gz").write_bytes(data)
    [skipped] = read(["a.warc.gz"]).skipped
    assert "expected" in skipped.reason


def test_an_archive_in_an_archive_is_not_opened() -> None:
    archive("inner.warc.gz", ("https://a.example/1", "text/html", PAGE.encode()))
    archive("a.warc.gz", ("https://a.example/inner.warc.gz", "application/warc", Path("inner.warc.gz").read_bytes()))
    assert read(["a.warc.gz"]).documents == ()
    Path("b.gz").write_bytes(gzip.compress(NEWS.encode()))
    assert 'no reader for ".gz"' in read(["b.gz"]).skipped[0].reason


def test_a_web_archive_goes_into_a_store_once(capsys: pytest.CaptureFixture[str]) -> None:
    archive("a.warc.gz", *((f"https://a.example/{n}", "text/html", PAGE.replace("12", str(n)).encode()) for n in range(3)))
    for said in ("3 new", "3 unchanged"):
        assert main(["ingest", "a.warc.gz", "--store", "held.db", "-j", "2"]) == 0
        assert said in capsys.readouterr().err


ONE, OTHER = (("https://a.example/1", "text/html", PAGE.replace("12", count).encode()) for count in ("12", "14"))


def test_an_address_that_was_fetched_again_is_a_newer_version(capsys: pytest.CaptureFixture[str]) -> None:
    archive("a.warc.gz", ONE, OTHER, days=("2024-05-03", "2024-05-04"))
    again = "https://a.example/1#2024-05-04T10:00:00Z"
    first, second = read(["a.warc.gz"]).documents
    assert (first.id, second.id, second.replaces, second.url) == ("https://a.example/1", again, "https://a.example/1", first.url)
    assert main(["check", "a.warc.gz", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["verdicts"], len(report["documents"])) == ([], 1)
    for said in ("1 new, 1 changed", "2 unchanged"):
        assert main(["ingest", "a.warc.gz", "--store", "held.db"]) == 0
        assert said in capsys.readouterr().err
    with opened("held.db") as store:
        assert store.rows("SELECT number, name FROM versions WHERE current = 1") == [(2, again)]
        assert store.rows("SELECT count(*) FROM documents") == [(1,)]


def test_a_version_that_was_fetched_earlier_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    archive("a.warc.gz", ONE, OTHER, days=("2024-05-03", "2024-05-02"))
    found = read(["a.warc.gz"])
    assert (len(found.documents), found.skipped) == (1, ())
    assert "as it was at 2024-05-02T10:00:00Z, before the version of 2024-05-03T10:00:00Z; left out" in found.notes[0].reason
    assert main(["check", "a.warc.gz"]) == 0
    assert "left out" in capsys.readouterr().err


def test_what_replaces_another_address_is_compared_with_it() -> None:
    one = Document("a", "The flood killed 12 people.", story="s", url="https://a.example/1")
    other = Document("b", "The flood killed 14 people.", story="s", url="https://b.example/1", replaces="a")
    assert [verdict.outcome for verdict in check([one, other]).verdicts] == ["conflict"]
