"""What the modules of this stage hand to each other."""
from __future__ import annotations

import datetime

from factcheck.frozen import frozen
from factcheck.model import Document


@frozen
class Call:
    """What the call says about every document that does not say otherwise itself; `input` is a format's name or "auto"."""

    input: str = "auto"
    published: datetime.date | datetime.datetime | None = None
    story: str | None = None
    lang: str = "en"


@frozen
class Source:
    """One file to read: `name` is the path as given, which is its document's id; `story` its folder below the path that was given."""

    name: str
    data: bytes
    story: str | None = None


@frozen
class Placed:
    """A document that was read, and the line of its file where it begins when the file holds several."""

    document: Document
    line: int | None = None


@frozen
class Note:
    """Something odd about a document that is read all the same; `line` counts from 1."""

    path: str
    reason: str
    line: int | None = None


class Unusable(Exception):
    """Why a source cannot be used: what was wrong and what was expected, and the line if there is one."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.line = reason, line
