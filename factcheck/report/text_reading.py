"""What `extract` shows to a person: each sentence that holds numbers or dates, carets under them, and a table of what they mean."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from factcheck.model import Mention, Skipped
from factcheck.report.ink import Line, line
from factcheck.report.quotes import Mark, shown
from factcheck.report.shapes import Paper, Reading
from factcheck.report.terminal import put, table
from factcheck.report.words import clean, count, day, value, voice

INDENT = 8
NAMES = ("place", "words", "kind", "value", "of", "said")
WIDEST = (9, 28, 10, 26, 34, 30)


def mentions(items: Iterable[Reading | Skipped], paper: Paper) -> None:
    """Documents with their mentions → lines on the paper; what was skipped is said elsewhere."""
    for item in items:
        if isinstance(item, Reading):
            _document(item, paper)


def _document(reading: Reading, paper: Paper) -> None:
    document = reading.document
    source = ", ".join(filter(None, (clean(document.publisher or ""), day(document.published))))
    found = count(len(reading.mentions), "mention")
    put(paper, line((clean(document.id), "head"), (f"  {source}" if source else "", "faint"), f"  {found}"), 2)
    put(paper)
    places = Places(document.text)
    for sentence, inside in _sentences(reading.mentions):
        _sentence(document.text, sentence, inside, places, paper)
    if reading.mentions:
        put(paper)
        for row in _table(reading.mentions, places, paper.width):
            put(paper, row)
    put(paper)


def _sentences(found: Iterable[Mention]) -> Iterator[tuple[tuple[int, int], list[Mention]]]:
    """The mentions by their sentence, in the order of the text."""
    by_sentence: dict[tuple[int, int], list[Mention]] = {}
    for mention in found:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    yield from sorted(by_sentence.items())


def _sentence(text: str, sentence: tuple[int, int], inside: list[Mention], places: Places, paper: Paper) -> None:
    start = sentence[0]
    marks = [Mark(m.start - start, m.end - start) for m in inside]
    marks += [Mark(m.entity_start - start, m.entity_end - start, "~") for m in inside if m.entity_start is not None and m.entity_end]
    for at, row in enumerate(shown(text[start:sentence[1]], marks, paper.width - INDENT)):
        label = f"{places.line(inside[0].start)}" if at == 0 else ""
        put(paper, line((label.rjust(INDENT - 2) + "  ", "faint"), row))


def _table(found: Iterable[Mention], places: Places, width: int) -> list[Line]:
    """A row a mention: where, the words, the kind, the value, what it is about, and how it is said."""
    rows = [(line((places.place(m.start), "faint")), line((clean(m.text), "mark")), m.kind, value(m), about(m), said(m)) for m in found]
    return table(NAMES, rows, width, WIDEST)


def about(m: Mention) -> str:
    """What a number counts or measures: "injured members of the group", "buildings, damaged"."""
    thing, aspect = clean(m.entity or ""), m.property or ""
    return ", ".join(filter(None, (thing, aspect if aspect not in thing else "")))


def said(m: Mention) -> str:
    """How it is said: "planned", "not", "up", and by whom."""
    return ", ".join(filter(None, ("not" if m.negated else "", m.modality if m.modality != "asserted" else "", m.trend or "",
                                   m.role or "", voice(m))))


class Places:
    """A text → the line and column of an offset, for offsets that mostly grow; both count from 1."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        at = text.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = text.find("\n", at + 1)

    def line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def place(self, offset: int) -> str:
        line = self.line(offset)
        return f"{line}:{offset - self.starts[line - 1] + 1}"
