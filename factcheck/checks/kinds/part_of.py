"""`part-of`: a part that its own sentence makes larger than its whole.

    fails     Twenty people, including 25 children, were rescued.
    fails     Nine of the seven judges agreed.
    passes    Twenty people, including 12 children, were rescued.
    silent    Three buildings were destroyed, including 12 flats.       flats are no buildings for sure
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.kinds.finding import amount, by_templates, conflict, said
from factcheck.checks.kinds.said import Said
from factcheck.checks.kinds.templates import Hit, cued, finder, phrases, table
from factcheck.checks.trail import Trail
from factcheck.claims.same import aspects
from factcheck.claims.words import lemma
from factcheck.groups.parts import wholes
from factcheck.model import Claim, Group, Verdict

PLURAL = re.compile(r"[^sui]s$")
COMPOUND = 4            # letters of a noun that others are made of
FARTHEST = 1000         # times
LAST = 12               # letters before the whole that may say that there are several such wholes: "teams of 11 players, 40 of them"


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each part that is more than its whole."""
    return by_templates(group, _counts, _verdicts)


def _counts(sentence: Said) -> bool:
    return "count" in sentence.kinds() and cued(sentence, "part-of")


def _verdicts(group: Group, hit: Hit) -> Iterator[Verdict]:
    part, whole = hit.claims["part"], hit.claims["whole"]
    claims = [claim for claim in (part, whole) if claim is not None]
    if not claims or any(claim.mention.number is None or claim.mention.move or claim.mention.number.low is None for claim in claims):
        return
    if "of_them" in hit.words and finder("shared", "part-of").search(hit.before[-LAST:]):
        return
    if "of_them" in hit.words and _others(hit, whole):
        return
    if "including" in hit.words and not (_nameless(part, whole) if "elided" in hit.words else _is_such(part, whole)):
        return
    if _beyond(part, whole) or _perhaps_a_year(hit.words["whole"], whole) or _perhaps_a_year(hit.words["part"], part):
        return
    trail = Trail()
    trail.take("written", {"side": "left", **amount(hit, "part")})
    trail.take("written", {"side": "right", **amount(hit, "whole")})
    trail.take("part", {"small": "left"}, ("left_span", "right_span"))
    trail.take("part outcome", reads=("part",))
    message = f"{said(part, hit.words['part'])} cannot be a part of {said(whole, hit.words['whole'])}: it is more."
    yield from conflict(group, trail, message, *([claim] for claim in claims))


def _beyond(part: Claim | None, whole: Claim | None) -> bool:
    """Whether a part is so many times its whole that it counts other things: "35,000 of the two models"."""
    numbers = [claim.mention.number.low for claim in (part, whole) if claim is not None and claim.mention.number is not None]
    return len(numbers) == 2 and None not in numbers and numbers[0] > FARTHEST * numbers[1]  # type: ignore[operator]


def _others(hit: Hit, whole: Claim | None) -> bool:
    """Whether "them" may be others than the whole: "Two men attacked the guests, 13 of them tourists"."""
    return any(PLURAL.search(word) or word in phrases("plurals", "part-of") for word in hit.words["gap"].split()[1:]
               if whole is None or lemma(word) != whole.mention.entity_head)


def _nameless(part: Claim | None, whole: Claim | None) -> bool:
    """Whether a part has no noun of its own, so that it can only be of the whole's: "120 houses, including 140 that were destroyed"."""
    if part is None or whole is None or part.mention.entity_head is not None:
        return False
    return whole.mention.entity_head not in phrases("tolls", "part-of")            # "a toll of 15, including 20 who were injured"


def _is_such(part: Claim | None, whole: Claim | None) -> bool:
    """Whether what the part counts is surely such a thing as the whole counts."""
    if part is None or whole is None:
        return False
    if whole.key.property != whole.mention.property and None not in (part.key.property, whole.key.property) \
            and part.key.property != whole.key.property:
        return False                                                                # a toll counts the killed: "including 20 injured"
    thing, kind = part.key.entity or part.mention.entity_head, whole.key.entity or whole.mention.entity_head
    if thing is None or kind is None or kind in phrases("net", "part-of"):
        return False                                                                # "a surplus of 4 billion, including 7 with one country"
    if part.key.property != whole.key.property and {part.key.property, whole.key.property} <= aspects():
        return False                                                                # "the toll rose to 15, including 20 who were injured"
    words = table("part-of")["words"]
    if thing == kind or thing in words["inside"]:
        return thing == kind
    if len(kind) >= COMPOUND and thing.endswith(kind):                              # a farmhouse is a house
        return True
    return kind in wholes(thing) or part.mention.entity_head == whole.mention.entity_head or kind in words["anything"]


def _perhaps_a_year(word: str, claim: Claim | None) -> bool:
    digits = claim.mention.text if claim is not None else word.lstrip("#")
    return len(digits) == 4 and digits.isdecimal() and "1500" <= digits <= "2100"
