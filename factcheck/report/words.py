"""Values in, short phrases out: how bounds, dates, places and sources are written for a reader.

Article text is shown without control characters, terminal escapes and marks that turn the direction of writing: `clean` takes them out.
"""
from __future__ import annotations

import datetime
import re
from decimal import Decimal
from fractions import Fraction

from factcheck.claims.said import thing_in
from factcheck.model import Bounds, Claim, Interval, Mention, Number, Skipped
from factcheck.report.records import number

ESCAPES = r"""(?x)
      (?: \x1b\[ | \x9b ) [0-?]*+ [ -/]*+ [@-~]?      # colours, cursor moves
    | \x1b\] [^\x07\x1b]*+ (?: \x07 | \x1b\\ )?       # window titles, links
    | \x1b [ -~]?                                     # any other escape
    | [\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]           # control characters
    | [\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]   # direction marks, byte-order mark, half characters
"""
SPACES = r"\s+"
LONGEST = 40
LARGE = ((10 ** 12, " trillion"), (10 ** 9, " billion"), (10 ** 6, " million"))
WEEKDAY = re.compile(r"XXXX-WXX-(?P<day>[1-7])")
NO_YEAR = re.compile(r"XXXX-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def clean(text: str) -> str:
    """Text of an article → the same on one line, safe to print in a terminal."""
    return clean_part(text).strip()


def clean_part(text: str) -> str:
    """The same for a piece of a sentence: spaces at its ends stay."""
    if text.isprintable() and "  " not in text:
        return text
    return re.sub(SPACES, " ", re.sub(ESCAPES, "", text))


def value(m: Mention) -> str:
    """A mention → its value in the one-line notation: "≥ 21", "36–40 hectares", "since 2013", "2012-11"."""
    if m.interval is not None or (m.timex is not None and m.bounds is None):
        known = m.interval is not None and (m.interval.start or m.interval.end)
        return " ".join(filter(None, (m.date_relation, when(m.interval) if m.interval and known else spoken(m.timex or ""))))
    if m.bounds is None:
        return ""
    return with_unit(span(m.bounds), m.unit, one=m.bounds.low == m.bounds.high == 1)


def span(b: Bounds) -> str:
    """Bounds → "21", "≥ 21", "> 127", "< 40", "36–40", and "(36, 40)" where an end is excluded."""
    low, high = grouped(b.low), grouped(b.high)
    if b.low is None and b.high is None:
        return "any number"
    if b.low is None:
        return f"{'<' if b.high_open else '≤'} {high}"
    if b.high is None:
        return f"{'>' if b.low_open else '≥'} {low}"
    if b.low == b.high:
        return low
    if b.low_open or b.high_open:
        return f"{'(' if b.low_open else '['}{low}, {high}{')' if b.high_open else ']'}"
    return f"{low}–{high}"


def grouped(value: Number | None) -> str:
    """Decimal("3000") → "3,000", 412600000 → "412.6 million"; a fraction as written; endless digits cut short."""
    if value is None:
        return "?"
    if isinstance(value, Fraction):
        text = number(value) or "?"
    else:
        text = next((f"{_trimmed(value / size):,f}{name}" for size, name in LARGE if _is_short(value, size)), f"{value:,f}")
    return text if len(text) <= LONGEST else f"{text[:LONGEST // 2]}… ({len(text)} characters)"


def _is_short(value: Decimal, size: int) -> bool:
    """Whether a number can be told in thousandths of millions (or billions) and is at least one of them."""
    return abs(value) >= size and not value % (size // 1000)


def _trimmed(value: Decimal) -> Decimal:
    """Decimal("412.600") → Decimal("412.6"), Decimal("40") as it is."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def with_unit(text: str, unit: str | None, one: bool = False) -> str:
    """"36–40", "hectare" → "36–40 hectares"; percent as its sign, money with its code in front."""
    if not unit:
        return text
    if unit == "percent":
        return f"{text} %"
    if len(unit) == 3 and unit.isupper():
        return f"{unit} {text}"
    head, per, rest = unit.partition(" per ")
    return f"{text} {head if one else plural(head)}{per}{rest}"


def plural(noun: str) -> str:
    """"hectare" → "hectares", "person" → "people"; units that are signs stay."""
    first, of, rest = noun.partition(" of ")
    if of:
        return f"{plural(first)} of {rest}"
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if len(noun) < 3 or not noun[-1].islower() or noun.endswith("s"):
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ch", "sh", "x", "z")) else "s")


IRREGULAR = {"person": "people", "foot": "feet", "inch": "inches", "man": "men", "woman": "women", "child": "children",
             "hertz": "hertz", "degree Celsius": "°C", "degree Fahrenheit": "°F"}


def when(i: Interval) -> str:
    """An interval → "2023-06-20", "2012-11", "2013", or both ends where no shorter form says the same."""
    if i.start and i.end:
        if i.start == i.end:
            return _clock(i.start)
        if "T" in i.start and i.start[:11] == i.end[:11]:
            return f"{_clock(i.start)}–{i.end[11:]}".removeprefix(", ")
        if i.granularity == "year" and (i.start[4:], i.end[4:], i.start[:4]) == ("-01-01", "-12-31", i.end[:4]):
            return i.start[:4]
        if i.granularity == "month" and i.start[:7] == i.end[:7]:
            return i.start[:7]
        return f"{_clock(i.start)} … {_clock(i.end)}"
    return f"{_clock(i.start or '?')} … {_clock(i.end or '?')}"


def _clock(moment: str) -> str:
    """"2023-06-20T22:15" → "2023-06-20, 22:15"; a time without its day is the time."""
    return moment.replace("T", ", ").removeprefix(", ")


def spoken(timex: str) -> str:
    """A date that the text does not tell in full → words: "XXXX-WXX-5" is some Friday."""
    if found := WEEKDAY.fullmatch(timex):
        return f"some {DAYS[int(found['day']) - 1]}"
    if found := NO_YEAR.fullmatch(timex):
        month = MONTHS[int(found["month"]) - 1]
        return f"{int(found['day'])} {month} of some year" if found["day"] else f"{month} of some year"
    return timex


def day(published: datetime.date | datetime.datetime | None) -> str:
    """A date → "21 Jun 2023", a time → "21 Jun 2023, 22:15"."""
    if published is None:
        return ""
    text = f"{published.day} {MONTHS[published.month - 1]} {published.year}"
    return f"{text}, {published:%H:%M}" if isinstance(published, datetime.datetime) else text


def place(claim: Claim) -> str:
    """Where a claim stands, as editors and terminals follow it: "raid/a.txt:12:34"."""
    return f"{clean(claim.mention.document)}:{claim.line}:{claim.column}"


def source(claim: Claim) -> str:
    """Who published it, when: "Valley Herald, 21 Jun 2023"; the document's name where nothing better is known."""
    return ", ".join(filter(None, (clean(claim.publisher or ""), day(claim.published))))


def voice(m: Mention) -> str:
    """Who says it: "the director of police said"; nothing for the paper's own words."""
    if m.attribution is None or not m.attribution.speaker:
        return ""
    return f"{clean(m.attribution.speaker)} {m.attribution.stance}"


def of_skipped(s: Skipped) -> str:
    """`path:line: key: what was wrong, what was expected`, on one line."""
    return clean(f"{s.path}:{s.line}: {s.reason}" if s.line is not None else f"{s.path}: {s.reason}")


def count(number: int, noun: str) -> str:
    """3, "conflict" → "3 conflicts"."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def phrase(claim: Claim) -> str:
    """A claim → its words with what they are about, as the source puts it: "at least 21 injured members", "… settled there since 2014"."""
    m, quote, begin = claim.mention, claim.quote, claim.quote_start
    if (place := thing_in(claim)) is not None and m.kind not in ("date", "time"):
        start, end = m.start - begin, m.end - begin
        if 0 <= place[0] - end <= GAP:
            return clean(quote[start:place[1]])
        if 0 <= start - place[1] <= GAP:
            return clean(quote[place[0]:end])
        return clean(f"{m.text} ({m.entity})")
    before = clean(quote[:m.start - begin]).split(" ")
    words = f"{'… ' if len(before) > LEAD else ''}{' '.join(before[-LEAD:])} {clean(m.text)}".strip()
    known = m.interval is not None and (m.interval.start or m.interval.end)
    return f"{words} ({value(m)})" if known and m.interval and when(m.interval) != m.text else words


GAP = 30
"""Characters between a number and its thing that are still shown as one phrase."""
LEAD = 4
"""Words before a number without a thing that are shown with it."""
