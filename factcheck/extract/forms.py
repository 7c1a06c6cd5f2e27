"""Quantities that are written with more than one number: ranges, moves, ratios, fractions, scores, parts of a whole, ages.

Each form takes the numeral at a candidate and answers with its drafts, or None when the words are not that form.
"""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.extract.draft import Draft
from factcheck.extract.grammar import Grammar
from factcheck.extract.numerals import Numeral, Words, numeral
from factcheck.extract.tokens import Block
from factcheck.extract.units import UnitMatch, unit_after, unit_before
from factcheck.extract import modifiers as hedges
from factcheck.extract.attach import attach
from factcheck.model import Move, Number

DASHES = frozenset("-‐‑–—−")
GENERATIONS = frozenset(["children", "adults", "people", "women", "men", "kids", "those", "girls", "boys", "pupils", "patients", "infants", "residents", "citizens",
                         "voters", "workers", "drivers", "players", "anyone", "everyone", "aged", "persons", "minors"])
AGE_BEFORE = frozenset(["aged", "age"])
MOVES = frozenset(["going", "went", "go", "goes", "gone", "changed", "revised", "moved", "shifted", "turned", "doubled", "tripled", "swung", "halved", "upgraded", "downgraded", "creeping", "from"])


def fraction(block: Block, number: Numeral, symbol: UnitMatch | None, floor: int, begin: int, limit: int, known: Words, rules: Grammar,
             lang: str) -> list[Draft] | None:
    """"two-thirds of the houses", "one quarter", "three tenths"."""
    words, at = block.words, number.end
    if number.low is None or not number.spelled or number.low > 20 or at >= limit:
        return None
    if words[at] in DASHES and at + 1 < limit:
        at += 1
    part = known.fractions.get(words[at]) if at < limit else None
    if part is None or (words[at] in ("second", "quarter", "quarters") and words[at + 1:at + 2] != ["of"]):
        return None
    if words[at] in known.ordinals and number.low != 1 and words[at][-1] != "s":
        return None
    value = Fraction(number.low) * part
    return [Draft("ratio", number.first, at + 1, number.first, at + 1, value, value, None, "ratios/fraction-words", spelled=True)]


def ratio(block: Block, number: Numeral, symbol: UnitMatch | None, floor: int, begin: int, limit: int, known: Words, rules: Grammar,
          lang: str) -> list[Draft] | None:
    """"one in five", "9 out of 10", "3-to-1": the share; "445 of 1,204 people", "three of the 12": a part with its whole."""
    words, at = block.words, number.end
    if number.low is None or symbol is not None or at + 1 >= limit:
        return None
    if words[at] == "in" or (words[at] == "out" and words[at + 1] == "of"):
        following = at + 2 if words[at] == "out" else at + 1
        every = following < limit and words[following] == "every"
        second = numeral(block, following + every, lang) if following + every < limit else None
        if second is None or second.low is None or second.low <= number.low or second.low != int(second.low) or \
                (words[at] == "in" and not every and (second.low > 10000 or second.low < 2 or not (number.spelled or number.low < second.low <= 100) or _month_or_year(block, second, limit))):
            return None
        if words[at] == "in" and not every and not (number.spelled and (second.spelled or number.low == 1)):
            return None
        value = Fraction(number.low) / Fraction(second.low)
        return [Draft("ratio", number.first, second.end, number.first, second.end, value, value, None, "ratios/one-in-n", spelled=True)]
    if words[at] in DASHES and words[at + 1] == "to" and at + 3 < limit and words[at + 2] in DASHES:
        second = numeral(block, at + 3, lang)
        if second is not None and second.low:
            value = Fraction(number.low) / Fraction(second.low)
            return [Draft("ratio", number.first, second.end, number.first, second.end, value, value, None, "ratios/n-to-n")]
    if words[at] == "of":
        following = at + 1
        if following < limit and words[following] in ("the", "its", "their", "his", "her", "all", "these", "those", "our"):
            following += 1
        second = numeral(block, following, lang) if following < limit else None
        if second is not None and second.low is not None and second.low > number.low and not second.vague and unit_after(block, second.end, second.spelled) is None:
            part = Draft("count", number.first, number.end, number.first, number.end, number.low, number.high, number.precision, "counts/part-of-whole",
                         spelled=number.spelled, role="part", whole=second.low)
            whole = Draft("count", following, second.end, following, second.end, second.low, second.high, second.precision, "counts/number-noun",
                          spelled=second.spelled)
            return [part, whole]
    return None


def _month_or_year(block: Block, second: Numeral, limit: int) -> bool:
    return second.low is not None and 1500 < second.low < 2200


