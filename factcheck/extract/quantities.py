"""A block and the tokens that dates have taken in, drafts of its quantities out: the one loop over the candidates.

A candidate is a token that is digits or a number word. Each is read once, from left to right: numeral, then the forms that need more
than one number (range, ratio, score, fraction), then unit, modifiers, and what is counted or measured. Costly steps see candidates only.
"""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.extract import modifiers as hedges
from factcheck.extract.attach import attach
from factcheck.extract.draft import Draft
from factcheck.extract.entities import counted, measured, set_entity
from factcheck.extract.forms import FORMS, score
from factcheck.extract.grammar import Grammar, grammar
from factcheck.extract.names import is_name
from factcheck.extract.nouns import noun_phrase
from factcheck.extract.numerals import Numeral, Words, numeral, precision_of, words
from factcheck.extract.tokens import Block
from factcheck.extract.units import UnitMatch, denominator, unit_after, unit_before

MINUS = frozenset("-−–")
DASHES = frozenset("-‐‑–")
NOT_ONE = frozenset("no every any this that the each another other which only with as for by not is was or all everyone some".split())
ONE_STOPS = frozenset("another day who that which to can could should would might may must thing has had will and or but in on at for with by as from is was if than time side way hand".split())


def quantities(block: Block, lang: str = "en") -> list[Draft]:
    """A block whose dates are taken → its quantities in order."""
    known, rules = words(lang), grammar(lang)
    starts, tokens = known.starts, block.words
    taken = block.taken
    hits = [index for index in block.hits if tokens[index] in starts or tokens[index][0].isdecimal() or tokens[index] in known.ordinals]
    if not hits:
        return []
    found: list[Draft] = []
    cursor, sentence, bounds = 0, 0, block.sentences
    for index in hits:
        if index < cursor or taken[index]:
            continue
        while bounds[sentence + 1] <= index:
            sentence += 1
        begin, limit = bounds[sentence], bounds[sentence + 1]
        drafts = read(block, index, max(begin, cursor), begin, limit, known, rules, lang)
        for draft in drafts:
            draft.sentence = sentence
            draft.previous = found[-1] if found and found[-1].sentence == sentence else None
            finish(block, draft, max(begin, cursor), begin, limit, rules, lang)
            found.append(draft)
        if len(drafts) == 2 and drafts[0].whole is not None:                        # "three of the 12 pupils": both are pupils
            drafts[0].entity, drafts[0].head = drafts[1].entity, drafts[1].head
            drafts[0].property = drafts[0].property or drafts[1].property
        for draft in drafts:
            cursor = max(cursor, draft.end, draft.stop, draft.entity[1] if draft.entity and draft.kind == "count" else 0)
    share_units(block, found, rules)
    return found


def read(block: Block, index: int, floor: int, begin: int, limit: int, known: Words, rules: Grammar, lang: str) -> list[Draft]:
    """The quantities that start with the candidate at token `index`: none, one, or the two ends of a form such as "5 and 6 kg"."""
    tokens = block.words
    symbol = unit_before(block, index) if index > 0 else None
    if symbol is not None and symbol.first < floor:
        symbol = None                                                               # "10 rmb | 20 usd"
    number = numeral(block, index, lang, symbol is not None and symbol.dimension.startswith("money"))
    if number is None:
        return _without_number(block, index, floor, begin, limit, known, rules)
    if number.first < floor:
        number = number._replace(first=index)
    if number.spelled and _capital_name(block, index, number.end, begin, limit) or _ranked(block, index, number.end, limit, rules):
        return []
    if tokens[index] == "one" and number.end == index + 1 and not _one_counts(block, index, begin, limit, rules):
        return []
    if tokens[index][0].isdecimal():
        game = score(block, number, symbol, floor, begin, limit, known, rules, lang)
        if game is not None:
            return game
        if index > 0 and symbol is None and _leading_minus(block, index) is None and is_name(block, index, number.end, begin, limit, rules) \
                and unit_after(block, number.end, number.spelled) is None:
            return []
        if number.end < limit and tokens[number.end] in known.endings and block.adjacent(number.end):
            return _ordinal(block, index, number, limit, rules)
        if symbol is None and index == 0 and is_name(block, index, number.end, begin, limit, rules) and unit_after(block, number.end, False) is None:
            return []
    for form in FORMS:
        drafts = form(block, number, symbol, floor, begin, limit, known, rules, lang)
        if drafts is not None:
            return drafts
    draft = plain(block, number, symbol, limit)
    if draft.unit is None and _model_number(block, draft, limit, rules):
        return []
    return [draft]


