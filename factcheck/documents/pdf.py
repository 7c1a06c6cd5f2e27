"""A PDF in: the text of its pages as a document out, with the title that it gives itself.

The text is the extracted one, and offsets count in it. Needs the extra `factcheck[pdf]`. Gets wrong: columns that the file itself does not
keep apart, and headers and footers, which are read as part of the page.
"""
from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from factcheck.documents.confined import confined
from factcheck.documents.metadata import Said, document
from factcheck.documents.shapes import Call, Placed, Source, Unusable


def read(source: Source, call: Call) -> Iterator[Placed]:
    """One file → its document."""
    found = parsed(source.data) if call.apart else confined("pdf", source.data, call.limits)
    yield Placed(document(source.name, found["text"], Said(), call, source, found=Said(title=found["title"])))


def parsed(data: bytes) -> dict[str, Any]:
    """The bytes of a PDF → its text and title; raises Unusable."""
    if not data.startswith(b"%PDF-", 0, 1024) and b"%PDF-" not in data[:1024]:
        raise Unusable("no PDF (it does not begin with %PDF-), expected a PDF file")
    from pypdf import PdfReader
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unusable("locked with a password, expected a PDF that can be opened")
    text = "\n\n".join(page for page in (each.extract_text().strip() for each in reader.pages) if page)
    text = text.encode("utf-8", "replace").decode("utf-8")
    if not text.strip():
        raise Unusable("no text in this PDF, only pictures of it; expected one whose words can be selected")
    title = (reader.metadata.title if reader.metadata else None) or ""
    return {"text": text, "title": str(title).strip() or None}
