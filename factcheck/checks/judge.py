"""Two claims that speak of one thing in, the trail to their outcome out: relation, part or denial, time, voices."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from factcheck.checks.sides import CALENDAR, meet, side
from factcheck.checks.trail import Trail
from factcheck.claims.sentence import sentence
from factcheck.claims.words import empty
from factcheck.data import listed, load
from factcheck.groups.times import cumulative, ends
from factcheck.model import Claim, Rule

YEAR = 300              # days after which a count, a sum or a share may be another one
NUMBER = re.compile(r"\w+(?:[.,]\d+)*")


def judged(left: Claim, right: Claim, level: str, rule: Rule, of_left: Sequence[Claim], of_right: Sequence[Claim]) -> Trail:
    """Two claims, how they stand to each other, the rule and all claims of both facts → the trail."""
    return concluded(begun(left, right, level, rule), left, right, level, of_left, of_right)


def begun(left: Claim, right: Claim, level: str, rule: Rule) -> Trail:
    """Two claims, how they stand to each other and the rule → the trail up to their relation."""
    one, other = side(left, rule.widths), side(right, rule.widths)
    return meet(one.but(copy=True), other.but(copy=True), rule) if level == "copy" else meet(one, other, rule)


def concluded(trail: Trail, left: Claim, right: Claim, level: str, of_left: Sequence[Claim], of_right: Sequence[Claim],
              withdrawn: str | None = None) -> Trail:
    """A trail up to the relation of two claims, and all claims of both facts → the same trail, led to the outcome; `withdrawn` names the
    side whose article quotes the other's figure as its old one."""
    if trail.state["relation"] == "incomparable":
        trail.take("outcome", reads=("relation",))
        return trail
    if level in ("part", "whole") and trail.state["relation"] in ("disjoint", "equal"):
        trail.take("part", {"small": "left" if level == "part" else "right"}, ("left_span", "right_span"))
        trail.take("part outcome", reads=("part",))
    elif level == "denied":
        trail.take("denied outcome", reads=("relation",))
    else:
        trail.take("outcome", reads=("relation",))
    if trail.state["outcome"] != "conflict":
        return trail
    if left.mention.kind not in CALENDAR and level not in ("part", "whole"):
        known = {"may": may_move(left, right), "corrects": corrects(left, right) or withdrawn,
                 "left_published": _when(left, of_left), "right_published": _when(right, of_right)}
        trail.take("movement", known, ("outcome", "left_span", "right_span"))
    trail.take("voices", {"left_speakers": _speakers(left), "right_speakers": _speakers(right)}, ("outcome",))
    return trail


def may_move(left: Claim, right: Claim) -> str:
    """Which way the property of two claims may move from one publication to the next."""
    table = load("lang.en.moves")
    if left.mention.modality == "planned":
        mine, theirs = set(_speakers(left)), set(_speakers(right))
        return "both" if mine & theirs or not (mine and theirs) else "none"             # a plan is replaced by who made it
    if _history(left) and _history(right):
        return "none"  # what was in 1994 moves no more
    if (
        left.mention.kind in ("count", "money", "percent")
        and _years_apart(left, right)
        and not {left.key.property, right.key.property} & set(table["aspects"])
    ):
        return "both"                                                   # a town, a firm, a price of years ago
    for aspect in (left.key.property, right.key.property):
        if aspect in table["aspects"]:
            return str(table["aspects"][aspect])
    if left.key.dimension in table["dimensions"]:
        return str(table["dimensions"][left.key.dimension])
    said = {*sentence(left.quote).lemmas, *sentence(right.quote).lemmas, left.key.entity, right.key.entity}
    for way, words in table["words"].items():
        if not said.isdisjoint(words):
            return str(way)
    return "none"


def _years_apart(left: Claim, right: Claim) -> bool:
    days = [datetime.date.fromisoformat(_text(claim.published)[:10]) for claim in (left, right) if claim.published is not None]
    return len(days) == 2 and abs((days[0] - days[1]).days) > YEAR


def _history(claim: Claim) -> bool:
    """Whether the time that the claim is about was over a good while before it was published."""
    if claim.published is None or claim.key.time is None or cumulative(claim.key.time):
        return False
    end = ends(claim.key.time)[1]
    return end[:4].isdecimal() and int(end[:4]) < int(_text(claim.published)[:4]) - 1


def corrects(left: Claim, right: Claim) -> str | None:
    """Which side says that it corrects the other: a word of correction and, in its sentence, the other's number."""
    words = load("lang.en.qualifiers")["corrections"]
    for name, claim, other in (("left", left, right), ("right", right, left)):
        if not claim.context.isdisjoint(words) and _number(other) & {*NUMBER.findall(claim.quote.replace(claim.mention.text, " ", 1))}:
            return name
        move = claim.mention.move
        if move is not None and other.mention.number is not None and move.start == other.mention.number.low:
            return name
    return None


def _number(claim: Claim) -> set[str]:
    """A number as it may stand in another text: "Forty" as 40, too."""
    mention = claim.mention
    digits = {f"{mention.number.low}"} if mention.number is not None else set()
    return digits | {next((word for word in mention.text.split() if word[0].isdecimal()), mention.text)}


def _when(claim: Claim, of_fact: Iterable[Claim]) -> str | None:
    """The first publication of a fact; for counts up to a day that day."""
    if cumulative(claim.key.time):
        return str(claim.key.time)[3:]
    days = [_text(each.published) for each in of_fact if each.published is not None]
    return min(days) if days else None


def _text(moment: datetime.date | datetime.datetime) -> str:
    return moment.isoformat()


def _speakers(claim: Claim) -> list[str]:
    """The words that name the speaker of a claim, without the empty ones."""
    voice = claim.mention.attribution
    if voice is None or voice.speaker.partition(" ")[0].lower() in listed("qualifiers", "own"):
        return []
    words = [word.strip(",.'’\"“”") for word in voice.speaker.replace("'s", "").replace("’s", "").split()]
    initials = "".join(word.replace(".", "") if word.isupper() else word[0] for word in words if word[:1].isupper())
    named = {word.lower() for word in words if word and word.lower() not in empty()}
    return sorted(named | ({initials.lower()} if len(initials) > 2 else set()))
