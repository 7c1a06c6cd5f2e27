"""Text in, blocks of tokens out: the one pass over the characters that everything else works on.

A block is a stretch of text with its tokens (words, numbers, marks) in parallel lists and its sentence boundaries. The pass is one
`findall` and three C-level maps, because a token object a word would cost more than the whole rest of reading. Blocks end at line
breaks that end a paragraph and, in very long lines, at a sentence end, so that memory stays bounded on one long document.

Gets wrong: a sentence that ends in an abbreviation before a capital ("He lives in the U.S. Police said …") is not split.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import or_, sub

TOKEN = re.compile(r"""
    \s*+(?:
      [A-Za-z]{2,}+(?![^\W\d_])          # most words, by the quickest class
    | \d++(?:[.,]\d++)*+                  # "37"  "1,234.5"
    | (?:[^\W\d_]\.){2,}                  # "U.S."  "p.m."
    | [^\W\d_]++                          # "laptops"
    | ['’](?:s|S|t|re|ve|ll|d|m)\b        # "year’s" is two tokens
    | \S                                  # any other mark
    )
    | \s++$
""", re.VERBOSE)

LONGEST_BLOCK = 20_000      # characters; longer lines are cut at a sentence end
LINE = re.compile(r"[^\n]*\n?")
CUT = re.compile(r"[.!?][\"”’)]*\s")
ENDERS = frozenset(".!?…")
DIGITS = frozenset("0123456789")
DIGIT_ROWS = (0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xE50, 0xFF10)      # ASCII, Arabic, Persian, N'Ko, Hindi, Bengali, Thai, full width
ALL_DIGITS = frozenset(chr(row + digit) for row in DIGIT_ROWS for digit in range(10))
FOREIGN_DIGIT = re.compile("[" + "".join(f"{chr(row)}-{chr(row + 9)}" for row in DIGIT_ROWS[1:]) + "]")
CLOSERS = frozenset("\"”’')]»")
ABBREVIATIONS = frozenset(
    "mr mrs ms dr st jr sr prof gen col lt sgt capt gov sen rep rev hon vs etc approx no nos fig inc ltd co corp dept est jan feb mar apr"
    " jun jul aug sep sept oct nov dec mt ft vol pp al".split())


@dataclass(frozen=True, slots=True)
class Block:
    """Tokens of one stretch of text in parallel lists.

    `words` are lower-cased, `surface` as written, `starts` and `ends` absolute offsets into the document's text. `sentences` holds
    token indices: sentence k is tokens sentences[k] to sentences[k + 1].
    """

    text: str
    surface: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    hits: list[int]
    """Tokens that are digits, end a sentence, or are in the lexicon: what recognisers look at, about one token in six."""
    taken: bytearray
    """One byte a token: 1 where a recogniser has claimed it."""

    def adjacent(self, index: int) -> bool:
        """Whether token `index` follows the one before it without a space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def span(self, first: int, last: int) -> str:
        """The text from the start of token `first` to the end of token `last - 1`."""
        return self.text[self.starts[first]:self.ends[last - 1]]


def blocks(text: str, start: int = 0, lexicon: frozenset[str] = ENDERS) -> Iterator[Block]:
    """A text → its blocks in order, from offset `start` on; offsets are those of the whole text. `lexicon`: the words to note as hits."""
    lexicon = lexicon | ENDERS
    first = ALL_DIGITS if not text.isascii() and FOREIGN_DIGIT.search(text) else DIGITS
    for begin, end in _stretches(text, start):
        raw = TOKEN.findall(text, begin, end)
        if raw and raw[-1].isspace():
            raw.pop()
        if not raw:
            continue
        ends = list(accumulate(map(len, raw), initial=begin))[1:]
        surface = list(map(str.lstrip, raw))
        words = list(map(str.lower, surface))
        starts = list(map(sub, ends, map(len, surface)))
        hits = _hits(words, lexicon, first)
        yield Block(text, surface, words, starts, ends, _sentences(words, surface, starts, ends, hits), hits, bytearray(len(words)))


def _hits(words: list[str], lexicon: frozenset[str], first: frozenset[str]) -> list[int]:
    """The tokens that are in the lexicon or begin with a digit. The first sieve runs in C and lets ASCII marks through, which sort
    before the colon as digits do; the second drops them."""
    if first is ALL_DIGITS:
        return [index for index, word in enumerate(words) if word in lexicon or word[0] in first]
    sieve = compress(range(len(words)), map(or_, map(lexicon.__contains__, words), map(":".__gt__, words)))
    return [index for index in sieve if words[index] in lexicon or words[index][0] in first]


def _stretches(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Offsets of the blocks: paragraphs, with soft line breaks joined and very long lines cut."""
    size, begin = len(text), start
    while begin < size:
        end = _paragraph_end(text, begin, size)
        while end - begin > LONGEST_BLOCK:
            cut = CUT.search(text, begin + LONGEST_BLOCK, end)
            middle = cut.end() if cut and cut.end() < begin + 2 * LONGEST_BLOCK else _space_after(text, begin + LONGEST_BLOCK, end)
            yield begin, middle
            begin = middle
        yield begin, end
        begin = end


def _space_after(text: str, begin: int, end: int) -> int:
    found = text.find(" ", begin, end)
    return end if found < 0 else found + 1


def _paragraph_end(text: str, begin: int, size: int) -> int:
    """Where the paragraph that starts at `begin` ends: at a line break that is not soft."""
    end = begin
    while True:
        found = text.find("\n", end, size)
        if found < 0:
            return size
        end = found + 1
        if not _soft(text, begin, found, size):
            return end


def _soft(text: str, begin: int, newline: int, size: int) -> bool:
    """Whether a line break only wraps a line: the next line goes on in lower case or with a digit, and no sentence ended before it."""
    following = text[newline + 1:newline + 2]
    if not following or newline == begin or newline - max(text.rfind("\n", begin, newline), begin - 1) < 40:
        return False
    return (following.islower() or following.isdigit()) and text[newline - 1] not in ".!?:;\"”"


def _sentences(words: list[str], surface: list[str], starts: list[int], ends: list[int], hits: list[int]) -> list[int]:
    """Token indices where sentences begin, with the number of tokens at the end."""
    begins, last = [0], len(words)
    for index in hits:
        if words[index] not in ENDERS:
            continue
        after = index + 1
        while after < last and words[after] in CLOSERS and starts[after] == ends[after - 1]:
            after += 1
        if after >= last or after <= begins[-1] or not _ends_sentence(index, after, words, surface, starts, ends):
            continue
        begins.append(after)
    begins.append(last)
    return begins


def _ends_sentence(index: int, after: int, words: list[str], surface: list[str], starts: list[int], ends: list[int]) -> bool:
    if starts[after] == ends[after - 1]:                       # "example.com"
        return False
    if words[index] != ".":
        return not surface[after][0].islower()
    before = words[index - 1] if index else ""
    if before in ABBREVIATIONS or (len(before) == 1 and before.isalpha() and surface[index - 1].isupper()):   # "Mr. Rama"  "J. Smith"
        return False
    return not surface[after][0].islower()
