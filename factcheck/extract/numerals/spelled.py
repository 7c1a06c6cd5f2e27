"""Number words in, their value out: "a hundred and five", "two dozen", "half a million", "twenty-first"; vague words keep their name."""
from __future__ import annotations

from decimal import Decimal

from factcheck.extract.numerals.scales import and_half, precision_of, scaled
from factcheck.extract.numerals.words import DASHES, Numeral, Words
from factcheck.extract.tokens import Block


def vague(block: Block, index: int, known: Words) -> Numeral | None:
    """"dozens", "tens of thousands", "a few hundred", "several million"."""
    tokens, count = block.words, len(block.words)
    word, first, end = tokens[index], index, index + 1
    if word == "tens" and not (end + 1 < count and tokens[end] == "of" and tokens[end + 1] in known.vague):
        return None                                                                 # "in their tens"
    after = tokens[end:end + 2]
    if word == "scores" and (after[:1] not in (["of"], ["more"]) or after[1:] and after[1][0].isdecimal()):
        return None                                                                 # "he scores", "test scores of 80"
    if word in ("few", "handful"):
        if index == 0 or tokens[index - 1] not in known.articles:
            if index == 0 or tokens[index - 1] not in known.few_after:
                return None                                                         # "few people" says how few, not how many
        elif index:
            first = index - 1
    if tokens[end:end + 2] == ["upon", word]:
        end += 2                                                                    # "thousands upon thousands"
    if end + 1 < count and tokens[end] == "of" and tokens[end + 1] in known.vague and tokens[end + 1] not in ("several", "few", "handful"):
        return Numeral(None, None, None, first, end + 2, f"{word} of {tokens[end + 1]}")
    if word in ("several", "few") and end < count and tokens[end] in known.scales:
        return Numeral(None, None, None, first, end + 1, f"{word} {tokens[end]}")
    if word in ("several", "few") and end < count and tokens[end] == "dozen":
        return Numeral(None, None, None, first, end + 1, f"{word} dozen")
    return Numeral(None, None, None, first, end, word)


LETTERS = 2                 # of a scale that stands behind digits only: "3bn"


def spelled(block: Block, index: int, known: Words) -> Numeral | None:
    """Number words from token `index`: "twenty-one", "a hundred and five thousand", "two dozen", "half a million", "a couple of"."""
    tokens, count = block.words, len(block.words)
    word = tokens[index]
    before = tokens[index - 1] if index else ""
    first = index - 1 if before in known.articles else index
    if word in ("half", "quarter"):
        return _half(block, index, known)
    if word in known.groups:
        return _group(block, index, first, known)
    if word in known.scales and first == index:
        return None if before.isalpha() and word != "hundred" else Numeral(Decimal(known.scales[word]), Decimal(known.scales[word]),
                                                                            Decimal(known.scales[word]), index, index + 1, None, True)
    total, end = _walk(block, index, known)
    found = Numeral(Decimal(total), Decimal(total), precision_of(Decimal(total)), first if word in known.scales else index, end, None, True)
    ranked = ordinal_after(block, found, known)
    if ranked is not None:
        return ranked
    if end < count and (tokens[end] == known.conjunction or tokens[end] in DASHES and tokens[end + 1:end + 2] == [known.conjunction]):
        half = and_half(block, found, known)
        if half is not found:
            return half if tokens[end - 1] in known.scales else scaled(block, half, known, False)
    dashed = end < count and tokens[end] in DASHES                                  # "six-point-six degrees"
    at = end + dashed
    if at < count and tokens[at] == "point" and tokens[at + 1 + dashed:at + 2 + dashed] and tokens[at + 1 + dashed] in known.ones:
        return scaled(block, _point(block, found, at + 1 + dashed, known), known, False)               # "two point five million"
    if end < count and tokens[end] in ("dozen", "score"):
        factor = known.groups[tokens[end]]
        return (
            Numeral(found.low * factor, found.low * factor, Decimal(factor), found.first, end + 1, None, True)
            if found.low is not None
            else found
        )
    if end < count and tokens[end] in known.suffixes and len(tokens[end]) > LETTERS:
        return scaled(block, found, known, False)                                   # "three mln tonnes"
    return found


def ordinal_after(block: Block, found: Numeral, known: Words) -> Numeral | None:
    """"twenty-first", "one hundred and fifth", "the two hundredth": a number in words that goes on as a rank.

    "a twenty-second delay" is a time, so that "second" needs a determiner that is no article; "one hundredth of" is a share.
    """
    tokens, count, at = block.words, len(block.words), found.end
    last = tokens[at - 1]
    joined = at < count and tokens[at] in RANK_DASHES
    at += joined or (at < count and tokens[at] == known.conjunction and last in known.scales)
    word = tokens[at] if at < count else ""
    if (
        word in known.scale_ordinals
        and last not in known.scales
        and not (at + 1 < count and tokens[at + 1] == "of")
        and found.low is not None
    ):
        value = found.low * known.scale_ordinals[word]
    elif (
        word in known.ordinals
        and found.low is not None
        and (known.ordinals[word] < 10 and last in known.tens and known.small[last] >= 20 or last in known.scales)
    ):
        before = tokens[found.first - 1] if found.first else ""
        if word == "second" and (before in known.articles or before not in known.ranked_after):
            return None
        value = found.low + known.ordinals[word]
    else:
        return None
    return Numeral(value, value, Decimal(1), found.first, at + 1, None, True, True)


