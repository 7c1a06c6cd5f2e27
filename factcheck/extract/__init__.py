"""Documents in, mentions out."""
from __future__ import annotations

import datetime

from factcheck.model import Document, Mention


def extract(document: Document | str) -> list[Mention]:
    """A document or a plain text → its mentions, sorted by place. The reader is loaded on first use."""
    from factcheck.extract.document import extract as read
    return read(document)


def dateline(document: Document) -> datetime.date | None:
    """A document → the day that its dateline says, or None: what it was published on when nothing else tells."""
    from factcheck.extract.dates import dateline as read
    return read(document.text, document.metadata_offset)
