"""Bytes in, text out: UTF-8 with or without a byte-order mark, line ends as they are."""
from __future__ import annotations

import re

from factcheck.documents.shapes import Unusable

BOM = b"\xef\xbb\xbf"
UTF16 = (b"\xff\xfe", b"\xfe\xff")
HEAD = 8192                     # a binary shows its zero bytes early; a text with one far down is read
SURROGATE = "[\ud800-\udfff]"


def text_of(data: bytes) -> str:
    """The bytes of a file → its text without the byte-order mark; raises Unusable for what is empty, binary or not UTF-8."""
    refuse_binary(data)
    body = data.removeprefix(BOM)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(body)
        raise Unusable(f"not UTF-8 at byte {at} (0x{data[at]:02x}), expected UTF-8 text", data.count(b"\n", 0, at) + 1) from None


def refuse_binary(data: bytes) -> None:
    """Raises Unusable for what holds no text at all."""
    if not data.strip():
        raise Unusable("empty file, expected an article" if not data else "nothing but spaces, expected an article")
    if data.startswith(UTF16):
        raise Unusable("UTF-16 at byte 0 (its byte-order mark), expected UTF-8 text")
    zero = data.find(b"\0", 0, HEAD)
    if zero >= 0:
        raise Unusable(f"binary (a zero byte at byte {zero}), expected UTF-8 text")


def refuse_surrogate(key: str, text: str) -> None:
    """Raises Unusable for half a character ("\\ud83d" alone in JSON): it cannot be printed, and offsets behind it would mislead."""
    if not text.isascii() and (found := re.search(SURROGATE, text)):
        raise Unusable(f"{key}: half a character, U+{ord(found[0]):04X} at offset {found.start()}, expected whole ones")