RANK_DASHES = frozenset("-‐‑–—")


def _point(block: Block, found: Numeral, at: int, known: Words) -> Numeral:
    """A number in words and the token of its first decimal → both: "two point five"."""
    digits = ""
    while at < len(block.words) and block.words[at] in known.ones and known.small[block.words[at]] < 10:
        digits += str(known.small[block.words[at]])
        at += 1
    value = Decimal(f"{found.low}.{digits}") if digits else Decimal(0)
    return Numeral(value, value, None, found.first, at, None, True) if digits else found


def _walk(block: Block, index: int, known: Words) -> tuple[int, int]:
    """The value of the longest row of number words from `index`, and the token after it."""
    tokens, count = block.words, len(block.words)
    total, current, end, at, last = 0, 0, index, index, 0
    while at < count:
        word = tokens[at]
        if word in known.small:
            value = known.small[word]
            if last and not (last >= 100 or (last in (20, 30, 40, 50, 60, 70, 80, 90) and value < 10)):
                break                                                               # "five six" are two numbers
            current += value
            last = value
        elif word in known.scales and (current or at == index or last >= 1000):
            scale = known.scales[word]
            if scale == 100:
                current = (current or 1) * 100
            elif not current and at > index:
                if scale < last:
                    break
                total *= scale                                                      # "one thousand billion"
            else:
                total += (current or 1) * scale
                current = 0
            last = scale
        elif (word in DASHES and at > index and last in (20, 30, 40, 50, 60, 70, 80, 90) and at + 1 < count
              and (tokens[at + 1] in known.ones and known.small[tokens[at + 1]] < 10)):   # "twenty-one"
            at += 1
            continue
        elif word == known.conjunction and last >= 100 and at + 1 < count and tokens[at + 1] in known.small and _goes_on(block, at, known):
            at += 1                                                                 # "a hundred and five"
            continue
        else:
            break
        at += 1
        end = at
    return total + current, end


def _goes_on(block: Block, at: int, known: Words) -> bool:
    """Whether "and" at token `at` continues one number ("two hundred and five people", "a million and one homes") rather than joining two
    ("three thousand and four thousand people")."""
    tokens, after = block.words, at + 2
    following = tokens[after] if after < len(tokens) else ""
    scale, further = known.scales.get(tokens[at - 1], 0), known.scales.get(following, 0)
    return scale > 0 and following not in known.fractions and further != scale and (scale == 100 or further < scale)


def _group(block: Block, index: int, first: int, known: Words) -> Numeral | None:
    """"a dozen", "half a dozen", "a score of", "a couple of people"; a plain "score" or "couple" is no number."""
    word, tokens = block.words[index], block.words
    value = known.groups[word]
    if word != "dozen":
        of_follows = index + 2 < len(tokens) and tokens[index + 1] == "of" and not tokens[index + 2][0].isdecimal()    # "a score of 2-1"
        if first == index or not (of_follows):
            return None                                                             # "the score", "a couple was hurt"
    end = index + 1
    number = Decimal(value)
    if first == index and word == "dozen" and index and tokens[index - 1] in known.ones:
        return None
    return Numeral(number, number, Decimal(value if word != "couple" and word != "pair" else 1), first, end, None, True)


def _half(block: Block, index: int, known: Words) -> Numeral | None:
    """"half a million", "half a dozen", "a quarter million", "a quarter of a million": part of a scale; other fractions are shares."""
    tokens, at, count = block.words, index + 1, len(block.words)
    part = known.fractions[tokens[index]]
    if at + 2 < count and tokens[at] == "of" and tokens[at + 1] in known.articles and tokens[at + 2] in known.scales:
        at += 1
    if at < count and tokens[at] in known.articles:
        at += 1
    elif at < count and tokens[at] in DASHES:
        at += 1
    if at >= count or (tokens[at] not in known.scales and tokens[at] != "dozen"):
        return None
    factor = known.scales.get(tokens[at], 12)
    value = part * factor
    number = Decimal(value.numerator) / value.denominator
    first = index - 1 if index and tokens[index - 1] in known.articles else index
    return Numeral(number, number, Decimal(factor) / 10 if factor > 12 else Decimal(1), first, at + 1, None, True)
