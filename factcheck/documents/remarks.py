"""The comments of an article that speak to us in, remarks out: `<!-- factcheck: ignore RULE-or-fingerprint reason -->`.

A remark holds for its own line and for the next that is not blank; in a page, where the article's text has lost the comments, for the
paragraph that it stands in or before. One without a rule or a reason cannot be used, which is said, and the article is read all the same.
"""
from __future__ import annotations

import html
import re
from collections.abc import Iterator

from factcheck.model import Skipped
from factcheck.standing import Remark

OURS = re.compile(r"<!--\s*factcheck\s*:(?P<said>(?:(?!-->).)*+)-->", re.DOTALL | re.IGNORECASE)
SAID = re.compile(r"ignore\s+(?P<what>[\w./:-]+)\s+(?P<reason>\S.*)", re.DOTALL)
EXPECTED = "expected <!-- factcheck: ignore RULE reason -->, with a rule or a fingerprint, and why"
HIDDEN = re.compile(r"<!--(?:(?!-->).)*+-->|<(script|style)\b[^>]*+>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
EDGE = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|td|th|tr|table|section|article|blockquote|figure|figcaption|main|body|header|footer|br)"
                  r"\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]{0,5000}>")
WORDS = 12                       # of a paragraph, by which it is found again in the article's text


def in_text(text: str, name: str) -> Iterator[Remark | Skipped]:
    """A text whose comments are part of it → its remarks."""
    for found in _ours(text):
        first = text.count("\n", 0, found.start()) + 1
        last = first + found[0].count("\n")
        yield _remark(found["said"], name, first, (*range(first, last + 1), _following(text, found.end(), last)))


def in_page(page: str, text: str, name: str) -> Iterator[Remark | Skipped]:
    """The source of a page and its article's text → its remarks, each with the line of its paragraph in the text, if that is there."""
    for found in _ours(page):
        line = _line_of(text, _paragraph(page, found.start(), found.end()))
        yield _remark(found["said"], name, page.count("\n", 0, found.start()) + 1, () if line is None else (line,))


def _ours(text: str) -> Iterator[re.Match[str]]:
    return OURS.finditer(text) if "<!--" in text else iter(())


def _remark(said: str, name: str, line: int, lines: tuple[int, ...]) -> Remark | Skipped:
    found = SAID.fullmatch(said.strip())
    if found is None:
        return Skipped(name, f"comment: {' '.join(said.split())[:60]!r}, {EXPECTED}", line)
    return Remark(found["what"], " ".join(found["reason"].split()), line, lines)


def _following(text: str, end: int, line: int) -> int:
    """The next line that is not blank."""
    at = text.find("\n", end)
    rest = text[at + 1:] if at >= 0 else ""
    return line + 1 + rest.count("\n", 0, len(rest) - len(rest.lstrip()))


def _paragraph(page: str, start: int, end: int) -> list[str]:
    """The words of the paragraph that a comment stands in: those before it, else those after it."""
    edges = [edge.end() for edge in EDGE.finditer(page, max(0, start - 20_000), start)]
    before = _words(page[edges[-1] if edges else max(0, start - 20_000):start])
    return before or next(filter(None, map(_words, EDGE.split(HIDDEN.sub(" ", page[end:end + 20_000])))), [])


def _words(source: str) -> list[str]:
    return html.unescape(TAG.sub("", HIDDEN.sub(" ", source))).split()[:WORDS]


def _line_of(text: str, words: list[str]) -> int | None:
    """The line of a text that has these words in a row, counted from 1."""
    wanted = " ".join(words)
    if not wanted:
        return None
    return next((number for number, line in enumerate(text.split("\n"), 1) if wanted in " ".join(line.split())), None)
