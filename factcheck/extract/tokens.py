"""Text in, blocks of tokens out: the one pass over the characters that everything else works on.

A block is a paragraph with its tokens (words, numbers, marks) in parallel lists and its sentence boundaries. The pass is one `findall`
and a few C-level maps over a batch of paragraphs, because a token object a word, or a pass for every short line, would cost as much as
the whole rest of reading. Very long lines are cut at a sentence end, so that memory stays bounded on one long document.

Gets wrong: a sentence that ends in an abbreviation before a capital ("He lives in the U.S. Police said …") is not split.
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, chain, compress
from operator import or_, sub

from factcheck.data import load

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

NUMBER, DATE, IMPLIED, MODAL, CUE, QUOTE, END = (1 << place for place in range(7))      # what a token may be, as bits of a sum
FINDS = NUMBER | DATE | IMPLIED     # what a mention may begin with; the others only say something about one

LONGEST_BLOCK = 20_000      # characters; longer lines are cut at a sentence end
BATCH = 6_000               # characters of short paragraphs that share one pass
BREAK = re.compile(r"\n")
WORDS: dict[str, list[str]] = load("lang.en.tokens")
ABBREVIATIONS, BEFORE_DIGITS, AFTER_DECIMALS = map(frozenset, (WORDS["abbreviations"], WORDS["before_digits"], WORDS["after_decimals"]))
HANGING = frozenset(WORDS["hanging"])
FULL_LINE = 50          # characters of a line of a paragraph that wraps
SOFT = re.compile(r"""
    \n (?: (?<=[^\n]{38}[^\r\n.!?:;"”]\n) | (?<=[^\n]{38}[^\r\n.!?:;"”]\r\n)         # a line of some length that ends no sentence
    | """ + "|".join(rf"(?<=\ {word}{end})" for word in WORDS["hanging"] for end in (r"\n", r"\r\n")) + r"""        # "at least | 21 people"
    ) (?=\w)
""", re.VERBOSE)
CUT = re.compile(r"[.!?][\"”’)]*\s")
MARKS = dict.fromkeys(".!?…", END)
DIGITS = frozenset("0123456789")
DIGIT_ROWS = (0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xE50, 0xFF10)      # ASCII, Arabic, Persian, N'Ko, Hindi, Bengali, Thai, full width
ALL_DIGITS = frozenset(chr(row + digit) for row in DIGIT_ROWS for digit in range(10))
NUMERAL = re.compile(r"\d\d*+(?:[.,]\d++)*+")
FOREIGN_DIGIT = re.compile("[" + "".join(f"{chr(row)}-{chr(row + 9)}" for row in DIGIT_ROWS[1:]) + "]")
CLOSERS = frozenset("\"”’')]»")


@dataclass(slots=True)      # not frozen: there is one for every line of a text, and a frozen one takes three times as long to make
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
    """Tokens that begin with a digit, are in the lexicon or end a sentence: what recognisers look at, about one token in six."""
    kinds: list[int]
    """What each of those may be."""
    holds: int
    """What any of those may be."""
    taken: bytearray
    """One byte a token: 1 where a recogniser has claimed it."""

    def of(self, kind: int) -> list[int]:
        """The tokens that may be of a kind."""
        return list(compress(self.hits, map(kind.__and__, self.kinds))) if self.holds & kind else []

    def within(self, kind: int, begin: int, limit: int) -> list[int]:
        """Those from token `begin` to token `limit` (exclusive)."""
        if not self.holds & kind:
            return []
        first, last = bisect_left(self.hits, begin), bisect_left(self.hits, limit)
        return list(compress(self.hits[first:last], map(kind.__and__, self.kinds[first:last])))

    def take(self, first: int, end: int) -> None:
        """Marks tokens `first` to `end` (exclusive) as claimed, so that nobody reads them again."""
        self.taken[first:end] = b"\1" * (end - first)

    def adjacent(self, index: int) -> bool:
        """Whether token `index` follows the one before it without a space."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def span(self, first: int, last: int) -> str:
        """The text from the start of token `first` to the end of token `last - 1`."""
        return self.text[self.starts[first]:self.ends[last - 1]]


