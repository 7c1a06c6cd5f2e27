"""`parts-sum`: a whole and the list of its parts; shares of one whole.

    fails     Nine people - four men, three women and three children - were killed.      4, 3 and 3 make 10
    fails     In the 30-seat council the List holds 12 seats, the Union 11 and the Greens nine.       32
    fails     Forty-five percent were for it, 48 percent against and 12 percent had no opinion.       105 percent
    passes    They seized 150 devices: 96 computers, 49 laptops, two tablets and three phones.
    silent    Sixty percent named the price, 55 percent the noise; several answers were allowed.

A list that says it is not complete ("among others", an item without a number) may come to less than the whole, never to more. Shares of
one whole are told by words that exclude each other ("for", "against") or by the whole itself ("of the vote"). Gets wrong: a list that
counts one thing twice on purpose (three officers, two of them women, and two drivers).
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from factcheck.checks.algebra import parse
from factcheck.checks.kinds.finding import bare, conflict, once, said, shown
from factcheck.checks.kinds.said import Said, sentences, skeleton, written
from factcheck.checks.kinds.templates import MARK, cued, finder, hits, named, table
from factcheck.checks.trail import Trail
from factcheck.groups.parts import wholes
from factcheck.model import Claim, Group, Verdict

Json = dict[str, Any]

KINDS = ("count", "measure", "money", "percent")
SHORT = 4               # words of an item that leaves out what the first one is about
CUT = re.compile(r"(?:[,;] )?(?:and|plus|as well as|while|with) |[,;] ")
CUT_VOTES = re.compile(CUT.pattern + r"|to ")
DATES = ("d", "k")
SILENT = (*DATES, "o")
LISTED = re.compile(r"\(? ?#\d+ [).]")        # "(1) …, (2) …" numbers the items
NUMBER = re.compile(r"<([a-zA-Z])(\d+)> |(#\d[\d,.]*) ")
ENDS = {":": r"\. $|: |$", "–": r"– |\. $|$", "(": r"\) "}
FULL = {"words": "100 percent", "kind": "count", "number": {"low": "100", "high": "100"}, "precision": "1", "modifier": "exact"}


@dataclass(frozen=True, slots=True)
class Part:
    """One item of a list: its amount and, where the reader saw it, its claim; `words` are those of the item."""

    given: Json
    claim: Claim | None
    words: str


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each list that is not its whole."""
    every = list(sentences(group.claims))
    found: list[Verdict] = []
    for at, sentence in enumerate(every):
        if sum(claim.mention.kind in KINDS for claim in sentence.claims) < 2 or not cued(sentence, "parts-sum"):
            continue
        row = skeleton(sentence)
        found += once([*_lists(group, sentence), *_excluding(group, sentence, row, every[max(0, at - 1):at + 3])])
    return found


def _lists(group: Group, sentence: Said) -> Iterator[Verdict]:
    """A whole, then a colon, dash or bracket, then the parts to the end of the list; or the parts and then what they make in all."""
    for hit in hits(sentence, "parts-sum"):
        whole = hit.claim("whole")
        if not _counts(whole):
            continue
        if "items" in hit.words:
            row, complete = hit.words["items"] + " ", False
        elif "open" in hit.words:
            end = re.search(ENDS.get(hit.words["open"], r"\. $|; |$"), hit.after)
            row = hit.after[:end.start()] if end else hit.after
            complete = not finder("incomplete", "parts-sum").search(hit.words.get("between", "") + " " + row)
        else:
            row, complete = hit.before, not finder("incomplete", "parts-sum").search(hit.before)
        parts, whole_list = _parts(sentence, row)
        if len(parts) < 2 or finder("levels", "parts-sum").search(row):
            continue
        if not _alike(whole, parts, "items" in hit.words) or not _near(whole, parts):
            continue
        yield from _verdict(group, whole, written(whole), parts, complete and whole_list)


def _near(whole: Claim, parts: Sequence[Part]) -> bool:
    """Whether the parts come near their whole; 26 divisions are no parts of 500,000 soldiers."""
    number = whole.mention.number
    made = sum(parse(part.given["number"]["low"]) or Fraction(0) for part in parts)
    return number is not None and number.low is not None and Fraction(number.low) / 2 <= made <= Fraction(number.low) * 2


def _counts(claim: Claim) -> bool:
    number = claim.mention.number
    return number is not None and number.low == number.high and number.low is not None and number.low > 0 and claim.mention.move is None


def _parts(sentence: Said, row: str) -> tuple[list[Part], bool]:
    """The words of a list → its parts, and whether every item has its number; no parts where an item has more than one."""
    parts, complete = [], True
    for item in CUT.split(row.strip() + " "):
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
        if (claim is not None and (letter not in "cmyp" or not _counts(claim))) or finder("inner", "parts-sum").match(item):
            return [], False
        parts.append(Part(dict(written(claim)) if claim else bare(plain), claim, item))
    return parts, complete


