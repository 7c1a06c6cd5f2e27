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

from factcheck.checks.kinds.excluding import excluding
from factcheck.checks.kinds.finding import amount, once
from factcheck.checks.kinds.items import Part, alike, beside, counts, elided, exclusive, levels, near, parts_of, people
from factcheck.checks.kinds.said import Said, sentences, skeleton, written
from factcheck.checks.kinds.templates import Hit, cued, finder, hits, phrases
from factcheck.model import Claim, Group, Verdict

KINDS = ("count", "measure", "money", "percent", "score")
IN = re.compile(rf"\b(?:{'|'.join(phrases('placing', 'parts-sum'))})\b")
PLACED = re.compile(rf"\s+{IN.pattern}\s+(?!all\b|total\b)")
NAMED = re.compile(rf"\s+{IN.pattern}\s+[A-Z]")
WORD = re.compile(r"[^\W\d_]")
MARKS = re.compile(rf"<\w\d+>|\b(?:{'|'.join(phrases('joints', 'parts-sum'))})\b")
BEGINS = re.compile(r"<|an? ")
ENDS = {":": r"\. $|: |$", "–": r"– |\. $|$", "(": r"\) "}


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each list that is not its whole."""
    every = list(sentences(group.claims))
    found: list[Verdict] = []
    for at, sentence in enumerate(every):
        if sum(claim.mention.kind in KINDS for claim in sentence.claims) < 2 or not cued(sentence, "parts-sum"):
            continue
        row = skeleton(sentence)
        found += once([*_lists(group, sentence), *excluding(group, sentence, row, every[max(0, at - 1):at + 3])])
    return found


def _lists(group: Group, sentence: Said) -> Iterator[Verdict]:
    """A whole, then a colon, dash or bracket, then the parts to the end of the list; or the parts and then what they make in all."""
    for hit in hits(sentence, "parts-sum"):
        whole = hit.claim("whole")
        if not counts(whole) or _placed(whole) or ("totalled" in hit.words and "total" not in whole.mention.text.lower()):
            continue
        if "won" in hit.words:
            yield from _record(group, hit, whole)
        elif "first" in hit.words:
            yield from _places(group, sentence, hit, whole)
        else:
            yield from _listed(group, sentence, hit, whole)


def _placed(claim: Claim, place: re.Pattern[str] = PLACED) -> bool:
    """Whether a number without a noun has a place of its own: it is one of the row "3.2 million in Ostrel, 1.7 million in Vantor"."""
    return elided(claim) and bool(place.match(claim.quote, claim.mention.end - claim.quote_start))


def _listed(group: Group, sentence: Said, hit: Hit, whole: Claim) -> Iterator[Verdict]:
    row, complete = _row(hit)
    if hit.words.get("open") == "(" and not BEGINS.match(row):                  # "the two ends (at 1 and 2)"
        return
    parts, whole_list = parts_of(sentence, row)
    if hit.words.get("open") == "(" and not any(WORD.search(MARKS.sub("", part.words)) for part in parts):
        return                                                                  # "4.7 billion (4.9 billion and 3.8 billion)"
    if len(parts) > 1 and not levels(row) and near(whole, parts) and _fit(hit, whole, parts):
        yield from beside(group, whole, written(whole), parts, complete and whole_list)


def _row(hit: Hit) -> tuple[str, bool]:
    """The words of the list, and whether it says nothing of being incomplete."""
    if "items" in hit.words:
        return hit.words["items"] + " ", False
    if "some" in hit.words:
        return re.split(r"\. $|; ", hit.after)[0], False
    if "open" not in hit.words:
        row = hit.before.rpartition(": ")[2]                                    # "four stages: 120 km, 90 km, …, 390 km in all"
        return row, not finder("incomplete", "parts-sum").search(row)
    end = re.search(ENDS.get(hit.words["open"], r"\. $|; |$"), hit.after)
    row = hit.after[:end.start()] if end else hit.after
    return row, not finder("incomplete", "parts-sum").search(hit.words.get("between", "") + " " + row)


def _fit(hit: Hit, whole: Claim, parts: Sequence[Part]) -> bool:
    """Whether the items are parts of the whole and of nothing twice."""
    if "loose" in hit.words:                                                    # "15 medals, including …"
        return exclusive(whole, parts)
    placed = all(each.claim and _placed(each.claim, NAMED) for each in parts)
    if placed and not elided(whole) and not IN.search(hit.words.get("between", "")):
        return True                                                             # "eight houses, three in Ostrel, four in Kessary"
    return alike(whole, parts, "items" in hit.words and "crew" not in hit.words) or (people(whole) and exclusive(whole, parts))


def _places(group: Group, sentence: Said, hit: Hit, whole: Claim) -> Iterator[Verdict]:
    """"Twelve people died, seven in the north and six in the south": in two places, on two days or of two sorts, so nobody is both."""
    named = {"first": "one", "second": "other"}
    parts = [Part(amount(hit, name), hit.claim(name), hit.words[word]) for name, word in named.items()]
    apart = all(_apart(sentence, hit, word) for word in named.values()) and hit.words["one"] != hit.words["other"]
    plain = all(elided(part.claim) for part in parts if part.claim is not None)
    fit = (plain and apart) or (people(whole) and exclusive(whole, parts))
    if fit and all(counts(part.claim) for part in parts if part.claim is not None) and near(whole, parts):
        yield from beside(group, whole, written(whole), parts, complete=False)


def _apart(sentence: Said, hit: Hit, name: str) -> bool:
    """Whether a word names a region, a day or a place: "the north", "Monday", "Ostrel"."""
    words = hit.words[name].split()
    return bool(words) and all(word in phrases("regions", "parts-sum") or re.search(rf"\b{re.escape(word.capitalize())}\b", sentence.quote)
                               for word in words)


def _record(group: Group, hit: Hit, whole: Claim) -> Iterator[Verdict]:
    """The record of a team: "In 12 matches they won nine, drew two and lost one"."""
    parts = [Part(amount(hit, name), hit.claims[name], "") for name in ("won", "second", "third")]
    if all(part.claim is None or counts(part.claim) for part in parts):
        yield from beside(group, whole, written(whole), parts, complete=True)
