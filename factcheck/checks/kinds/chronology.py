"""`chronology`: what must come first, told with a later date; ranges that run backwards; days that a duration does not fill.

    fails     The suspect was arrested on 14 May 2024 and released on 12 May 2024.
    fails     The author was born in 1874 and published her first novel in 1869.
    fails     The five-day fair runs from 4 to 6 June.
    passes    The hearing will be held on 25 June 2023; it was announced on 12 June.
    silent    The plant opened in 1987, replacing one that had closed in 1979.             two plants

Which verbs have an order is data, and both must have one subject: the second verb follows the first date with nothing but an "and" or a
pronoun between. Gets wrong: two persons who share a pronoun.
"""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from factcheck.checks.kinds.finding import conflict, once, said
from factcheck.checks.kinds.ranges import days, has_year, ordered, ranges, sure, to_the_day
from factcheck.checks.kinds.said import Said, continued, skeleton
from factcheck.checks.kinds.templates import phrases, table
from factcheck.model import Claim, Group, Verdict

DATE = re.compile(r"<d(\d+)> ")
MARKS = re.compile(r"[<#;:(]|, .*, ")
NAMED = 5               # words of a subject that follows its participle, with the comma
AFTER = 4               # words after a date that may say that it is of something else
NEAR = 60               # days between two dates without a year


@dataclass(frozen=True, slots=True)
class Event:
    """A verb and its date: the name of the event, where its verb stands in the row and where its date ends."""

    name: str
    claim: Claim
    verb: int
    end: int


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each order of dates that cannot be."""
    every = continued(group.claims, phrases("pronouns", "chronology"))
    return once(verdict for sentence in every if sentence.kinds() & {"date", "count"}
                for verdict in (*_events(group, sentence), *ranges(group, sentence)))


def _events(group: Group, sentence: Said) -> Iterator[Verdict]:
    """Two dates of one subject, the second verb told right after the first date."""
    if sum(claim.mention.kind == "date" for claim in sentence.claims) < 2:
        return
    row = skeleton(sentence)
    events = list(_dated(sentence, row))
    for first, second in combinations(events, 2):
        if not {"having", "had"}.isdisjoint(row[first.end:second.verb].split()):      # "divorced in 1988, having married in 1992"
            first, second = replace(second, verb=first.verb, end=first.end), replace(first, verb=second.verb)
        if not _one_subject(row, first, second) or not _comparable(first.claim, second.claim) or _elsewhere(row, second):
            continue
        for before, after in _orders():
            either_way = before in ("born", "begun") or after == "died"
            if (first.name, second.name) == (before, after) or (either_way and (first.name, second.name) == (after, before)):
                earlier, later = (first, second) if first.name == before else (second, first)
                yield from _order(group, earlier, later)


def _dated(sentence: Said, row: str) -> Iterator[Event]:
    """Each date that has a verb of the table between the date before it and itself."""
    at = 0
    for found in DATE.finditer(row):
        claim = sentence.claims[int(found[1])]
        words = row[at:found.start()]
        verbs = [(match.start(), _verbs()[match[1]]) for match in _verb().finditer(words)]
        if verbs and sure(claim):
            start, name = verbs[-1]
            yield Event(name, claim, at + start, found.end())
        at = found.end()


def _one_subject(row: str, first: Event, second: Event) -> bool:
    """Whether only words that go on with the same subject stand between a date and the next verb ("…, closed in 1940", "and he died").

    A sentence that begins with its participle names its subject only then: "Opened in 1950, the mill closed in 1940."
    """
    between = [word for word in row[first.end:second.verb].split() if not word.startswith("<t")]        # "two years before she was born"
    if first.verb == 0 and between[:1] == [","]:
        other = MARKS.search(row[first.end:second.verb]) or not set(between).isdisjoint(phrases("another", "chronology"))
        return len(between) <= NAMED and not other
    said = DATE.split(" ".join(between) + " ")[::2]
    return all(_goes_on(words, last=words is said[-1]) for words in said)


def _goes_on(words: str, last: bool) -> bool:
    """Whether words go on with the subject before them; those before a date between the two may say what else it did: ", moved in"."""
    row = words.split()
    first = next((at for at, word in enumerate(row) if word not in phrases("goes on", "chronology")), len(row))
    if last or first == len(row):
        return first == len(row)
    return first > 0 and len(row) - first <= NAMED and set(row).isdisjoint(phrases("kin", "chronology"))


def _elsewhere(row: str, last: Event) -> bool:
    """Whether the words after the second date speak of another such thing: "released in 2023 from another jail"."""
    return not set(row[last.end:].split()[:AFTER]).isdisjoint(phrases("elsewhere", "chronology"))


@cache
def _verbs(lang: str = "en") -> dict[str, str]:
    return {form: name for name, forms in table("chronology", lang)["verbs"].items() for form in (name, *forms)}


@cache
def _verb(lang: str = "en") -> re.Pattern[str]:
    return re.compile("(?<!\\S)(" + "|".join(re.escape(form) for form in sorted(_verbs(lang), key=lambda form: -len(form))) + ")(?= )")


@cache
def _orders(lang: str = "en") -> tuple[tuple[str, str], ...]:
    return tuple((before, after) for before, later in table("chronology", lang)["orders"].items() for after in later)


def _order(group: Group, earlier: Event, later: Event) -> Iterator[Verdict]:
    trail = ordered(earlier.claim, later.claim)
    message = f"{later.name.capitalize()} ({said(later.claim)}) before {earlier.name} ({said(earlier.claim)}): that cannot be the order."
    yield from conflict(group, trail, message, [earlier.claim], [later.claim])


def _comparable(first: Claim, second: Claim) -> bool:
    """Whether both have their own years, or neither has and they lie near: the reader then counts both from one day."""
    years = {has_year(claim) for claim in (first, second)}
    if years == {True}:
        return True
    if years == {True, False} or not to_the_day(first, second):
        return False
    return abs((datetime.date.fromisoformat(days(first)["start"]) - datetime.date.fromisoformat(days(second)["start"])).days) < NEAR
