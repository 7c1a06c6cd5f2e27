"""Laws of reading: what is said in words is read back, spans slice to the text, and no text makes it fail, forget or crawl."""
from __future__ import annotations

import datetime
import time
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import extract
from factcheck.model import Document, Mention

ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
        " nineteen").split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
BEFORE = {"at least": "at_least", "no fewer than": "at_least", "more than": "more_than", "over": "more_than", "upwards of": "more_than",
          "nearly": "nearly", "almost": "nearly", "just under": "nearly", "just over": "just_over", "about": "about", "some": "about",
          "roughly": "about", "around": "about", "approximately": "about", "an estimated": "about", "up to": "up_to",
          "as many as": "up_to", "at most": "at_most", "no more than": "at_most", "fewer than": "less_than", "less than": "less_than",
          "exactly": "exact", "only": "exact"}
AFTER = {"or more": "at_least", "or fewer": "at_most", "or less": "at_most", "or so": "about"}
UNITS = {"hectares": "hectare", "kilometres": "kilometre", "tonnes": "tonne", "litres": "litre", "kilograms": "kilogram", "acres": "acre",
         "megawatts": "megawatt", "km/h": "kilometre per hour", "square kilometres": "square kilometre", "barrels": "barrel",
         "feet": "foot", "miles": "mile", "volts": "volt", "gigabytes": "gigabyte"}
MONEY = {"€{}": "EUR", "£{}": "GBP", "US${}": "USD", "A${}": "AUD", "C${}": "CAD", "{} euros": "EUR", "CHF {}": "CHF", "JPY {}": "JPY"}
PIECES = st.sampled_from([
    "at least ", "about ", "5 ", "1,200 ", "twelve ", "$", "€", "m ", "km ", "kg ", "% ", "people ", "were killed ", "from ", "to ", "and ",
    "of the ", "said ", "no one ", "on ", "Monday ", "May ", "2023 ", "ago ", ", ", ". ", "\n", "“", "”", "(", ")", "-", "–", "'s ",
    "half ", "million ", "a ", "dozen ", "½", "\N{NARROW NO-BREAK SPACE}", "th ", "10:15 "])
DATES = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2199, 12, 31))
NUMBERS = st.integers(min_value=2, max_value=10**12 - 1) | st.integers(min_value=2, max_value=10**5)


