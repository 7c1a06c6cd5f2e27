"""A file that people write in, its text out; what cannot be used is said with its place."""
from __future__ import annotations

from pathlib import Path

from factcheck.rulebook.errors import FileError, Problem

LARGEST = 1_000_000              # bytes of one such file; a larger one is something else


def text(file: Path, name: str, what: str, largest: int = LARGEST) -> str:
    """A file → its text; `name` and `what` ("a rule file") stand in the messages. Raises FileError."""
    try:
        with file.open("rb") as opened:
            data = opened.read(largest + 1)
    except OSError as error:
        raise FileError([Problem(name, None, None, "", f"cannot be read: {error.strerror}")]) from None
    if len(data) > largest:
        raise FileError([Problem(name, None, None, "", f"more than {largest:,} bytes; expected {what}")])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise FileError([Problem(name, line, column, "", f"the byte 0x{data[error.start]:02x}; expected UTF-8")]) from None
