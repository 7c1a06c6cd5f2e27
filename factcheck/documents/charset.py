"""The bytes of a page in, its text out, in the character set that a browser would take.

A byte-order mark decides, then what the page's own <meta> names, then UTF-8. Pages that say ISO-8859-1 mean Windows-1252, and so do pages
that say nothing, or something that they are not. A few bytes that do not fit are replaced, as browsers do, because the rest of the page is
sound. Gets wrong: pages in another alphabet that do not say so.
"""
from __future__ import annotations

import codecs
import re

from factcheck.documents.decode import BOM, UTF16, refuse_binary

DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
HEAD = 8192                     # bytes in which a page says what it is written in
OF_TEXT = re.compile(r"""(?xi) utf-?8 | iso-?8859-?\d+ | latin-?\d | (?:us-)?ascii | windows-?\d+ | cp-?\d+ | x-sjis | shift[_-]?jis | sjis
    | euc-?(?:jp|kr|tw) | iso-2022-(?:jp|kr) | gbk | gb2312 | gb18030 | big5(?:-hkscs)? | koi8-?[ru] | macintosh | tis-620""")
WESTERN = re.compile(r"(?i)iso-?8859-?1|latin-?1|(?:us-)?ascii")
FALLBACK = "windows-1252"
FEW = 4                         # one character of so many that are not ASCII may be wrong


def text_of_page(data: bytes) -> str:
    """The bytes of a page → its text; raises Unusable for what is empty or binary."""
    if data.startswith(UTF16):
        return data.decode("utf-16", "replace")
    refuse_binary(data)
    if data.startswith(BOM):
        return data.removeprefix(BOM).decode("utf-8", "replace")
    found = DECLARED.search(data, 0, HEAD)
    named = found[1].decode("ascii") if found else "utf-8"
    for name in dict.fromkeys((_meant(named), "utf-8")):
        text = _decoded(data, name)
        if text is not None:
            return text
    return data.decode(FALLBACK, "replace")


def _meant(named: str) -> str:
    """The character set that a page names → the one that it is written in; UTF-8 for a name that is none of text."""
    if not OF_TEXT.fullmatch(named) or WESTERN.fullmatch(named):
        return FALLBACK if WESTERN.fullmatch(named) else "utf-8"
    try:
        return codecs.lookup(named).name
    except LookupError:
        return "utf-8"


def _decoded(data: bytes, name: str) -> str | None:
    """The text, if the bytes are in that character set but for a few."""
    text = data.decode(name, "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    return text if wrong == 0 or wrong * FEW <= sum(not character.isascii() for character in text) else None
