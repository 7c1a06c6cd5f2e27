"""A verdict and what was known of it → whether it fails the run. Loud is what is new, certain and nobody's decision."""
from __future__ import annotations

from factcheck.model import Report, Verdict
from factcheck.standing import Standing

FAIL_ON: dict[str, tuple[str, ...]] = {"conflict": ("conflict",), "superseded": ("conflict", "superseded"), "never": ()}
"""What --fail-on counts as a finding."""

NAME = "factcheck-suppressions.yaml"
"""The file of suppressions, where a call names none."""


def fails(verdict: Verdict, known: Standing, fail_on: str = "conflict") -> bool:
    """Whether a verdict makes the exit status 1: a conflict of severity error, not of the baseline, not suppressed, not decided."""
    if verdict.outcome not in FAIL_ON[fail_on] or accepted(known):
        return False
    return verdict.outcome != "conflict" or verdict.severity == "error"


def accepted(known: Standing) -> bool:
    """Whether a verdict was known before and nothing is to be done about it now."""
    return known.baseline == "unchanged" or known.suppression is not None or known.decision is not None


def any_fails(report: Report, fail_on: str = "conflict") -> bool:
    """Whether anything in a report fails the run."""
    return any(fails(verdict, report.standing(verdict), fail_on) for verdict in report.verdicts)
