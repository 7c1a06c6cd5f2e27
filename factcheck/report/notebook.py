"""A report or a verdict in, what a notebook shows of it out; and the report as a table of pandas or polars.

A report is its page in a frame of its own, which keeps style and script apart from the notebook's and can reach nothing. A verdict is a
few lines in the notebook's own style.
"""
from __future__ import annotations

import io
from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from factcheck.model import Report, Verdict
from factcheck.report.as_csv import CLAIM, NUMBERS, claim_rows
from factcheck.report.shapes import Paper

HEIGHT = 640
LIBRARIES = ("pandas", "polars")


def of_report(report: Report) -> str:
    """A report → its page in a frame."""
    from factcheck.groups import ALIGNMENT
    from factcheck.report.page import verdicts
    from factcheck.rulebook.load import load
    out = io.StringIO()
    verdicts(report, Paper(out, rules={rule.id: rule for rule in (*load((), True), ALIGNMENT)}))
    return (f'<iframe title="Consistency report" sandbox="allow-scripts allow-popups" width="100%" height="{HEIGHT}" '
            f'style="border: 0" srcdoc="{escape(out.getvalue())}"></iframe>')


def of_verdict(verdict: Verdict) -> str:
    """A verdict → what it says and the quote of each of its sides."""
    from factcheck.report.page.render import alone
    return alone(verdict)


def frame(report: Report) -> Any:
    """A report → a frame with one row a claim of each verdict, columns as in CSV; raises ImportError where neither library is installed.

    Its numbers are floats, for plots and statistics; `to_dict` has them as they are written.
    """
    library = next((name for name in LIBRARIES if find_spec(name)), None)
    if library is None:
        raise ImportError(f"to_frame needs {' or '.join(LIBRARIES)}, and neither is installed: `pip install pandas`; "
                          "`factcheck check --format csv` needs none")
    rows = [{**row, **{name: _float(row.get(name)) for name in NUMBERS}} for row in claim_rows(report)]
    return import_module(library).DataFrame({column: [row.get(column) for row in rows] for column in CLAIM})


def _float(number: str | None) -> float | None:
    if number is None:
        return None
    above, _, below = number.partition("/")
    return float(above) / float(below or 1)