def plain(block: Block, number: Numeral, symbol: UnitMatch | None, limit: int) -> Draft:
    """One number with the unit before or after it."""
    draft = Draft("count", number.first, number.end, number.first, number.end, number.low, number.high, number.precision, "counts/number-noun",
                  number.vague, number.spelled)
    after = unit_after(block, number.end, number.spelled) if number.end < limit else None
    if number.vague and after is None and number.end + 1 < limit and block.words[number.end] == "of":
        after = unit_after(block, number.end + 1, True)                             # "tens of millions of dollars"
    attach(block, draft, symbol, after, limit)
    if draft.unit is not None and draft.unit.dimension in SUMMED and draft.low == draft.high:
        _second_unit(block, draft, limit)
    elif draft.kind == "money" and symbol is None and draft.low == draft.high:
        _cents(block, draft, limit)
    minus = _leading_minus(block, draft.first)
    if minus is not None and draft.low is not None and draft.high is not None:
        draft.low, draft.high, draft.first = -draft.low, -draft.high, minus
    return draft


SUMMED = frozenset(["length", "mass", "time"])


def _second_unit(block: Block, draft: Draft, limit: int) -> None:
    """"6 ft 2 in", "two hours and 15 minutes", "5lb 3oz": one amount in two units of one dimension, the second smaller."""
    at = draft.end
    if at < limit and block.words[at] == "and" and draft.unit is not None and draft.unit.dimension == "time":
        at += 1
    second = numeral(block, at) if at < limit and (block.words[at][0].isdecimal() or at > draft.end) else None
    unit = unit_after(block, second.end, second.spelled) if second is not None and second.end < limit else None
    if unit is None or second is None or second.low is None or draft.low is None or draft.unit is None or second.vague:
        return
    if unit.dimension != draft.unit.dimension or unit.factor >= draft.unit.factor or Fraction(second.low) * unit.factor >= draft.unit.factor:
        return
    total = Fraction(draft.low) + Fraction(second.low) * unit.factor / draft.unit.factor
    exact = Decimal(total.numerator) / Decimal(total.denominator)
    draft.low = draft.high = exact if Fraction(exact) == total else total
    draft.precision, draft.end = None, unit.end


def _cents(block: Block, draft: Draft, limit: int) -> None:
    """"thirteen dollars and forty-five cents", "15 dollars 50": the small change of an amount."""
    words, at = block.words, draft.end
    at += at < limit and words[at] == "and"
    second = numeral(block, at) if at < limit else None
    if second is None or not isinstance(second.low, Decimal) or not isinstance(draft.low, Decimal) or second.low >= 100 or second.vague \
            or draft.low != int(draft.low):
        return
    unit = unit_after(block, second.end, second.spelled) if second.end < limit else None
    bare = at == draft.end and len(words[at]) == 2 and (second.end >= limit or not words[second.end][0].isalpha())
    if (unit is not None and unit.name in SUBUNITS) or (unit is None and bare):
        draft.low = draft.high = draft.low + second.low / 100
        draft.precision, draft.end = Decimal("0.01"), unit.end if unit is not None else second.end


SUBUNITS = frozenset(["cent", "penny", "GBP penny", "pence"])


def _capital_name(block: Block, index: int, end: int, begin: int, limit: int) -> bool:
    """"BBC One said", "the Ford Five Hundred is": a capital number word after a name, lower case going on."""
    return (index > begin and block.surface[index][0].isupper() and block.surface[index - 1][0].isupper()
            and (end >= limit or not block.surface[end][0].isupper()))


def _ranked(block: Block, index: int, end: int, limit: int, rules: Grammar) -> bool:
    """"the bottom three", "a top five finish": a rank, unless a plural noun is counted ("the top ten schools")."""
    if index == 0 or block.words[index - 1] not in ("top", "bottom"):
        return False
    return not any(rules.is_plural(word) for word in block.words[end:min(limit, end + 2)] if word[0].isalpha() and word not in rules.stops)


