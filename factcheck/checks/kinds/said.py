"""The claims of one sentence in, the sentence as a row of words out, with a mark for each claim: what templates are laid on.

    "Three of the 12 pupils, or 30 percent, failed."   →   <c0> of the <c1> pupils , or <p2> , failed .

The letter names the kind of the mention, a capital one a move ("from 10 to 15"); the number is the claim's place in the sentence.
Numbers that made no claim stay as "#11" or "#75th". Quotation marks are left out, all dashes between words are "–".
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from factcheck.checks.algebra import as_json, show
from factcheck.data import load
from factcheck.model import Bounds, Claim, Move

Json = dict[str, Any]

LETTERS = {"count": "c", "measure": "m", "money": "y", "percent": "p", "ratio": "r", "ordinal": "o", "duration": "t", "age": "a",
           "score": "s", "date": "d", "time": "k"}
TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\w\s]")
DASHES = frozenset("–—‒―−")
QUOTES = frozenset("\"“”„‟«»‘`'’")
SPLIT = re.compile(r"from #\S+ (?:in |on |at )?(?:<d\d+> )?to (<[CMYP]\d+> )")        # "from 840 in 2021 to 560 in 2022" is one move
LONGEST = 1_500         # characters; what is longer is no sentence


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence and its claims, in order of place."""

    claims: tuple[Claim, ...]
    quote: str
    start: int

    def kinds(self) -> set[str]:
        """The kinds of the mentions, to pass over a sentence quickly."""
        return {claim.mention.kind for claim in self.claims}

    def text(self, begin: int, end: int) -> str:
        """The words between two offsets of the document, both inside the sentence."""
        return self.quote[max(0, begin - self.start):max(0, end - self.start)]

    def between(self, left: Claim, right: Claim) -> str:
        return self.text(left.mention.end, right.mention.start)


def sentences(claims: Sequence[Claim]) -> Iterator[Said]:
    """The claims of a document → its sentences that hold any, in order."""
    for _, group in groupby(claims, key=lambda claim: (claim.mention.document, claim.quote_start)):
        members = tuple(sorted(group, key=lambda claim: (claim.mention.start, -claim.mention.end)))
        if len(members[0].quote) <= LONGEST:
            yield Said(members, members[0].quote, members[0].quote_start)


def continued(claims: Sequence[Claim], pronouns: Sequence[str]) -> Iterator[Said]:
    """The claims of a document → its sentences; one that begins with a pronoun also together with the sentence before it."""
    last: Said | None = None
    for said in sentences(claims):
        if last is not None and last.claims[0].mention.document == said.claims[0].mention.document and _follows(last, said, pronouns):
            gap = said.start - last.start - len(last.quote)
            yield Said((*last.claims, *said.claims), last.quote + " " * gap + said.quote, last.start)
        yield said
        last = said


def _follows(last: Said, said: Said, pronouns: Sequence[str]) -> bool:
    """Whether a sentence goes on directly after another, of the same subject."""
    first = said.quote.split(" ", 1)[0].lower()
    return first in pronouns and 0 <= said.start - last.start - len(last.quote) <= 2


def skeleton(said: Said) -> str:
    """A sentence → its row of words, each followed by a space; a claim inside another has no mark of its own."""
    words: list[str] = []
    at = said.start
    for index, claim in enumerate(said.claims):
        mention = claim.mention
        if mention.start < at:
            continue
        words += _words(said.text(at, mention.start))
        letter = LETTERS.get(mention.kind, "x")
        words.append(f"<{letter.upper() if ends(claim) else letter}{index}>")
        at = mention.end
    words += _words(said.text(at, said.start + len(said.quote)))
    return SPLIT.sub(r"\1", " ".join(words) + " ")


def _words(text: str) -> list[str]:
    """A stretch of text → its words: numbers marked, dashes alike, quotation marks left out."""
    plain = text.lower().replace("’", "'").replace("--", " – ").replace(" - ", " – ")
    if plain.strip() == "-":
        return ["–" if plain != "-" else "-"]
    table = _bare()
    return [f"#{word}" if word[0].isdecimal() else table.get(word, word) for word in TOKEN.findall(plain) if word not in QUOTES]


@cache
def _bare(lang: str = "en") -> dict[str, str]:
    """Number words of one token that made no claim ("one" is a pronoun), and dashes."""
    table = load(f"lang.{lang}.numerals")
    found = {**table["ones"], **table["tens"]}
    return {**{word: f"#{value}" for word, value in found.items() if int(value) > 1}, **dict.fromkeys(DASHES, "–")}


def ends(claim: Claim) -> Move | None:
    """The two ends of a move, also of one that was read as a range: "from 10 to 15"."""
    mention = claim.mention
    number = mention.number
    if mention.move is not None or number is None or number.low is None or number.high is None or number.low == number.high:
        return mention.move
    words = _words(mention.text)
    if len(words) < 2 or words[0] != "from" or not words[1].startswith("#"):
        return None
    first = words[1].lstrip("#").replace(",", "")
    if str(number.low).startswith(first) == str(number.high).startswith(first):
        return None
    return Move(number.low, number.high) if str(number.low).startswith(first) else Move(number.high, number.low)


def written(claim: Claim) -> Json:
    """A claim → its amount as the step `written` takes it: the number as it stands, without its unit."""
    mention = claim.mention
    number = mention.number
    given: Json = {"words": mention.text, "kind": mention.kind, "number": None, "precision": show(mention.precision),
                   "modifier": mention.modifier}
    if number is not None and number.low is not None and number.high is not None:
        return {**given, "number": {"low": show(number.low), "high": show(number.high)}}
    return {**given, "given": as_json(mention.bounds or Bounds(None, None))}
