"""A sentence in, its words in parallel lists out: what keys and comparisons need to know of it, computed once a sentence.

Names are told by their capital letter, so a sentence that is all capitals or Title Case has none, and its first word is a name only
beside another.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from factcheck.claims.words import calendar, empty, lemma

WORD = re.compile(r"-[LR][RS]B-|(?:[^\W\d_]+[\u0300-\u036f]*)+(?:[-‐‑][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]")
# "-LRB-" is a bracket as some corpora write it.


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence: as written, as lemmas, with their places; `names` marks the tokens that belong to a proper name."""

    text: str
    surface: tuple[str, ...]
    lemmas: tuple[str, ...]
    starts: tuple[int, ...]
    names: tuple[bool, ...]

    def index(self, offset: int) -> int:
        """The first token that begins at or after an offset into the sentence."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low


@lru_cache(maxsize=2_000)       # each number of a sentence asks for it, and so does each stage
def sentence(text: str, lang: str = "en") -> Sentence:
    """The text of a sentence → its words."""
    found = list(WORD.finditer(text))
    surface = tuple(map(composed, (match[0] for match in found)))
    lowered = [word.lower() for word in surface]
    return Sentence(text, surface, tuple(lemma(word, lang) if word[0].isalpha() else word for word in lowered),
                    tuple(match.start() for match in found), _names(surface, lowered, lang))


def composed(word: str) -> str:
    """A word whose accents are marks of their own → the same with letters that carry them."""
    return word if word.isascii() else normalize("NFC", word)


def _names(surface: tuple[str, ...], lowered: list[str], lang: str) -> tuple[bool, ...]:
    """Which tokens are proper names."""
    capital = [word[0].isupper() for word in surface]
    plain = [index for index, word in enumerate(lowered) if word[0].isalpha() and word not in empty(lang)]
    if len(plain) > 3 and sum(not capital[index] for index in plain) < 2:
        return (False,) * len(surface)                                            # a headline in Title Case
    marks = [capital[index] and lowered[index] not in empty(lang) and lowered[index] not in calendar(lang) and len(word) > 1
             for index, word in enumerate(surface)]
    first = next((index for index, word in enumerate(surface) if word[0].isalnum()), None)
    if first is not None and marks[first] and not (first + 1 < len(marks) and (marks[first + 1] or surface[first + 1] in "’'")):
        marks[first] = len(surface[first]) > 1 and surface[first].isupper()        # "Police said …"; "NATO said …"
    return tuple(marks)


def name_phrases(of: Sentence) -> list[tuple[int, int]]:
    """Runs of name tokens as (first, end): "Quillen Rail" is one."""
    runs: list[tuple[int, int]] = []
    begin = -1
    for index, mark in enumerate((*of.names, False)):
        if mark and begin < 0:
            begin = index
        elif not mark and begin >= 0:
            runs.append((begin, index))
            begin = -1
    return runs
