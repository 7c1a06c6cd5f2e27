"""Quantities that a word makes without a numeral: "half of the", "a third of", "doubled", "the third round", "for a decade"."""
from __future__ import annotations

from decimal import Decimal

from factcheck.extract.attach import attach
from factcheck.extract.draft import Draft
from factcheck.extract.forms.multiples import multiple
from factcheck.extract.forms.ordinals import rank
from factcheck.extract.forms.shares import share
from factcheck.extract.forms.sums import add_smaller
from factcheck.extract.here import Here

HALVES = (["and", "a", "half"],)


def without_number(here: Here, index: int) -> Draft | None:
    """The candidate word at token `index` that is no numeral → a multiple, a share, a rank or a duration."""
    word, known = here.words[index], here.known
    if word in known.multiples or word in known.comparisons:
        return multiple(here, index)
    if word in known.fractions:
        found = share(here, index)
        if found is not None:
            return found
    if word in known.ordinals:
        return rank(here, index)
    return _one_unit(here, index) if word in known.times else None


def _one_unit(here: Here, index: int) -> Draft | None:
    """"for a decade", "more than a century", "lasted an hour": one unit of time, said with an article."""
    first, half = index - 1, here.words[index + 1:index + 4] in HALVES
    if here.said[first] not in here.known.articles or here.block.taken[first] or here.block.taken[index]:
        return None
    known = here.known
    before = here.said[first - 1]
    word = here.words[index]
    lasting = (before in known.lasting and word in known.long or before in known.time_hedges and word in known.hedged_times) \
        and here.said[index + 1] not in known.not_lasting
    if not (half or lasting) or (half and here.said[index + 4] in known.not_lasting):
        return None
    one = Decimal(1)
    draft = Draft("duration", first, index + 1, first, index, one, one, one, "", spelled=True)
    attach(here.block, draft, None, here.unit(index, True), here.limit)
    if draft.kind != "duration" or draft.end != index + 1:
        return None
    add_smaller(here, draft)
    return draft
