"""A document in, its mentions out, in the order of the text: those of its tables and those of its prose."""
from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from operator import attrgetter

from factcheck.extract.comments import uncommented
from factcheck.extract.dates import dateline
from factcheck.extract.reader import prose
from factcheck.extract.tables import tabled
from factcheck.model import Document, Mention

START = attrgetter("start")


def extract(document: Document | str) -> list[Mention]:
    """A document or a plain text → its mentions, sorted by place."""
    if isinstance(document, str):
        document = Document(id="text", text=document)
    return list(mentions(document))


def mentions(document: Document) -> Iterator[Mention]:
    """A document → its mentions one by one; memory is bounded by the longest block, and by the tables."""
    published = document.published or dateline(document.text, document.metadata_offset)
    text, figures = tabled(document, published, uncommented(document.text))
    found = prose(document, published, text)
    return merge(found, figures, key=START) if figures else found
