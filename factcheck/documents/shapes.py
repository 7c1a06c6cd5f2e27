"""What the modules of this stage hand to each other."""
from __future__ import annotations

import datetime
from io import BufferedReader, BytesIO
from typing import BinaryIO

from factcheck.frozen import frozen
from factcheck.model import Document


@frozen
class Limits:
    """What one document may take: bytes, bytes of memory, seconds."""

    size: int = 20 * 2 ** 20
    memory: int = 2 ** 30
    seconds: float = 60


@frozen
class Call:
    """What the call says about every document that does not say otherwise itself; `input` is a format's name or "auto".

    `apart`: this process may be killed for what it reads, so that a parser needs no process of its own.
    """

    input: str = "auto"
    published: datetime.date | datetime.datetime | None = None
    story: str | None = None
    lang: str = "en"
    limits: Limits = Limits()
    apart: bool = False


@frozen
class Source:
    """One file to read: `name` is the path as given, which is its document's id; `story` its folder below the path that was given.

    `url` is where it came from, when an archive says so, and `replaces` names an earlier capture of the same. A file of many documents is
    not held: it is `open`, and what is read of it goes by in pieces.
    """

    name: str
    data: bytes
    story: str | None = None
    open: BinaryIO | None = None
    url: str | None = None
    replaces: str | None = None

    def stream(self) -> BufferedReader:
        """The content in pieces, whichever way it is held."""
        if isinstance(self.open, BufferedReader):
            return self.open
        return BufferedReader(self.open or BytesIO(self.data))  # type: ignore[arg-type]


@frozen
class Placed:
    """A document that was read, its file, and the line where it begins when the file holds several."""

    document: Document
    line: int | None = None
    file: str = ""


@frozen
class Unparsed:
    """A file that is one document, as it was found: its bytes say whether it has to be parsed at all."""

    source: Source
    format: str


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
