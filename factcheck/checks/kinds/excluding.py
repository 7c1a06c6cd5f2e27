"""Shares or counts of one whole that exclude each other: for and against, seats of one council, shares of the vote."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.checks.kinds.finding import bare
from factcheck.checks.kinds.items import CUT, DATES, NUMBER, Part, beside, counts, elided, levels, near
from factcheck.checks.kinds.said import Said, written
from factcheck.checks.kinds.templates import MARK, finder, named, phrases, table
from factcheck.extract.grammar import grammar
from factcheck.model import Claim, Group, Verdict

Json = dict[str, Any]

CUT_VOTES = re.compile(CUT.pattern + r"|to ")
SILENT = (*DATES, "o")
SHARE = re.compile(r"(?:to|for|going to) ")
OWN = re.compile(r"(?:of|to|in|from) ")
SHORT = 4               # words of an item that leaves out what the first one is about
FULL = {"words": "100 percent", "kind": "count", "number": {"low": "100", "high": "100"}, "precision": "1", "modifier": "exact"}


def excluding(group: Group, sentence: Said, row: str, around: Sequence[Said]) -> Iterator[Verdict]:
    """Shares or counts of one whole that exclude each other: more than all of it is too much."""
    if levels(row) or any(finder("several", "parts-sum").search(" " + _lowered(each)) for each in around):
        return
    whole, given, rest, chamber = _whole_of(sentence, row)
    for clause in re.split("; |: ", row) if whole is None else [rest]:
        parts = _sharing(sentence, clause, "c" if whole is not None else "p")
        apart = _apart(parts, clause, whole, chamber, row)
        if len(apart) > 1 and (whole is None or near(whole, apart)):
            yield from beside(group, whole, given, apart, complete=False)


def _lowered(sentence: Said) -> str:
    return " ".join(re.findall(r"[^\W\d_]+|[^\w\s]", sentence.quote.lower())) + " "


def _whole_of(sentence: Said, row: str) -> tuple[Claim | None, Json, str, bool]:
    """"the 30-seat council" or "of the 40 members": its claim, amount, the rest of the row and whether it is a chamber with seats.

    Without either, shares of 100 percent.
    """
    for sort in ("chambers", "groups"):
        for template in named(sort, "parts-sum"):
            found = template.search(row)
            mark = MARK.match(found["whole"]) if found else None
            if found and mark and counts(sentence.claims[int(mark[1])]):
                claim = sentence.claims[int(mark[1])]
                return claim, dict(written(claim)), row[:found.start()] + row[found.end():], sort == "chambers"
    return None, FULL, row, False


def _sharing(sentence: Said, row: str, kind: str) -> list[Part]:
    """The items of a row that have one number of the kind; none where an item has such a number and another."""
    parts: list[Part] = []
    for item in (CUT if kind == "p" else CUT_VOTES).split(row):
        numbers = [number for number in NUMBER.findall(item) if number[0] not in SILENT]
        if kind == "c" and len(numbers) == 1 and numbers[0][0] == "s":
            parts += _both_sides(sentence.claims[int(numbers[0][1])], item)
            continue
        wanted = [number for number in numbers if number[0] == kind or (number[2] and kind == "c")]
        if not wanted:
            continue
        _, index, plain = wanted[0]
        claim = sentence.claims[int(index)] if index else None
        if len(numbers) > 1 or (claim is not None and not _shares(claim)):
            return []
        parts.append(Part(dict(written(claim)) if claim else bare(plain), claim, item))
    return parts


def _both_sides(claim: Claim, item: str) -> list[Part]:
    """"60 to 45" votes → the votes of either side."""
    number = claim.mention.number
    if number is None or number.low is None or number.high is None:
        return []
    return [Part(bare(f"#{side}"), claim, item) for side in (number.high, number.low)]


def _shares(claim: Claim) -> bool:
    mention = claim.mention
    return (counts(claim) and mention.trend is None and mention.role != "addition" and mention.modality in ("asserted", "planned")
            and mention.unit in (None, "percent"))


def _apart(parts: Sequence[Part], row: str, whole: Claim | None, chamber: bool, whole_row: str) -> list[Part]:
    """Those of the parts of which the words say that nobody is in two of them."""
    everything = list(parts)
    if chamber and parts and _done_to_others(parts[0]):
        return []
    if chamber and finder("holding", "parts-sum").search(row) and all(_seat(part) for part in parts):
        return everything
    tails = [re.split(r"<\w\d+> |#\S+ ", part.words + " ")[-1] for part in parts]
    if whole is None and _of_one([re.split(r"<p\d+> |#\S+ ", part.words + " ", maxsplit=1)[-1] for part in parts]):
        return everything
    if whole is None and len(parts) > 2 and finder("split", "parts-sum").search(row) and all("( <p" in part.words for part in parts):
        return everything
    shared = whole is None and len(parts) > 2 and finder("shared out", "parts-sum").search(whole_row)
    if shared and all(SHARE.match(tail) for tail in tails):
        return everything
    if any(finder("of others", "parts-sum").match(tail) and not finder("of all", "parts-sum").match(tail) for tail in tails[1:]):
        return []
    undecided = [bool(finder("undecided", "parts-sum").search(tail)) for tail in tails]
    if whole is None and len(parts) > 2 and any(undecided):
        return everything
    return next((_with(parts, sides, undecided) for opposed in table("parts-sum")["opposed"] if (sides := _sides(opposed, tails))), [])


def _done_to_others(part: Part) -> bool:
    """Whether the word before the first number is a verb for what a chamber does: "the board of seven met four women and four men"."""
    before = NUMBER.split(part.words)[0].split()[-1:]
    known = {*phrases("holding", "parts-sum"), *phrases("including", "parts-sum")}
    return any(grammar().is_verb(word) and word not in known for word in before)


def _with(parts: Sequence[Part], sides: Sequence[set[int]], undecided: Sequence[bool]) -> list[Part]:
    """The parts that are on a side, or on none of them by their own words."""
    return [part for part, side, neither in zip(parts, sides, undecided, strict=True) if side or neither]


def _seat(part: Part) -> bool:
    """Whether a part counts seats or votes: by its noun, or because it has left it out ("the Union 11")."""
    if part.claim is None or part.claim.mention.entity_head is None:
        return True
    mention = part.claim.mention
    named = {mention.entity_head, mention.property} & set(table("parts-sum")["words"]["seats"])
    return bool(named) or (mention.entity or "")[:1].isupper() or elided(part.claim)


def _of_one(tails: Sequence[str]) -> bool:
    """Whether one part names a whole and the others none of their own: not "45 percent to growth and 90 percent of exports"."""
    found = [finder("of all", "parts-sum").search(tail) for tail in tails]
    if len({whole[0] for whole in found if whole}) != 1 or not all(map(_few, tails[1:])):
        return False
    owner = next(at for at, whole in enumerate(found) if whole)
    others = [(at, tail) for at, tail in enumerate(tails) if not found[at]]
    return not any(OWN.match(tail) and not (at > owner and tail.startswith("to ")) for at, tail in others)


def _few(tail: str) -> bool:
    return len(re.findall(r"[^\W\d_]+", tail)) <= SHORT


def _sides(opposed: Sequence[Sequence[str]], tails: Sequence[str]) -> list[set[int]]:
    """The side of each part, if one is on one side and a later one, in few words, on the other: "45 percent were for it, 48 against"."""
    sides = [{side for side, words in enumerate(opposed) for word in words if f" {word} " in f" {tail}"} for tail in tails]
    apart = any(sides[i] and sides[j] and sides[i].isdisjoint(sides[j]) and _few(tails[j]) for j in range(1, len(sides)) for i in range(j))
    return sides if apart else []
