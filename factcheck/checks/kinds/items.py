"""The items of a list: their amounts, whether they are parts of one whole, and their sum beside it."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from factcheck.checks.algebra import parse
from factcheck.checks.kinds.finding import bare, conflict, said, shown
from factcheck.checks.kinds.said import Said, written
from factcheck.checks.kinds.templates import finder, phrases, table
from factcheck.checks.trail import Trail
from factcheck.claims.words import lemma
from factcheck.groups.parts import wholes
from factcheck.model import Claim, Group, Verdict

Json = dict[str, Any]

CUT = re.compile(rf"(?:[,;] )?(?:{'|'.join(phrases('joints', 'parts-sum'))}) |[,;] ")
NUMBER = re.compile(r"<([a-zA-Z])(\d+)> |(#\d[\d,.]*) ")
LISTED = re.compile(r"\(? ?#\d+ [).]")        # "(1) …, (2) …" numbers the items
FROM = re.compile(r"from [<#]")
SHARED = re.compile(r"(?:<c\d+>|#\d+) (\w+) ")
INNER = re.compile(rf"^(?:<c\d+>|#\d+) of (?:{'|'.join(phrases('of it', 'parts-sum'))}) ")
DATES = ("d", "k")


@dataclass(frozen=True, slots=True)
class Part:
    """One item of a list: its amount and, where the reader saw it, its claim; `words` are those of the item."""

    given: Json
    claim: Claim | None
    words: str


def counts(claim: Claim) -> bool:
    """Whether a claim has one number of its own above nothing: no range, no move, no vague word."""
    number = claim.mention.number
    return number is not None and number.low == number.high and number.low is not None and number.low > 0 and claim.mention.move is None


def levels(row: str) -> bool:
    """Whether a row compares times or sides, so that its numbers are no parts: "up from", "a year earlier", "from 12"."""
    return bool(finder("levels", "parts-sum").search(row) or FROM.search(row))


def parts_of(sentence: Said, row: str) -> tuple[list[Part], bool]:
    """The words of a list → its parts, and whether every item has its number; no parts where an item has more than one.

    No parts either where one thing may be in two items: "18 learn French and 16 Spanish". An item that counts some of another ("among them
    two children", "three of them officers") is passed over.
    """
    parts, complete = [], True
    if any(found[1] in phrases("overlapping", "parts-sum") for found in SHARED.finditer(row)):
        return [], False
    for item in CUT.split(row.strip() + " "):
        if INNER.sub("", item) != item or finder("inner", "parts-sum").match(item):
            continue
        numbers = [number for number in NUMBER.findall(item) if number[0] not in DATES]
        if len(numbers) > 1 or LISTED.match(item):
            return [], False
        if not numbers:
            single = finder("single", "parts-sum").match(item)
            if single:
                parts.append(Part(bare("#1"), None, item))
            else:
                complete = complete and not item.strip(" .")
            continue
        letter, index, plain = numbers[0]
        claim = sentence.claims[int(index)] if index else None
        if claim is not None and (letter not in "cmyp" or not counts(claim)):
            return [], False
        parts.append(Part(dict(written(claim)) if claim else bare(plain), claim, item))
    return parts, complete


def alike(whole: Claim, parts: Sequence[Part], strictly: bool) -> bool:
    """Whether the parts are of the whole's kind: one unit, or things that are such a thing; what stands without a noun fits."""
    for part in parts:
        claim = part.claim
        if claim is None:
            if whole.mention.kind != "count":
                return False
            continue
        if claim.mention.kind != whole.mention.kind:
            if whole.mention.kind != "money" or claim.mention.kind != "count" or not elided(claim):
                return False                                                # "12 million crowns: five million for roads"
        elif _large(claim) and _large(whole) and elided(claim):
            continue                                                        # "50 million: schools (25 million), roads (15 million) …"
        elif claim.mention.unit != whole.mention.unit or (whole.mention.kind == "count" and not _is_a(claim, whole, strictly)):
            return False
        if claim.mention.role == "addition":
            return False
    return True


def _large(claim: Claim) -> bool:
    return claim.mention.kind == "count" and (claim.mention.precision or 0) >= 1000


def elided(claim: Claim) -> bool:
    """Whether a number has left out what it counts: "450 for rent", "seven in the north"; nothing that is counted follows it."""
    return (claim.mention.precision or 0) >= 1000 or claim.mention.entity_start is None or claim.mention.entity_start < claim.mention.start


def exclusive(whole: Claim, parts: Sequence[Part]) -> bool:
    """Whether the items name sorts of which nothing is two, as men and women, each once; the whole is none of these sorts."""
    said = [frozenset(map(lemma, re.findall(r"[^\W\d_]+", part.words))) for part in parts]
    apart = [sorts for sorts in table("parts-sum")["exclusive"] if _one_each(said, frozenset(sorts))]
    return bool(apart) and (elided(whole) or not any(whole.key.entity in sorts for sorts in apart))


def _one_each(said: Sequence[frozenset[str]], sorts: frozenset[str]) -> bool:
    """Whether each item names one of the sorts, and no two the same."""
    named = [words & sorts for words in said]
    return all(len(each) == 1 for each in named) and len(frozenset().union(*named)) == len(said)


def people(whole: Claim) -> bool:
    """Whether a whole counts people of some sort: "four children", of whom two sons."""
    kind = whole.key.entity or ""
    return kind == "person" or "person" in wholes(kind) or kind in table("parts-sum")["words"]["anything"]


def _is_a(part: Claim, whole: Claim, strictly: bool) -> bool:
    """Whether what a part counts is such a thing as the whole counts, by the table of parts or because the whole's noun takes anything."""
    thing, kind = part.key.entity or part.mention.entity_head, whole.key.entity or whole.mention.entity_head
    sorts = table("parts-sum")["words"]["sorts_of_people"]
    if thing in sorts and kind not in sorts and (kind == "person" or "person" in wholes(kind or "")):
        return True
    if elided(part) and not strictly:
        return True
    if strictly:
        return kind is not None and thing is not None and kind in wholes(thing)
    heads = {whole.mention.entity_head, kind}
    if thing is None or kind is None or thing == kind or kind in wholes(thing) or part.mention.entity_head in heads:
        return True
    return not heads.isdisjoint(table("parts-sum")["words"]["anything"])


def near(whole: Claim, parts: Sequence[Part]) -> bool:
    """Whether the parts come near their whole; 26 divisions are no parts of 500,000 soldiers."""
    number = whole.mention.number
    made = sum(parse(part.given["number"]["low"]) or Fraction(0) for part in parts)
    return number is not None and number.low is not None and Fraction(number.low) / 2 <= made <= Fraction(number.low) * 2


def beside(group: Group, whole: Claim | None, given: Json, parts: Sequence[Part], complete: bool) -> Iterator[Verdict]:
    """The sum of the parts beside the whole; of an incomplete list only what exceeds it counts."""
    trail = Trail()
    trail.take("sum", {"parts": [part.given for part in parts]})
    trail.take("written", {"side": "right" if complete else "whole", **given})
    if not complete:
        trail.take("ceiling", reads=("whole_span",))
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    claims = list({id(part.claim): part.claim for part in parts if part.claim is not None}.values())
    listed = _enumerated([str(part.given["words"]) for part in parts])
    made = shown(_plainly(parts))
    of = said(whole) if whole is not None else "100 percent"
    yield from conflict(group, trail, f"{listed} make {made}, {'more than' if not complete else 'the text says'} {of}.",
                        *([[whole], claims] if whole is not None else [[claim] for claim in claims]))


def _plainly(parts: Sequence[Part]) -> Json:
    numbers = [parse(part.given["number"]["low"]) or Fraction(0) for part in parts]
    text = str(sum(numbers))
    return {"low": text, "high": text}


def _enumerated(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + f" and {words[-1]}"
