"""A word as written → its lemma: laptops → laptop, settled → settle, struck → strike; by tables and spelling, without a tagger.

Gets wrong: nouns that look like verb forms ("a building" stays a building, "the reported sighting" reports), and rare irregular verbs.
What matters is that two texts get the same lemma for the same word.
"""
from __future__ import annotations

from functools import cache, lru_cache

from factcheck.data import listed, load
from factcheck.extract.grammar import grammar, singular

NEAR = 4            # tokens behind the verb within which the noun of a phrase stands: "made her professional debut"


@lru_cache(maxsize=50_000)
def lemma(word: str, lang: str = "en") -> str:
    """A word in lower case → its lemma."""
    known = _irregular(lang).get(word)
    if known:
        return known
    if len(word) > 4 and word not in grammar(lang).not_verbs:
        if word.endswith("ied"):
            return word[:-3] + "y"
        if word.endswith("ed") and not word.endswith("eed"):
            return _base(word[:-2], lang)
        if word.endswith("ing") and len(word) > 5 and any(c in "aeiouy" for c in word[:-3]):
            return _base(word[:-3], lang)
    return singular(word, lang)


def empty(lang: str = "en") -> frozenset[str]:
    """Words that say nothing about what a sentence is about."""
    return listed("lemmas", "empty", lang)


def calendar(lang: str = "en") -> frozenset[str]:
    """Words with a capital that name a day, a month or a zone, and nobody."""
    return listed("lemmas", "calendar", lang)


@cache
def weekdays(lang: str = "en") -> frozenset[str]:
    """The days of the week, in full and short."""
    table = load(f"lang.{lang}.dates")["weekdays"]
    return frozenset((*table["names"], *table["short"]))


@cache
def stamps(lang: str = "en") -> frozenset[str]:
    """The words of a line that only says when a text was put out."""
    return listed("lemmas", "stamps", lang) | calendar(lang)


def numerals(lang: str = "en") -> frozenset[str]:
    """Number words."""
    return listed("lemmas", "numerals", lang)


@lru_cache(maxsize=10_000)
def figure(lemma: str, lang: str = "en") -> str:
    """A number of one token, in digits or as a word → its digits: "twenty-six" and "26", "1,204" and "1204" are one."""
    if lemma[0].isdecimal():
        return lemma.replace(",", "")
    parts = [_values(lang).get(part) for part in lemma.split("-")]
    return lemma if None in parts else str(sum(part for part in parts if part is not None))


@cache
def _values(lang: str) -> dict[str, int]:
    table = load(f"lang.{lang}.numerals")
    return {word: int(value) for topic in ("ones", "tens") for word, value in table[topic].items()}


@cache
def phrases(lang: str = "en") -> dict[str, tuple[tuple[tuple[str, ...], int, str], ...]]:
    """The first word of a phrase → its other words, within how many tokens they stand, and the verb that it is: "come | out", release."""
    found: dict[str, list[tuple[tuple[str, ...], int, str]]] = {}
    for verb, rows in load(f"lang.{lang}.lemmas")["phrases"].items():
        for first, *rest in map(str.split, rows):
            words = tuple(word for word in rest if word != "…")
            found.setdefault(first, []).append((words, len(words) if len(words) == len(rest) else NEAR, verb))
    return {first: tuple(rows) for first, rows in found.items()}


@cache
def _irregular(lang: str) -> dict[str, str]:
    return {form: base for base, forms in load(f"lang.{lang}.lemmas")["irregular"].items() for form in forms}


def _base(stem: str, lang: str) -> str:
    """A stem without its -ed or -ing → the verb: stopp → stop, settl → settle, destroy → destroy."""
    if stem[-1] == stem[-2] and stem[-1] not in "aeioulsfz":
        return stem[:-1]
    endings = _endings(lang)
    return stem + "e" if stem.endswith(endings[0]) and not stem.endswith(endings[1]) else stem


@cache
def _endings(lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = load(f"lang.{lang}.lemmas")
    return tuple(table["silent_e"]), tuple(table["no_e"])