def _model_number(block: Block, draft: Draft, limit: int, rules: Grammar) -> bool:
    """"a 787 Dreamliner", "the 717 jet", "100 | 737 aircraft", "an active 2017": digits before a noun that is not counted."""
    word, at = block.words[draft.start], draft.end
    if draft.stop - draft.start != 1 or not word.isdecimal() or not 2 <= len(word) <= 4:
        return False
    if draft.start > 0 and block.words[draft.start - 1].isdecimal():
        return True
    if at < limit and block.words[at] in DASHES:
        return False
    phrase = noun_phrase(block, at, limit, rules) if at < limit and block.words[at] not in rules.stops and block.words[at][0].isalpha() else None
    if phrase is None:
        return len(word) == 4 and "1100" <= word < "2100" and not (at < limit and block.words[at] == "of")
    return phrase.property is None and not rules.is_plural(block.words[phrase.head]) and block.words[phrase.head] not in rules.complements


def finish(block: Block, draft: Draft, floor: int, begin: int, limit: int, rules: Grammar, lang: str) -> None:
    """Adds what stands around a number with its unit: modifiers, trend, role, and the counted or measured thing."""
    if draft.kind in ("score", "ordinal"):
        return
    tokens = block.words
    if draft.kind != "ratio" or draft.unit is not None or draft.low is not None:
        outer = draft.first
        spans, draft.first = hedges.before(block, draft.first, floor, lang)
        late, draft.end = hedges.after(block, draft.end, limit, lang)
        if late is None and draft.stop != draft.end:
            late, stop = hedges.after(block, draft.stop, draft.stop + 3 if draft.stop + 3 <= limit else limit, lang)
        if late is not None:
            spans = [*spans, late]
        if spans:
            draft.modifiers = draft.modifiers + spans
            draft.modifier = hedges.decisive(draft.modifiers)
            if all(span.value == "exact" for span in draft.modifiers) and draft.vague is None:
                draft.first = _keep_exact(block, draft, outer)
            if draft.modifier == "more_than" and _negated(tokens, draft.first, begin):
                draft.modifier = "at_most"
    if draft.low is not None and draft.low != draft.high and draft.modifier == "exact" and draft.move is None:
        draft.modifier = "between"
    if draft.vague is not None and draft.modifier in ("exact", "about"):
        draft.modifier = "vague"
    _role(block, draft, begin, limit)
    _like_previous(block, draft, limit)
    if draft.trend is None and draft.kind != "age":
        draft.trend = _trend(block, draft, begin, limit, rules)
    if draft.kind == "count" and draft.unit is None:
        counted(block, draft, begin, limit, rules)
        _rate(block, draft, limit)
    else:
        measured(block, draft, begin, limit, rules)


def _rate(block: Block, draft: Draft, limit: int) -> None:
    """"75 deaths per million inhabitants", "3.4 children per woman": a count over something is a rate."""
    if draft.entity is None or draft.head is None:
        return
    at = next((k for k in range(draft.end, min(limit, draft.entity[1] + 5)) if block.words[k] == "per"), None)
    under = denominator(block, at) if at is not None else None
    if under is not None and under.end <= limit:
        draft.kind, draft.unit_name, draft.by = "measure", f"{draft.head} per {under.name}", "measures/rate"


def _like_previous(block: Block, draft: Draft, limit: int) -> None:
    """"more than 100 kilometres (60 miles)", "lost 190 points, or 0.6%": the same amount said twice shares hedge and direction."""
    left = draft.previous
    if left is None or left.unit is None or draft.unit is None or draft.modifiers or draft.first - left.end > 2:
        return
    between = block.words[left.end:draft.first]
    if between == ["("] and draft.end < limit and block.words[draft.end] == ")" and left.kind == draft.kind:
        draft.modifier, draft.trend = left.modifier, left.trend
    elif between in (["or"], [",", "or"]):
        draft.trend = left.trend


def _keep_exact(block: Block, draft: Draft, outer: int) -> int:
    """A word such as "just" or "a total of" belongs to the span; "a" and "the" alone do not."""
    return draft.first


def _negated(tokens: list[str], first: int, begin: int) -> bool:
    return first - 1 >= begin and tokens[first - 1] == "not" or first - 1 >= begin and tokens[first - 1] == "no"


