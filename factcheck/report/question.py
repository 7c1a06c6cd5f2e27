"""A finding in, what it may come from and the question that would settle it out. It never says who is right."""
from __future__ import annotations

from factcheck.checks.diagnosis import diagnosis
from factcheck.checks.messages import speaker
from factcheck.model import Claim, Verdict
from factcheck.report.chains import first_day, printed, sides_of
from factcheck.report.words import clean, day, value

TOGETHER = ("agreement", "alignment")
"""Kinds of check that compare what two texts say."""


def because(verdict: Verdict, one: Claim, other: Claim) -> str:
    """A finding and the two claims shown for it → what may have happened, else what the words allow."""
    if verdict.outcome == "superseded":
        return f"{value(one.mention)} and {value(other.mention)}: the figure may have moved between the two days."
    hint = diagnosis(one.mention, other.mention) if verdict.kind in TOGETHER else None
    if hint:
        return f"{hint[0].upper()}{hint[1:]}."
    left, right = value(one.mention), value(other.mention)
    if left == right or verdict.kind not in TOGETHER:
        return "The figures of the text do not fit together."
    return f"One text allows {left}, the other {right}: no value is in both."


def question(verdict: Verdict, one: Claim, other: Claim) -> str:
    """A finding and the two claims shown for it → what to ask whom."""
    if verdict.disputed:
        return "Do both articles say whose figure it is, so that a reader sees that it is disputed?"
    if verdict.kind == "expected":
        return "Does the article mean what the reference gives, and in the same sense?"
    if verdict.kind not in TOGETHER or one.mention.document == other.mention.document:
        return "Which of these did the writer mean? The source of the text has it."
    if verdict.outcome == "superseded":
        return "Does the earlier article need a note that the figure has changed?"
    if one.mention.kind in ("date", "time"):
        return "Which day is that of the event, and which that of the report? A primary source has it."
    return _of_amounts(one, other)


def opposite(verdict: Verdict, here: Claim) -> Claim | None:
    """The first claim of another fact than that of `here`; of one fact, the first other claim."""
    others = [fact for fact in sides_of(verdict) if here not in fact]
    return others[0][0] if others else next((claim for claim in verdict.claims if claim is not here), None)


def _of_amounts(one: Claim, other: Claim) -> str:
    voices = [claim.mention.attribution.speaker for claim in (one, other) if claim.mention.attribution]
    if len(voices) == 2 and voices[0].casefold() == voices[1].casefold():
        return f"What did {clean(speaker(one))} say, and when?"
    days = [day(first_day(fact)) for fact in sorted(([one], [other]), key=printed)]
    if all(days) and days[0] != days[1]:
        return f"Did the figure change between {days[0]} and {days[1]}, or do the two count different things, places or times?"
    return "Do the two count the same thing, at the same place and time? If so, which figure does the source give?"
