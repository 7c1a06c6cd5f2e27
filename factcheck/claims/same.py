"""Words for one thing → the one word that stands for them: policemen → officer, died → killed, ten injuries → injured people."""
from __future__ import annotations

from functools import cache, lru_cache

from factcheck.claims.words import lemma
from factcheck.data import listed, load
from factcheck.model import Mention


@cache
def _table(topic: str, lang: str) -> dict[str, str]:
    return {form: first for first, forms in load(f"lang.{lang}.same")[topic].items() for form in (first, *forms)}


@cache
def _events(lang: str) -> dict[str, tuple[str | None, str | None]]:
    rows = load(f"lang.{lang}.same")["events"]
    return {noun: (None if thing == "null" else thing, None if aspect == "null" else aspect) for noun, (thing, aspect) in rows.items()}


@cache
def _words(lang: str) -> dict[str, frozenset[str]]:
    """A word → the rows of `words` it stands in; one word may be in several ("win" in victory, in election)."""
    rows: dict[str, set[str]] = {}
    table = load(f"lang.{lang}.same")
    for topic in ("words", "things", "measured"):
        for first, forms in table[topic].items():
            for form in (first, *forms):
                rows.setdefault(form, set()).add(first)
    return {form: frozenset(found) for form, found in rows.items()}


def thing(noun: str | None, lang: str = "en") -> str | None:
    """A counted noun in the singular → the word that stands for it."""
    return None if noun is None else _table("things", lang).get(noun, noun)


def aspect(word: str | None, lang: str = "en") -> str | None:
    """A property as read → the word that stands for it."""
    return None if word is None else _table("aspects", lang).get(word, word)


def counted(mention: Mention, lang: str = "en") -> tuple[str | None, str | None]:
    """A mention → what it counts and the aspect of it: "ten deaths" and "ten people died" are both (person, killed)."""
    head, prop = mention.entity_head, aspect(mention.property, lang)
    if mention.kind not in ("count", "percent", "ratio"):
        names = _table("measured", lang)
        if head in names:
            return None, names[str(head)]
        prop = names.get(prop or "", prop)
    inside = _event_inside(mention, lang)
    if inside is not None:
        return inside
    if head is None:
        return ("person" if prop in listed("same", "of_people", lang) and mention.kind == "count" else None), prop
    head = head.lower()
    event = _events(lang).get(head)
    if event is not None:
        told = prop if prop in aspects(lang) else None
        return event[0] or ("person" if told in listed("same", "of_people", lang) else None), told or event[1] or prop
    found = thing(_phrase(mention.entity, lang) or head, lang)
    at_once = load(f"lang.{lang}.same")["at_once"].get(found or "", {}).get(prop or "")
    return (at_once[0], at_once[1]) if at_once else (found, prop)


def taken(before: tuple[str, ...], lang: str = "en") -> str | None:
    """The lemmas before a number of people → what the verb makes of them: "employs 300 people", "employs about 300"."""
    table = load(f"lang.{lang}.same")["taken"]
    return next((str(table[word]) for word in before if word in table), None)


def _event_inside(mention: Mention, lang: str) -> tuple[str | None, str | None] | None:
    """A figure that goes on after its noun, "18 dead from 21", names what it counts itself."""
    if mention.move is None or mention.kind != "count":
        return None
    return next((found for word in mention.text.lower().split() if (found := _events(lang).get(lemma(word, lang))) and found[1]), None)


def event(noun: str, lang: str = "en") -> bool:
    """Whether a noun is a thing and what happened to it at once: lives, deaths, arrests."""
    return noun in _events(lang)


@cache
def aspects(lang: str = "en") -> frozenset[str]:
    """The aspects that have a standing word, so that two of them are surely not one."""
    return frozenset(load(f"lang.{lang}.same")["aspects"]) | frozenset(load(f"lang.{lang}.moves")["aspects"])



def _phrase(entity: str | None, lang: str) -> str | None:
    """A counted noun of two words that has a row of its own ("computer units", "police officers")."""
    words = (entity or "").lower().split()[:4]
    table = _table("things", lang)
    for first, second in zip(words, words[1:], strict=False):
        pair = f"{first} {lemma(second, lang)}"
        if pair in table:
            return pair
    return None


@lru_cache(maxsize=50_000)       # each number asks for every word around it
def rows(word: str, lang: str = "en") -> frozenset[str]:
    """A lemma → the rows of synonyms it stands in, itself included."""
    found = _words(lang).get(word)
    return found | {word} if found else frozenset((word,))
