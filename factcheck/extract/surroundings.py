"""A draft in, what stands around its number filled in: modifiers, role, trend, and the counted or measured thing."""
from __future__ import annotations

from factcheck.extract import modifiers as hedges
from factcheck.extract.draft import Draft
from factcheck.extract.entities.counted import counted
from factcheck.extract.entities.measured import measured
from factcheck.extract.grammar import singular
from factcheck.extract.here import Here
from factcheck.extract.trends import trend
from factcheck.extract.units import denominator
from factcheck.model import ModifierSpan

COMPLETE = frozenset(["score", "ordinal"])
SMALL, ROUND = 20, 5
QUAKE_REACH = 6         # tokens before the number in which the quake that measured it stands
STOPS = frozenset([",", "(", ";"])


def surround(here: Here, draft: Draft) -> None:
    """A draft → the same draft, complete."""
    if draft.kind in COMPLETE:
        return
    _modifiers(here, draft)
    if here.lang != "en":
        return                                                                      # what follows is the grammar of English
    _role(here, draft)
    _like_previous(here, draft)
    if draft.trend is None and draft.kind != "age":
        draft.trend = trend(here, draft)
    if _is_magnitude(here, draft):
        draft.kind, draft.unit_name, draft.by = "measure", "magnitude", "measures/magnitude"
    if draft.head is not None:
        return                                                                      # the noun stands inside: "18 cases from 21"
    if draft.kind == "count" and draft.unit is None:
        counted(here, draft)
        _rate(here, draft)
    else:
        measured(here, draft)
        if draft.unit_name == "magnitude" and draft.head is None:
            _quake_near(here, draft)


def _quake_near(here: Here, draft: Draft) -> None:
    """"The quake, of magnitude | 5.4, struck": what has a magnitude is the closest quake before."""
    for at in range(draft.first - 1, max(here.begin, draft.first - QUAKE_REACH) - 1, -1):
        if here.words[at] in here.rules.quakes:
            draft.entity, draft.head = (at, at + 1), singular(here.words[at])
            return


def _is_magnitude(here: Here, draft: Draft) -> bool:
    """"A 5.8 undersea quake", "a quake measuring 5.8", "rated the quake as 5.8 in magnitude": a decimal number that is said of a quake."""
    quakes, after, before = here.rules.quakes, here.said[draft.end], here.said[draft.first - 1]
    if draft.kind != "count" or draft.unit is not None or draft.precision is None or draft.low != draft.high:
        return False
    if not draft.precision < 1:  # type: ignore[operator]
        return here.words[draft.end - 1] == "plus" and after in quakes and singular(after) == after        # "a 4-plus quake"
    if after in quakes or here.said[draft.end + 1] in quakes or (after == "in" and here.said[draft.end + 1] == "magnitude"):
        return True
    if before == "of":
        return here.said[draft.first - 2] in quakes
    return before in here.rules.quake_verbs and not quakes.isdisjoint(here.words[max(here.begin, draft.first - QUAKE_REACH):draft.first])


def _modifiers(here: Here, draft: Draft) -> None:
    known = hedges.phrases(here.lang)
    things = draft.kind == "count" and here.said[draft.first - 1] in known.unless_things and _few(draft)
    unless = known.unless_things if things else known.unless
    if draft.kind == "duration" and here.said[draft.first - 1] == "over" and _over_time(here, draft):
        return                                                                      # "cut deaths by 23% over | 18 months"
    found, first = hedges.before(here.block, draft.first, here.floor, here.lang, unless)
    if not found and here.said[draft.first - 1] in here.rules.more_words:
        at = draft.first - 1 - (here.said[draft.first - 2] in here.known.articles)
        found, first = hedges.before(here.block, at, here.floor, here.lang, unless)      # "at least another | 40"
        first = first if found else draft.first
    if not found and here.said[draft.end] in here.rules.levels and here.said[draft.first - 1] == "the":
        found, first = hedges.before(here.block, draft.first - 1, here.floor, here.lang, unless)   # "below the | 40 mark"
        if not found and here.said[first - 1] in here.rules.passing:
            found, first = [ModifierSpan("more_than", here.block.starts[first - 1], here.block.ends[first])], first - 1
        first = first if found else draft.first
    draft.first = first
    late, draft.end = hedges.after(here.block, draft.end, here.limit, here.lang)
    if late is None and draft.stop != draft.end:                                    # "20-plus miles"
        late, _ = hedges.after(here.block, draft.stop, min(here.limit, draft.stop + 3), here.lang)
    if late is not None:
        found.append(late)
    if found:
        draft.modifiers = draft.modifiers + found
        draft.modifier = hedges.decisive(draft.modifiers)
        if draft.modifier == "more_than" and here.said[draft.first - 1] in ("not", "no"):
            draft.modifier = "at_most"
    if draft.modifier == "exact" and draft.move is None and draft.low != draft.high:
        draft.modifier = "between"
    if draft.vague is not None and draft.modifier in ("exact", "about"):
        draft.modifier = "vague"


def _over_time(here: Here, draft: Draft) -> bool:
    """Whether "over" before a duration says in what time something changed: after a quantity that moved."""
    left = draft.previous
    return left is not None and left.trend is not None and left.end == draft.first - 1


def _few(draft: Draft) -> bool:
    """Whether a number is too small or too exact to be a guess: "read about two men", but "read about 40 books"."""
    return draft.low is None or draft.low < SMALL or draft.low % ROUND != 0


def _role(here: Here, draft: Draft) -> None:
    """Marks "another 5", "5 more", "including 3", "of whom 3", "3 of them"."""
    before, after = hedges.role_words(here.lang)
    places = (draft.first,) if draft.first == draft.start else (draft.first, draft.start)
    for first in places:                                                            # "including at least 3", "at least another | 3"
        for phrase, role in before.get(here.said[first - 1], ()):
            start = first - len(phrase)
            if start >= here.begin and tuple(here.words[start:first]) == phrase:
                draft.role = role
                return
    for phrase, role in after.get(here.said[draft.stop], ()):
        end = draft.stop + len(phrase)
        if tuple(here.words[draft.stop:end]) == phrase and not (phrase == ("more",) and here.said[end] == "than"):
            draft.role = role
            return


def _like_previous(here: Here, draft: Draft) -> None:
    """"more than 100 kilometres (60 miles)", "lost 190 points, or 0.6%": the same amount said twice shares hedge and direction."""
    left = draft.previous
    if left is None or left.unit is None or draft.unit is None or draft.modifiers or draft.first - left.end > 2:
        return
    between = here.words[left.end:draft.first]
    if between == ["("] and here.said[draft.end] == ")" and left.kind == draft.kind:
        draft.modifier, draft.trend = left.modifier, left.trend
    elif between in (["or"], [",", "or"]):
        draft.trend = left.trend


def _rate(here: Here, draft: Draft) -> None:
    """"75 deaths per million inhabitants", "3.4 children per woman": a count over something is a rate."""
    if draft.entity is None or draft.head is None:
        return
    near = here.words[draft.end:min(here.limit, draft.entity[1] + 5)]
    at = near.index("per") if "per" in near else -1
    if at < 0 or not STOPS.isdisjoint(near[:at]) or any(word[0].isdecimal() for word in near[:at]):
        return                                                                      # "800 orders at 200 million | per aircraft"
    at += draft.end
    under = denominator(here.block, at)
    if under is not None and under.end <= here.limit:
        here.block.taken[at:under.end] = b"\1" * (under.end - at)                   # "per 100,000 people" says no second number
        draft.kind, draft.unit_name, draft.by = "measure", f"{draft.head} per {under.name}", "measures/rate"
