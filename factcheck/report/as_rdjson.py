"""Reviewdog's rdjson: comments at the lines of a change. Columns count UTF-8 bytes, as that format has it.

What was accepted before, by the baseline, a suppression or a decision, is left out.
"""
from __future__ import annotations

from typing import Any

from factcheck.columns import Position
from factcheck.gate.fails import accepted
from factcheck.model import Report, Rule
from factcheck.report.alerts import Alert, Remark, Spot, alerts, cited, remarks, told
from factcheck.report.as_json import write
from factcheck.report.shapes import Paper

Json = dict[str, Any]
SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def verdicts(report: Report, paper: Paper) -> None:
    """A report → one DiagnosticResult."""
    shown = [alert for alert in alerts(report, paper.root, "utf8") if not accepted(alert.known)]
    found = [_alert(alert, paper.rules.get(alert.verdict.rule)) for alert in shown]
    write({"source": {"name": "factcheck"}, "diagnostics": [*found, *map(_remark, remarks(report, paper.root))]}, paper.out)


def _alert(alert: Alert, rule: Rule | None) -> Json:
    return {"message": told(alert), "location": _location(alert.here), "severity": SEVERITIES[alert.level],
            "code": {"value": alert.verdict.rule, **({"url": rule.link} if rule and rule.link else {})},
            "relatedLocations": [{"message": cited(spot.claim), "location": _location(spot)} for spot in alert.others]}


def _location(spot: Spot) -> Json:
    """A place: its path, and where it is known and the file is text, its range."""
    if spot.region is None:
        return {"path": spot.path}
    end = {"end": _position(spot.region.end)} if spot.region.end else {}
    return {"path": spot.path, "range": {"start": _position(spot.region.start), **end}}


def _position(position: Position) -> Json:
    return {"line": position.line, "column": position.column}


def _remark(remark: Remark) -> Json:
    """An input that could not be used, or what the gate's own files have that is to be mended."""
    place: Json = {"path": remark.path} | ({"range": {"start": {"line": remark.line}}} if remark.line else {})
    return {"message": remark.message, "location": place, "severity": SEVERITIES[remark.level],
            "code": {"value": f"factcheck/{remark.kind}"}}
