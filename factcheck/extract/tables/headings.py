"""The words of a heading in, what it says of the figures beside or below it out: their name, their unit or scale, their day.

    "Revenue (in millions of euros)"  revenue, × 1 million, euro          "Length (km)"        length, kilometre
    "Dead in 2022"                    dead, 2022                          "Population, 2024 (forecast)"   not what happened: None

A unit counts when the reader of prose knows it behind a number. Gets wrong: units that nobody has a row for, which stay in the name.
"""
from __future__ import annotations

import re
from functools import lru_cache

from factcheck.data import load
from factcheck.extract.reader import prose
from factcheck.frozen import frozen
from factcheck.model import Document, Mention

SYMBOL = r"(?:US|A|C|NZ|HK|S)?[$]|[€£¥₹]|(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK)\b"
IN_UNITS = re.compile(rf"""(?xi)
    (?: in \s+ )?
    (?P<symbol> {SYMBOL} )? \s*
    (?P<scale> thousands? | millions? | billions? | trillions? | ['\N{{RIGHT SINGLE QUOTATION MARK}}]? 000s? | k | m | mn | mln | bn | tn )?
    (?: (?: \s+ of \s+ | \s+ | (?<![^\W_]) ) (?P<unit> [^\W\d]+ [^()\[\],]* | % | ° .* ) )?
""")
SCALES = {"t": "thousand", "m": "million", "b": "billion", "k": "thousand", "0": "thousand", "tr": "trillion", "tn": "trillion"}
AT_END = re.compile(r"""(?x) (?P<name> .*? ) \s*
    (?: \( (?P<round> [^()]* ) \) | \[ (?P<square> [^\[\]]* ) \]                       # "Length (km)"  "Length [km]"
      | , \s* (?P<comma> [^,]* ) | \s (?P<words> in\s [^,]* ) | (?P<percent> % ) ) \s*    # "Length, km"  "Length in km"  "Share %"
""")
RATE = re.compile(r"(?P<name>.*?)\s*\(?(?P<unit>per\s+\d[\d,.]*(?:\s+[a-z]+){0,2})\)?\s*", re.IGNORECASE)
NOTE = re.compile(r"\s*(?:\[\w{1,3}\]|\([a-f\d]\)|\^\w{1,2}\^?|[*†‡§¹²³]+)\s*\Z(?<!m[²³])")
PERIOD_PART = re.compile(r"(?:Q[1-4]|[1-4]Q|H[12])", re.IGNORECASE)
LINKS = re.compile(rf"(?:^|\s)(?:{'|'.join(load('lang.en.tables')['links'])})$|[\s,;:(\[–-]+$", re.IGNORECASE)
SCALED = re.compile(r"\bin\s+(?:US)?[$€£]?\s*(?:thousands|millions|billions)\b(?:\s+of\s+[a-z]+(?:\s[a-z]+)?)?", re.IGNORECASE)
DIGIT = re.compile(r"\d")


@frozen
class Units:
    """What is added to a figure to say it in words: "$" before, "million" and "euros" behind. `said` is how the table puts it."""

    symbol: str = ""
    scale: str = ""
    unit: str = ""
    said: str = ""

    def around(self, number: str) -> str:
        """A number → the number with its units."""
        return self.symbol + " ".join(filter(None, (number + self.unit if self.unit == "%" else number, self.scale,
                                                    "" if self.unit == "%" else self.unit)))


UNKNOWN = Units()
"""Of what may be metres or millions."""


@frozen
class Heading:
    """What a heading says: its name, its units, its period with the place of that in the heading's words. `sure`: whether its figures
    are what happened."""

    name: str = ""
    units: Units | None = None
    period: str = ""
    sure: bool = True


