"""The state of reading one block: its tokens, where the trigger words are, and reading a time expression from a given token on."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping

from factcheck.extract.dates.mention import Anchor, Reading
from factcheck.extract.tokens import Block

PADDING = [""] * 12          # so that a look past the last token, or before the first (index -1), finds an empty word
DEEPEST = 3                  # readings inside readings: "the morning of the first Monday of June"


class Scan:
    """One block while it is read.

    `floor` is the first token that nobody has claimed; `heard` the last date spoken of in this block; `clock_wanted` says that a day
    stands right before, so that a bare 10:15 is a time.
    """

    __slots__ = ("anchor", "barren", "block", "clock_wanted", "count", "depth", "floor", "heard", "hits", "readers", "surface", "widen",
                 "words")

    def __init__(self, block: Block, anchor: Anchor, hits: list[int], readers: Mapping[str, Reader],
                 widen: Callable[[Scan, Reading], None]) -> None:
        self.block = block
        self.words = block.words + PADDING
        self.surface = block.surface + PADDING
        self.count = len(block.words)
        self.hits = hits
        self.floor = 0
        self.anchor = anchor
        self.readers = readers
        self.widen = widen
        self.depth = 0
        self.heard: str | None = None
        self.clock_wanted = False
        self.barren: set[tuple[int, bool]] = set()      # where a nested reading found nothing, so that nobody looks twice

    def joined(self, index: int) -> bool:
        """Whether token `index` follows the one before it without a space."""
        return 0 < index < self.count and self.block.starts[index] == self.block.ends[index - 1]

    def solid(self, first: int, last: int) -> bool:
        """Whether tokens `first` to `last` (inclusive) stand without a space between them."""
        return all(self.joined(index) for index in range(first + 1, last + 1))

    def free(self, index: int) -> bool:
        """Whether token `index` exists and is not claimed yet."""
        return index >= self.floor

    def lower(self, index: int) -> bool:
        return self.surface[index][:1].islower()

    def capital(self, index: int) -> bool:
        return self.surface[index][:1].isupper()

    def name(self, index: int) -> bool:
        """A capital where the beginning of a sentence does not explain it."""
        return self.surface[index][:1].isupper() and index > self.sentence(index)[0]

    def sentence(self, index: int) -> tuple[int, int]:
        """The token range of the sentence that holds `index`."""
        begins = self.block.sentences
        at = bisect_right(begins, index) - 1
        return begins[at], begins[at + 1] if at + 1 < len(begins) else self.count

    def article(self, first: int) -> int:
        """Where a phrase begins that begins at `first`, or one token earlier with "the"."""
        return first - 1 if first > self.floor and self.words[first - 1] == "the" else first

    def read(self, start: int, reach: int = 4) -> Reading | None:
        """The time expression that begins exactly at token `start`, its trigger at most `reach` tokens on; nothing is claimed."""
        key = (start, self.clock_wanted)
        if self.depth >= DEEPEST or key in self.barren:
            return None
        at = bisect_left(self.hits, start)
        floor, self.floor = self.floor, start
        self.depth += 1
        try:
            while at < len(self.hits) and self.hits[at] <= start + reach:
                reader = self.readers.get(self.words[self.hits[at]])
                found = reader(self, self.hits[at]) if reader is not None else None
                if found is not None:
                    self.widen(self, found)
                    if begin(found) == start:
                        return found
                    break
                at += 1
            self.barren.add(key)
            return None
        finally:
            self.floor = floor
            self.depth -= 1

    def read_clock(self, start: int) -> Reading | None:
        """The time of day that begins exactly at `start`, right behind a day."""
        wanted, self.clock_wanted = self.clock_wanted, True
        try:
            found = self.read(start, 3)
        finally:
            self.clock_wanted = wanted
        return found if found is not None and found.kind == "time" and found.timex[0] == "T" else None


Reader = Callable[[Scan, int], Reading | None]


def begin(reading: Reading) -> int:
    """The first token of a reading and of the partners before it."""
    while reading.partner is not None:
        reading = reading.partner
    return reading.first
