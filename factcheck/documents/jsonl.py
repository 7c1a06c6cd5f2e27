"""JSON lines in, one document a line out: `{"id", "text", "published"?, "story"?, "lang"?, "title"?, "publisher"?, "url"?}`.

A line that cannot be used is skipped and named; the others are read. Lines end at "\\n" only: U+2028 inside a text is no line end.
"""
from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from factcheck.documents.decode import BOM, HEAD, refuse_binary, refuse_surrogate
from factcheck.documents.metadata import document, said
from factcheck.documents.shapes import Call, Placed, Source, Unusable
from factcheck.model import Document, Skipped


def read(source: Source, call: Call) -> Iterator[Placed | Skipped]:
    """One file → a document for each line, or why there is none."""
    content = source.stream()
    refuse_binary(content.peek(HEAD)[:HEAD])
    for line, raw in enumerate(_lines(content, call.limits.size), 1):
        if raw is not None and not raw.strip():
            continue
        try:
            yield Placed(_document(raw, call, source), line)
        except Unusable as error:
            yield Skipped(source.name, error.reason, line)


def _lines(content: BufferedReader, limit: int) -> Iterator[bytes | None]:
    """The lines of a file, one at a time; None for one that is too long, which is never held."""
    mark = BOM
    while line := content.readline(limit + 2):
        if len(line) <= limit + 1 and (len(line) <= limit or line.endswith(b"\n")):
            yield line.removeprefix(mark).removesuffix(b"\n")
        else:
            while line and not line.endswith(b"\n"):
                line = content.readline(2 ** 20)
            yield None
        mark = b""


def _document(raw: bytes | None, call: Call, source: Source) -> Document:
    if raw is None:
        raise Unusable(f"larger than {call.limits.size / 2 ** 20:g} MB, which no article is; expected a smaller document")
    record = _record(raw)
    id, text = (_needed(record, key) for key in ("id", "text"))
    if not text.strip():
        raise Unusable("text: empty, expected an article")
    return document(id, text, said(record), call, source)


def _record(raw: bytes) -> dict[str, Any]:
    try:
        record = json.loads(raw.decode("utf-8"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise Unusable(f"not UTF-8 at byte {error.start} of the line (0x{raw[error.start]:02x}), expected UTF-8 text") from None
    except json.JSONDecodeError as error:
        what = "truncated JSON" if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated") else "not JSON"
        raise Unusable(f"{what} at column {error.colno} ({error.msg}), expected one whole object a line") from None
    except RecursionError:
        raise Unusable("not JSON that anybody meant: nested too deeply, expected one object a line") from None
    except ValueError as error:                     # an int of five thousand digits
        raise Unusable(f"not JSON that can be read ({error}), expected one object a line") from None
    if not isinstance(record, dict):
        raise Unusable('no object, expected {"id": …, "text": …}')
    return record


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The pairs of an object → a dict; a key that stands twice is refused, because nobody can tell which one was meant."""
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [key for key, _ in pairs]
        raise Unusable(f"{next(key for key in names if names.count(key) > 1)}: doubled key, expected each once")
    return record


def _needed(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        raise Unusable(f'{key}: missing, expected {{"id": …, "text": …}}')
    if not isinstance(value, str):
        raise Unusable(f"{key}: {type(value).__name__} {str(value)[:40]}, expected text")
    refuse_surrogate(key, value)
    return value