def heading(words: str, lang: str = "en") -> Heading:
    """The words of a heading → what it says."""
    said, units, listed = NOTE.sub("", words), None, load(f"lang.{lang}.tables")
    if PERIOD_PART.fullmatch(said) or not {word.strip("().,") for word in said.lower().split()}.isdisjoint(listed["unsure"]):
        return Heading(said, sure=False)
    known, name = None if _is_time(said) else _units(said, "", lang), ""
    if known is None and (found := RATE.fullmatch(said)) and found["name"]:
        known, name = Units(unit=found["unit"], said=found["unit"]), found["name"]
    if known is None and (found := AT_END.fullmatch(said)):
        known, name = _units(found["round"] or found["square"] or found["comma"] or found["words"] or found["percent"] or "", found["name"],
                             lang), found["name"]
    if known is UNKNOWN:
        return Heading(said, sure=False)
    if known is not None:
        units, said = known, name
    days = dates(said)
    if len(days) > 1:
        return Heading(said, units, sure=False)
    if days:
        period, said = days[0].text, _without(said, days[0])
        return Heading("" if said.lower() in listed["plain"] else said, units, period)
    return Heading("" if said.lower().rstrip(".:") in listed["plain"] else said.rstrip(":"), units)


def outer(line: str, lang: str = "en") -> Units | None:
    """A caption, or the line above or below a table → the units of all its figures, where it says them: "Figures in thousands of euros"."""
    prose, line = line.rstrip().endswith("."), line.strip().strip("#*_ ").rstrip(".:")
    if (found := AT_END.fullmatch(line)) and (known := _units(found["round"] or found["square"] or found["comma"] or "", "", lang)):
        return known if known.scale or known.symbol else None
    found = SCALED.search(line)
    if found is None:
        return None
    known = _units(found[0], "", lang)
    if line.lower().split()[0].strip("(:,") in load(f"lang.{lang}.tables")["speaking_of"]:
        return known
    return known if found.end() == len(line) and known and (not known.unit or _is_unit(known.unit)) and not prose else None


@lru_cache(maxsize=500)
def dates(words: str) -> tuple[Mention, ...]:
    """Words → the dates that they say."""
    return tuple(mention for mention in read(words) if mention.kind == "date") if words else ()


def read(words: str) -> list[Mention]:
    """What the reader of prose makes of a few words."""
    return list(prose(Document("table", words), None, words))


@lru_cache(maxsize=500)
def _units(said: str, name: str, lang: str) -> Units | None:
    """The words of a bracket and the name before it → the units, if they are any; "(m)" is metres of a height and millions of nothing."""
    said = said.strip()
    if name and said.lower() in load(f"lang.{lang}.tables")["plain"]:
        return Units(said=said)                                                 # "Boats (number)"
    if said.lower() in ("%", "percent", "per cent", "percentage", "pct"):
        return Units(unit="%", said=said)
    found = IN_UNITS.fullmatch(said) if said else None
    if found is None or not any(found.groupdict().values()):
        return None
    symbol, scale, unit = (found[group] or "" for group in ("symbol", "scale", "unit"))
    scale = scale.lower().lstrip("'\N{RIGHT SINGLE QUOTATION MARK}")
    if len(scale) == 1 and not symbol:
        metres = scale == "m" and not unit and not set(name.lower().split()).isdisjoint(load(f"lang.{lang}.tables")["metres"])
        return Units(unit="m", said=said) if metres else UNKNOWN
    if symbol.isalpha():
        symbol += " "
    said = said[:1].lower() + said[1:] if said[:3] == "In " else said
    made = Units(symbol, SCALES.get(scale[:2]) or SCALES.get(scale[:1]) or "", unit, said)
    if unit or symbol:
        whole = made.around("5")
        if not _is_unit(whole.removeprefix("5 ")):
            return Units(symbol, made.scale, unit, said) if made.scale and not symbol and found[0].lower().startswith("in ") else None
    return made


@lru_cache(maxsize=500)
def _is_unit(words: str) -> bool:
    """Whether the reader of prose knows the words as a unit behind a number, or as an amount of one."""
    whole = words if DIGIT.search(words) else f"5 {words}"
    return any(mention.text == whole and mention.unit is not None for mention in read(f"It was {whole}."))


@lru_cache(maxsize=500)
def _is_time(words: str) -> bool:
    """Whether a heading is a unit of time and nothing else: "Year" stands above years."""
    return any(mention.kind == "duration" for mention in read(f"It was 5 {words}."))


def _without(words: str, date: Mention) -> str:
    """A heading without its date: "Dead in 2022" → Dead."""
    before, after = words[:date.start].rstrip(), words[date.end:].strip(" ,;:)]")
    while (cut := LINKS.sub("", before).rstrip()) != before:
        before = cut
    return " ".join(filter(None, (before, after)))
