"""Templates of sentences, as data: compiled here, laid on the rows of words of `said.skeleton`.

    {part:c} of the {whole:c} {..4} , or {share:p} !of

`{name:letters}` is a claim of one of these kinds ("#" among the letters: also a number that made no claim, "+": also such an ordinal,
"~": also "half"), `{d}` a claim without a name, `{..4}` up to four words, `@list` a phrase of one of the lists of words, `a|b` one of two
words, `{name:@list}`, `{name:..4}` and `{name:=a|b}` the same with a name, `{name:*}` a list of counts. A trailing `?` may be absent, a
leading `!` must not follow, `^` is the beginning and `$` the end of the sentence. Everything else stands for itself.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.checks.kinds.said import Said, skeleton
from factcheck.data import load
from factcheck.model import Claim

WORD = r"(?:[^\W\d_][^\s]*\ )"
ITEM = rf"(?:(?:<c\d+>|an?)\ {WORD}{{1,3}}?)"
MARK = re.compile(r"<[a-zA-Z](\d+)>")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a template fits: its claims by name (None for a bare number), their words in the row, and the words before and after."""

    claims: dict[str, Claim | None]
    words: dict[str, str]
    before: str
    after: str

    def claim(self, name: str) -> Claim:
        found = self.claims[name]
        assert found is not None
        return found


def hits(said: Said, kind: str, lang: str = "en") -> Iterator[Hit]:
    """A sentence and a kind of self-check → each place where one of the kind's templates fits, in the order of the templates."""
    row = skeleton(said)
    for text in table(kind, lang).get("templates", ()):
        if all(any(word in row for word in words) for words in needs(text, kind, lang)):          # most are never compiled
            for found in compiled(text, kind, lang).finditer(row):
                yield _hit(said, row, found)


def cued(said: Said, kind: str, lang: str = "en") -> bool:
    """Whether a sentence has any of the letters without which no template of the kind fits: a quick look before the costly one."""
    quote = said.quote.lower()
    return any(cue in quote for cue in table(kind, lang)["cues"])


def _hit(said: Said, row: str, found: re.Match[str]) -> Hit:
    words = {name: text.strip() for name, text in found.groupdict().items() if text is not None}
    marks = {name: MARK.match(text) for name, text in words.items()}
    claims = {name: said.claims[int(mark[1])] if mark else None for name, mark in marks.items()}
    return Hit(claims, words, row[:found.start()], row[found.end():])


@cache
def needs(text: str, kind: str, lang: str = "en") -> tuple[tuple[str, ...], ...]:
    """A template → for each piece that a row must hold what it may be: a word, one of some words, a claim of a kind."""
    found: list[tuple[str, ...]] = []
    for piece in text.split():
        if piece in "^$" or piece.startswith(("!", "{..")) or piece.endswith("?"):
            continue
        if piece.startswith("{"):
            what = piece[1:-1].rpartition(":")[2]
            found += [tuple(f"<{letter}" for letter in what)] if what.isalpha() else []
        else:
            found.append(phrases(piece[1:], kind, lang) if piece.startswith("@") else tuple(piece.split("|")))
    return tuple(found)


@cache
def named(list_of: str, kind: str, lang: str = "en") -> tuple[re.Pattern[str], ...]:
    """Another list of templates of a kind, compiled."""
    return tuple(compiled(text, kind, lang) for text in table(kind, lang)[list_of])


def table(kind: str, lang: str = "en") -> dict[str, Any]:
    """A kind of self-check → its words and templates."""
    found: dict[str, Any] = load(f"lang.{lang}.selfchecks")["kinds"].get(kind, {})
    return found


@cache
def phrases(name: str, kind: str, lang: str = "en") -> tuple[str, ...]:
    """A list of words of a kind, or one that all kinds share; the longest first."""
    own: Mapping[str, Sequence[str]] = table(kind, lang).get("words", {})
    shared: Mapping[str, Sequence[str]] = load(f"lang.{lang}.selfchecks")["words"]
    return tuple(sorted(own[name] if name in own else shared[name], key=lambda text: (-len(text), text)))


@cache
def finder(name: str, kind: str, lang: str = "en") -> re.Pattern[str]:
    """A list of words → a pattern that finds any of its phrases in a row of words."""
    return re.compile(rf"(?:^|(?<=\ )){_any(phrases(name, kind, lang))}")


@cache
def compiled(text: str, kind: str, lang: str = "en") -> re.Pattern[str]:
    """A template → its pattern."""
    return re.compile(r"(?:^|(?<=\ ))" + "".join(_piece(piece, kind, lang) for piece in text.split()))


def _piece(piece: str, kind: str, lang: str) -> str:
    if piece == "^":
        return "^"
    if piece == "$":
        return r"[.!?]?\ ?$"
    if piece.startswith("!"):
        return f"(?!{_piece(piece[1:], kind, lang)})"
    if piece.endswith("?") and len(piece) > 1:
        return f"(?:{_piece(piece[:-1], kind, lang)})?"
    if piece.startswith("{.."):
        return _words(piece[3:-1])
    if piece.startswith("{"):
        name, colon, what = piece[1:-1].partition(":")
        return f"(?P<{name}>{_named(what, kind, lang)})" if colon else f"(?:{_named(name, kind, lang)})"
    if piece.startswith("@"):
        return _any(phrases(piece[1:], kind, lang))
    return "(?:" + "|".join(map(re.escape, piece.split("|"))) + r")\ "


def _named(what: str, kind: str, lang: str) -> str:
    if what.startswith(".."):
        return _words(what[2:])
    if what.startswith("@"):
        return _any(phrases(what[1:], kind, lang))
    if what.startswith("="):
        return _any(what[1:].split("|"))
    if what == "*":
        return ITEM + r"(?:(?:, and|,|and)\ " + ITEM + ")+"
    letters = "".join(letter for letter in what if letter.isalpha())
    options = [rf"<[{letters}]\d+>\ "] if letters else []
    if "#" in what:
        options.append(r"\#\d[\d.,]*\ ")
    if "~" in what:
        options.append(r"half\ ")
    if "+" in what:
        options.append(r"\#\d+(?:st|nd|rd|th)\ ")
    return "|".join(options)


def _words(most: str) -> str:
    return WORD + "{0," + most + "}?"


def _any(options: Sequence[str]) -> str:
    return "(?:" + "|".join(re.escape(option) for option in options) + r")\ "
