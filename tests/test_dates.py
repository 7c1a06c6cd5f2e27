"""Dates and times: the case table, laws ("say a date and read it back"), intervals, datelines, and what the anchor learns."""
from __future__ import annotations

import datetime
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score.labels import row, table
from score.matching import answer
from score.page import CASES

from factcheck import to_dict
from factcheck.data import load
from factcheck.extract import extract
from factcheck.extract.dates import Anchor, DateMention, dateline, dates, triggers
from factcheck.extract.dates.feasts import easter, holiday_date
from factcheck.extract.dates.timex import interval
from factcheck.extract.tokens import blocks

GROUPS = table(CASES / "dates.en.yaml")
WEDNESDAY = datetime.date(2023, 6, 21)
DAYS = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2035, 12, 31))
FORMS = ("{d:%B} {d.day}, {d.year}", "{d.day} {d:%B} {d.year}", "{d:%Y-%m-%d}", "the {d.day}{th} of {d:%B}, {d.year}",
         "{d:%b}. {d.day}, {d.year}", "{d:%A}, {d:%B} {d.day}, {d.year}", "{d:%A}, {d.day} {d:%B} {d.year}", "{d.day}-{d:%b}-{d.year}",
         "{d.day:02d}.{d.month:02d}.{d.year}", "{d:%B} {d.day}{th} {d.year}")
CLOCKS = ("{h}:{m:02d} {half}", "{h}.{m:02d}{short}", "{h}:{m:02d} {half} local time")
SOUP = ("last next this the of in on at by since until a two three first 21 5 2023 1999 June May Tuesday week year day quarter half ago "
        "later earlier before after morning night summer 10 : 15 pm - – / , . ( ) 's s th BC every Christmas Easter Q3 now recent end early"
        ).split()


def read(text: str, published: datetime.date | None = None, lang: str = "en") -> list[DateMention]:
    anchor = Anchor.of(published, lang)
    return [mention for block in blocks(text, lexicon=triggers(anchor.lang)) for mention in dates(block, anchor)]


def one(text: str, published: datetime.date | None = None) -> DateMention:
    found = read(text, published)
    assert len(found) == 1, found
    return found[0]


def faults(record: object) -> list[str]:
    case = row(record)                                          # type: ignore[arg-type]
    return answer(case, extract(case.document())).faults()


def rows(*sections: str) -> list[object]:
    return [pytest.param(record, id=record if isinstance(record, str) else record["say"])
            for group in GROUPS for section in sections for record in group.get(section) or []]


@pytest.mark.parametrize("record", rows("finds", "not"))
def test_case_table(record: object) -> None:
    assert not faults(record)


@pytest.mark.parametrize("record", rows("fails"))
def test_known_failures_still_fail(record: object) -> None:
    assert faults(record), "this is read as it should now: move the row to `finds` (or `not`) of its group"


def examples(key: str) -> list[str]:
    """The sentences of the language's table, of its topics and of the whole."""
    found = load("lang.en.dates")
    topics = (found, *(topic for topic in found.values() if isinstance(topic, dict)))
    return [sentence for topic in topics for sentence in topic.get(key) or []]


@pytest.mark.parametrize("sentence", examples("examples"))
def test_examples_of_the_data(sentence: str) -> None:
    plain = sentence.replace("[", "").replace("]", "")
    spans = [plain[mention.start:mention.end] for mention in read(plain, WEDNESDAY)]
    assert spans == [part.partition("]")[0] for part in sentence.split("[")[1:]]


@pytest.mark.parametrize("sentence", examples("not"))
def test_near_misses_of_the_data(sentence: str) -> None:
    assert read(sentence, WEDNESDAY) == []


def ending(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@given(DAYS, st.sampled_from(FORMS))
def test_a_day_is_read_back(day: datetime.date, form: str) -> None:
    said = form.format(d=day, th=ending(day.day))
    if "%b" in form and day.month == 5:
        said = said.replace("May.", "May")                      # which nobody abbreviates
    text = f"The office on the hill was opened on {said} by the council."
    found = one(text)
    assert (found.timex, text[found.start:found.end]) == (day.isoformat(), said)
    assert found.interval is not None and (found.interval.start, found.interval.granularity) == (day.isoformat(), "day")


@given(DAYS, st.sampled_from(["{d.day:02d}/{d.month:02d}/{d.year}", "{d.month:02d}/{d.day:02d}/{d.year}"]))
def test_a_day_in_digits_is_never_wrong(day: datetime.date, form: str) -> None:
    """Where both orders are possible, the interval holds the day that was meant, and `by` says so."""
    found = one(f"The bill is dated {form.format(d=day)} there.")
    assert found.interval is not None and found.interval.start is not None and found.interval.end is not None
    assert found.interval.start <= day.isoformat() <= found.interval.end
    assert (found.by == "dates/numeric-ambiguous") == (day.day <= 12 and day.day != day.month)


@given(DAYS)
def test_an_unambiguous_date_tells_the_order_of_the_others(day: datetime.date) -> None:
    text = f"The first bill is dated 25/12/2021, the last {day:%d/%m/%Y}."
    assert [mention.timex for mention in read(text)] == ["2021-12-25", day.isoformat()]


@given(st.integers(min_value=1900, max_value=2035), st.sampled_from(["in", "since", "until", "before", "during"]))
def test_a_year_is_read_back(year: int, preposition: str) -> None:
    found = one(f"The mill was closed {preposition} {year}.")
    assert (found.timex, found.interval and found.interval.granularity) == (str(year), "year")


@given(DAYS, st.integers(min_value=-400, max_value=400))
def test_days_ago_count_from_the_document(published: datetime.date, number: int) -> None:
    if number < 0:
        said, day = f"{-number} days ago", published + datetime.timedelta(days=number)
    else:
        said, day = f"{number} days from now", published + datetime.timedelta(days=number)
    found = one(f"In the north, the gate was seen {said}.", published)
    assert found.timex == day.isoformat()


@given(DAYS, st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]))
def test_a_weekday_is_the_nearest_one_before_the_document(published: datetime.date, weekday: str) -> None:
    found = one(f"Police closed the road {weekday}.", published)
    day = datetime.date.fromisoformat(found.timex)
    assert f"{day:%A}" == weekday and 0 <= (published - day).days < 7


