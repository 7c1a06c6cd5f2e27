"""Paths in, sources out: files as named, folders walked in a fixed order, `-` for standard input.

Inside a folder hidden files, links that lead elsewhere and suffixes that no format claims are passed over; named directly, a file
that cannot be used is always said to be skipped.
"""
from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from factcheck.documents.formats import SUFFIXES, Format, by_content, by_suffix, named
from factcheck.documents.shapes import Limits, Source, Unusable
from factcheck.model import Skipped

STDIN = "-"
BEGINNING = 200                 # bytes by which a format is told
Found = tuple[Source, Format]


def sources(paths: Iterable[str], input: str, stdin: BinaryIO | None = None, limit: int = Limits().size) -> Iterator[Found | Skipped]:
    """Paths → each file with its format, or why it is skipped."""
    for path in paths:
        try:
            yield from _one(path, input, stdin, limit)
        except Unusable as error:
            yield Skipped(path, error.reason, error.line)
        except OSError as error:
            yield Skipped(path, f"{(error.strerror or str(error)).lower()}, expected a file or folder that can be read")


def listed(file_list: str, stdin: BinaryIO | None = None) -> list[str]:
    """A file with one path a line → the paths; raises Unusable."""
    try:
        data = _stdin(stdin) if file_list == STDIN else _content(file_list)
        return [line for line in data.decode("utf-8").splitlines() if line.strip()]
    except OSError as error:
        raise Unusable(f"{(error.strerror or str(error)).lower()}, expected a file with one path a line") from None
    except UnicodeDecodeError as error:
        raise Unusable(f"not UTF-8 at byte {error.start}, expected one path a line") from None


def _one(path: str, input: str, stdin: BinaryIO | None, limit: int) -> Iterator[Found | Skipped]:
    if path == STDIN:
        content = Source(path, b"", None, stdin or sys.stdin.buffer).stream()
        format = named(input) if input != "auto" else by_content(content.peek(BEGINNING))
        data = b"" if format.many else content.read(limit + 1)
        refuse_large(len(data), format, limit)
        yield Source(path, data, None, content if format.many else None), format
    elif "\0" in path or not os.path.lexists(path):
        raise Unusable(f"no such file or folder{_nearest(path)}")
    elif os.path.isdir(path):
        yield from _folder(path, input, limit)
    else:
        yield from _file(path, input, None, limit)


def _file(path: str, input: str, story: str | None, limit: int) -> Iterator[Found]:
    format = named(input) if input != "auto" else by_suffix(_suffix(path))
    if format is None and _suffix(path):
        raise Unusable(f'no reader for "{_suffix(path)}", expected {", ".join(SUFFIXES)}, or --input FORMAT')
    if format is not None and stat.S_ISREG(os.stat(path).st_mode):
        refuse_large(os.stat(path).st_size, format, limit)      # before it is read
    with open(path, "rb") as content:
        format = format or by_content(content.peek(BEGINNING))
        data = b"" if format.many else content.read(limit + 1)
        refuse_large(len(data), format, limit)
        yield Source(path, data, story, content if format.many else None), format


def refuse_large(size: int, format: Format, limit: int) -> None:
    """Raises Unusable for a document that is larger than `limit`."""
    if size > limit and not format.many:
        raise Unusable(f"larger than {limit / 2 ** 20:g} MB, which no article is; expected a smaller file")


def _folder(root: str, input: str, limit: int) -> Iterator[Found | Skipped]:
    """The files below a folder, sorted; the story of each is its folder below `root`."""
    claimed = SUFFIXES if input == "auto" else named(input).suffixes
    empty, others = True, 0
    for path in _walk(root):
        if isinstance(path, Skipped):
            empty = False
            yield path
            continue
        if _suffix(path).lower() not in claimed:
            others += 1
            continue
        empty = False
        try:
            yield from _file(path, input, story_of(root, path), limit)
        except Unusable as error:
            yield Skipped(path, error.reason, error.line)
        except OSError as error:
            yield Skipped(path, f"{(error.strerror or str(error)).lower()}, expected a file that can be read")
    if empty:
        more = f" ({others} {'file has' if others == 1 else 'files have'} another suffix)" if others else ""
        raise Unusable(f"no article in this folder{more}, expected files that end in {', '.join(claimed)}")


def how_many(paths: Iterable[str], input: str) -> int | None:
    """Paths → how many documents they hold, or None where that is known only when they are read."""
    number = 0
    for path in paths:
        for file in _walk(path) if os.path.isdir(path) else [path]:
            format = named(input) if input != "auto" else by_suffix(_suffix(str(file)))
            if format is not None and format.many:
                return None
            number += format is not None or file == path
    return number


def _walk(root: str) -> Iterator[str | Skipped]:
    """The regular files below a folder in sorted order, the folder's own first; links that lead out of it are left out."""
    real = os.path.realpath(root)
    problems: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(folder, name)
            if not name.startswith(".") and _regular(path, real):
                yield path
    for error in problems:
        yield Skipped(str(error.filename), f"{(error.strerror or str(error)).lower()}, expected a folder that can be read")


def _regular(path: str, root: str) -> bool:
    try:
        if os.path.islink(path) and os.path.commonpath((os.path.realpath(path), root)) != root:
            return False
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return os.path.islink(path) is False      # unreadable: let opening it say why


def story_of(root: str, path: str) -> str | None:
    """"seeds", "seeds/raid/a.txt" → "raid"; None when the file lies in `root` itself."""
    below = os.path.relpath(os.path.dirname(path), root).replace(os.sep, "/")
    return None if below == "." else below


def _suffix(path: str) -> str:
    """ ".txt"; of a packed web archive both: ".warc.gz"."""
    stem, last = os.path.splitext(path)
    return os.path.splitext(stem)[1] + last if last.lower() == ".gz" and stem.lower().endswith(".warc") else last


def _content(path: str, at_most: int = -1) -> bytes:
    with open(path, "rb") as handle:
        return handle.read(at_most)


def _stdin(stdin: BinaryIO | None) -> bytes:
    return (stdin or sys.stdin.buffer).read()


def _nearest(path: str) -> str:
    """The name in the same folder that was probably meant, as a question."""
    from difflib import get_close_matches
    folder, name = os.path.split(path.rstrip(os.sep))
    try:
        near = get_close_matches(name, os.listdir(folder or "."), 1, 0.75)
    except (OSError, ValueError):
        return ""
    return f", did you mean {os.path.join(folder, near[0])}?" if near else ""
