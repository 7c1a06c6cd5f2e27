"""Documents in, mentions out."""
from __future__ import annotations

from factcheck.model import Document, Mention


def extract(document: Document | str) -> list[Mention]:
    """A document or a plain text → its mentions, sorted by place. The reader is loaded on first use."""
    from factcheck.extract.reader import extract as read
    return read(document)
