"""The formats that can be read, in one ordered table, and how a file's format is told."""
from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from factcheck.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.documents.shapes import Call, Note, Placed, Source, Unparsed
    from factcheck.model import Skipped


class Reader(Protocol):
    """What a format's module offers as `read`: one source → its documents, what of it was skipped, and notes, or the files that it holds
    and that are parsed on their own. May raise Unusable."""

    def __call__(self, source: Source, call: Call) -> Iterator[Placed | Unparsed | Skipped | Note]: ...


@frozen
class Format:
    """A format: its name on the command line, the suffixes it claims, the module that reads it, how its content may begin, and
    whether a file may hold many documents, so that the bound on size is each document's and not the file's, and whether a file is one
    document, which is parsed where documents are read; `foreign` says that others' code takes it apart, which may choke on it."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    begins: tuple[bytes, ...] = ()
    many: bool = False
    single: bool = False
    foreign: bool = False


FORMATS = (
    Format("text", (".txt", ".text"), "prose", single=True),
    Format("markdown", (".md", ".markdown"), "prose", single=True),
    Format("html", (".html", ".htm", ".xhtml"), "html", begins=(b"<!doctype html", b"<html"), single=True, foreign=True),
    Format("jsonl", (".jsonl", ".ndjson"), "jsonl", begins=(b'{"',), many=True),
    Format("feed", (".rss", ".atom", ".xml"), "feed", begins=(b"<?xml", b"<rss", b"<feed"), many=True),
    Format("warc", (".warc", ".warc.gz"), "warc", begins=(b"warc/1",), many=True),
    Format("pdf", (".pdf",), "pdf", begins=(b"%pdf-",), single=True, foreign=True),
    Format("docx", (".docx",), "docx", begins=(b"pk\x03\x04",), single=True, foreign=True),
)
NAMES = tuple(format.name for format in FORMATS)
SUFFIXES = tuple(suffix for format in FORMATS for suffix in format.suffixes)


def named(name: str) -> Format:
    """"jsonl" → its row of the table."""
    return next(format for format in FORMATS if format.name == name)


def by_suffix(suffix: str) -> Format | None:
    """".md" → Markdown; None for a suffix that no format claims."""
    return next((format for format in FORMATS if suffix.lower() in format.suffixes), None)


def by_content(data: bytes) -> Format:
    """The first bytes of a file without a suffix, or of standard input → the format they look like; text when in doubt."""
    head = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((format for format in FORMATS if head.startswith(format.begins or (b"\0",))), FORMATS[0])


def reader(format: Format) -> Reader:
    """A format → the function that reads it; what its module needs is imported only now."""
    read: Reader = import_module(f"factcheck.documents.{format.module}").read
    return read
