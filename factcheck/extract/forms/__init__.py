"""Quantities that take more than one number or word: each form answers a candidate with its drafts, or None when it is not that form."""
from __future__ import annotations

from collections.abc import Callable

from factcheck.extract.draft import Draft
from factcheck.extract.forms.ages import age
from factcheck.extract.forms.moves import back_from
from factcheck.extract.forms.multiples import times
from factcheck.extract.forms.ordinals import ranked
from factcheck.extract.forms.plain import accounted, coded
from factcheck.extract.forms.ranges import two_ends
from factcheck.extract.forms.ratios import part_of_whole, ratio
from factcheck.extract.forms.scores import score
from factcheck.extract.forms.shares import fraction
from factcheck.extract.here import Candidate, Here

Form = Callable[[Here, Candidate], list[Draft] | None]
SIGNED: tuple[Form, ...] = (ratio, score, ranked, accounted, coded)
"""Forms that their own words prove; they are asked before a number is taken for a name."""
FORMS: tuple[Form, ...] = (age, fraction, times, part_of_whole, back_from, two_ends)
