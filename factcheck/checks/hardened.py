"""The claims of an agreement or of two facts that can both be true in, a note out where a hedge was lost on the way to a later text.

    “up to 40” on 1 May, “40” on 2 May                        told plainly later
    “feared dead”, then “dead”                                told as certain later
    “about 40” in the Post, “40, the Post reported”           told plainly by who cites it

A note never fails a run: it is said in the message and as a step of the trail. By the order of publication alone only what was an upper end
or a fear counts, because a rounded figure is often just filled in; of who cites another, any hedge. Silent where the later text has the
hedge somewhere itself.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from factcheck.checks.facts import cites
from factcheck.checks.sides import CALENDAR
from factcheck.checks.voices import earlier
from factcheck.data import load
from factcheck.groups.features import One
from factcheck.model import Claim

Json = dict[str, Any]
LIMITS = ("up_to", "at_most")
HEDGES = (*LIMITS, "about", "nearly", "just_over", "at_least")
CLAUSE = re.compile(r"[;,.\d]")
MOST = 40               # claims that are looked through
BESIDE = 40             # letters around a number in which a word of doubt is looked for: "40 people are feared dead"


def hardened(left: Sequence[Claim], right: Sequence[Claim]) -> Json | None:
    """The claims of two sides (or of one fact twice) → what the step `hardened` takes, or None."""
    every = list({id(claim): claim for claim in (*left, *right)}.values())[:MOST]
    if not any(map(_hedge, every)):
        return None
    for soft, plain in _pairs(every):
        hedge = _hedge(soft)
        if hedge is None or _hedge(plain) is not None or not _one_number(soft, plain) or plain.mention.modality != "asserted":
            continue
        if any(_hedge(claim) for claim in every if claim.mention.document == plain.mention.document):
            continue
        by = "citation" if cites(plain, soft) else "day" if _before(soft, plain) else None
        if by == "citation" or (by == "day" and hedge not in HEDGES[len(LIMITS):]):
            return {"soft": _said(soft), "plain": _said(plain), "hedge": hedge, "by": by}
    return None


def note(given: Json) -> str:
    """What `hardened` found → a sentence for the message."""
    how = "citing it" if given["by"] == "citation" else "later"
    return f" Note: {given['soft']} has become {given['plain']}, {how}."


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    return ((soft, plain) for soft in claims for plain in claims if soft.mention.document != plain.mention.document)


def _hedge(claim: Claim) -> str | None:
    """The hedge of a claim: its modifier, or a doubt about what it counts."""
    return _found(One(claim))


@lru_cache(maxsize=10_000)
def _found(one: One) -> str | None:
    claim, mention = one.claim, one.claim.mention
    if mention.kind in CALENDAR or mention.number is None:
        return None
    if mention.modality == "possible" or _doubted(claim):
        return "possible"
    return mention.modifier if mention.modifier in HEDGES else None


def _doubted(claim: Claim) -> bool:
    begin, end = claim.mention.start - claim.quote_start, claim.mention.end - claim.quote_start
    before = CLAUSE.split(claim.quote[max(0, begin - BESIDE):begin].lower())[-1]
    return bool(_doubts().search(before) or _doubts().search(_after(claim, end)))


def _after(claim: Claim, end: int) -> str:
    """The words of the same clause after a number."""
    return CLAUSE.split(claim.quote[end:end + BESIDE].lower())[0]


@cache
def _doubts(lang: str = "en") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load(f'lang.{lang}.qualifiers')['doubts'])})\b")


def _one_number(soft: Claim, plain: Claim) -> bool:
    """Whether both write one and the same number of one unit."""
    one, other = soft.mention, plain.mention
    return one.number == other.number and one.unit == other.unit and other.number is not None and other.number.low == other.number.high


def _before(soft: Claim, plain: Claim) -> bool:
    return earlier(*(claim.published.isoformat() if claim.published else None for claim in (soft, plain))) == "left"


def _said(claim: Claim) -> str:
    """The words around the number that carry the hedge, with who prints them."""
    begin, end = claim.mention.start - claim.quote_start, claim.mention.end - claim.quote_start
    doubt = _doubts().search(_after(claim, end))
    words = " ".join(claim.quote[begin:end + (doubt.end() if doubt else 0)].split())
    possible = " as possible" if _hedge(claim) == "possible" and not doubt else ""
    return f"“{words}”{possible} ({claim.publisher or claim.mention.document})"