def score(block: Block, number: Numeral, symbol: UnitMatch | None, floor: int, begin: int, limit: int, known: Words, rules: Grammar,
          lang: str) -> list[Draft] | None:
    """"beat Eastmere 3-2", "a 91-73 win", "2-0 down": two plain numbers with a dash and a word of the game beside them."""
    words, at = block.words, number.end
    if symbol is not None or number.low is None or number.spelled or at + 1 >= limit or words[at] not in DASHES or not block.adjacent(at) \
            or not block.adjacent(at + 1) or not words[at + 1].isdecimal() or not words[number.first].isdecimal():
        return None
    if len(words[at + 1]) > 3 or len(words[number.first]) > 3 or number.low != Decimal(words[number.first]):
        return None
    near = words[max(begin, number.first - 12):number.first] + words[at + 2:min(limit, at + 8)]
    if not any(word in rules.score_cues for word in near):
        return None
    if unit_after(block, at + 2, False) is not None or (at + 2 < limit and words[at + 2] in known.scales):
        return None
    following = words[at + 2] if at + 2 < limit else ""
    if following and following[0].isalpha() and rules.is_plural(following) and following not in rules.score_cues and following not in rules.present:
        return None                                                                 # "lost 10-20 men"
    low, high = sorted((Decimal(words[number.first]), Decimal(words[at + 1])))
    return [Draft("score", number.first, at + 2, number.first, at + 2, low, high, Decimal(1), "scores/dash")]


def span(block: Block, number: Numeral, symbol: UnitMatch | None, floor: int, begin: int, limit: int, known: Words, rules: Grammar,
         lang: str) -> list[Draft] | None:
    """"10-20", "$10-20m", "between 10 and 20", "10 to 20 people", "from 21 to 36": one mention with both ends."""
    words = block.words
    if number.low is None:
        return None
    unit = unit_after(block, number.end, number.spelled) if number.end < limit else None
    at: int | None = unit.end if unit is not None and unit.end < limit else number.end
    assert at is not None
    if at + 1 >= limit:
        return None
    first = symbol.first if symbol is not None else number.first
    before = words[first - 1] if first > begin else ""
    between = before == "between" or (before in ("of", "from") and False)
    came_from = before == "from" or (before in ("about", "around") and first - 2 >= begin and words[first - 2] == "from")
    joint = words[at]
    if came_from and joint != "to" and joint not in DASHES and _changes(block, first, begin, rules):
        at = _later_to(block, at, limit, rules, lang)                               # "from 20 mpg in 2008 to 29 mpg"
        if at is None:
            return None
        joint = "to"
    if joint in DASHES:
        if not (block.adjacent(at) == block.adjacent(at + 1)):
            return None
        following = at + 1
    elif joint == "to" or (joint == "and" and between):
        following = at + 1
    else:
        return None
    while following < limit and words[following] in ("about", "around", "nearly", "almost", "over", "some", "roughly", "as", "many", "just", "than", "more", "approximately") and (came_from or between):
        following += 1
    here = following
    if following < limit and not words[following][0].isalnum() and following + 1 < limit or (following < limit and unit_before(block, following + 1) is not None and not words[following][0].isdecimal()):
        here = following + 1                                                        # the currency sign of the second end
        if here < limit and words[here] == "$" and not words[here][0].isalnum():
            here += 1
    sign = unit_before(block, here) if here < limit and here > following else None
    second = numeral(block, here, lang, symbol is not None or sign is not None) if here < limit else None
    if second is None or second.low is None or second.end > limit:
        return None
    unit2 = unit_after(block, second.end, second.spelled) if second.end < limit else None
    if not _same_unit(symbol, unit, sign, unit2):
        return None
    change = came_from and _changes(block, first, begin, rules)
    if joint == "to" and not came_from and (_trend_before(block, first, begin, rules)):
        return None                                                                 # "fell 3.5 % to 7.2 %": two facts
    if joint == "to" and not came_from and not (unit is None or unit2 is not None or sign is not None):
        return None
    if joint in DASHES and _is_code(block, number, second, at, limit):
        return []
    low = _scaled_like(number, second, block, known)
    if not came_from and joint in DASHES and low > second.low:
        return None
    if joint == "to" and not came_from and low >= second.low and unit is None and unit2 is None:
        return None                                                                 # "lost 7 to 3" is a score in words
    draft = Draft("count", first, second.end, number.first, second.end, min(low, second.low), max(low, second.low), second.precision,
                  "ranges/two-ends", spelled=number.spelled)
    attach(block, draft, symbol or sign, unit2 or unit, limit)
    draft.by = "ranges/two-ends"
    if between or came_from:
        draft.first = first - 1 if words[first - 1] in ("between", "from") else first
    if change:
        draft.move = Move(low, second.low)
        draft.trend = "up" if second.low > low else "down" if second.low < low else None
        draft.by = "ranges/from-to"
    else:
        draft.modifier = "between"
    return [draft]


