"""A sentence in, its words in parallel lists out: what keys and comparisons need to know of it, computed once a sentence.

Names are told by their capital letter, so a sentence that is all capitals or Title Case has none, and its first word is a name only
beside another.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import sub
from unicodedata import normalize

from factcheck.claims.words import calendar, empty, lemma, phrases

TOKEN = re.compile(r"""
    \s*+ (?:
      -[LR][RS]B-                                                     # "-LRB-", a bracket as some corpora write it
    | (?: [^\W\d_]++ [\u0300-\u036f]*+ )++ (?: [-‐‑] [^\W\d_]++ )*+     # "news"  "second-quarter"
    | \d++ (?: [.,:] \d++ )*+                                          # "1,234.5"  "9:30"
    | \S                                                              # any mark
    ) | \s++ $
""", re.VERBOSE)


BREAK = frozenset([",", ";", "and"])        # marks that no phrase reaches across


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence: as written, as lemmas, with their places; `names` marks the tokens that belong to a proper name."""

    text: str
    surface: tuple[str, ...]
    lemmas: tuple[str, ...]
    starts: tuple[int, ...]
    names: tuple[bool, ...]
    phrases: tuple[tuple[int, int], ...]
    """Runs of name tokens as (first, end): "Quillen Rail" is one."""

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
    raw = TOKEN.findall(text)
    if raw and raw[-1].isspace():
        raw.pop()
    ends = list(accumulate(map(len, raw)))
    bare = list(map(str.lstrip, raw))
    starts = tuple(map(sub, ends, map(len, bare)))
    surface = tuple(bare) if text.isascii() else tuple(map(composed, bare))
    lowered = list(map(str.lower, surface))
    names = _names(surface, lowered, lang)
    return Sentence(text, surface, _phrased(list(map(lemma, lowered)), lang), starts, names, _runs(names))


def _phrased(lemmas: list[str], lang: str) -> tuple[str, ...]:
    """Lemmas → the same with one for each phrase that is one verb: came out → release out, made her debut → debut her debut."""
    table = phrases(lang)
    if table.keys().isdisjoint(lemmas):
        return tuple(lemmas)
    for index in range(len(lemmas) - 1):
        for rest, within, verb in table.get(lemmas[index], ()):
            behind = lemmas[index + 1:index + 1 + within]
            if tuple(behind[:len(rest)]) == rest or (within > len(rest) and rest[0] in behind and BREAK.isdisjoint(behind)):
                lemmas[index] = verb
                break
    return tuple(lemmas)


def composed(word: str) -> str:
    """A word whose accents are marks of their own → the same with letters that carry them."""
    return word if word.isascii() else normalize("NFC", word)


def _names(surface: tuple[str, ...], lowered: list[str], lang: str) -> tuple[bool, ...]:
    """Which tokens are proper names."""
    skip, days = empty(lang), calendar(lang)
    marks = [False] * len(surface)
    capital = [index for index, word in enumerate(surface) if word[0].isupper()]
    if len(capital) * 3 > len(surface) and _title_case(surface, lowered, skip):
        return tuple(marks)
    for index in capital:
        word = lowered[index]
        marks[index] = (word not in skip or surface[index].isupper()) and word not in days and len(word) > 1      # "US" is no "us"
    first = next((index for index, word in enumerate(surface) if word[0].isalnum()), None)
    if first is not None and marks[first] and not (first + 1 < len(marks) and (marks[first + 1] or surface[first + 1] in "’'")):
        marks[first] = len(surface[first]) > 1 and surface[first].isupper()        # "Police said …"; "NATO said …"
    return tuple(marks)


def _title_case(surface: tuple[str, ...], lowered: list[str], skip: frozenset[str]) -> bool:
    """Whether all words that say something have a capital, as in a headline; one without may be, but not before a full stop."""
    plain = [word for word, small in zip(surface, lowered, strict=True) if small not in skip and word[0].isalpha()]
    return len(plain) > 3 and sum(not word[0].isupper() for word in plain) < (1 if surface[-1] == "." else 2)


def _runs(names: tuple[bool, ...]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    begin = -1
    for index, mark in enumerate((*names, False)):
        if mark and begin < 0:
            begin = index
        elif not mark and begin >= 0:
            runs.append((begin, index))
            begin = -1
    return tuple(runs)
