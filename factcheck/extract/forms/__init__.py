"""Quantities that take more than one number or word: each form answers a candidate with its drafts, or None when it is not that form."""
from __future__ import annotations

from collections.abc import Callable

from factcheck.extract.draft import Draft
from factcheck.extract.forms.ages import age
from factcheck.extract.forms.ranges import two_ends
from factcheck.extract.forms.ratios import fraction, part_of_whole, ratio
from factcheck.extract.here import Candidate, Here

Form = Callable[[Here, Candidate], list[Draft] | None]
FORMS: tuple[Form, ...] = (age, fraction, ratio, part_of_whole, two_ends)
