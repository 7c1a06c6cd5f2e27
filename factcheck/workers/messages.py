"""Tasks and results as text that goes over a pipe, and back: no objects, so what comes from a process is parsed and never run."""
from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from factcheck.claims.packed import documented, documenting, packed, unpacked
from factcheck.documents import Note, Placed, Unparsed
from factcheck.documents.shapes import Source
from factcheck.model import Skipped
from factcheck.report.shapes import Reading
from factcheck.workers.tasks import Task


def asked(task: Task) -> list[Any]:
    """A task as JSON."""
    if isinstance(task, Placed):
        return ["read", documenting(task.document), task.line, task.file]
    return ["parse", task.source.name, task.source.data.decode("latin-1"), task.source.story, task.format, task.source.url,
            task.source.replaces]


def task(row: Sequence[Any]) -> Task:
    """The JSON → the task."""
    if row[0] == "read":
        return Placed(documented(row[1]), row[2], row[3])
    return Unparsed(Source(row[1], row[2].encode("latin-1"), row[3], url=row[5], replaces=row[6]), row[4])


def said(result: Any, whole: bool) -> str:
    """A result as text: its sort, then what it is made of."""
    if isinstance(result, Skipped | Note):
        return json.dumps(["skipped" if isinstance(result, Skipped) else "note", result.path, result.reason, result.line])
    placed, reading = result
    head = json.dumps(["read", placed.line, placed.file])
    return f"{head}\n{packed(reading.document, reading.mentions, reading.claims, whole)}"


def answered(message: bytes, of: Task) -> Any:
    """What a process said about a task → the result."""
    head, _, rest = message.decode("utf-8", "surrogatepass").partition("\n")
    sort, *row = json.loads(head)
    if sort != "read":
        return Skipped(*row) if sort == "skipped" else Note(*row)
    document, mentions, claims = unpacked(rest, of.document if isinstance(of, Placed) else None)
    return Placed(document, *row), Reading(document, mentions, claims)
