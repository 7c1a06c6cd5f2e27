"""The names of the self-checks, in the order in which they run: the one place where a new one is named.

A name is a kind of rule, a module of `factcheck/checks/kinds/`, a file of `rules/self/` and one of `tests/cases/checks/`.
"""
from __future__ import annotations

from typing import Literal, get_args

SelfCheckKind = Literal[
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
]
SELF_CHECKS: tuple[str, ...] = get_args(SelfCheckKind)