def in_words(number: int) -> str:
    """1204 → "one thousand two hundred and four"."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    scale, name = next((scale, name) for scale, name in SCALES if number >= scale)
    head, rest = divmod(number, scale)
    joint = " and " if 0 < rest < 100 else " " if rest else ""
    return f"{in_words(head)} {name}{joint}{in_words(rest) if rest else ''}"


def only(text: str) -> Mention:
    mentions = extract(text)
    assert len(mentions) == 1, [mention.text for mention in mentions]
    return mentions[0]


def value(mention: Mention) -> Decimal:
    assert mention.number and mention.number.low == mention.number.high
    assert mention.number.low is not None
    return Decimal(mention.number.low)          # type: ignore[arg-type]


@given(NUMBERS)
def test_words_are_read_back(number: int) -> None:
    mention = only(f"The flood reached {in_words(number)} homes.")
    assert (value(mention), mention.text, mention.entity_head) == (number, in_words(number), "home")


@given(NUMBERS)
def test_digits_are_read_back(number: int) -> None:
    mention = only(f"The flood reached {number:,} homes.")
    assert (value(mention), mention.text, mention.entity_head) == (number, f"{number:,}", "home")


@given(st.decimals(min_value="0.001", max_value=10**6, places=3), st.sampled_from(sorted(UNITS)))
def test_units_are_read_back(number: Decimal, unit: str) -> None:
    mention = only(f"Staff measured {number:,} {unit} there.")
    assert (value(mention), mention.kind, mention.unit, mention.text) == (number, "measure", UNITS[unit], f"{number:,} {unit}")


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from(sorted(MONEY)))
def test_money_is_read_back(number: int, form: str) -> None:
    amount = form.format(f"{number:,}")
    mention = only(f"The sale brought in {amount} there.")
    assert (value(mention), mention.kind, mention.unit, mention.text) == (number, "money", MONEY[form], amount)


@pytest.mark.parametrize("modifier", BEFORE)
@given(number=st.integers(min_value=2, max_value=10**7), spelled=st.booleans())
def test_modifiers_before_are_read_back(modifier: str, number: int, spelled: bool) -> None:
    amount = in_words(number) if spelled else f"{number:,}"
    mention = only(f"The flood reached {modifier} {amount} homes.")
    assert (value(mention), mention.modifier, mention.text) == (number, BEFORE[modifier], f"{modifier} {amount}")


@pytest.mark.parametrize("modifier", AFTER)
@given(number=st.integers(min_value=2, max_value=10**7))
def test_modifiers_after_are_read_back(modifier: str, number: int) -> None:
    mention = only(f"The flood reached {number:,} {modifier} homes.")
    assert (value(mention), mention.modifier, mention.text) == (number, AFTER[modifier], f"{number:,} {modifier}")


@given(DATES, st.sampled_from(["{d.day} {month} {d.year}", "{month} {d.day}, {d.year}", "{d:%Y-%m-%d}"]))
def test_dates_are_read_back(date: datetime.date, form: str) -> None:
    said = form.format(d=date, month=f"{date:%B}")
    mention = only(f"The dam opened on {said}.")
    assert (mention.kind, mention.timex, mention.text) == ("date", f"{date:%Y-%m-%d}", said)


@pytest.mark.parametrize("lang", ["de", "fr", "es", "it", "pt", "xx"])
def test_any_language_is_read(lang: str) -> None:
    """Also where words of another language stand, as in a quotation."""
    found = extract(Document(id="d", text="Plus de 5 kg, \"aged 34, at least 21 people under the age of 7\".", lang=lang))
    assert found[0].unit == "kilogram"


def check_spans(text: str) -> None:
    end = 0
    for mention in extract(text):
        assert 0 <= mention.start < mention.end <= len(text) and mention.text == text[mention.start:mention.end]
        assert mention.start >= end, "mentions are in order and do not overlap"
        end = mention.end
        if mention.entity is not None:
            assert mention.entity == text[mention.entity_start:mention.entity_end]
        if mention.attribution:
            assert mention.attribution.speaker == text[mention.attribution.start:mention.attribution.end]
        assert mention.sentence[0] <= mention.start and mention.end <= mention.sentence[1]
        assert all(mention.start <= modifier.start < modifier.end <= mention.end for modifier in mention.modifiers)


@pytest.mark.parametrize("text", ["P 500 +0.3% Nasdaq +0.8%"])
def test_texts_that_were_misread_once(text: str) -> None:
    check_spans(text)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    check_spans(text)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_mixture_of_our_words_is_read(text: str) -> None:
    check_spans(text)


@given(st.lists(PIECES | st.characters(), max_size=25).map("".join))
def test_any_mixture_with_other_characters_is_read(text: str) -> None:
    check_spans(text)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_an_unrelated_sentence_after_changes_nothing(text: str) -> None:
    alone = f"{text.rstrip()}.\n\n"
    longer = f"{alone}The old harbour sleeps under grey clouds."
    assert extract(alone) == extract(longer)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_paragraph_before_only_shifts_the_spans(text: str) -> None:
    """Front matter is skipped: the same text behind it is read the same."""
    front = "---\ntitle: A harbour\n---\n"
    shifted = [moved(mention, len(front)) for mention in extract(text)]
    assert extract(Document(id="text", text=front + text, metadata_offset=len(front))) == shifted


def moved(mention: Mention, by: int) -> Mention:
    said = mention.attribution
    return replace(mention, start=mention.start + by, end=mention.end + by, sentence=(mention.sentence[0] + by, mention.sentence[1] + by),
                   entity_start=None if mention.entity_start is None else mention.entity_start + by,
                   entity_end=None if mention.entity_end is None else mention.entity_end + by,
                   attribution=said and replace(said, start=said.start + by, end=said.end + by),
                   modifiers=tuple(replace(one, start=one.start + by, end=one.end + by) for one in mention.modifiers))


HOSTILE = ["1,", "at least ", "9", "(about (2 ", "5 and ", "from 5 to ", "a ", "half a ", "said ", "“", "$", "-", "1 000 ", "the ", "one ",
           "of the ", "was ", "Monday ", "ten million ", "May ", "1.", "12:", " ", "\n", "(", "no ", "5 km ", "who said "]


def seconds(text: str) -> float:
    before = time.process_time()
    extract(text)
    return time.process_time() - before


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_what_its_length_says(piece: str) -> None:
    """Four times the text takes four times as long and not sixteen. A busy machine only ever adds time, and not to each of some tries."""
    tries = ((seconds(piece * 4_000), seconds(piece * 16_000)) for _ in range(6))
    assert any(fourfold < 0.05 + 4 * 1.5 * once for once, fourfold in tries)


@pytest.mark.parametrize("text", ["1," * 8_000, "at least " * 8_000, "9" * 5_000, "(about (2 " * 4_000, "5 and " * 8_000])
def test_hostile_text_is_read_in_a_second_or_two(text: str) -> None:
    before = time.process_time()
    check_spans(text)
    assert time.process_time() - before < 2


def test_a_model_stays_a_name() -> None:
    """A long number that was a name counts nothing later on where nothing counted follows it."""
    said = [one.text for one in extract("It has five Orne 737s. The 737 was late. Five new 737 boats and 737 people came.")]
    assert said == ["five", "Five", "737"]
    assert [one.text for one in extract("The 737 people came late.")] == ["737"]


@pytest.mark.parametrize(("text", "sentences"), [
    ("The money supply of Lowmark rose by some 1.9 billion crowns in the\nFebruary 23 week, the Reserve Bank said.", 1),
    ("    Exports of wheat came to 251,000 tonnes in all to the Orlen\nCommunity and 284,000 tonnes elsewhere.", 1),
    ("The ferries carried 3,000 people in the first week of the new season,\nmost of whom, the harbour board said, came by 40 buses from\n"
     "Lowmark and left after 2 days.", 1),
    ("Flood in Larkhaven kills 14 people after the old dam breaks\nLarkhaven has 20 houses left.", 2),
    ("Two teams met in Orsa before 400 people\nNorwick won by 3 goals", 2)])
def test_a_line_that_only_wraps_ends_no_sentence(text: str, sentences: int) -> None:
    assert len({mention.sentence for mention in extract(text)}) == sentences