def _trend(block: Block, draft: Draft, begin: int, limit: int, rules: Grammar) -> str | None:
    """"rose 19 cents", "fell by 20 %", "down a further 5", "+0.2 %", "cut its staff by 5 %": the direction of the verb before the number."""
    tokens, at, article = block.words, draft.first - 1, False
    if at >= begin and tokens[at] == "+" and draft.kind in ("percent", "money", "measure"):
        draft.first = at
        return "up"
    for _ in range(5):
        if at < begin:
            return None
        word = tokens[at]
        if word in rules.trends:
            return rules.trends[word] if _moves(block, draft, at, begin, limit, article, rules) else None
        if word == "by":
            near = (tokens[k] for k in range(at - 1, max(begin, at - 7) - 1, -1))
            verb = next((word for word in near if word in rules.trends or word in rules.auxiliaries or word in (",", ";")), "")
            return rules.trends.get(verb)
        if word not in STEPS_OVER and word[-2:] != "ly":
            return None
        article = article or word in ("a", "an")
        at -= 1
    return None


STEPS_OVER = frozenset(["a", "another", "an", "to", "further", "additional", "as", "sharply", "slightly", "much", "some", "even", "almost", "back", "only"])
WITH_OBJECT = frozenset(["cut", "lost", "shed", "added", "raised", "won", "rise", "fall", "increase", "decrease", "drop", "gain", "cuts", "ease", "higher", "lower",
                         "improved", "strengthened", "raise", "advance", "lose", "lift", "boost", "advance", "add", "gained"])
TURNS = frozenset(["went", "came", "go", "ticked", "edged", "ended", "closed", "moved", "finished", "inched", "trading", "opened", "going"])


def _moves(block: Block, draft: Draft, at: int, begin: int, limit: int, article: bool, rules: Grammar) -> bool:
    """Whether the word of change at token `at` moves the number: not in "lost 20 men", "picked up 3 points", "added a 30-degree turn"."""
    word, before = block.words[at], block.words[at - 1] if at > begin else ""
    if word in WITH_OBJECT:
        bare = draft.end >= limit or not block.words[draft.end][0].isalpha() or block.words[draft.end] in rules.stops
        return not article and (draft.kind not in ("count", "duration", "age") or (draft.kind == "count" and bare))
    if word in ("up", "down"):
        if draft.kind in ("duration", "age"):
            return False
        verb = rules.is_verb(before) or before[-3:] == "ing"
        return not verb or before in rules.trends or before in rules.auxiliaries or before in TURNS
    return True


def _role(block: Block, draft: Draft, begin: int, limit: int) -> None:
    """Marks "another 5", "5 more", "including 3", "of whom 3", "3 of them"."""
    tokens, first, stop = block.words, draft.first, draft.stop
    before, after = hedges.role_words()
    if first > begin:
        for phrase, role in before.get(tokens[first - 1], ()):
            if first - len(phrase) >= begin and tuple(tokens[first - len(phrase):first]) == phrase:
                draft.role = role
                return
    if stop < limit:
        for phrase, role in after.get(tokens[stop], ()):
            if tuple(tokens[stop:stop + len(phrase)]) == phrase and not (phrase == ("more",) and tokens[stop + 1:stop + 2] == ["than"]):
                draft.role = role
                return


def _leading_minus(block: Block, first: int) -> int | None:
    """The token of a minus sign that is one: "-40", "−5", "minus 40", "minus-1.4", not the dash of a range."""
    if first == 0:
        return None
    word = block.words[first - 1]
    if word == "minus":
        return first - 1
    if word in MINUS and block.adjacent(first):
        if first >= 2 and block.words[first - 2] == "minus":
            return first - 2
        if first == 1 or not block.adjacent(first - 1) or block.words[first - 2] in "(":
            return first - 1
    return None


def _one_counts(block: Block, index: int, begin: int, limit: int, rules: Grammar) -> bool:
    """Whether "one" is a number: "one of the residents", "one man", "one in five"; not "no one", "one day", "this one is"."""
    tokens = block.words
    before = tokens[index - 1] if index > begin else ""
    following = tokens[index + 1] if index + 1 < limit else ""
    if before in NOT_ONE and not (before in ("only", "the", "with", "for", "by", "as", "is", "was", "not", "or", "that") and following in ("of", "in")):
        return before in ("only", "with", "for", "by", "as", "is", "was", "not", "or") and _noun_like(following, rules)
    if following == "of":
        return index + 2 < limit and (tokens[index + 2] in rules.determiners or tokens[index + 2][0].isalnum())
    if following in ("in", "out"):
        return index + 2 < limit and numeral(block, index + 2) is not None or (tokens[index + 2:index + 3] in (["every"], ["of"]))
    return _noun_like(following, rules) or following in ("-", "million", "billion", "hundred", "thousand")


