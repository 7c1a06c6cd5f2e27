"""Committed figures in, docs/accuracy.md out; `write` is the only place that writes it."""
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from score.labels import table

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
CASES = HERE.parent / "cases"
TABLES = ("counts", "forms", "measures", "mixed", "modifiers", "names", "speech")     # those that tests/test_cases.py walks
MEASURES = {
    "span": "start and end are as labelled", "kind": "count, measure, money …", "number": "the value, or both ends",
    "unit": "the unit's name", "modifier": "at least, nearly, up to …", "of": "the head of what is counted or measured",
    "property": "injured, seized, height …", "timex": "the date, time or duration", "speaker": "who says it", "trend": "up or down",
    "modality": "planned, possible, denied", "role": "a part of, or an addition to, another number",
    "silent": "sentences without a quantity in which nothing is read",
}
SHOWN = ("span", "number", "unit", "modifier", "of", "property", "timex", "speaker", "silent")     # a slice


def page() -> str:
    """The page's text, from the figures on disk."""
    figures = json.loads((HERE / "figures.json").read_text(encoding="utf-8"))
    public = HERE / "public.json"
    parts = [_head(), _own(figures)]
    if public.exists():
        parts.append(_public(json.loads(public.read_text(encoding="utf-8"))))
    return "\n".join([*parts, _fails()])


def write() -> None:
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")


def _head() -> str:
    return ("# How well factcheck reads\n\n"
            "Written by `make score` from `tests/score/figures.json` and `tests/score/public.json`; do not edit.\n")


def _own(figures: dict[str, Any]) -> str:
    together = figures["all"]
    lines = ["## Our own sentences", "",
             f"{_rows()} sentences in `tests/score/labelled/`, one file a slice, in our own words, labelled before the reader was run.",
             "A field counts where its label names it. `make score` fails where an F1 falls by more than half a point.", "",
             "| measure | what is compared | precision | recall | F1 | labelled |", "|---|---|--:|--:|--:|--:|"]
    for name, row in together.items():
        lines.append(f"| {name} | {MEASURES[name]} | {row['precision']} | {row['recall']} | {row['f1']} | {row['labelled']} |")
    shown = [name for name in SHOWN if name in together]
    lines += ["", "F1 a slice:", "", "| slice | " + " | ".join(shown) + " |", "|---" + "|--:" * len(shown) + "|"]
    for name, measures in figures.items():
        if name != "all":
            lines.append(f"| {name} | " + " | ".join(str(measures[one]["f1"]) if one in measures else "" for one in shown) + " |")
    return "\n".join([*lines, ""])


def _rows() -> int:
    return sum(len(table(path)) for path in (HERE / "labelled").glob("*.yaml"))


def _public(sets: list[dict[str, str]]) -> str:
    """Rows of set, measure, ours, best (the best published figure), by (whose it is); `holds` once a set tells what is in it."""
    lines = ["## Public sets", "", "F1 in percent, beside the best figure known for the set.", "",
             "| set | measure | ours | best published | by |", "|---|---|--:|--:|---|"]
    lines += [f"| {row['set']} | {row['measure']} | {row['ours']} | {row.get('best') or ''} | {row.get('by') or ''} |" for row in sets]
    told = list(dict.fromkeys(f"- **{row['set']}**: {row['holds']}" for row in sets if row.get("holds")))
    return "\n".join([*lines, "", *told, *[""][:len(told)]])


def _fails() -> str:
    """What is known to go wrong: every row under `fails:` of the case tables."""
    return "\n".join(["## What we still get wrong", "", *_failing(), ""])


def _failing() -> Iterator[str]:
    for name in TABLES:
        for group in table(CASES / f"{name}.en.yaml"):
            for record in group.get("fails") or []:
                say = record if isinstance(record, str) else record["say"]
                note = record.get("note") if isinstance(record, dict) else None
                yield f"- {group['about']}: “{say}”" + (f" ({note})" if note else "")
