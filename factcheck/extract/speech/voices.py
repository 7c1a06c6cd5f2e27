"""The words of speech, doubt and denial of a language, ready for look-up."""
from __future__ import annotations

from functools import cache

from factcheck.data import filled, load
from factcheck.extract.grammar import STANCES
from factcheck.frozen import frozen

OPENING, CLOSING, STRAIGHT = "“", "”", '"'
QUOTES = frozenset((OPENING, CLOSING, STRAIGHT))


@frozen
class Voices:
    """Verbs of saying with their stance, speakers that are none, and the words that make a number planned, possible or denied. A field
    that `voices` does not derive is the row of its name in `speech.yaml`."""

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
    hedged_not: frozenset[str]
    proofs: frozenset[str]
    """Nouns that deny what follows "that" where there is none of them: "no evidence that 15 died"."""
    past_of_names: frozenset[str]
    ahead: frozenset[str]
    only_with_that: frozenset[str]
    offices: frozenset[str]
    office_links: frozenset[str]
    outside_titles: frozenset[str]
    before_verbs: frozenset[str]
    after_passives: frozenset[str]
    cues: frozenset[str]
    modal: frozenset[str]


@cache
def voices(lang: str = "en") -> Voices:
    """A language → its words of speech."""
    table = load(f"lang.{lang}.speech")
    stances = {word: stance for stance in STANCES for word in table[stance]} | dict.fromkeys(table["only_with_that"], "found")
    derived = {
        "stances": stances,
        "denied": frozenset(table["denied_words"]),
        "cues": frozenset(stances) | {"according"},
        "modal": frozenset().union(*(table[name] for name in ("planned", "possible", "denied_words", "negations", "proofs"))),
    }
    return filled(Voices, table, derived)