def _later_to(block: Block, at: int, limit: int, rules: Grammar, lang: str) -> int | None:
    """The "to" that closes a "from" a few words on, with a number right after it; None past a verb or a mark."""
    words = block.words
    for index in range(at, min(limit - 1, at + 9)):
        word = words[index]
        if word == "to":
            following = index + 1
            while following < limit and not words[following][0].isalnum() and following < index + 3:
                following += 1
            return index if following < limit and words[following][0].isdecimal() else None
        if word in (",", ";", "(", "”") or (rules.is_verb(word) and index > at):
            return None
    return None


def _same_unit(symbol: UnitMatch | None, unit: UnitMatch | None, sign: UnitMatch | None, unit2: UnitMatch | None) -> bool:
    left, right = symbol or unit, sign or unit2
    if left is None:
        return symbol is None and (sign is None)
    if right is None:
        return True
    return left.name == right.name or (symbol is not None and sign is None) or left.dimension == right.dimension and left.dimension.startswith("money")


def _scaled_like(number: Numeral, second: Numeral, block: Block, known: Words) -> Number:
    """"10-20 million": the scale of the second end belongs to the first, unless the first has its own or is as large."""
    assert number.low is not None and second.low is not None
    last = block.words[second.end - 1]
    factor = known.scales.get(last) or (known.suffixes[last][0] if last in known.suffixes else None)
    if factor is None or number.end - number.first > 1 or number.low >= 1000:
        return number.low
    mantissa = second.low / factor
    return number.low * factor if number.low <= mantissa or number.low < 1000 <= second.low / factor * 1000 and number.low < mantissa * 10 else number.low


def _trend_before(block: Block, first: int, begin: int, rules: Grammar) -> bool:
    return any(word in rules.trends for word in block.words[max(begin, first - 3):first])


def _changes(block: Block, first: int, begin: int, rules: Grammar) -> bool:
    """Whether a word of change stands before "from": "rose from", "an increase from"; not "ranging from"."""
    for at in range(first - 1, max(begin, first - 9) - 1, -1):
        word = block.words[at]
        if word in rules.range_cues:
            return False
        if word in rules.trends or word in rules.change_nouns or (word in MOVES and word != "from"):
            return True
    return False


def _is_code(block: Block, number: Numeral, second: Numeral, at: int, limit: int) -> bool:
    """"0800-226", "555-1234", "2010-03": dashes between digits that are no range."""
    left, right = block.words[at - 1], block.words[second.first]
    if block.adjacent(at) and (left[0] == "0" and len(left) > 1 and left.isdecimal() or (right[0] == "0" and len(right) > 1 and right.isdecimal())):
        return True
    after = second.end
    return after + 1 < limit and block.words[after] in DASHES and block.adjacent(after) and block.words[after + 1][0].isdecimal()


def age(block: Block, number: Numeral, symbol: UnitMatch | None, floor: int, begin: int, limit: int, known: Words, rules: Grammar,
        lang: str) -> list[Draft] | None:
    """"aged 62", "at the age of 78", "age 5", "Rossi, 34, said"; "a 55-year-old" and "10 months old" come from the unit."""
    words, first = block.words, number.first
    if symbol is not None or number.low is None or number.low > 150 or number.low != int(number.low) or first <= begin:
        return None
    before = words[first - 1]
    aged = before in AGE_BEFORE or (before == "of" and first - 2 >= begin and words[first - 2] in ("age", "ages"))
    bare = (before == "," and number.end < limit and words[number.end] in (",", ".") and first - 2 >= begin and block.surface[first - 2][0].isupper()
            and not number.spelled and 3 < number.low < 120 and number.end == first + 1 and words[first - 2].isalpha() and len(words[first - 2]) > 2
            and first - 3 >= begin and block.surface[first - 3][0].isupper() and words[first - 3].isalpha())
    bracket = (before in ("under", "over", "above", "below") and first - 2 >= begin and words[first - 2] in GENERATIONS
               and (number.end >= limit or words[number.end] in rules.stops or not words[number.end][0].isalpha() or words[number.end] in ("years", "months")))
    if not (aged or bare or bracket):
        return None
    low = high = number.low
    if number.end + 1 < limit and words[number.end] in ("to", "-", "–", "and"):
        second = numeral(block, number.end + 1, lang)                               # "aged 18 to 34"
        if second is not None and second.low is not None and number.low < second.low < 150:
            number, high = number._replace(end=second.end), second.low
    unit = unit_after(block, number.end, number.spelled) if number.end < limit else None
    if unit is not None and unit.dimension != "time":
        return None
    end = unit.end if unit is not None else number.end
    name = f"{unit.name.removesuffix(' of age')} of age" if unit is not None else "year of age"
    draft = Draft("age", first, end, first, number.end, low, high, Decimal(1), "ages/aged", spelled=number.spelled, unit_name=name)
    if before == "of":                                                              # "children under the age of 5"
        spans, _ = hedges.before(block, first - 3 if words[first - 3] == "the" else first - 2, begin, lang)
        draft.modifiers, draft.modifier = spans, hedges.decisive(spans)
    return [draft]


FORMS = (age, fraction, ratio, span)
