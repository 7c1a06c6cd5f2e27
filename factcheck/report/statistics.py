"""A report in, a table out: which rule spoke how often, by outcome, and how often it was asked to be silent."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from factcheck.gate.fails import accepted
from factcheck.model import Report, Verdict

COLUMNS = ("conflict", "dispute", "known", "superseded", "compatible", "agree", "ignored")
NONE = "·"


def table(report: Report, ignored: Iterable[Verdict] = ()) -> list[str]:
    """A report and the verdicts that the configuration ignores → lines: a rule each, those with most conflicts first, and the sum."""
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in report.verdicts:
        known = verdict.outcome == "conflict" and accepted(report.standing(verdict))
        rules[verdict.rule]["known" if known else "dispute" if verdict.disputed else verdict.outcome] += 1
    for verdict in ignored:
        rules[verdict.rule]["ignored"] += 1
    total: Counter[str] = sum(rules.values(), Counter())
    shown = [column for column in COLUMNS if total[column] or column == "conflict"]
    ordered = sorted(rules, key=lambda rule: (*(-rules[rule][column] for column in shown), rule))
    width = max(map(len, (*rules, "rule")))
    counted = [(rule, rules[rule]) for rule in ordered] + [("all", total)]
    return [_row("rule", shown, shown, width),
            *(_row(name, [str(counts[column] or NONE) for column in shown], shown, width) for name, counts in counted)]


def _row(name: str, cells: Iterable[str], columns: Iterable[str], width: int) -> str:
    return f"{name:<{width}}" + "".join(f"  {cell:>{len(column)}}" for cell, column in zip(cells, columns, strict=True))