def blocks(text: str, start: int = 0, lexicon: Mapping[str, int] | None = None) -> Iterator[Block]:
    """A text → its blocks in order, from offset `start` on; offsets are those of the whole text. `lexicon` holds the words and marks that
    are hits beside digits and what each may be, `MARKS` among them; where it is given, blocks in which nothing can be found are passed
    over."""
    digits = ALL_DIGITS if not text.isascii() and FOREIGN_DIGIT.search(text) else DIGITS
    known = MARKS if lexicon is None else lexicon
    for begin, stops in _batches(text, start):
        raw = TOKEN.findall(text, begin, stops[-1])
        if raw and raw[-1].isspace():
            raw.pop()
        ends = list(accumulate(map(len, raw), initial=begin))
        del ends[0]
        surface = list(map(str.lstrip, raw))
        del raw                                                 # its memory serves the next list, while it is near
        words = list(map(str.lower, surface))
        starts = list(map(sub, ends, map(len, surface)))
        of_all = list(map(known.get, words))
        for at in map(re.Match.start, NUMERAL.finditer(text, begin, stops[-1])):
            index = bisect_left(starts, at)
            if of_all[index] is None and text[at] in digits:
                of_all[index] = NUMBER | DATE if "." in words[index] else NUMBER    # "20.06.2023"
        found, kinds = list(compress(range(len(words)), of_all)), list(filter(None, of_all))
        made: list[Block] = []
        first = seen = 0
        for stop in stops:                                      # a paragraph's tokens, cut out of the batch's lists
            last = bisect_right(ends, stop, first)
            upto = bisect_left(found, last, seen)
            inside = kinds[seen:upto]
            holds = reduce(or_, inside, 0)
            if holds & FINDS or last > first and lexicon is None:
                block = Block(text, surface[first:last], words[first:last], starts[first:last], ends[first:last], [],
                              [index - first for index in found[seen:upto]], inside, holds, bytearray(last - first))
                block.sentences = _sentences(block)
                made.append(block)
            first, seen = last, upto
        yield from made


def _batches(text: str, begin: int) -> Iterator[tuple[int, list[int]]]:
    """A text from offset `begin` on → where each batch of blocks begins, and where its blocks end."""
    stops: list[int] = []
    for end in _stops(text, begin):
        stops.append(end)
        if end - begin >= BATCH:
            yield begin, stops
            begin, stops = end, []
    if stops:
        yield begin, stops


def _stops(text: str, begin: int) -> Iterator[int]:
    """Where the blocks end: at line breaks, but for soft ones, where the text only wraps; and inside very long lines."""
    soft = _joints(text, begin)
    joint = next(soft, 0)
    for end in chain(map(re.Match.end, BREAK.finditer(text, begin)), (len(text),)):
        if end == joint:
            joint = next(soft, 0)
            continue
        while end - begin > LONGEST_BLOCK:
            cut = CUT.search(text, begin + LONGEST_BLOCK, end)
            begin = cut.end() if cut and cut.end() < begin + 2 * LONGEST_BLOCK else _space_after(text, begin + LONGEST_BLOCK, end)
            yield begin
        if end > begin:
            yield end
            begin = end


def _joints(text: str, begin: int) -> Iterator[int]:
    """Where a line goes on that only wraps: in small letters or with a digit or, where a paragraph is seen to wrap or a line ends with a
    small word, with a name."""
    wrapped = -1
    for wrap in SOFT.finditer(text, begin):
        line, end = text.rfind("\n", 0, wrap.start()) + 1, wrap.end()
        full = wrap.start() - line >= FULL_LINE and (line == wrapped or text[line] == " ")             # or a paragraph is indented
        if text[end].islower() or text[end].isdigit() or full or text[line:wrap.start()].split(" ")[-1].rstrip("\r") in HANGING:
            wrapped = end
            yield end


def _space_after(text: str, begin: int, end: int) -> int:
    found = text.find(" ", begin, end)
    return end if found < 0 else found + 1


def _sentences(block: Block) -> list[int]:
    """Token indices where sentences begin, with the number of tokens at the end."""
    words, starts, ends = block.words, block.starts, block.ends
    begins, last = [0], len(words)
    for index in block.of(END):
        after = index + 1
        while after < last and words[after] in CLOSERS and starts[after] == ends[after - 1]:
            after += 1
        if begins[-1] < after < last and starts[after] > ends[after - 1] and _ends_sentence(block, index, after):
            begins.append(after)
    begins.append(last)
    return begins


def _ends_sentence(block: Block, index: int, after: int) -> bool:
    """Whether the full stop or other mark at token `index` ends a sentence and the next begins at `after`, behind a space."""
    if block.surface[after][0].islower():
        return False
    before = block.words[index - 1] if index and block.words[index] == "." else ""
    initial = len(before) == 1 and before.isalpha() and block.surface[index - 1].isupper()
    amount = before in BEFORE_DIGITS and block.surface[after][0] in ALL_DIGITS
    if initial or amount or before in ABBREVIATIONS:            # "J. Smith"  "Rs. 500"  "Mr. Rama"
        return False
    return not (before[:1].isdecimal() and not block.adjacent(index) and block.words[after].isdecimal()
                and block.words[after + 1:after + 2] and block.words[after + 1] in AFTER_DECIMALS)
