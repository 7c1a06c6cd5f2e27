"""Paths in, documents out, and what was skipped and why: the one function of this stage."""
from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from factcheck.documents.formats import Format, by_content, by_suffix, named, reader
from factcheck.documents.shapes import Call, Note, Placed, Source, Unparsed, Unusable
from factcheck.documents.sources import listed, sources
from factcheck.frozen import frozen
from factcheck.model import Document, Skipped


@frozen
class Loaded:
    """The documents in the order they were met, what was skipped, and what was odd about those that were read."""

    documents: tuple[Document, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Note, ...] = ()


def read(paths: Iterable[str], *, input: str = "auto", published: datetime.date | datetime.datetime | None = None,
         story: str | None = None, lang: str = "en", file_list: str | None = None, stdin: BinaryIO | None = None) -> Loaded:
    """Files, folders and "-" → their documents. `published`, `story` and `lang` hold for those that do not say themselves."""
    met = list(stream(paths, Call(input, published, story, lang), file_list, stdin))
    return Loaded(tuple(item for item in met if isinstance(item, Document)), tuple(item for item in met if isinstance(item, Skipped)),
                  tuple(item for item in met if isinstance(item, Note)))


def stream(paths: Iterable[str], call: Call, file_list: str | None = None,
           stdin: BinaryIO | None = None) -> Iterator[Document | Skipped | Note]:
    """The same, one at a time. A second document with an id that was met before is skipped."""
    met = Met()
    for item in unparsed(paths, call, file_list, stdin):
        for found in parsed(item, call) if isinstance(item, Unparsed) else [item]:
            yield met.once(found) if isinstance(found, Placed) else found


def unparsed(paths: Iterable[str], call: Call, file_list: str | None = None,
             stdin: BinaryIO | None = None) -> Iterator[Placed | Unparsed | Skipped | Note]:
    """The same, but files that are one document are left as they are, and ids may stand twice."""
    for item in _all(paths, call, file_list, stdin):
        if not isinstance(item, tuple):
            yield item
        elif item[1].single:
            yield Unparsed(item[0], item[1].name)
        else:
            yield from _read(*item, call)


def parsed(item: Unparsed, call: Call) -> Iterator[Placed | Skipped | Note]:
    """A file as it was found → its documents."""
    for found in _read(item.source, named(item.format), call):
        yield from parsed(found, call) if isinstance(found, Unparsed) else [found]


class Met:
    """The ids that were met, each with its place."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}

    def once(self, found: Placed) -> Document | Skipped:
        """A document, or why it is skipped: its id was met before."""
        id = found.document.id
        if id in self.places:
            return Skipped(found.file, f"id: {id!r} for the second time (first in {self.places[id]}), expected each once", found.line)
        self.places[id] = found.file if found.line is None else f"{found.file}:{found.line}"
        return found.document


def given(source: Source, call: Call) -> Iterator[Document | Skipped | Note]:
    """One file whose content is at hand → its documents; told by its name what format it has."""
    format = by_suffix(os.path.splitext(source.name)[1]) or by_content(source.data)
    for found in parsed(Unparsed(source, format.name), call):
        yield found.document if isinstance(found, Placed) else found


def _all(paths: Iterable[str], call: Call, file_list: str | None,
         stdin: BinaryIO | None) -> Iterator[tuple[Source, Format] | Skipped]:
    paths = list(paths)
    if file_list is not None:
        try:
            paths += listed(file_list, stdin)
        except Unusable as error:
            yield Skipped(file_list, error.reason, error.line)
    yield from sources(paths, call.input, stdin, call.limits.size)


def _read(source: Source, format: Format, call: Call) -> Iterator[Placed | Unparsed | Skipped | Note]:
    """One source through its format's reader; whatever a reader trips over skips this source and no other."""
    try:
        for found in reader(format)(source, call):
            yield replace(found, file=source.name) if isinstance(found, Placed) else found
    except Unusable as error:
        yield Skipped(source.name, error.reason, error.line)
    except ImportError as error:
        yield Skipped(source.name, f"reading {format.name} needs the package {error.name or error}, which is not installed; "
                                   f"pip install 'factcheck[{format.name}]'")
    except MemoryError:
        if call.apart:
            raise
        yield Skipped(source.name, "needs more memory to read than there is")
    except Exception as error:      # a parser's own fault in one file must not end the run
        yield Skipped(source.name, f"{format.name} reader failed ({type(error).__name__}: {error}), expected {format.name}")
