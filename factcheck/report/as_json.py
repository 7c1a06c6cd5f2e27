"""One JSON object for the whole run: records one a line, so that two runs can be compared with diff."""
from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from factcheck.model import Report, Skipped
from factcheck.report.records import VERSION, document, mention, report, skipped
from factcheck.report.shapes import Paper, Reading

if TYPE_CHECKING:
    from factcheck.checks.ticks import Sheet


def mentions(items: Iterable[Reading | Skipped], paper: Paper) -> None:
    """{"version", "documents", "mentions", "skipped"}."""
    documents, found, missing = [], [], []
    for item in items:
        if isinstance(item, Skipped):
            missing.append(skipped(item))
        else:
            documents.append(document(item.document))
            found += [mention(m) for m in item.mentions]
    write({"version": VERSION, "documents": documents, "mentions": found, "skipped": missing}, paper.out)


def verdicts(found: Report, paper: Paper) -> None:
    """{"version", "verdicts", "documents", "skipped", "summary", "fixed", "notices", "consensus"}."""
    write(report(found), paper.out)


def ticks(sheet: Sheet, paper: Paper) -> None:
    """{"version", "ticks", "documents", "skipped", "summary"}."""
    from factcheck.report.tick_records import record
    write(record(sheet), paper.out)


def write(content: dict[str, Any], out: TextIO) -> None:
    """An object → JSON with a line for each key and for each record of a list."""
    lines = []
    for key, value in content.items():
        if isinstance(value, list) and value:
            rows = ",\n    ".join(map(encode, value))
            lines.append(f'  "{key}": [\n    {rows}\n  ]')
        else:
            lines.append(f'  "{key}": {encode(value)}')
    out.write("{\n" + ",\n".join(lines) + "\n}\n")


encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""A record → JSON on one line; characters as they are, so that a quote can be searched for."""
