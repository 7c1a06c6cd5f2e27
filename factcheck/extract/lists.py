"""Numbers that lean on a neighbour: "5 and 6 kg", "12, 15 and 19 nests", "12 seats, the Union 11", "63, compared with 40 a year ago".

A bare number takes the unit or the noun of the number that closes its row, or of the one before it where the words repeat a pattern.
"""
from __future__ import annotations

from fractions import Fraction

from factcheck.extract.draft import Draft
from factcheck.extract.entities.measured import measured
from factcheck.extract.here import Here

CLOSING = (["and"], ["or"], [",", "and"], [",", "or"])
GOING_ON = (*CLOSING, [","])
LONGEST = 12                # numbers of one row that are looked at
REACH = 18                  # tokens between a number and the one that it is compared with
COMPARED = (("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from"))
ELLIPSIS = "counts/ellipsis"
ENDS = frozenset(["", ",", ".", ";", "and", ")", "or"])
WIDEST = 6                  # words of a name between two numbers of one pattern


def share_unit(here: Here, draft: Draft) -> None:
    """"The sacks weigh 20 and 25 kg", "19 and 23 years old": the unit at the end of a row is the unit of all."""
    if draft.unit_name is None or draft.kind == "percent" and "respectively" not in here.words[draft.end:draft.end + 3]:
        return                                                                      # "rose to 12 and 40 percent of homes"
    for left in reversed(_row(here, draft)):
        left.unit, left.unit_name, left.kind, left.by = draft.unit, draft.unit_name, draft.kind, draft.by
        left.entity = left.head = left.property = None
        measured(here, left)


def share_noun(here: Here, draft: Draft) -> None:
    """"12, 15 and 19 nests": the noun after the last number is the noun of all; a number that only repeats a pattern looks back."""
    if draft.entity is not None and draft.entity[0] >= draft.stop:
        for left in _row(here, draft):
            left.entity, left.head, left.property = draft.entity, draft.head, left.property or draft.property
    elif _bare(draft) and draft.previous is not None:
        if _compared(here, draft) or _reached(here, draft):
            _take_over(draft, _counterpart(draft, draft.previous))
        elif _aged(here, draft) or repeats(here, draft.start, draft.stop):
            _take_over(draft, draft.previous)


def repeats(here: Here, first: int, end: int) -> bool:
    """Whether tokens `first` to `end` stand after a name as the number before did: "12 seats, the Union 11 and the Greens nine"."""
    left, surface = here.previous, here.block.surface
    if left is None or here.said[end] not in ENDS or not _has_own(left):
        return False
    at = first - 1
    while at > left.end and first - at <= WIDEST and surface[at][0].isupper() and here.words[at] not in here.rules.labels:
        at -= 1
    if at == first - 1:
        return False
    at -= here.words[at] == "the"
    start = max(left.end, left.entity[1] if left.entity is not None and left.entity[0] >= left.stop else 0)
    return here.words[start:at + 1] in (*GOING_ON, [";"])


def _take_over(draft: Draft, left: Draft) -> None:
    if left.unit_name is None and left.kind != "count" or left.vague:
        return
    draft.unit, draft.unit_name, draft.kind, draft.property = left.unit, left.unit_name, left.kind, left.property
    if left.unit_name is None or draft.entity is None:
        draft.entity, draft.head = left.entity, left.head
    draft.by = left.by if left.unit_name is not None else ELLIPSIS


def _compared(here: Here, draft: Draft) -> bool:
    """"63, compared with 40 a year ago", "12 members, up from nine"."""
    at = draft.first
    left = draft.previous
    return left is not None and _has_own(left) and tuple(here.words[at - 2:at]) in COMPARED and at - left.end <= REACH


def _reached(here: Here, draft: Draft) -> bool:
    """"from about 14-18 mpg to 24": the end of a "from"."""
    left, at = draft.previous, draft.first - 1
    return left is not None and left.unit_name is not None and here.said[at] == "to" and left.end == at \
        and "from" in here.words[max(here.begin, left.first - 1):left.start]


def _counterpart(draft: Draft, left: Draft) -> Draft:
    """The number that a compared one belongs to, by its size: the shops in "1,940 shops in 23 countries, compared with 1,875"."""
    earlier = left.previous
    if earlier is None or not _has_own(earlier) or not _distance(draft, left) > _distance(draft, earlier):
        return left
    return earlier


def _distance(one: Draft, other: Draft) -> Fraction:
    """How many times the larger number holds the smaller; 0 where one of them is not known."""
    low, high = sorted((Fraction(one.low or 0), Fraction(other.low or 0)))
    return high / low if low > 0 else Fraction(0)


def _aged(here: Here, draft: Draft) -> bool:
    """"two women, aged 28 and 31, were held"."""
    left, after = draft.previous, here.said[draft.end]
    return left is not None and left.kind == "age" and here.words[left.end:draft.first] in GOING_ON and not after[:1].isalnum()


def _has_own(left: Draft) -> bool:
    """Whether a number has a unit or a noun that the next may take over."""
    return left.unit_name is not None or left.by == ELLIPSIS or (left.entity is not None and left.entity[0] >= left.stop)


def _row(here: Here, draft: Draft) -> list[Draft]:
    """The bare counts that end in this number, nearest first: 15 and 12 for 19 in "12, 15 and 19 nests"."""
    found: list[Draft] = []
    right, left = draft, draft.previous
    joints: tuple[list[str], ...] = CLOSING
    while left is not None and len(found) < LONGEST and _bare(left) and here.words[left.end:right.first] in joints:
        found.append(left)
        right, left, joints = left, left.previous, GOING_ON
    return found


def _bare(draft: Draft) -> bool:
    """Whether a number has neither a unit nor a noun of its own."""
    return (draft.kind == "count" and draft.unit_name is None and draft.vague is None and draft.role is None and draft.whole is None
            and draft.move is None and (draft.entity is None or draft.entity[1] <= draft.first))
