"""`plausible`: what cannot be, whatever else the article says: a day that no month has, an hour that no day has, more than all of a whole.

    fails     The deadline ends on 31 June 2024.
    fails     The train left at 25:30.
    fails     112 percent of the voters took part.
    fails     The island lies at 97 degrees north.
    silent    The players gave 110 percent.
    silent    Output was 112 percent of last year's.
    silent    A night low of minus 7 was followed by plus 31 in June.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.algebra import show
from factcheck.checks.calendar import month_name
from factcheck.checks.kinds.finding import conflict, once, said
from factcheck.checks.kinds.said import Said, sentences, written
from factcheck.checks.kinds.templates import Hit, finder, hits, phrases, table
from factcheck.checks.trail import Trail
from factcheck.groups.parts import wholes
from factcheck.model import Claim, Group, Verdict

DAY = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d)-(?P<day>\d\d)$")
FEBRUARY = 2
LEAST = {"percent": 100, "measure": 90, "age": 100, "ratio": 1}
LAP = re.compile(r"\d:\d\d:\d\d")            # "2:75:10", a time that was run
OWNED = re.compile(r"\s+of (?:[^\W\d_]+ ){0,3}[^\W\d_]+(?:['’]s|s['’])\s")            # "108 percent of the households' budget"
CLOCK = re.compile(r".*T(?P<hour>\d\d):(?P<minute>\d\d)")


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each that cannot be."""
    return once(verdict for sentence in sentences(group.claims) for verdict in (*_alone(group, sentence), *_in_words(group, sentence)))


def _alone(group: Group, sentence: Said) -> Iterator[Verdict]:
    """Days, times and numbers of people that are wrong without their words."""
    for claim in sentence.claims:
        mention = claim.mention
        if mention.kind == "date" and mention.timex and (mention.interval is None or mention.interval.start is None):
            yield from _day(group, claim)
        elif mention.kind == "time" and mention.timex:
            yield from _clock(group, claim)
        elif mention.kind == "count" and mention.number is not None and mention.number.low is not None and mention.number.low < 0:
            yield from _people(group, claim, sentence)


def _day(group: Group, claim: Claim) -> Iterator[Verdict]:
    found = DAY.match(claim.mention.timex or "")
    if not found or not 1 <= int(found["month"]) <= 12:
        return
    year = None if found["year"] == "XXXX" else found["year"]
    trail = Trail()
    trail.take("days of the month", {"day": str(int(found["day"])), "month": found["month"], "year": year})
    last, month = trail.state["right_span"]["high"], int(found["month"])
    of_year = f" {year}" if year and month == FEBRUARY else ""
    yield from _outside(group, trail, claim, f"{said(claim)} is no day: {month_name(month)}{of_year} has {last} days.")


def _clock(group: Group, claim: Claim) -> Iterator[Verdict]:
    found = CLOCK.match(claim.mention.timex or "")
    before = claim.quote[:claim.mention.start - claim.quote_start].lower().split()
    if not found or LAP.search(claim.mention.text) or (before and before[-1] in phrases("lasted", "plausible")):        # "took 24:40 hours"
        return
    hour, minute = int(found["hour"]), int(found["minute"])
    for number, most, what in ((hour, 24, "hours"), (minute, 59 if hour < 24 else 0, "minutes")):
        if number > most:
            trail = Trail()
            trail.take("limits", {"what": what, "number": str(number), "least": "0", "most": str(most)})
            yield from _outside(group, trail, claim, f"{said(claim)} is no time of day.")
            return


def _people(group: Group, claim: Claim, sentence: Said) -> Iterator[Verdict]:
    head = claim.key.entity or claim.mention.entity_head
    if claim.mention.entity_start is None or claim.mention.entity_start < claim.mention.end:          # "kill -9"
        return
    if head is None or (head != "person" and "person" not in wholes(head)) or finder("balance", "plausible").search(_row(sentence)):
        return
    if sentence.quote[:claim.mention.start - sentence.start].lower().endswith("at "):      # "At minus 12 people stay indoors."
        return
    trail = Trail()
    number = claim.mention.number
    assert number is not None
    trail.take("limits", {"what": head, "number": show(number.high), "least": "0", "most": None})
    yield from _outside(group, trail, claim, f"{said(claim)}: fewer than none cannot be.")


def _in_words(group: Group, sentence: Said) -> Iterator[Verdict]:
    """Shares above a whole, latitudes above a pole: the template's limit is that of its first word list."""
    if not any(_high(claim) for claim in sentence.claims):
        return
    for hit in hits(sentence, "plausible"):
        yield from _limited(group, hit, sentence)


def _high(claim: Claim) -> bool:
    """Whether a number is above the least of the limits of its kind."""
    number, least = claim.mention.number, LEAST.get(claim.mention.kind)
    return least is not None and number is not None and number.high is not None and number.high > least


def _limited(group: Group, hit: Hit, sentence: Said) -> Iterator[Verdict]:
    ((name, claim),) = [(name, claim) for name, claim in hit.claims.items() if claim is not None]
    limit = table("plausible")["limits"][name]
    mention = claim.mention
    if mention.number is None or mention.number.low is None or mention.trend or mention.move or mention.modality == "possible":
        return
    if (limit.get("units") and mention.unit not in limit["units"]) or ("kinds" in limit and mention.kind not in limit["kinds"]):
        return
    if name == "share" and OWNED.match(claim.quote[mention.end - claim.quote_start:]):
        return
    if name == "share" and finder("beyond", "plausible").search(_row(sentence)):
        return
    trail = Trail()
    trail.take("written", {"side": "value", **written(claim)})
    trail.take("limits", {"what": name, "least": limit["least"], "most": limit["most"]}, ("value_span",))
    yield from _outside(group, trail, claim, f"{said(claim)} cannot be: {limit['reason']}.")


def _row(sentence: Said) -> str:
    return " " + " ".join(re.findall(r"[^\W\d_]+|[^\w\s]", sentence.quote.lower())) + " "


def _outside(group: Group, trail: Trail, claim: Claim, message: str) -> Iterator[Verdict]:
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    yield from conflict(group, trail, message, [claim])
