"""The page as view objects in, HTML in pieces out. Every value is escaped by the templates; nothing is loaded from anywhere.

The policy allows the one style and the one script that stand in the page, by their hashes, and nothing else.
"""
from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from factcheck.model import Verdict
from factcheck.report.page.build import Page
from factcheck.report.page.quoting import quoted
from factcheck.report.page.sheet import SheetView
from factcheck.report.page.sources import sources
from factcheck.report.words import clean

FOLDER = Path(__file__).parent / "templates"
SIDES = 3
"""Quotes of a verdict that stands alone and has one side."""
PIECES = 200
"""Pieces that are joined before they are written."""


def written(page: Page) -> Iterator[str]:
    """A page → its HTML."""
    style, script = _own("page.css"), _own("page.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    pieces = _environment().get_template("page.html").generate(page=page, style=style, script=script, policy=policy)
    yield from _joined(pieces)


def alone(verdict: Verdict) -> str:
    """A verdict → what it says and a quote of each side, as HTML that stands in a page of somebody else."""
    known = sources((), {}, verdict.claims)
    shown = [verdict.claims[side[0]] for side in verdict.sides] if len(verdict.sides) > 1 else list(verdict.claims[:SIDES])
    quotes = [quoted(claim, known[claim.mention.document], verdict.outcome) for claim in shown]
    return _environment().get_template("verdict.html").render(
        outcome="dispute" if verdict.disputed else verdict.outcome, message=clean(verdict.message), quotes=quotes,
        more=len(verdict.claims) - len(shown),
        rule=verdict.rule, fingerprint=verdict.fingerprint)


def sheet_written(sheet: SheetView) -> str:
    """A tick sheet → its HTML."""
    style = _own("sheet.css")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    return _environment().get_template("sheet.html").render(sheet=sheet, style=style, policy=policy)


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    for piece in pieces:
        held.append(piece)
        if len(held) == PIECES:
            yield "".join(held)
            held.clear()
    yield "".join(held)


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                       auto_reload=False)


def _own(name: str) -> Markup:
    """A file of ours that goes into the page as it is."""
    return Markup((FOLDER / name).read_text(encoding="utf-8"))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
