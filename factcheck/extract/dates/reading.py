"""A block of tokens and an anchor in, the time expressions of the block out: the one loop over the trigger words."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from factcheck.extract.dates import numeric
from factcheck.extract.dates.events import remember
from factcheck.extract.dates.mention import Anchor, DateMention, Reading
from factcheck.extract.dates.resolve import resolve
from factcheck.extract.dates.scan import Reader, Scan, begin
from factcheck.extract.dates.timex import at as held_by
from factcheck.extract.dates.timex import interval, point
from factcheck.extract.dates.triggers import READERS
from factcheck.extract.dates.widen import widen
from factcheck.extract.dates.words import DASHES, OFFSETS, RELATIONS
from factcheck.extract.tokens import DATE, MARKS, NUMBER, Block

LONGEST_HEADING = 12        # tokens
NEAR = 6                    # tokens between the two ends of "from … to …"
THAN = {"later": "after", "earlier": "before"}         # "later than May 5"; "no later than" is by, "no earlier than" since
STRAYS = 3                  # dates of other years that end a section
SILENT_LEANS = frozenset(["set", "attribute", "aside", "generic"])
SILENT_KINDS = frozenset(["dates/vague", "dates/decade", "dates/century", "dates/fiscal", "dates/span"])


def dates(block: Block, anchor: Anchor) -> list[DateMention]:
    """A block, its `triggers` among its hits, and the document's anchor → its time expressions in order; the anchor learns the last date
    spoken of."""
    words, readers = block.words, _readers(anchor.lang)
    hits = [index for index in block.of(DATE) if words[index] in readers or _is_dotted(words[index])]
    if not hits:
        return []
    scan = Scan(block, anchor, hits, readers, widen)
    found: list[DateMention] = []
    for index in hits:
        if index < scan.floor:
            continue
        reading = readers.get(words[index], numeric.dotted)(scan, index)
        if reading is not None:
            widen(scan, reading)
            if begin(reading) >= scan.floor:
                _emit(scan, reading, found)
    return found


@cache
def triggers(lang: str = "en") -> dict[str, int]:
    """A language → the words that `dates` looks at, as the lexicon of its blocks must hold them."""
    return MARKS | {word: NUMBER | DATE if word[0].isdecimal() else DATE for word in _readers(lang)}


def _readers(lang: str) -> Mapping[str, Reader]:
    if lang == "en":
        return READERS
    from factcheck.extract.dates import foreign  # a heavy import that English never needs
    return foreign.readers(lang)


def _is_dotted(word: str) -> bool:
    """"20.06.2023" is one token that no table of words can hold."""
    return 8 <= len(word) <= 10 and word.count(".") == 2 and (".19" in word or ".20" in word)


def _emit(scan: Scan, reading: Reading, found: list[DateMention]) -> None:
    """Resolves a reading (its partners first), appends its mention, and lets the anchor learn from it."""
    if reading.partner is not None:
        _lend_year(scan, reading, reading.partner)
        _emit(scan, reading.partner, found)
    reading.relation = _relation(scan, reading, found)
    resolve(scan, reading)
    timex, mod = reading.timex, reading.mod
    if mod == "WEEK":
        timex, mod = held_by(timex, "W"), None
    stretch = reading.interval or interval(timex, mod)
    if reading.zone and reading.zone != "Z" and stretch is not None and stretch.start is not None:
        stretch = replace(stretch, start=stretch.start + reading.zone, end=f"{stretch.end}{reading.zone}")
    block = scan.block
    found.append(DateMention(reading.first, reading.last, block.starts[reading.first], block.ends[reading.last - 1], reading.kind, timex,
                             None if mod in ("EARLIER", "LATER") else mod, stretch, reading.relation, reading.by))
    scan.floor = reading.last
    _learn(scan, reading)


def _lend_year(scan: Scan, later: Reading, earlier: Reading) -> None:
    """The two ends of one stretch without a year are of one year, also where the document's date lies between: "from 4 to 6 June"."""
    if scan.anchor.published is None or not all(one.timex[:5] == "XXXX-" and one.by == "dates/day" for one in (later, earlier)):
        return
    resolve(scan, later)
    year, rest = later.timex[:4], earlier.timex[4:]
    if year.isdecimal() and rest <= later.timex[4:]:
        earlier.timex = year + rest


def _relation(scan: Scan, reading: Reading, found: list[DateMention]) -> str | None:
    """since, until, by, before, after, from or to, from the word before the expression or the range it is an end of."""
    if reading.relation is not None:
        return reading.relation
    words, first = scan.words, reading.first
    before = words[first - 1]
    previous = found[-1] if found else None
    if reading.partner is not None:
        return "to" if previous is not None and previous.date_relation == "from" else None
    relation = RELATIONS.get(before)
    if relation not in (None, "to"):
        return relation
    if before == "to" and words[first - 2] == "prior":
        return "before"
    if before == "than" and words[first - 2] in THAN:
        return ("by" if words[first - 2] == "later" else "since") if words[first - 3] == "no" else THAN[words[first - 2]]
    if relation == "to" and words[first - 2] == "up" or before in ("through", "thru"):
        return "to"
    if previous is None:
        return None
    if previous.last != first - 1:                              # "from 5 May, a Friday, to 9 May"
        return "to" if relation == "to" and previous.date_relation == "from" and first - previous.last < NEAR else None
    if before in DASHES or relation == "to":                    # "20 December 2019 – 5 January 2020"
        if previous.date_relation is None:
            previous.date_relation = "from"
        return "to"
    return "to" if before == "and" and words[previous.first - 1] == "between" else None


def _learn(scan: Scan, reading: Reading) -> None:
    """The narrative goes on from the last date that was told, not from an attribute ("the 1975 treaty") or an aside ("(1998)")."""
    anchor = scan.anchor
    if reading.lean == "unsettled":
        anchor.spoken = ""
        return
    if reading.lean in SILENT_LEANS or reading.by in SILENT_KINDS:
        return
    if reading.relation == "since" and reading.by == "dates/year":
        return                                                  # "the worst since 1995" looks back and returns
    if reading.lean == "offset" and OFFSETS.get(scan.words[reading.last - 1], 0) < 0:
        return                                                  # so does "a year earlier"
    value = reading.timex.partition("T")[0]
    known = point(value)
    if known is None:
        return
    _keep_section(scan, reading, known.year)
    anchor.spoken = scan.heard = value
    if known.unit == "D":
        anchor.day = value
        remember(scan, reading, value)


def _keep_section(scan: Scan, reading: Reading, year: int) -> None:
    """A heading that is or begins with a year ("2003: Invasion") lends its year to the months below it, until some dates stray from it."""
    anchor = scan.anchor
    heading = reading.first == 0 and reading.by == "dates/year" and reading.partner is None and scan.count <= LONGEST_HEADING
    if heading and year > 0 and scan.words[1] in ("", ":", "."):
        anchor.section, anchor.strayed = year, 0
    elif anchor.section:
        anchor.strayed = 0 if year == anchor.section else anchor.strayed + 1
        if anchor.strayed >= STRAYS:
            anchor.section = 0
