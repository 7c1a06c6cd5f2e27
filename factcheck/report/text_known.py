"""What was known before the run, in the terminal: decisions in full, what is suppressed or of the baseline as a number, what is fixed."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.gate.fails import accepted
from factcheck.model import Report
from factcheck.report.ink import Line, line
from factcheck.report.shapes import Paper
from factcheck.report.summary import Finding
from factcheck.report.terminal import hanging
from factcheck.report.words import clean, count
from factcheck.standing import Standing

FEW = 6
"""Fixed findings that are named without --verbose."""


def is_known(found: Finding, report: Report) -> bool:
    """Whether nothing is to be done about a finding: all that rules say of it is of the baseline, suppressed or decided."""
    return all(accepted(report.standing(verdict)) for verdict in (found.verdict, *found.others))


def tally(findings: Iterable[Finding], report: Report) -> Counter[str]:
    """Findings → how many of each: "conflict", "dispute", "known", "superseded", "compatible", "agree"."""
    return Counter(mark(found, report) for found in findings)


def mark(found: Finding, report: Report) -> str:
    """A finding → what it counts as: "known" is a conflict about which nothing is to be done, "dispute" one between named speakers."""
    if found.verdict.outcome == "conflict" and is_known(found, report):
        return "known"
    return "dispute" if found.verdict.disputed else found.verdict.outcome


def said(known: Standing) -> str:
    """The standing of a verdict in words; nothing for what is new, or where nothing was known."""
    if known.decision is not None:
        return clean(f"{known.decision.stands} stands, by {known.decision.by}: {known.decision.reason}")
    if known.suppression is not None:
        until = f", until {known.suppression.until}" if known.suppression.until else ""
        return clean(f"suppressed{f' by {known.suppression.by}' if known.suppression.by else ''}{until}: {known.suppression.reason}")
    return "in the baseline" if known.baseline == "unchanged" else ""


def folded(known: Iterable[Finding], report: Report, paper: Paper) -> Iterator[Line]:
    """Findings about which nothing is to be done → lines: each decision, and how many others there are."""
    findings = list(known)
    decided = [found.verdict for found in findings if report.standing(found.verdict).decision is not None]
    for verdict in decided:
        yield from hanging("⚖ decided ", clean(verdict.message), paper.width, "agree")
        yield from hanging("          ", f"{said(report.standing(verdict))} ({verdict.fingerprint})", paper.width)
    rest = 0 if paper.verbose else len(findings) - len(decided)
    if rest:
        yield line((f"… and {count(rest, 'known finding')}, with --verbose", "faint"), indent=4)
    if decided or rest:
        yield Line()


def fixed(report: Report, paper: Paper) -> Iterator[Line]:
    """What of the baseline is gone → lines."""
    if report.fixed:
        yield line((f"✓ Fixed since the baseline: {len(report.fixed)}", "agree"))
        for one in report.fixed if paper.verbose else report.fixed[:FEW]:
            yield from hanging("", clean(f"{one.message}{' Superseded now.' if one.superseded else ''}"), paper.width)
        if len(report.fixed) > FEW and not paper.verbose:
            yield line((f"… and {len(report.fixed) - FEW} more, with --verbose", "faint"), indent=4)
        yield Line()