def _noun_like(word: str, rules: Grammar) -> bool:
    return bool(word) and word[0].isalpha() and word not in rules.stops and word not in ONE_STOPS and not rules.is_verb(word)


def _without_number(block: Block, index: int, floor: int, begin: int, limit: int, known: Words, rules: Grammar) -> list[Draft]:
    """Fraction words ("half of", "a quarter of the") and ordinals in words."""
    word, tokens = block.words[index], block.words
    if word in known.multiples:
        value, trend = known.multiples[word]
        number = Decimal(value.numerator) if value.denominator == 1 else value
        return [Draft("ratio", index, index + 1, index, index + 1, number, number, None, "ratios/multiple", spelled=True, trend=trend)]
    if word in ("half", "quarter", "third") and word in known.fractions:
        article = index > floor and tokens[index - 1] in known.articles
        after = tokens[index + 1] if index + 1 < limit else ""
        if index > floor and tokens[index - 1] in known.ordinals:
            return []                                                               # "the second half of the game"
        if (word == "half" and not article and (after == "of" or after in rules.determiners)) or (article and after == "of") or \
                (word != "half" and article and after in ("of", "percent", "percentage", "point")):
            value = known.fractions[word]
            draft = Draft("ratio", index - 1 if article else index, index + 1, index, index + 1, value, value, None, "ratios/fraction-word", spelled=True)
            unit = unit_after(block, index + 1, True) if after in ("percent", "percentage", "point") else None
            attach(block, draft, None, unit, limit)
            return [draft]
    if word in known.ordinals and word not in ("first", "second") and index > begin and (tokens[index - 1] in rules.determiners or tokens[index - 1] in ("’s", "'s")):
        value = Decimal(known.ordinals[word])
        if index + 1 < limit and tokens[index + 1][0].isalpha() and block.surface[index + 1].islower() and tokens[index + 1] not in ("of", "party", "parties"):
            return _ordinal(block, index, Numeral(value, value, Decimal(1), index, index + 1, None, True), limit, rules)
    return []


def _ordinal(block: Block, index: int, number: Numeral, limit: int, rules: Grammar) -> list[Draft]:
    """"75th anniversary", "the third round": an ordinal with the noun it counts; "22nd Amendment" is a name."""
    end = number.end if number.spelled else number.end + 1
    if end < limit and block.surface[end][0].isupper() and block.words[end] in rules.labels:
        return []
    draft = Draft("ordinal", index, end, index, number.end, number.low, number.high, number.precision, "ordinals/number-ending", None, number.spelled)
    at = end
    if at + 3 < limit and block.words[at] == "and" and block.words[at + 2] in ("st", "nd", "rd", "th"):
        at += 3                                                                     # "75th and 15th anniversary"
    phrase = noun_phrase(block, at, limit, rules) if at < limit else None
    if phrase:
        set_entity(block, draft, phrase, limit, rules)
        draft.property = None
    return [draft]


def share_units(block: Block, found: list[Draft], rules: Grammar) -> None:
    """"5 and 6 kg", "eight or nine euros", "12 seats, the Union 11 and the Greens nine": a bare number takes the unit or noun of its neighbour."""
    for left, right in zip(found, found[1:], strict=False):
        if left.sentence != right.sentence or right.first - left.end > 2:
            continue
        between = block.words[left.end:right.first]
        if between not in (["and"], ["or"], [","], [",", "and"], [",", "or"]) or left.kind != "count" or left.vague:
            continue
        if left.unit is None and left.entity is None and left.head is None:
            if right.unit is not None and right.kind != "age" and not right.unit_name == "percent":
                left.unit, left.unit_name, left.kind, left.by = right.unit, right.unit_name, right.kind, right.by
            if right.entity is not None:
                left.entity, left.head, left.property = right.entity, right.head, left.property or right.property


def fraction_of(number: Numeral, part: Fraction) -> Fraction:
    """"two" and "thirds" → 2/3."""
    return Fraction(number.low or 1) * part


__all__ = ["quantities", "precision_of"]
