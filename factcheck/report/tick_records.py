"""A tick sheet → the plain dict of the public interface."""
from __future__ import annotations

from typing import Any

from factcheck.checks.ticks import Evidence, Sheet, Tick, counts
from factcheck.report.alerts import accepted_because
from factcheck.report.records import VERSION, claim, document, skipped


def record(sheet: Sheet) -> dict[str, Any]:
    """A sheet → what `check --tick --format json` prints; evidence has a null claim where a reference value or the calendar speaks."""
    report = sheet.report
    return {"version": VERSION, "ticks": [_tick(sheet, tick) for tick in sheet.ticks],
            "documents": [document(each) for each in report.documents], "skipped": [skipped(each) for each in report.skipped],
            "summary": {state.replace(" ", "_"): number for state, number in counts(sheet.ticks).items()}}


def _tick(sheet: Sheet, tick: Tick) -> dict[str, Any]:
    return {"state": tick.state, "claim": claim(tick.claim), "evidence": [_evidence(sheet, each) for each in tick.evidence]}


def _evidence(sheet: Sheet, each: Evidence) -> dict[str, Any]:
    verdict = each.verdict
    return {"mark": each.mark, "outcome": verdict.outcome, "disputed": verdict.disputed, "rule": verdict.rule,
            "fingerprint": verdict.fingerprint, "message": verdict.message, "accepted": accepted_because(sheet.report.standing(verdict)),
            "claim": None if each.claim is None else claim(each.claim)}