def _alike(whole: Claim, parts: Sequence[Part], strictly: bool) -> bool:
    """Whether the parts are of the whole's kind: one unit, or things that are such a thing; what stands without a noun fits."""
    for part in parts:
        claim = part.claim
        if claim is None:
            if whole.mention.kind != "count":
                return False
            continue
        if claim.mention.kind != whole.mention.kind:
            if whole.mention.kind != "money" or claim.mention.kind != "count" or (claim.mention.precision or 0) < 1000:
                return False                                                # "12 million crowns: five million for roads"
        elif claim.mention.unit != whole.mention.unit or (whole.mention.kind == "count" and not _is_a(claim, whole, strictly)):
            return False
        if claim.mention.role == "addition":
            return False
    return True


def _is_a(part: Claim, whole: Claim, strictly: bool) -> bool:
    """Whether what a part counts is such a thing as the whole counts, by the table of parts or because the whole's noun takes anything."""
    thing, kind = part.key.entity or part.mention.entity_head, whole.key.entity or whole.mention.entity_head
    if strictly:
        return kind is not None and thing is not None and kind in wholes(thing)
    heads = {whole.mention.entity_head, kind}
    if thing is None or kind is None or thing == kind or kind in wholes(thing) or part.mention.entity_head in heads:
        return True
    return not heads.isdisjoint(table("parts-sum")["words"]["anything"])


def _verdict(group: Group, whole: Claim | None, given: Json, parts: Sequence[Part], complete: bool) -> Iterator[Verdict]:
    """The sum of the parts beside the whole; of an incomplete list only what exceeds it counts."""
    trail = Trail()
    trail.take("sum", {"parts": [part.given for part in parts]})
    trail.take("written", {"side": "right" if complete else "whole", **given})
    if not complete:
        trail.take("ceiling", reads=("whole_span",))
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    claims = [part.claim for part in parts if part.claim is not None]
    listed = _enumerated([str(part.given["words"]) if part.claim is None else part.claim.mention.text for part in parts])
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


def _excluding(group: Group, sentence: Said, row: str, near: Sequence[Said]) -> Iterator[Verdict]:
    """Shares or counts of one whole that exclude each other: more than all of it is too much."""
    if finder("levels", "parts-sum").search(row) or any(finder("several", "parts-sum").search(" " + _lowered(each)) for each in near):
        return
    whole, given, rest, chamber = _whole_of(sentence, row)
    for clause in row.split("; ") if whole is None else [rest]:
        parts = _sharing(sentence, clause, "c" if whole is not None else "p")
        if len(parts) > 1 and _exclude(parts, clause, whole, chamber):
            yield from _verdict(group, whole, given, parts, complete=False)


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
            if found and mark and _counts(sentence.claims[int(mark[1])]):
                claim = sentence.claims[int(mark[1])]
                return claim, dict(written(claim)), row[:found.start()] + row[found.end():], sort == "chambers"
    return None, FULL, row, False


def _sharing(sentence: Said, row: str, kind: str) -> list[Part]:
    """The items of a row that have one number of the kind; none where an item has such a number and another."""
    parts: list[Part] = []
    for item in (CUT if kind == "p" else CUT_VOTES).split(row):
        numbers = [number for number in NUMBER.findall(item) if number[0] not in SILENT]
        wanted = [number for number in numbers if number[0] == kind or (number[2] and kind == "c")]
        if not wanted:
            continue
        _, index, plain = wanted[0]
        claim = sentence.claims[int(index)] if index else None
        if len(numbers) > 1 or (claim is not None and not _shares(claim)):
            return []
        parts.append(Part(dict(written(claim)) if claim else bare(plain), claim, item))
    return parts


def _shares(claim: Claim) -> bool:
    mention = claim.mention
    return (_counts(claim) and mention.trend is None and mention.role is None and mention.modality in ("asserted", "planned")
            and mention.unit in (None, "percent"))


def _exclude(parts: Sequence[Part], row: str, whole: Claim | None, chamber: bool) -> bool:
    """Whether the words say that nobody is in two of the parts."""
    if chamber and finder("holding", "parts-sum").search(row) and all(_seat(part) for part in parts):
        return True
    if whole is None and finder("of all", "parts-sum").search(row):
        return True
    tails = [re.split(r"<\w\d+> |#\S+ ", part.words + " ")[-1] for part in parts]
    if any(finder("of others", "parts-sum").match(tail) for tail in tails[1:]):
        return False
    if len(parts) > 2 and any(finder("undecided", "parts-sum").search(tail) for tail in tails):
        return True
    return any(_opposed(opposed, tails) for opposed in table("parts-sum")["opposed"])


def _seat(part: Part) -> bool:
    """Whether a part counts seats or votes: by its noun, or because it has left it out ("the Union 11")."""
    if part.claim is None or part.claim.mention.entity_head is None:
        return True
    mention = part.claim.mention
    return bool({mention.entity_head, mention.property} & set(table("parts-sum")["words"]["seats"])) or (mention.entity or "")[:1].isupper()


def _opposed(opposed: Sequence[Sequence[str]], tails: Sequence[str]) -> bool:
    """Whether one part is on one side and a later one, in few words, on the other: "45 percent were for the toll, 48 percent against"."""
    sides = [{side for side, words in enumerate(opposed) for word in words if f" {word} " in f" {tail}"} for tail in tails]
    return any(sides[i] and sides[j] and sides[i].isdisjoint(sides[j]) and len(re.findall(r"[^\W\d_]+", tails[j])) <= SHORT
               for j in range(1, len(sides)) for i in range(j))
