"""A block whose dates are taken in, drafts of its quantities out: the one loop over the candidates.

A candidate is a token that is digits or a number word. Each is read once, from left to right: numeral, names that only look like
numbers, the forms that need more than one number, else one number with its unit; then what stands around it.
"""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.entities.coordination import share_aspect
from factcheck.extract.entities.verbs import POSSESSIVES
from factcheck.extract.forms import proven, special
from factcheck.extract.forms.plain import before_code, leading_minus, plain
from factcheck.extract.forms.words import without_number
from factcheck.extract.here import Candidate, Here
from factcheck.extract.lists import repeats, share_noun, share_unit
from factcheck.extract.names import is_name, joins
from factcheck.extract.numerals import Numeral, words
from factcheck.extract.silent import is_model, is_silent, is_year
from factcheck.extract.surroundings import surround
from factcheck.extract.tokens import NUMBER, Block
from factcheck.extract.units import UnitMatch, unit_before
from factcheck.measures import MONEY

MODEL = 3                   # digits of a number that is remembered as a name
BESIDE = 4                  # tokens between a count and a model: "five new | 737 aircraft"
NEAR = 2                    # tokens between a number and its noun: "five of the | satellites"


def quantities(block: Block, lang: str = "en", models: set[str] | None = None) -> list[Draft]:
    """A block whose dates are taken → its quantities in order; of languages other than English numbers and units only.

    `models` are the long numbers that were names in the text so far ("Boeing 737"): they are learned and stay names where they count
    nothing ("the 737 landed").
    """
    models = set() if models is None else models
    known, taken, bounds = words(lang), block.taken, block.sentences
    found: list[Draft] = []
    cursor = sentence = limit = 0
    named = -1                                                                      # the token after the last number that was a name
    for index in block.of(NUMBER):
        if taken[index] or index < cursor:
            continue
        if index >= limit:
            while bounds[sentence + 1] <= index:
                sentence += 1
            begin, limit = bounds[sentence], bounds[sentence + 1]
            here = Here.of(block, begin, limit, known, lang)
        here.floor = max(here.begin, cursor)
        drafts = read(here, index, named)
        if drafts is None:
            named, drafts = index + 1, []
            if len(block.words[index]) >= MODEL and block.words[index].isdecimal():
                models.add(block.words[index])
        for draft in drafts:
            draft.sentence, draft.previous = sentence, here.previous
            _complete(here, draft)
            if models and draft.kind == "count" and block.words[draft.start] in models and _stays_name(here, draft):
                continue
            if _free(block, draft):
                found.append(draft)
                here.previous = draft
            cursor = max(cursor, draft.end, draft.stop, _named_until(here, draft, models))
        if len(drafts) == 2:
            _share_whole(*drafts)
    return found


def _complete(here: Here, draft: Draft) -> None:
    """Fills in what stands around the number, and what it shares with the one before."""
    if draft.previous is not None:
        share_unit(here, draft)
    surround(here, draft)
    if draft.previous is not None:
        share_noun(here, draft)
        share_aspect(here, draft)


def _share_whole(part: Draft, whole: Draft) -> None:
    """"Three of the 12 pupils": both are pupils."""
    part.entity, part.head, part.property = whole.entity, whole.head, part.property or whole.property


def _stays_name(here: Here, draft: Draft) -> bool:
    """Whether the number of a model counts nothing here: "the 737 landed", "five new 737 aircraft"; but "737 people"."""
    if draft.unit_name is not None or draft.stop != draft.start + 1:
        return False
    counted = draft.entity is not None and draft.entity[0] >= draft.stop and here.rules.is_plural(here.words[draft.entity[1] - 1])
    left = draft.previous
    return not counted or left is not None and left.end < draft.start <= left.end + BESIDE \
        and all((word[0].isalpha() or word in POSSESSIVES) and word != "and" for word in here.words[left.end:draft.start])


def _named_until(here: Here, draft: Draft, models: set[str]) -> int:
    """The token after what a count counts, where no number stands between: not in "five of the | three-ton satellites". `models` learns
    the numbers in it.
    """
    if draft.entity is None or draft.kind != "count":
        return 0
    first, end = draft.entity
    models.update(word for word in here.words[first:end] if len(word) >= MODEL and word.isdecimal())      # "five | Boeing 737s"
    known = here.known.starts
    between = here.words[draft.end:first] if first > draft.end + NEAR else ()
    return 0 if any(word in known or word[0].isdecimal() for word in between) else end


def _free(block: Block, draft: Draft) -> bool:
    """Whether no date lies inside the draft; "from 20 mpg | in 2008 | to 29 mpg" is cut to the end that holds now."""
    held = block.taken.rfind(1, draft.first, draft.end)
    if held >= 0 and draft.move is not None:
        draft.first = held + 1
        while draft.first < draft.stop and block.words[draft.first] in ("to", ","):
            draft.first += 1
        draft.modifiers = [one for one in draft.modifiers if one.start >= block.starts[draft.first]]
        return draft.first < draft.stop
    return held < 0


def read(here: Here, index: int, named: int = -1) -> list[Draft] | None:
    """The quantities that start with the candidate at token `index`: none, one, or a part and its whole; None where it is a name."""
    symbol = unit_before(here.block, index) if index > 0 else None
    if symbol is not None and symbol.first < here.floor:
        symbol = None                                                               # "10 rmb | 20 usd"
    number = here.number(index, money=_is_money(symbol) or _money_after(here, index))
    if number is None:
        draft = without_number(here, index)
        return [] if draft is None else [draft]
    if number.first < here.floor:
        number.first = index
    if symbol is None and is_silent(here, number):
        return []
    candidate = _with_units(here, number, symbol)
    if candidate.unit is not None and candidate.unit.name == "hour" and here.block.adjacent(candidate.unit.end) \
            and here.said[candidate.unit.end][:1].isdecimal():
        return []                                                                   # "15h30" is a time of day
    drafts = proven(here, candidate)
    if drafts is not None:
        return drafts
    if here.words[index][0].isdecimal() and symbol is None and candidate.unit is None and leading_minus(here, index) is None \
            and _named(here, number, named):
        return None
    drafts = special(here, candidate)
    if drafts is not None:
        return drafts
    draft = plain(here, candidate)
    return [] if (is_model(here, draft) if here.lang == "en" else is_year(here, draft)) else [draft]


def _named(here: Here, number: Numeral, named: int) -> bool:
    """Whether a number is a name, or goes on with a row of names that ended before token `named`."""
    if not (is_name(here, number.first, number.end) or before_code(here, number.end) or (named > 0 and joins(here, named, number.first))):
        return False
    return not repeats(here, number.first, number.end)


def _with_units(here: Here, number: Numeral, symbol: UnitMatch | None) -> Candidate:
    unit = here.unit(number.end, number.spelled)
    if symbol is not None and unit is not None and _is_money(symbol) and _is_money(unit) and unit.name != symbol.name \
            and here.said[unit.end][:1].isdecimal():
        unit = None                                                                 # "rmb 10 | usd 20"
    return Candidate(number, symbol, unit)


def _is_money(unit: UnitMatch | None) -> bool:
    return unit is not None and unit.dimension.startswith(MONEY)


def _money_after(here: Here, index: int) -> bool:
    """Whether a letter that may be a scale stands before a currency: "60m Norwegian kroner"."""
    return here.said[index + 1] in here.known.suffixes and _is_money(here.unit(index + 2, False))
