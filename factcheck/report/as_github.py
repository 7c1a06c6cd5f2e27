"""GitHub workflow commands: annotations at the lines of a pull request, the loudest first (it shows ten of each sort).

What was accepted before, by the baseline, a suppression or a decision, is counted and not shown.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.gate.fails import accepted
from factcheck.model import Report
from factcheck.report.alerts import Alert, alerts, remarks, told
from factcheck.report.regions import Region
from factcheck.report.shapes import Paper
from factcheck.report.words import clean, count

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def verdicts(report: Report, paper: Paper) -> None:
    """A report → one command a line."""
    found = list(alerts(report, paper.root))
    shown = [alert for alert in found if not accepted(alert.known)]
    rows = [_alert(alert) for name in COMMANDS for alert in shown if alert.level == name]
    rows += [command(COMMANDS[remark.level], {"file": remark.path} | ({"line": remark.line} if remark.line else {}), remark.message)
             for remark in remarks(report, paper.root)]
    if len(found) > len(shown):
        rows.append(f"{count(len(found) - len(shown), 'finding')} known before, not shown")
    paper.out.writelines(row + "\n" for row in rows)


def _alert(alert: Alert) -> str:
    title = f"{alert.verdict.outcome}: {alert.verdict.rule}"
    properties: dict[str, object] = {"file": alert.here.path, **_places(alert.here.region), "title": title}
    return command(COMMANDS[alert.level], properties, f"{told(alert)}\n{alert.verdict.fingerprint}")


def _places(region: Region | None) -> dict[str, int]:
    """Line and columns; columns are understood within one line only."""
    if region is None:
        return {}
    if region.end is None or region.end.line != region.start.line:
        return {"line": region.start.line} | ({"endLine": region.end.line} if region.end else {})
    return {"line": region.start.line, "endLine": region.end.line, "col": region.start.column, "endColumn": region.end.column}


def command(name: str, properties: Mapping[str, object], message: str) -> str:
    """A command, its properties and its message → the line, with everything escaped that would end one of them."""
    said = ",".join(f"{key}={_escaped(clean(str(value)), ':,')}" for key, value in properties.items())
    return f"::{name} {said}::{_escaped(_lines(message.splitlines()))}"


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(map(clean, lines))


def _escaped(text: str, more: str = "") -> str:
    """Per cent and ends of lines, and in a property colon and comma, as GitHub asks for."""
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
