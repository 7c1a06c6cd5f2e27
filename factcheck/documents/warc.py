"""A web archive (WARC, packed or not) in: the pages and texts that it holds out, each as a file of its own, known by its address.

Needs the extra `factcheck[warc]`. One record at a time is held, and no more of it than a document may have, however small it was packed.
Answers that were no success, and what is neither HTML nor text, are passed over; so are requests and repeats. An address that was fetched
again with another content is a newer version of the document, known by its address and the time, and takes the place of the one before;
one that was fetched earlier than that is noted and left out. The day on which a page was fetched is not that of its publication, and not
taken for it.
"""
from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from factcheck.documents.decode import BOM
from factcheck.documents.shapes import Call, Note, Source, Unparsed, Unusable
from factcheck.frozen import frozen
from factcheck.model import Skipped

SORTS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
RECORDS = ("response", "resource", "conversion")


@frozen
class Capture:
    """What was fetched last from an address: what its document is called, when, and the hash of its content."""

    name: str
    day: str
    content: bytes


def read(source: Source, call: Call) -> Iterator[Unparsed | Skipped | Note]:
    """One archive → a file for each page, or why it is skipped."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    found = 0
    captures: dict[str, Capture] = {}
    try:
        for record in ArchiveIterator(source.stream()):
            found += bool(record.rec_type)
            sort, charset = _sort(record)
            if sort is None:
                continue
            address = record.rec_headers.get_header("WARC-Target-URI") or f"{source.name}#{found}"
            data = record.content_stream().read(call.limits.size + 1)
            if len(data) > call.limits.size:
                yield Skipped(address, f"larger than {call.limits.size / 2 ** 20:g} MB, which no article is; expected a smaller one")
            elif data.strip():
                day, before = record.rec_headers.get_header("WARC-Date") or "", captures.get(address)
                now = Capture(address if before is None else f"{address}#{day or found}", day, sha256(data).digest())
                if before is None or (now.content != before.content and now.day >= before.day):
                    captures[address] = now
                    page = _unicode(data, charset)
                    yield Unparsed(Source(now.name, page, source.story, url=address, replaces=before.name if before else None), sort)
                elif now.content != before.content:
                    yield Note(source.name, f"{address} as it was at {day}, before the version of {before.day}; left out")
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, AttributeError) as error:
        why = str(error)[:100] or type(error).__name__
        raise Unusable(f"no web archive from its record {found + 1} on ({why}), expected WARC") from None
    if not found:
        raise Unusable("no record in this file, expected a web archive (WARC)")


def _sort(record: Any) -> tuple[str | None, str | None]:
    """A record → how to read what it holds, or None, and the character set that its headers name."""
    if record.rec_type not in RECORDS:
        return None, None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return None, None
    said = (headers or record.rec_headers).get_header("Content-Type") or ""
    sort, _, rest = said.partition(";")
    charset = rest.lower().partition("charset=")[2].strip(" \"'") or None
    return SORTS.get(sort.strip().lower()), charset


def _unicode(data: bytes, charset: str | None) -> bytes:
    """What is in the character set that the headers name → UTF-8 that says so; as it is, if it is no such thing."""
    if charset in (None, "utf-8", "utf8") or data.startswith(BOM):
        return data
    try:
        return BOM + data.decode(str(charset)).encode("utf-8", "surrogatepass")
    except (LookupError, UnicodeDecodeError):
        return data
