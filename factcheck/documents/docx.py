"""A Word file in: its paragraphs and tables as a document out, with the title that it gives itself.

The text is the extracted one, and offsets count in it. Needs the extra `factcheck[docx]`. What it would unpack to is counted before
anything is unpacked. Not read: headers, footers, footnotes, comments and text boxes.
"""
from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.documents.confined import confined
from factcheck.documents.metadata import Said, document
from factcheck.documents.shapes import Call, Placed, Source, Unusable

UNPACKED = 200 * 2 ** 20        # bytes
PARTS = 10_000


def read(source: Source, call: Call) -> Iterator[Placed]:
    """One file → its document."""
    refuse_bomb(source.data)
    found = parsed(source.data) if call.apart else confined("docx", source.data, call.limits)
    yield Placed(document(source.name, found["text"], Said(), call, source, found=Said(title=found["title"])))


def refuse_bomb(data: bytes) -> None:
    """Raises Unusable for what is no archive, or would unpack to more than a document can be."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise Unusable(f"no Word file ({error}), expected .docx") from None
    size = sum(part.file_size for part in parts)
    if size > UNPACKED or len(parts) > PARTS:
        raise Unusable(f"unpacks to {size >> 20} MB in {len(parts)} parts, expected at most {UNPACKED >> 20} MB in {PARTS}")


def parsed(data: bytes) -> dict[str, Any]:
    """The bytes of a Word file → its text and title; raises Unusable."""
    from docx import Document as Word
    from docx.table import Table
    word = Word(io.BytesIO(data))
    pieces = ["\n".join(piped(row.cells) for row in item.rows) + "\n" if isinstance(item, Table) else item.text.strip()
              for item in word.iter_inner_content()]
    text = "\n".join(filter(None, pieces)).strip()
    if not text:
        raise Unusable("no text in this Word file, expected an article")
    return {"text": text, "title": (word.core_properties.title or "").strip() or None}


def piped(cells: Sequence[Any]) -> str:
    """The cells of a row → the row as Markdown has it; a cell that spans several columns stands in the first of them."""
    words = [" ".join(cell.text.split()).replace("|", "\\|") for cell in cells]
    said = ["" if at and cell._tc is cells[at - 1]._tc else word for at, (cell, word) in enumerate(zip(cells, words, strict=True))]
    return f"| {' | '.join(said)} |"
