"""Paths in, documents out, and what was skipped and why: the one function of this stage."""
from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from factcheck.documents.formats import Format, by_content, by_suffix, reader
from factcheck.documents.shapes import Call, Note, Placed, Source, Unusable
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
    seen: dict[str, str] = {}
    for item in _all(paths, call, file_list, stdin):
        if not isinstance(item, tuple):
            yield item
            continue
        source, format = item
        for found in _read(source, format, call):
            if not isinstance(found, Placed):
                yield found
            elif found.document.id in seen:
                name, first = found.document.id, seen[found.document.id]
                yield Skipped(source.name, f"id: {name!r} for the second time (first in {first}), expected each once", found.line)
            else:
                seen[found.document.id] = source.name if found.line is None else f"{source.name}:{found.line}"
                yield found.document


def given(source: Source, call: Call) -> Iterator[Document | Skipped | Note]:
    """One file whose content is at hand → its documents; told by its name what format it has."""
    format = by_suffix(os.path.splitext(source.name)[1]) or by_content(source.data)
    for found in _read(source, format, call):
        yield found.document if isinstance(found, Placed) else found


def _all(paths: Iterable[str], call: Call, file_list: str | None,
         stdin: BinaryIO | None) -> Iterator[tuple[Source, Format] | Skipped]:
    named = list(paths)
    if file_list is not None:
        try:
            named += listed(file_list, stdin)
        except Unusable as error:
            yield Skipped(file_list, error.reason, error.line)
    yield from sources(named, call.input, stdin)


def _read(source: Source, format: Format, call: Call) -> Iterator[Placed | Skipped | Note]:
    """One source through its format's reader; whatever a reader trips over skips this source and no other."""
    try:
        yield from reader(format)(source, call)
    except Unusable as error:
        yield Skipped(source.name, error.reason, error.line)
    except ImportError as error:
        yield Skipped(source.name, f"reading {format.name} needs the package {error.name or error}, which is not installed; "
                                   f"pip install 'factcheck[{format.name}]'")
    except Exception as error:      # a parser's own fault in one file must not end the run
        yield Skipped(source.name, f"{format.name} reader failed ({type(error).__name__}: {error}), expected {format.name}")
