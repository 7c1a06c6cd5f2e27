"""An RSS or Atom file in: its entries as documents out, each known by its link or its own id.

The text of an entry is the longest that the file gives (content before summary), without its markup; offsets count in it. A file that
declares entities is refused: no feed needs them, and they can be made to swell. Gets wrong: feeds that give the first lines only.
"""
from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from io import BufferedReader
from typing import Any
from xml.etree import ElementTree

from factcheck.documents.decode import HEAD, refuse_binary
from factcheck.documents.metadata import Said, document, published
from factcheck.documents.shapes import Call, Placed, Source, Unusable
from factcheck.model import Skipped

BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|table|tr|td|th|section|article|figure|figcaption|pre)\b[^<>]{0,2000}>",
                   re.IGNORECASE)
UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
ENTITY = b"<!ENTITY"
PIECE = 2 ** 16                 # bytes that are parsed at once
TEXTS = ("encoded", "content", "description", "summary")
DATES = ("pubDate", "published", "date", "updated")


def read(source: Source, call: Call) -> Iterator[Placed | Skipped]:
    """One file → a document for each entry, or why there is none."""
    number = 0
    for number, (entry, channel) in enumerate(entries(source.stream(), call.limits.size), 1):
        id = _link(entry) or _text(entry, ("guid", "id")) or f"{source.name}#{number}"
        text = max((prose(found) for name in TEXTS if (found := _text(entry, (name,)))), key=len, default="")
        if not text:
            yield Skipped(source.name, f"entry {number} ({id}) has no text, expected content or a summary")
            continue
        yield Placed(document(id, text, Said(published=_when(entry), title=prose(_text(entry, ("title",)) or "") or None, url=_link(entry)),
                              call, source, found=Said(publisher=channel)))
    if not number:
        raise Unusable("no entry in this file, expected RSS or Atom")


def entries(content: BufferedReader, limit: int) -> Iterator[tuple[ElementTree.Element, str | None]]:
    """A feed → its entries, each with the title of its channel, and only one of them held at a time; raises Unusable for what is no XML,
    declares entities, or has an entry that is larger than `limit`."""
    refuse_binary(content.peek(HEAD)[:HEAD])
    parser: ElementTree.XMLPullParser[Any] = ElementTree.XMLPullParser(("start", "end"))
    above: list[ElementTree.Element] = []
    channel, size, before = None, 0, b""
    try:
        while piece := content.read(PIECE):
            if ENTITY in before + piece:
                raise Unusable("declares XML entities, which no feed needs; expected RSS or Atom")
            before, size = piece[-len(ENTITY):], size + len(piece)
            parser.feed(piece)
            events: Any = parser.read_events()
            for event, node in events:
                if event == "start":
                    channel = node if channel is None and _name(node) in ("channel", "feed") else channel
                    above.append(node)
                    continue
                above.pop()
                if _name(node) in ("item", "entry"):
                    yield node, None if channel is None else _text(channel, ("title",))
                    size = 0
                    if above:
                        above[-1].remove(node)
            if size > limit + PIECE:
                raise Unusable(f"an entry larger than {limit / 2 ** 20:g} MB, which no article is; expected smaller ones")
        parser.close()
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise Unusable(f"no XML that can be read ({error}), expected RSS or Atom") from None


def prose(markup: str) -> str:
    """HTML as feeds carry it → its text, a line for each block."""
    text = html.unescape(TAG.sub("", BLOCK.sub("\n", UNSEEN.sub("", markup))))
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)


def _name(node: ElementTree.Element) -> str:
    """The name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


def _text(node: ElementTree.Element, names: tuple[str, ...]) -> str | None:
    """The text of the first child with one of these names."""
    for child in node:
        if _name(child) in names:
            text = ElementTree.tostring(child, encoding="unicode") if len(child) else child.text or ""
            if text.strip():
                return text.strip()
    return None


def _link(entry: ElementTree.Element) -> str | None:
    """The address of an entry: RSS writes it as text, Atom as an attribute."""
    for child in entry:
        if _name(child) == "link":
            link = child.get("href") if child.get("rel", "alternate") == "alternate" and child.get("href") else child.text
            if link and link.strip().startswith(("http://", "https://")):
                return link.strip()
    return None


def _when(entry: ElementTree.Element) -> datetime.date | None:
    """The day or time of publication, where it can be read."""
    for name in DATES:
        text = _text(entry, (name,))
        if not text:
            continue
        try:
            return published(text)
        except Unusable:
            pass
        try:
            found = parsedate_to_datetime(text)
            return found if found.tzinfo else found.date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
