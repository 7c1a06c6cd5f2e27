"""Bags of lemmas: what two bags have in common, and whether two lemmas are one word."""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.claims.same import rows


class Bag(NamedTuple):
    """Lemmas, the rows of synonyms each of them stands in, and all those rows together, so that two bags meet without a look-up."""

    words: tuple[str, ...]
    rows: tuple[frozenset[str], ...]
    wide: frozenset[str]


def bag(lemmas: Iterable[str]) -> Bag:
    """Lemmas → the bag of them."""
    words = tuple(lemmas)
    found = tuple(map(rows, words))
    return Bag(words, found, frozenset().union(*found))


def common(one: Bag, other: Bag) -> list[str]:
    """The lemmas of one bag that the other has too, or a synonym of."""
    there = other.wide
    return [word for word, row in zip(one.words, one.rows, strict=True) if not row.isdisjoint(there)]


def alike(one: str | None, other: str | None) -> bool:
    """Whether two lemmas are one word or synonyms."""
    return one is not None and other is not None and (one == other or not rows(one).isdisjoint(rows(other)))
