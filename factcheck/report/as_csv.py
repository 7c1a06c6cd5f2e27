"""A table for spreadsheets and pandas: one row a mention, or one row a claim of a verdict.

A cell that a spreadsheet would take for a formula ("=…", "@…") gets an apostrophe in front; numbers stay numbers.
"""
from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.model import Report, Skipped
from factcheck.report.records import claim, mention
from factcheck.report.shapes import Paper, Reading

MENTION = ("document", "start", "end", "text", "kind", "low", "high", "low_open", "high_open", "number_low", "number_high", "precision",
           "modifier", "unit", "ucum", "entity", "entity_head", "property", "timex", "timex_mod", "interval_start", "interval_end",
           "granularity", "date_relation", "trend", "move_from", "move_to", "negated",
           "modality", "speaker", "stance", "role", "whole", "by")
VERDICT = ("story", "rule", "check", "outcome", "severity", "disputed", "fingerprint", "side")
EVIDENCE = ("line", "column", "quote", "publisher", "published", "url")
KEY = ("dimension", "entity", "property", "subject", "place", "time")
CLAIM = (*VERDICT, *MENTION, *EVIDENCE, *(f"key_{part}" for part in KEY))
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NUMBERS = frozenset(("low", "high", "number_low", "number_high", "precision", "move_from", "move_to", "whole"))


def mentions(items: Iterable[Reading | Skipped], paper: Paper) -> None:
    """One row a mention."""
    write(MENTION, (flat(mention(m)) for item in items if isinstance(item, Reading) for m in item.mentions), paper)


def verdicts(report: Report, paper: Paper) -> None:
    """One row a claim of each verdict; `side` tells which of the facts it states, and the fingerprint which rows belong together."""
    write(CLAIM, claim_rows(report), paper)


def write(columns: tuple[str, ...], rows: Iterable[dict[str, Any]], paper: Paper) -> None:
    """Columns and records → a line for each on the paper, the columns' names first."""
    table = csv.writer(paper.out, lineterminator="\n")
    table.writerow(columns)
    for row in rows:
        table.writerow([cell(column, row.get(column)) for column in columns])


def cell(column: str, value: Any) -> Any:
    """A value → what the cell holds: nothing for None, true and false in lower case, no formula."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(FORMULA) and column not in NUMBERS:
        return "'" + value
    return value


def flat(record: dict[str, Any]) -> dict[str, Any]:
    """A mention's record → the same without nesting."""
    number, bounds, interval = record["number"] or {}, record["bounds"] or {}, record["interval"] or {}
    move, voice = record["move"] or {}, record["attribution"] or {}
    return record | bounds | {
        "number_low": number.get("low"), "number_high": number.get("high"), "interval_start": interval.get("start"),
        "interval_end": interval.get("end"), "granularity": interval.get("granularity"), "move_from": move.get("from"),
        "move_to": move.get("to"), "speaker": voice.get("speaker"), "stance": voice.get("stance")}


def claim_rows(report: Report) -> Iterator[dict[str, Any]]:
    """A report → a flat record for each claim of each verdict, by the names in CLAIM."""
    for verdict in report.verdicts:
        side_of = {index: number for number, side in enumerate(verdict.sides, 1) for index in side}
        shared = {"story": verdict.story, "rule": verdict.rule, "outcome": verdict.outcome, "severity": verdict.severity,
                  "disputed": verdict.disputed, "fingerprint": verdict.fingerprint, "check": verdict.kind}
        for index, found in enumerate(verdict.claims):
            record = claim(found)
            yield flat(record) | shared | {"side": side_of.get(index)} | {f"key_{part}": record["key"][part] for part in KEY}
