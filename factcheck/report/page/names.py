"""Claims about one thing in, a short name for that thing out: "injured officers", "turnout", "old record set 1994"."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.model import Claim
from factcheck.report.words import clean, phrase, plural

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LONGEST = 48
SHARED = 5
"""Words of a sentence that make a name."""


def label(claims: Sequence[Claim]) -> str:
    """The claims of a topic → what they speak of: the counted thing with its aspect, else the words that all sentences share."""
    if claims[0].mention.kind not in ("date", "time"):
        thing, aspect = _usual(claim.key.entity for claim in claims), _usual(claim.key.property for claim in claims)
        if thing and any(thing in claim.names for claim in claims):
            thing = thing.title()
        if thing:
            noun = plural(thing) if claims[0].mention.kind == "count" else thing
            return cut(noun if not aspect or aspect in noun.split() else f"{noun}, {aspect}")
    return cut(_shared(claims) or phrase(claims[0]))


def cut(text: str, longest: int = LONGEST) -> str:
    """A text → the same, or its beginning and a mark that it goes on."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


def _usual(words: Iterable[str | None]) -> str | None:
    counts = Counter(clean(word) for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word)) if counts else None


def _shared(claims: Sequence[Claim]) -> str:
    """The words that the sentences of all claims share, as the first one puts them, without the number."""
    common = frozenset.intersection(*(claim.context for claim in claims))
    first = claims[0]
    begin, end = first.mention.start - first.quote_start, first.mention.end - first.quote_start
    number = {word.lower() for word in WORD.findall(first.mention.text)}
    found = [word for match in WORD.finditer(f"{first.quote[:begin]} {first.quote[end:]}")
             if (word := match[0]).lower() not in number and _stands_for(word.lower(), common)]
    return clean(" ".join(list(dict.fromkeys(found))[:SHARED]))


def _stands_for(word: str, lemmas: frozenset[str]) -> bool:
    """Whether a word of a text is a form of one of these lemmas: "hosted" of "host"."""
    return word in lemmas or any(word.startswith(lemma[:max(4, len(lemma) - 1)]) for lemma in lemmas if len(lemma) > 3)
