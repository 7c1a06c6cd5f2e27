"""GitLab Code Quality: one issue a finding, with a fingerprint that no other of the run has.

GitLab compares the issues of two branches by itself, so those of the baseline are told too; what was suppressed or decided is not.
"""
from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from factcheck.model import Report
from factcheck.report.alerts import Alert, Remark, accepted_because, alerts, remarks, told
from factcheck.report.as_json import encode
from factcheck.report.regions import Region
from factcheck.report.shapes import Paper

Json = dict[str, Any]
SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def verdicts(report: Report, paper: Paper) -> None:
    """A report → a list of issues, one a line."""
    rows = [_alert(alert) for alert in alerts(report, paper.root) if accepted_because(alert.known) is None]
    seen: Counter[tuple[str, str, str]] = Counter()
    for remark in remarks(report, paper.root):
        said = (remark.kind, remark.path, remark.message)
        rows.append(_remark(remark, seen[said]))
        seen[said] += 1
    paper.out.write("[" + ",".join("\n " + encode(row) for row in rows) + "\n]\n")


def _alert(alert: Alert) -> Json:
    return {"description": told(alert), "check_name": alert.verdict.rule, "fingerprint": alert.name,
            "severity": SEVERITIES[alert.level], "location": {"path": alert.here.path, **_place(alert.here.region)}}


def _place(region: Region | None) -> Json:
    """Lines and columns, or the first line where they are not those of the file: GitLab asks for one."""
    if region is None or region.end is None:
        return {"lines": {"begin": region.start.line if region else 1}}
    return {"positions": {"begin": {"line": region.start.line, "column": region.start.column},
                          "end": {"line": region.end.line, "column": region.end.column}}}


def _remark(remark: Remark, times: int) -> Json:
    """An input that could not be used, or what the gate's own files have that is to be mended; `times` it was said before."""
    content = "\0".join((remark.kind, remark.path, remark.message, str(times)))
    return {"description": remark.message, "check_name": f"factcheck/{remark.kind}",
            "fingerprint": hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest(),
            "severity": "critical" if remark.level == "error" else "minor",
            "location": {"path": remark.path, "lines": {"begin": remark.line or 1}}}
