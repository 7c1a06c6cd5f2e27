"""A document or a file that is not parsed yet in, what was read in it out."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from factcheck.documents import Call, Limits, Note, Placed, Unparsed, parsed
from factcheck.documents.formats import named
from factcheck.model import Skipped
from factcheck.pipeline import keyed, read
from factcheck.report.shapes import Reading

Task = Placed | Unparsed
Result = Reading | Skipped | Note
LARGE = 500_000             # characters from which a text is read in a process that can be killed …
MOST = 500                  # … or from which it may need more memory than the limits say, at so many bytes for each


def costly(task: Task, limits: Limits) -> bool:
    """Whether a document may take so much that it is read in a process that can be killed: a large text, and whatever others parse."""
    foreign = isinstance(task, Unparsed) and named(task.format).foreign
    return foreign or size(task) > min(LARGE, limits.memory // MOST)


def size(task: Task) -> int:
    """How much there is to read, about."""
    return len(task.document.text) if isinstance(task, Placed) else len(task.source.data)


def name(task: Task) -> str:
    """What a task is called where it is listed as skipped."""
    return task.document.id if isinstance(task, Placed) else task.source.name


def results(task: Task, call: Call, claims: bool) -> Iterator[Any]:
    """A document or a file → its readings, each with the document as it was found, and what was skipped or odd."""
    for found in parsed(task, call) if isinstance(task, Unparsed) else [task]:
        if not isinstance(found, Placed):
            yield found
            continue
        reading = next(read([found.document]))
        made = keyed(reading) if claims and isinstance(reading, Reading) else None
        if isinstance(made, Skipped) or isinstance(reading, Skipped):
            yield made or reading
        else:
            yield found, reading if made is None else replace(reading, claims=tuple(made))
