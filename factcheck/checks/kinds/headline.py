"""`headline`: a number of the headline and the same thing in the body.

    fails     Nine dead in hostel fire / A fire in a hostel killed seven people on Monday.
    passes    Dozens hurt in crash / A crash injured 34 people.
    silent    Nine dead in hostel fire / The fire injured 31 people.

Whether both speak of one thing is asked as it is between two articles. A headline that some sentence of the body bears out is right,
whatever other figures the body gives. A title that came beside the text is a headline too; it has no place in the text, so the verdict
cites the body alone and quotes the title.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.checks.judge import judged
from factcheck.checks.kinds.finding import conflict, said
from factcheck.checks.trail import Trail
from factcheck.claims.same import aspects
from factcheck.groups.align import compare
from factcheck.groups.features import Features, features_of
from factcheck.model import Claim, Document, Group, Verdict

KINDS = ("count", "money", "percent", "measure", "duration", "score")
TO = re.compile(r"\bto\b")
LARGE = 1000            # a number so large hardly stands there by chance
FIRST = 60              # claims of the body that a headline is about: it tells the beginning


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each number of the headline that the body contradicts and nowhere bears out."""
    titled = _titled(group)
    heads = [claim for claim in (*group.claims, *titled) if claim.headline and claim.mention.kind in KINDS and not _version(claim)]
    if not heads:
        return []
    body = [claim for claim in group.claims if not claim.headline and claim.mention.kind in KINDS][:FIRST]
    seen, there = features_of(heads), features_of(body)
    found = [verdict for head, of_head in zip(heads, seen, strict=True) for verdict in _verdicts(group, head, of_head, body, there)]
    return [_cited(verdict) if any(verdict.claims[0] is claim for claim in titled) else verdict for verdict in found]


def _cited(verdict: Verdict) -> Verdict:
    """The verdict on a title without the claim that has no place in the text."""
    return replace(verdict, claims=verdict.claims[1:], sides=((0,),), message=f"{verdict.message} The title: “{verdict.claims[0].quote}”.")


def _titled(group: Group) -> list[Claim]:
    """The claims of a title that is no part of the text."""
    first = next(iter(group.claims), None)
    if first is None or not first.title or any(claim.headline and claim.quote.strip() == first.title.strip() for claim in group.claims):
        return []
    from factcheck.claims import claims
    from factcheck.extract import extract
    title = Document(first.mention.document, first.title, first.published, group.story, publisher=first.publisher)
    return [replace(claim, headline=True) for claim in claims(title, extract(title))]


def _version(claim: Claim) -> bool:
    """Whether a count is no whole number, as "2.7 release": nothing is counted so."""
    number = claim.mention.number
    if claim.mention.kind != "count" or number is None or number.low is None:
        return False
    return number.low != int(number.low) and number.low < 1000


def _meant(head: Claim, claim: Claim) -> Claim:
    """"Bridge to cost $300 million" is as much a plan as "the bridge will cost"."""
    if claim.mention.modality == "planned" and head.mention.modality == "asserted" and TO.search(head.quote):
        return replace(head, mention=replace(head.mention, modality="planned"))
    return head


def _only(claim: Claim, body: list[Claim]) -> bool:
    """Whether nothing else of the body counts this aspect, so that "30 hurt" of the headline can only mean its "13 workers were hurt"."""
    rest = claim.quote.replace(claim.mention.text, "", 1)
    if claim.key.property not in aspects() or claim.mention.modifier != "exact" or any(letter.isdecimal() for letter in rest):
        return False
    counts = [other for other in body if other.mention.kind == claim.mention.kind]
    return all(other is claim or (other.key.property != claim.key.property and other.quote_start != claim.quote_start) for other in counts)


def _bears_out(head: Claim, claim: Claim) -> bool:
    """Whether the body prints a large number of the headline, though without its unit: "with debts the price is 54 million"."""
    mine, theirs = head.mention.number, claim.mention.number
    return mine is not None and mine == theirs and mine.low is not None and mine.low >= LARGE


def _makes(head: Claim, claim: Claim, body: list[Claim]) -> bool:
    """Whether the body adds to its figure what makes that of the headline: "destroyed four warehouses; three more burned down"."""
    numbers = [each.mention.number.low if each.mention.number else None for each in (head, claim)]
    added = [other.mention.number.low for other in body if other.mention.role == "addition" and other.mention.number is not None]
    return None not in numbers and any(number is not None and number + numbers[1] == numbers[0] for number in added)  # type: ignore[operator]


def _verdicts(group: Group, head: Claim, of_head: Features, body: list[Claim], there: list[Features]) -> Iterator[Verdict]:
    worst: tuple[Trail, Claim] | None = None
    for claim, of_claim in zip(body, there, strict=True):
        if _bears_out(head, claim):
            return
        if claim.mention.kind != head.mention.kind:
            continue
        if claim.mention.number is not None and claim.mention.number == (head.mention.number or None):
            return
        match = compare(_meant(head, claim), claim, of_head, of_claim)
        level = "same" if match.level in ("part", "whole") and _only(claim, body) else match.level
        if level not in ("same", "likely"):
            continue
        trail = judged(_meant(head, claim), claim, level, group.rule, [head], [claim])
        if trail.state["outcome"] in ("agree", "compatible"):
            return
        if level == "same" and trail.state["outcome"] == "conflict" and not trail.state.get("disputed") and worst is None:
            worst = trail, claim
    if worst is not None and not _makes(head, worst[1], body):
        trail, claim = worst
        yield from conflict(group, trail, f"The headline says {said(head)}, the body {said(claim)}.", [head], [claim])
