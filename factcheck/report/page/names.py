"""Claims about one thing in, a short name for that thing out: "people killed", "turnout", "Albania joined NATO".

The words are those of the sources. Two things of one story with one name are told apart by a name that only one of them has beside it,
else by the number itself.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factcheck.claims.said import thing_in
from factcheck.data import listed
from factcheck.model import Claim
from factcheck.report.words import clean, plural

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LONGEST = 48
NEAR = (8, 16)
"""Words before and after a date among which its name is looked for: more where the nearest give a single word."""
ALONE = 5
"""Words beside it that name a date whose sentences share none."""
LEADING = listed("lemmas", "no_edges")
"""Words that a name neither begins nor ends with."""
DOING = ("ing", "s")
STATES = ("missing", "remaining", "living")
"""What befell the counted is said after a count: "people killed", not "site covers"; of the properties in -ing only these are."""


def label(claims: Sequence[Claim]) -> str:
    """The claims of a topic → what they speak of: the counted thing with what happened to it, else the words beside the date."""
    thing = "" if claims[0].mention.kind in ("date", "time") else _thing(claims)
    return cut(thing or _beside(claims) or clean(claims[0].mention.text))


def apart(named: Sequence[tuple[str, Sequence[Claim]]]) -> list[str]:
    """Names with the claims they are of → the same names, those that stand twice made different."""
    times = Counter(name for name, _ in named)
    beside = Counter((name, each) for name, claims in named if times[name] > 1
                     for each in frozenset().union(*(claim.names for claim in claims)))
    return [name if times[name] == 1 else _told_apart(name, claims, beside) for name, claims in named]


def cut(text: str, longest: int = LONGEST) -> str:
    """A text → the same, or its beginning and a mark that it goes on."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


def _thing(claims: Sequence[Claim]) -> str:
    """The shortest words for the counted thing, and, of a count, what befell it: "people", "killed"."""
    head = _usual(claim.key.entity for claim in claims)
    words = [_surface(claim, claims) for claim in claims if claim.key.entity == head]
    if head is None or not any(words):
        return ""
    thing = min(filter(None, words), key=lambda text: (len(text), text))
    if claims[0].mention.kind == "age":
        return f"age of {thing}"
    if claims[0].mention.kind != "count":
        return thing
    thing = plural(thing) if thing == head else thing
    befell = _usual(claim.key.property for claim in claims)
    return thing if not befell or befell in thing.split() or befell.endswith(DOING) and befell not in STATES else f"{thing} {befell}"


def _surface(claim: Claim, claims: Sequence[Claim]) -> str:
    """The counted thing as the sentence puts it."""
    place = thing_in(claim)
    if place is None:
        return clean(claim.mention.entity or claim.key.entity or "")
    text = clean(claim.quote[slice(*place)])
    return _small(text, claims) if place[0] == 0 else text


def _small(text: str, claims: Sequence[Claim]) -> str:
    """Words that begin a sentence → small, where a sentence has them so: "Turnout", as another writes "turnout"."""
    first = text.partition(" ")[0]
    small = first[:1].lower() + first[1:]
    return small + text[len(first):] if any(re.search(rf"\b{re.escape(small)}\b", claim.quote) for claim in claims) else text


def _usual(words: Iterable[str | None]) -> str | None:
    counts = Counter(clean(word) for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word)) if counts else None


def _beside(claims: Sequence[Claim]) -> str:
    """The longer of the stretches before and after the date from the first to the last word that all the sentences share; else the words
    before it."""
    first = claims[0]
    shared = frozenset.intersection(*(claim.context for claim in claims))
    for near in NEAR:
        sides = _sides(first, near)
        found = max((_stretch(claims, side, shared) for side in sides), key=lambda text: text.count(" "))
        if " " in found:
            return found
    return found or _stretch(claims, sides[0][-ALONE:] or sides[1][:ALONE], None)


def _sides(claim: Claim, near: int) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """The words just before and just after the number of a claim."""
    begin, end = claim.mention.start - claim.quote_start, claim.mention.end - claim.quote_start
    return list(WORD.finditer(claim.quote, 0, begin))[-near:], list(WORD.finditer(claim.quote, end))[:near]


def _stretch(claims: Sequence[Claim], words: Sequence[re.Match[str]], lemmas: frozenset[str] | None) -> str:
    """The text from the first to the last of the words that count: those of these lemmas, else those that can begin or end a name."""
    chosen = [word for word in words if (_stands_for(word[0], lemmas) if lemmas is not None else word[0].lower() not in LEADING)]
    if not chosen:
        return ""
    text = clean(claims[0].quote[chosen[0].start():chosen[-1].end()])
    return _small(text, claims) if chosen[0].start() == 0 else text


def _stands_for(word: str, lemmas: frozenset[str]) -> bool:
    """Whether a word of a text is a form of one of these lemmas: "hosted" of "host"."""
    low = word.lower()
    return low in lemmas or any(low.startswith(lemma[:max(4, len(lemma) - 1)]) for lemma in lemmas if len(lemma) > 3)


def _told_apart(name: str, claims: Sequence[Claim], beside: Mapping[tuple[str, str], int]) -> str:
    """A name with what only these claims have: a proper name in all of their sentences, else the number as the first one writes it.
    `beside` counts for each name and proper name the things that have it."""
    common = frozenset.intersection(*(claim.names for claim in claims))
    for each in sorted((each for each in common if beside[name, each] == 1), key=lambda each: (-len(each), each)):
        if each not in name.lower() and (found := re.search(rf"\b{re.escape(each)}\b", clean(claims[0].quote), re.IGNORECASE)):
            return cut(f"{name}, {found[0]}")
    return cut(f"{name} ({clean(claims[0].mention.text)})")