@given(st.times(), st.sampled_from(CLOCKS))
def test_a_time_is_read_back(time: datetime.time, form: str) -> None:
    half = "a.m." if time.hour < 12 else "p.m."
    said = form.format(h=time.hour % 12 or 12, m=time.minute, half=half, short=half.replace(".", ""))
    text = f"The gate was closed at {said} there"
    found = one(text, WEDNESDAY)
    assert (found.timex, text[found.start:found.end]) == (f"2023-06-21T{time:%H:%M}", said)


@given(st.lists(st.tuples(st.sampled_from(SOUP), st.sampled_from(["", " ", " ", "\n"])), max_size=40), st.sampled_from([None, WEDNESDAY]),
       st.sampled_from(["en", "en", "en-GB", "de", "xx"]))
def test_any_row_of_words_keeps_the_laws(pieces: list[tuple[str, str]], published: datetime.date | None, lang: str) -> None:
    text, end = "".join(word + gap for word, gap in pieces), 0
    for mention in read(text, published, lang):
        assert end <= mention.start < mention.end <= len(text), "in order, without overlap"
        end = mention.end
        if mention.interval is not None and mention.interval.start is not None and mention.interval.end is not None:
            assert mention.interval.start <= mention.interval.end
        if "X" in mention.timex and mention.kind != "duration" and mention.interval is not None:
            assert mention.interval.start is None, "what is unknown has no interval"


INTERVALS = [
    ("in 2009", ("2009-01-01", "2009-12-31", "year")), ("in late 2022", ("2022-08-01", "2022-12-31", "year")),
    ("in the early 1990s", ("1990-01-01", "1994-12-31", "decade")), ("in the 19th century", ("1800-01-01", "1900-12-31", "century")),
    ("in November 2012", ("2012-11-01", "2012-11-30", "month")), ("in Q3 2022", ("2022-07-01", "2022-09-30", "quarter")),
    ("last week", ("2023-06-12", "2023-06-18", "week")), ("last weekend", ("2023-06-17", "2023-06-18", "weekend")),
    ("in the summer of 2021", ("2021-06-01", "2021-08-31", "season")), ("over the past three years", ("2020-06-21", "2023-06-21", "day")),
    ("in the first two months of 1939", ("1939-01-01", "1939-02-28", "day")), ("on 31 June 2024", (None, None, "day")),
    ("at 10:15 p.m. on Tuesday", ("2023-06-20T22:15", "2023-06-20T22:15", "minute")), ("at 25:30", (None, None, "minute")),
    ("at 9 a.m. EST", ("2023-06-21T09:00-05:00", "2023-06-21T09:00-05:00", "minute")), ("in 499 BC", (None, None, "year")),
    ("on Friday night", ("2023-06-16T18:00", "2023-06-17T06:00", "part")), ("two weeks ago", ("2023-06-04", "2023-06-10", "week")),
]


@pytest.mark.parametrize(("said", "ends"), INTERVALS)
def test_intervals(said: str, ends: tuple[str | None, str | None, str]) -> None:
    found = read(f"The mill burned {said} there.", WEDNESDAY)[0].interval
    assert found is not None and (found.start, found.end, found.granularity) == ends


def test_values_that_are_no_calendar_have_no_interval() -> None:
    assert interval("PRESENT_REF") is None and interval("P3Y") is None


