"""The words of speech, doubt and denial of a language, ready for look-up."""
from __future__ import annotations

from functools import cache

from factcheck.data import load
from factcheck.extract.grammar import STANCES
from factcheck.frozen import frozen

OPENING, CLOSING, STRAIGHT = "“", "”", '"'
QUOTES = frozenset((OPENING, CLOSING, STRAIGHT))


@frozen
class Voices:
    """Verbs of saying with their stance, speakers that are none, and the words that make a number planned, possible or denied."""

    stances: dict[str, str]
    excluded: frozenset[str]
    pronouns: frozenset[str]
    planned: frozenset[str]
    openers: frozenset[str]
    """Words that make a plan with "to": "set | to rise"."""
    links: frozenset[str]
    possible: frozenset[str]
    denied: frozenset[str]
    negations: frozenset[str]
    only_with_that: frozenset[str]
    offices: frozenset[str]
    cues: frozenset[str]
    modal: frozenset[str]


@cache
def voices(lang: str = "en") -> Voices:
    """A language → its words of speech."""
    table = load(f"lang.{lang}.speech")
    stances = {word: stance for stance in STANCES for word in table[stance]} | dict.fromkeys(table["found_that"], "found")
    planned, possible, denied, negations = (frozenset(table[name]) for name in ("planned", "possible", "denied_words", "negations"))
    openers, links = frozenset(table["plan_openers"]), frozenset(table["plan_links"])
    cues, modal = frozenset(stances) | {"according"}, planned | possible | denied | negations
    return Voices(stances, frozenset(table["not_speakers"]), frozenset(table["pronouns"]), planned, openers, links, possible, denied,
                  negations, frozenset(table["found_that"]), frozenset(table["offices"]), cues, modal)
