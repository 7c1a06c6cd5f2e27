"""The self-checks: what one article says that cannot be true by itself. A kind is a module with one function, named in one ordered table.

Each takes a group (the claims of one document) and gives conflicts only; agreement inside one article is no news.
"""
from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from factcheck.model import Group, Verdict

SELF_CHECKS: tuple[str, ...] = (
    "weekday",          # Monday, 5 November 2024              is a Tuesday
    "conversion",       # 5,000 feet (152 metres)              1,524
    "percent-of",       # three of the 12, or 30 percent       25
    "parts-sum",        # nine: four, three and three          10
    "change",           # from 4 to 5 percent, up 1 percent    one point
    "age",              # born 1990, won in 2008 aged 19       17 or 18
    "anniversary",      # the 75th of 1949, in 2023            74
    "chronology",       # arrested on 14 May, released on 12 May
    "running-total",    # three more, from nine to 13          12
    "part-of",          # 20 people, including 25 children
    "plausible",        # 31 June, 25:30, 112 percent of the voters
    "headline",         # nine dead in the headline, seven in the body
)


def check(group: Group) -> list[Verdict]:
    """The claims of a document under a rule of one of these kinds → its conflicts; the kind's module is loaded on first use."""
    module = import_module(f"factcheck.checks.kinds.{group.rule.kind.replace('-', '_')}")
    run: Callable[[Group], list[Verdict]] = module.check
    return run(group)
