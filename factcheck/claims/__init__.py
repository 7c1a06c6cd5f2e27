"""A document and its mentions in, claims out: each mention with its evidence and the key it is compared by.

Pure, and the last stage that sees the text. Lines and columns are counted once a document, words once a sentence.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factcheck.claims.keys import dates_said, key
from factcheck.claims.packed import around, quote_of
from factcheck.claims.sentence import Sentence, sentence
from factcheck.claims.words import empty
from factcheck.columns import lines
from factcheck.extract import extract
from factcheck.model import Claim, Document, Mention

DIMENSIONS = {"count": "count", "money": "money", "percent": "percent", "ratio": "ratio", "ordinal": "ordinal", "duration": "time",
              "age": "age", "score": "score", "date": "date", "time": "clock"}


def claims(document: Document, mentions: Iterable[Mention]) -> list[Claim]:
    """A document and its mentions → its claims, in the order of the mentions; identifiers claim nothing."""
    text, story = document.text, document.story or ""
    known = lines(text)
    headline = _headline(document)
    by_sentence: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    found: list[Claim] = []
    for group in by_sentence.values():
        first = group[0]
        quote, begin = quote_of(text, first)
        words = sentence(quote)
        context, names = _content(words)
        dates = dates_said(group if first.told is None else _beside(document, first), document.published)
        for mention in group:
            if mention.kind == "identifier":
                continue
            place = known.at(mention.start)
            found.append(
                Claim(
                    mention,
                    place.line,
                    place.column,
                    quote,
                    begin,
                    document.publisher,
                    document.published,
                    document.url,
                    story,
                    key(mention, words, begin, dates, dimension(mention)),
                    mention.end <= headline,
                    context,
                    names,
                    *around(text, mention.start, mention.end),
                    document.title,
                )
            )
    return found


def _beside(document: Document, figure: Mention) -> list[Mention]:
    """A figure in a table → the dates in what the table says of it, placed as if that stood in the text around the figure."""
    told, at = figure.told or "", figure.start - figure.told_start
    if PERIOD.search(told, figure.told_start) is None:
        return []
    found = extract(replace(document, text=told, metadata_offset=0))
    return [replace(mention, start=mention.start + at, end=mention.end + at) for mention in found]


def dimension(mention: Mention) -> str | None:
    """What sort of amount it is: "count", "money", or the dimension of its unit ("length")."""
    if mention.unit is None or mention.kind in ("percent", "age", "duration"):
        return DIMENSIONS.get(mention.kind)
    from factcheck import measures
    return measures.dimension(mention.unit) or mention.unit


PERIOD = re.compile(r"\s(?:in|on)\s")
ABOVE = re.compile(r"(?:\s|<!--(?:(?!-->).)*+-->)*+", re.DOTALL)
"""Empty lines and comments above the headline."""
COLUMNS = re.compile(r"\S {2,}\S|\t|\d(?: \w+)? vs\.? (?:\w+ )?\d")
"""What a line of a table has and a headline has not: "Shr 30 cts vs 5 cts"."""
WORD = re.compile(r"\w+")


def _headline(document: Document) -> int:
    """Where the headline ends: the first line, when it is short and no sentence nor the first of a table; 0 when there is none.

    Where a title came beside the text only its own words are the headline.
    """
    above = ABOVE.match(document.text, document.metadata_offset)
    begin = above.end() if above else document.metadata_offset
    end = document.text.find("\n", begin)
    line = document.text[begin:end].rstrip() if end > 0 else ""
    if not line or len(line) >= 150 or line[-1] in ".!?:;,\"”" or COLUMNS.search(line) or document.text[end + 1:end + 2].islower():
        return 0                                                            # the last: a first line that goes on in the next
    return end if document.title is None or _shared(line, document.title) else 0


def _shared(line: str, title: str) -> bool:
    """Whether a first line and a title have most words of the shorter one in common: sites put their name behind the headline."""
    said, named = (set(WORD.findall(text.lower())) for text in (line, title))
    return 2 * len(said & named) > min(len(said), len(named))


def _content(words: Sentence) -> tuple[frozenset[str], frozenset[str]]:
    """The lemmas of a sentence's content words, and its names in lower case."""
    skip = empty()
    context = frozenset(word for word in set(words.lemmas) - skip if word[0].isalpha())
    names = frozenset(" ".join(words.surface[first:end]).lower() for first, end in words.phrases)
    return context, names
