"""Two dates or times with their features in, what their days say of them out: two days of one thing, or a day that still lies ahead."""
from __future__ import annotations

from factcheck.claims.said import YEAR
from factcheck.claims.words import weekdays
from factcheck.data import listed
from factcheck.groups.clause import CALENDAR
from factcheck.groups.features import Features
from factcheck.groups.weigh import one_event
from factcheck.model import Claim


def days_apart(left: Claim, right: Claim, one: Features, other: Features) -> str | None:
    """"8 p.m. Friday" and "8 p.m. Saturday" are two times, though the clock says the same, unless what happens then has a name
    and happens once."""
    if left.mention.kind != "time" or (_known_days(left, right) and one.verb in listed("qualifiers", "once") and one_event(one, other)
                                       and one.names & other.names):
        return None
    mine, theirs = (weekdays() & {*claim.mention.text.lower().split()} for claim in (left, right))
    return f"{min(mine)} is not {min(theirs)}" if mine and theirs and mine != theirs else None


def _known_days(left: Claim, right: Claim) -> bool:
    """Whether both times are known with their days, and neither is an end until which something lasts."""
    spans = [claim.mention.interval for claim in (left, right)]
    lasting = {"until", "since", "from", "to"} & {left.mention.date_relation, right.mention.date_relation}
    return not lasting and all(span is not None and span.start and span.start[:4].isdecimal() for span in spans)


def still_to_come(claim: Claim, other: Claim) -> bool:
    """Whether a day is told like a fact and lies ahead, where the other is a plan: "the talks begin on 21 March"."""
    start = claim.mention.interval.start if claim.mention.interval else None
    return (claim.mention.kind in CALENDAR and claim.mention.modality == "asserted" and other.mention.modality == "planned"
            and claim.published is not None and start is not None and start[:10] > claim.published.isoformat()[:10])


def one_day_of_some_year(left: Claim, right: Claim) -> bool:
    """Whether two days differ in the year only, and one of them does not say its year: "on 10 April", "on 10 April 1987"."""
    spans = [claim.mention.interval for claim in (left, right)]
    starts = [span.start for span in spans if span is not None and span.start is not None and span.granularity == "day"]
    return (len(starts) == 2 and starts[0][4:10] == starts[1][4:10] and starts[0] != starts[1]
            and not all(YEAR.search(claim.mention.text) for claim in (left, right)))


def each_day(left: Claim, right: Claim, one: Features, other: Features) -> bool:
    """Whether both are of what each day of trading has anew, or say "today", and were published on two days."""
    days = [claim.published.isoformat()[:10] for claim in (left, right) if claim.published]
    groups = listed("qualifiers", "each_day"), listed("qualifiers", "own_day")
    both = (words for words in groups if not one.words.isdisjoint(words) and not other.words.isdisjoint(words))
    return len(days) == 2 and days[0] != days[1] and any(both)