DATELINES = [
    ("VELTA, June 21, 2023 – Police closed the harbour.", WEDNESDAY),
    ("Harbour closed\n\nVELTA, June 21, 2023 - Police closed the harbour.", WEDNESDAY),
    ("Harbour closed\nPublished: 21 June 2023\nPolice closed the harbour.", WEDNESDAY),
    ("Harbour closed\nWednesday, June 21, 2023\n", WEDNESDAY),
    ("Police closed the harbour on June 21, 2023 after a fire.", None),
    ("In June 2023 the harbour closed.", None),
    ("VELTA, June 21 – Police closed the harbour.", None),
    ("", None),
    ("Mira Vask (June 21, 1909 – May 2, 1965) was a painter.", None),
    ("Velta (June 21, 2023) – Police closed the harbour.", WEDNESDAY),
]


@pytest.mark.parametrize(("text", "day"), DATELINES)
def test_datelines(text: str, day: datetime.date | None) -> None:
    assert dateline(text) == day


def test_the_year_comes_from_the_heading_of_a_section() -> None:
    found = read("1936: The siege\n\nIn March the walls fell, as a book of 1998 says. In June the town burned.")
    assert [mention.timex for mention in found] == ["1936", "1936-03", "1998", "1936-06"]


def test_blocks_share_one_anchor() -> None:
    anchor = Anchor.of(None)
    text = "It began on 3 May 2020.\n\nTwo days later it ended."
    values = [mention.timex for block in blocks(text, lexicon=triggers()) for mention in dates(block, anchor)]
    assert values == ["2020-05-03", "2020-05-05"] and anchor.spoken == "2020-05-05"


@pytest.mark.parametrize(("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2024, "03-31"), (2038, "04-25")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(("text", "timex", "start", "end"), [
    ("He fell on 15 March 44 BC.", "BC0044-03-15", "-0043-03-15", "-0043-03-15"),
    ("It ended in February 5 BC.", "BC0005-02", "-0004-02-01", "-0004-02-29"),
    ("It ended in 1 BC.", "BC0001", "0000-01-01", "0000-12-31"),
    ("It was built in the 480s BC.", "BC048", "-0488-01-01", "-0479-12-31"),
    ("It was built in the 5th century BC.", "BC04", "-0499-01-01", "-0399-12-31"),
    ("It ended in AD 14.", "0014", "0014-01-01", "0014-12-31"),
])
def test_days_before_christ(text: str, timex: str, start: str, end: str) -> None:
    record = next(to_dict(mention) for mention in extract(text))
    assert (record["timex"], record["interval"]["start"], record["interval"]["end"]) == (timex, start, end)


@pytest.mark.parametrize(("rule", "year", "day"), [
    ("O0", 2021, "05-02"), ("O0", 2017, "04-16"), ("N1144+1", 2022, "11-25"),
    ("R0", 2023, "09-16"),
    ("R9", 1973, "10-06"), ("P0", 2024, "04-23"), ("P-30", 2022, "03-17"), ("K", 2023, "12-08"), ("K", 2021, "11-29"),
    ("I1001", 2020, "05-24"), ("I1210", 2019, "08-12"), ("Llunar_new_year", 2013, "02-10"), ("Ldiwali", 2021, "11-04"),
])
def test_feasts_that_move(rule: str, year: int, day: str) -> None:
    assert holiday_date(f"XXXX-{rule}", year) == f"{year}-{day}"


def test_a_table_ends_and_a_fixed_day_is_not_computed() -> None:
    assert holiday_date("XXXX-Ldiwali", 1990) is None
    assert holiday_date("XXXX-12-25", 2020) is None


@given(st.integers(min_value=700, max_value=3500), st.sampled_from(["I0101", "I0901", "I1210", "R0", "P0", "K", "E0", "O0"]))
def test_every_year_has_each_feast(year: int, rule: str) -> None:
    found = holiday_date(f"XXXX-{rule}", year)
    assert found is not None and found.startswith(f"{year:04d}-")


FOREIGN = [
    ("de", "Am [21. Juni 2023] brannte es.", ["2023-06-21"]),
    ("de", "Es brannte [gestern] und [letzte Woche].", ["2023-06-20", "2023-W24"]),
    ("fr", "Le port a fermé le [3 mars 2020].", ["2020-03-03"]), ("es", "El puerto cerró el [3 de mayo de 2021].", ["2021-05-03"]),
    ("de", "Der Beleg ist vom [20.06.2023].", ["2023-06-20"]), ("xx", "[2023-06-20]", ["2023-06-20"]),
]


@pytest.mark.parametrize(("lang", "sentence", "values"), FOREIGN)
def test_other_languages(lang: str, sentence: str, values: list[str]) -> None:
    text = sentence.replace("[", "").replace("]", "")
    found = read(text, WEDNESDAY, lang)
    assert [mention.timex for mention in found] == values
    assert [text[mention.start:mention.end] for mention in found] == [part.partition("]")[0] for part in sentence.split("[")[1:]]


def test_english_needs_no_dateparser() -> None:
    code = ("import sys\nfrom factcheck.extract.dates import Anchor, dates, triggers\nfrom factcheck.extract.tokens import blocks\n"
            "for block in blocks('On Tuesday, 3 May 2020', lexicon=triggers()): dates(block, Anchor())\n"
            "assert 'dateparser' not in sys.modules")
    subprocess.run([sys.executable, "-c", code], check=True)
