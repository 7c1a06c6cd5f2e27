"""SARIF 2.1.0, for code scanning and editors: one result a finding, the new article in `locations`, the held ones in `relatedLocations`.

Paths are relative to %SRCROOT%, the folder of the run. Columns count code points. A finding keeps its fingerprint whatever happens to
lines, wording and names of files, and is the same alert in the next run.
"""
from __future__ import annotations

import os
import re
from typing import Any
from urllib.parse import quote

from factcheck.model import Report, Rule
from factcheck.report.alerts import Alert, Remark, Spot, accepted_because, alerts, cited, path, remarks
from factcheck.report.as_json import write
from factcheck.report.regions import Region
from factcheck.report.shapes import Paper
from factcheck.report.words import clean
from factcheck.standing import Fixed, Standing

Json = dict[str, Any]
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME = "%SRCROOT%"
PLACEHOLDER = re.compile(r"\{(\d+)\}")


def verdicts(report: Report, paper: Paper) -> None:
    """A report → one SARIF log with one run."""
    paper.out.write(f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [\n')
    write(_run(report, paper), paper.out)
    paper.out.write("]}\n")


def _run(report: Report, paper: Paper) -> Json:
    from factcheck import __version__
    found = list(alerts(report, paper.root))
    ids = sorted({alert.verdict.rule for alert in found})
    notes = [*map(_notification, remarks(report, paper.root)), *(_gone(fixed, paper.root) for fixed in report.fixed)]
    return {
        "tool": {"driver": {"name": "factcheck", "semanticVersion": __version__, "rules": [_rule(id, paper.rules.get(id)) for id in ids]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {HOME: {"description": {"text": "The folder of the run; in a checkout, its top."}}},
        "invocations": [{"executionSuccessful": not report.skipped, "toolExecutionNotifications": notes}],
        "results": [_result(alert, ids.index(alert.verdict.rule)) for alert in found],
    }


def _rule(id: str, rule: Rule | None) -> Json:
    """A rule → its descriptor, with why it is there and what can be done about what it says."""
    why = clean(rule.why) if rule and rule.why else "Two articles that speak of one thing say what cannot both be true."
    steps = (f"`factcheck explain {id}` shows what it looks for, `factcheck explain FINGERPRINT PATH...` the way to a finding. "
             'A finding that is right as it stands is accepted with `factcheck suppress FINGERPRINT --reason "…"`.')
    return {"id": id, "shortDescription": {"text": text(why)}, "help": {"text": text(f"{why} {steps}"), "markdown": f"{why}\n\n{steps}"},
            **({"helpUri": rule.link} if rule and rule.link else {}),
            "defaultConfiguration": {"level": LEVELS[rule.severity] if rule else "error"}}


LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def _result(alert: Alert, index: int) -> Json:
    verdict, known = alert.verdict, alert.known
    cites = [cited(spot.claim) for spot in alert.others]
    related = [{"id": number, **_location(spot), "message": {"text": text(cite)}}
               for number, (spot, cite) in enumerate(zip(alert.others, cites, strict=True), 1)]
    links = "".join(f"\n[{linked(cite)}]({number})" for number, cite in enumerate(cites, 1))
    return {
        "ruleId": verdict.rule, "ruleIndex": index, "level": alert.level,
        "message": {"text": text(f"{clean(verdict.message)}\n{cited(alert.here.claim)}") + links},
        "locations": [_location(alert.here)], "relatedLocations": related, "partialFingerprints": _fingerprints(alert.name),
        **({"baselineState": known.baseline} if known.baseline else {}), **_suppressed(known),
        "properties": {"outcome": verdict.outcome, "disputed": verdict.disputed, "story": verdict.story},
    }


def _fingerprints(name: str) -> Json:
    """GitHub tells alerts apart by the second, which would be a hash of the line if we did not say."""
    return {"factcheck/v1": name, "primaryLocationLineHash": f"{name}:1"}


def _suppressed(known: Standing) -> Json:
    because = accepted_because(known)
    if because is None:
        return {}
    inline = known.suppression is not None and known.suppression.inline
    return {"suppressions": [{"kind": "inSource" if inline else "external", "status": "accepted", "justification": because}]}


def _location(spot: Spot) -> Json:
    """A place: its file, and the lines and columns there when it is a file of text."""
    words = {"snippet": {"text": spot.claim.mention.text}}
    return {"physicalLocation": {"artifactLocation": _artifact(spot.path),
                                 **({"region": _region(spot.region) | words} if spot.region else {})}}


def _region(region: Region) -> Json:
    end = {"endLine": region.end.line, "endColumn": region.end.column} if region.end else {}
    return {"startLine": region.start.line, "startColumn": region.start.column, **end}


def _artifact(path: str) -> Json:
    """A path → its URI: below %SRCROOT%, or absolute where it lies elsewhere."""
    if "://" in path:
        return {"uri": quote(path, safe="/:?#[]@!$&'()*+,;=%~")}
    if os.path.isabs(path):
        return {"uri": "file://" + quote(path)}
    return {"uri": quote(path), "uriBaseId": HOME}


def _notification(remark: Remark) -> Json:
    """An input that could not be used, or what the gate's own files have that is to be mended."""
    place: Json = {"artifactLocation": _artifact(remark.path), **({"region": {"startLine": remark.line}} if remark.line else {})}
    return {"level": remark.level, "descriptor": {"id": f"factcheck/{remark.kind}"}, "message": {"text": text(remark.message)},
            "locations": [{"physicalLocation": place}]}


def _gone(fixed: Fixed, root: str) -> Json:
    """A finding of the baseline that is there no more: said here, because code scanning would show a result of state "absent" as one."""
    return {"level": "note", "descriptor": {"id": "factcheck/fixed"}, "message": {"text": text(clean(f"gone: {fixed.message}"))},
            "associatedRule": {"id": fixed.rule},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(path(id, root))}} for id in fixed.documents]}


def text(words: str) -> str:
    """Words of an article as a SARIF message: nothing in them is a link or a placeholder."""
    return PLACEHOLDER.sub(r"{{\1}}", words.replace("](", "] ("))


def linked(words: str) -> str:
    """The same as the text of a link."""
    return text(words).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
