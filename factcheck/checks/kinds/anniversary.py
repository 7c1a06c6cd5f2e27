"""`anniversary`: a year, the day on which something is marked, and how many years lie between.

    fails     The alliance marks the 75th anniversary of its founding in 1949.          published in 2023: the 74th
    fails     The bridge, opened in 1978, turns 55 this year.                           45
    passes    The 20th edition of the festival, first held in 2005, opens on Friday.    published in 2024: editions count from one
    silent    The 15th edition of the festival, first held in 2005, opens on Friday.    some years may have been left out

The day is the date that the sentence gives for it, else that of publication. Gets wrong: an anniversary that is marked in another year
than its own.
"""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from factcheck.checks.kinds.finding import amount, conflict, once, said, shown
from factcheck.checks.kinds.said import Said, continued
from factcheck.checks.kinds.templates import Hit, cued, finder, hits, phrases, table
from factcheck.checks.trail import Trail
from factcheck.model import Claim, Group, Verdict

Json = dict[str, Any]
OWNED = re.compile(r"\b(?:its|his|her|their) [^\W\d_]+['’]s $")
YEARS = (None, "year", "year of age")


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each anniversary that its first year does not give."""
    every = continued(group.claims, phrases("pronouns", "anniversary"))
    return once(verdict for sentence in every if "date" in sentence.kinds() and cued(sentence, "anniversary")
                for hit in hits(sentence, "anniversary") for verdict in _verdicts(group, sentence, hit))


def _verdicts(group: Group, sentence: Said, hit: Hit) -> Iterator[Verdict]:
    base = hit.claim("base")
    first = _year(base)
    if first is None:
        return
    number = _number(hit)
    if number is None:
        return
    marked, event = _marked(sentence, hit, base, "ago" in hit.words)
    if not marked or max(marked) <= first:
        return
    edition = "edition" in hit.words
    trail = Trail()
    trail.take("anniversary", {"first": first, "marked": marked, "counted": 1 if edition else 0})
    if edition:
        trail.take("written", {"side": "whole", **amount_of(trail.state["left_span"])})
        trail.take("ceiling", reads=("whole_span",))
        trail.take("written", {"side": "left", **number})
    else:
        trail.take("written", {"side": "right", **number})
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    come = shown(trail.state["whole_span"] if edition else trail.state["left_span"])
    claims = [claim for name, claim in hit.claims.items() if name in ("nth", "n", "ago") and claim is not None]
    when = f"{marked[0]}" if len(marked) == 1 else f"{marked[0]} to {marked[-1]}"
    word = hit.words.get("nth") or hit.words.get("n") or hit.words.get("ago") or hit.words.get("named") or ""
    unit = ", counted from one" if edition else " years"
    message = f"From {said(base)} to {when} it is {come}{unit}; the text says {said(claims[0] if claims else None, word)}."
    yield from conflict(group, trail, message, [base, *([event] if event is not None else [])], *([claims] if claims else []))


def amount_of(span: Json) -> Json:
    """A span of years → the rank that it makes, as the step `written` takes it: 25 years, the 25th."""
    return {"kind": "ordinal", "number": {"low": span["low"], "high": span["high"]}, "precision": None, "modifier": "exact"}


def _number(hit: Hit) -> Json | None:
    """How many years the text says; None where the first year belongs to something else."""
    if "gap" in hit.words and finder("breaks", "anniversary").search(hit.words["gap"] + " "):
        return None
    if "lead" in hit.words and finder("others", "anniversary").search(hit.words["lead"] + " "):
        return None
    for name in ("nth", "n"):
        if name in hit.words:
            claim, given = hit.claims[name], amount(hit, name)
            if claim is not None and _of_another(claim, name):
                return None
            if given["number"] is None or (claim is not None and claim.mention.unit not in YEARS):
                return None
            if "loose" not in hit.words or given["modifier"] != "exact":
                return {**given, "kind": "ordinal"}
            full = int(Fraction(given["number"]["low"]))
            return _count(given["words"], full, full + 1)
    if "ago" in hit.words:
        return _ago(hit)
    if "named" in hit.words:
        number = int(table("anniversary")["named"][hit.words["named"]])
        return _count(hit.words["named"], number, number)
    return None


def _of_another(claim: Claim, name: str) -> bool:
    """"Its chairman's 75th birthday", "turned 200 voters away": not the years of what was founded."""
    mention = claim.mention
    counted = name == "n" and mention.kind == "count" and mention.entity_start is not None and mention.entity_start >= mention.end
    return counted or bool(OWNED.search(claim.quote[:mention.start - claim.quote_start]))


def _count(words: str, low: int, high: int) -> Json:
    return {"words": words, "kind": "ordinal", "number": {"low": str(low), "high": str(high)}, "precision": "1",
            "modifier": "exact" if low == high else "between"}


def _ago(hit: Hit) -> Json | None:
    """"30 years ago" → 30 full years, so the years differ by 30 or 31."""
    claim = hit.claim("ago")
    year = _year(claim)
    if year is None or claim.published is None or "ago" not in claim.mention.text or "year" not in claim.mention.text:
        return None
    count = claim.published.year - year
    return _count(claim.mention.text, count, count + 1)


def _year(claim: Claim) -> int | None:
    """The one year in which a date lies."""
    interval = claim.mention.interval
    if interval is None or not interval.start or not interval.end or claim.mention.timex_mod or interval.start[:4] != interval.end[:4]:
        return None
    return int(interval.start[:4])


def _marked(sentence: Said, hit: Hit, base: Claim, ago: bool) -> tuple[list[int], Claim | None]:
    """The years in which it may be marked, and the claim that says so."""
    if ago:
        return ([base.published.year] if base.published else []), None
    others = [claim for claim in sentence.claims if claim is not base and claim.mention.kind in ("date", "time")]
    years = {year for claim in others if (year := _year(claim)) is not None}
    if "weekday" in hit.words:                                                          # "… on Monday", of this very year
        day = hit.claim("weekday")
        year = None if any(letter.isdecimal() for letter in day.mention.text) else _year(day)
        return ([year] if year else []), day
    if "event" in hit.words:
        year = _year(hit.claim("event"))
        return ([year] if year else []), hit.claim("event")
    if len(years) > 1:
        return [], None
    published = base.published
    if years:
        (year,) = years
        event = next(claim for claim in others if _year(claim) == year)
        begins = len(sentence.text(sentence.start, event.mention.start).split()) <= 1           # "In 1999 the alliance marked …"
        if published is not None and abs(year - published.year) > 1 and not begins:
            return [], None
        return [year], event
    if published is None:
        return [], None
    return _around(published, sentence), None


def _around(published: datetime.date | datetime.datetime, sentence: Said) -> list[int]:
    """The year of publication; what is planned may be next year's, what was marked early in January last year's."""
    words = " " + " ".join(sentence.quote.lower().split()) + " "
    years = [published.year]
    if finder("ahead", "anniversary").search(words):
        years.append(published.year + 1)
    if published.month < 3 or finder("behind", "anniversary").search(words):
        years.insert(0, published.year - 1)
    return years
