"""How many times: "doubled", "twice as large", "double the size", "three times as much"."""
from __future__ import annotations

from decimal import Decimal

from factcheck.extract.draft import Draft
from factcheck.extract.here import Candidate, Here


def multiple(here: Here, index: int) -> Draft | None:
    """A word that multiplies at token `index` → the ratio; None where it compares nothing ("won twice", "doubled as a school")."""
    word, after = here.words[index], here.said[index + 1]
    if word in here.known.multiples:
        value, trend = here.known.multiples[word]
        if trend is not None and _idiom(here, index):
            return None
        number = Decimal(value.numerator) if value.denominator == 1 else value
        return Draft("ratio", index, index + 1, index, index + 1, number, number, None, "ratios/multiple", spelled=True, trend=trend)
    verb = here.said[index - 1] in here.known.multiple_modals and word in here.known.verbs
    if not verb and not (after in here.known.compared_with or here.said[index - 1] == "than" and here.said[index - 2] in ("more", "less")):
        return None
    if verb and _idiom(here, index):
        return None
    number = Decimal(here.known.comparisons[word])
    return Draft(
        "ratio", index, index + 1, index, index + 1, number, number, None, "ratios/multiple", spelled=True, trend="up" if verb else None
    )


def _idiom(here: Here, index: int) -> bool:
    after, beyond = here.said[index + 1], here.said[index + 2]
    counted = beyond in here.rules.determiners or beyond[:1].isdecimal() or beyond in here.known.starts
    return after in here.known.no_multiple_before or (after in here.known.bent and not counted)


def times(here: Here, candidate: Candidate) -> list[Draft] | None:
    """"three times as much", "four times faster", "100 times more", "ten times the limit"; "won three times" counts."""
    number, at = candidate.number, candidate.number.end
    if number.low is None or candidate.symbol is not None or here.said[at] != "times":
        return None
    after = here.said[at + 1]
    if after not in here.known.compared_with and not (after[-2:] == "er" and len(after) > 4):
        return None
    return [Draft("ratio", number.first, at + 1, number.first, number.end, number.low, number.high, number.precision, "ratios/multiple",
                  spelled=number.spelled)]
