"""Plain text and Markdown, each with or without YAML front matter, in: one document out.

The text is the whole file, front matter included, so that offsets, lines and columns are those of the file; `metadata_offset` says
where the prose begins. What opens with `---` but has no `key:` below it is prose with a rule above it.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from factcheck.documents.decode import text_of
from factcheck.documents.metadata import KEYS, Said, document, said, unknown
from factcheck.documents.remarks import in_text
from factcheck.documents.shapes import Call, Note, Placed, Source, Unusable
from factcheck.model import Skipped
from factcheck.standing import Remark

FRONT_MATTER = r"""(?x)
    ---[ \t]*\r?\n
    (?P<yaml> (?: (?!---|\.\.\.) [^\n]*\n )*? )
    (?: --- | \.\.\. )[ \t]*(?: \r?\n | \Z )
"""
A_KEY = r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[\"']?[\w-]+[\"']?[ \t]*:(?:\s|\Z)"


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter: its keys with their lines, and where the prose begins."""

    values: dict[str, object] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    end: int = 0


def read(source: Source, call: Call) -> Iterator[Placed | Skipped | Note]:
    """One file → its document, and a note for every key that is not ours."""
    text = text_of(source.data)
    front = front_matter(text)
    if not text[front.end:].strip():
        raise Unusable("nothing below the front matter, expected an article")
    remarks = list(in_text(text, source.name))
    made = document(source.name, text, _said(front), call, source, front.end, Said(url=source.url))
    yield Placed(replace(made, remarks=tuple(remark for remark in remarks if isinstance(remark, Remark))))
    yield from (remark for remark in remarks if isinstance(remark, Skipped))
    for key, line in front.lines.items():
        if key == "id":
            yield Note(source.name, "id: not used; a file's id is its path", line)
        elif key not in KEYS:
            yield Note(source.name, unknown(key), line)


def front_matter(text: str) -> Front:
    """The text of a file → its front matter; raises Unusable for YAML that cannot be read."""
    found = re.match(FRONT_MATTER, text) if text.startswith("---") else None
    if not found or not re.match(A_KEY, found["yaml"]):
        return Front()
    from factcheck.data.strict_yaml import YamlError, parse, plain
    try:
        node = parse(found["yaml"])
    except YamlError as error:
        raise Unusable(f"front matter: {error.message}, expected `key: value`", error.line + 1) from None
    return Front(plain(node), {key: line + 1 for key, (line, _) in node.keys.items()}, found.end())


def _said(front: Front) -> Said:
    """The front matter's metadata; an error carries the line of its key."""
    try:
        return said({key: None if value == "null" else value for key, value in front.values.items()})
    except Unusable as error:
        raise Unusable(error.reason, front.lines.get(error.reason.partition(":")[0])) from None
