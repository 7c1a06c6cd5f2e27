"""Two documents in, whether they may tell of one event out: what is asked of articles that no story joins.

A report names first whom or what it is about, in its headline or its first sentence; another report of the same event names that, too. Two
companies that publish their figures in one form, or two bond issues led by one bank, share names and words, but not this one. Gets wrong:
two events whose reports begin with one name ("Israel …"), and reports that call the same by other names.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile, takewhile

from factcheck.claims.sentence import Sentence, sentence
from factcheck.claims.words import calendar, empty, numerals

OPENING = 400           # characters in which a report has named what it is about
FEW = 4                 # words of a long name of which one may be left out
NAMED = 2000            # … and in which it has named all of its headline
FIRST = re.compile(r"[^.!?]*+(?:[.!?](?!\s+[A-Z])[^.!?]*+)*+")
INSIDE = re.compile(r"(?<=[a-z,;][ ])[A-Z][\w&’'-]*+")                          # "talks with Hughes", but no word that begins a line
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Account:
    """A document as far as its event is asked for."""

    title: str | None
    text: str

    @cached_property
    def subject(self) -> frozenset[str]:
        """The words of what it is about; empty when nothing tells."""
        return frozenset(word.lower() for word in _subject(self.title or "", self.text))

    @cached_property
    def said(self) -> str:
        """All it says, in small letters."""
        return f"{self.title or ''}\n{self.text}".lower()


def may_be_one(one: Account, other: Account) -> bool:
    """Whether one of two reports says the words that name what the other is about; nothing forbids it where none does."""
    return not one.subject or not other.subject or _says(one, other.subject) or _says(other, one.subject)


def _says(account: Account, subject: frozenset[str]) -> bool:
    return sum(re.search(rf"\b{re.escape(word)}\b", account.said) is None for word in subject) * FEW <= len(subject)


def _subject(title: str, text: str) -> list[str]:
    """The first name of the headline; where its letters do not tell names, its first word and those that the text writes as a name, or the
    first name of the text."""
    if found := _first_name(sentence(title)):
        return found
    opening = text[:NAMED]
    known = {word.lower() for name in INSIDE.findall(opening) for word in WORD.findall(name)} - {*WORD.findall(opening)}
    words = [word for word in WORD.findall(title.lower()) if len(word) > 1 and word not in empty() | numerals() | calendar()]
    named = [*takewhile(known.__contains__, dropwhile(lambda word: word not in known, words))]
    return [*words[:1], *(named or _first_name(sentence(_first(opening))))]


def _first(text: str) -> str:
    found = FIRST.match(text, 0, min(len(text), OPENING))
    return found[0] if found else text[:OPENING]


def _first_name(said: Sentence) -> list[str]:
    return [word for first, end in said.phrases[:1] for word in said.surface[first:end] if word[0].isalnum()]
