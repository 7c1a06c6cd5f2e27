"""Claims in, facts out: what claims of equal content state is one fact, however many articles print it.

Content is what is said: the kind, the amount in base units with its bounds, or the date; the counted thing and its aspect by their
standing words; negated, planned or not. No path, no line, no wording, so a fingerprint survives moving, renaming and rephrasing.
"""
from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from factcheck import measures
from factcheck.checks.algebra import show
from factcheck.checks.sides import CALENDAR, is_change, is_life, way
from factcheck.claims.said import said
from factcheck.groups.equal import as_unit
from factcheck.groups.features import One
from factcheck.model import Claim

Json = dict[str, Any]
CITING = re.compile(r"\b(?:[Cc]iting|[Aa]ccording to|[Qq]uoting) (?P<whom>[^,.;]{3,60})")         # "40 people, citing the Lowmarsh Post"


@dataclass(frozen=True, slots=True)
class Fact:
    """What its claims state. `value` is equal for equal amounts; `claims` are indices into the group's claims, in order."""

    value: str
    claims: tuple[int, ...]


def value_of(claim: Claim, denied: bool = False) -> str:
    """A claim → its amount or date as one canonical string: 180 millimetres and 18 centimetres are one, 180 and "about 180" two."""
    return _value(One(claim), denied)


@lru_cache(maxsize=10_000)
def _value(one: One, denied: bool) -> str:
    claim = one.claim
    mention = claim.mention
    state = [mention.modality == "planned", denied or mention.modality == "denied"]
    if mention.kind in CALENDAR:
        interval, timex = said(mention, claim.published)
        span = [interval.start, interval.end] if interval and interval.start else [timex or mention.text.lower()]
        relation = None if mention.date_relation in ("from", "to") and is_life(claim) else mention.date_relation
        return json.dumps([mention.kind, relation, mention.timex_mod, span, *state])
    bounds = mention.bounds
    if bounds is None:
        return json.dumps([mention.kind, mention.text.lower(), *state])
    unit, low, high = as_unit(claim), bounds.low, bounds.high
    if unit and measures.unit(unit) is not None:
        change = is_change(claim)
        low, high = (end if end is None else measures.to_base(end, unit, difference=change) for end in (low, high))
        unit = measures.dimension(unit)
    kind = {"ratio": "percent", "count": "measure" if unit else "count"}.get(mention.kind, mention.kind)
    return json.dumps([kind, unit, _plain(low), _plain(high), bounds.low_open, bounds.high_open, way(claim), *state])


def _plain(number: Any) -> str | None:
    """A number → the same string for equal numbers: 0.30 and 0.3 are one amount."""
    if number is None:
        return None
    text = show(number) or ""
    return text.rstrip("0").rstrip(".") if "." in text else text


def content(claims: Sequence[Claim]) -> list[str | None]:
    """The claims of one fact → what identifies it: its value, and the counted thing and aspect that most of them name."""
    values = sorted({value_of(claim) for claim in claims})
    return [*values, _usual(claim.key.entity for claim in claims), _usual(claim.key.property for claim in claims)]


def _usual(words: Iterable[str | None]) -> str | None:
    counts: dict[str, int] = {}
    for word in words:
        if word:
            counts[word] = counts.get(word, 0) + 1
    return min(counts, key=lambda word: (-counts[word], word)) if counts else None


def fingerprint(rule: str, sides: Iterable[Sequence[Claim]]) -> str:
    """A rule's id and the claims of each fact → the verdict's fingerprint; the order of sides does not matter."""
    text = json.dumps([rule, sorted(json.dumps(content(side)) for side in sides)], ensure_ascii=False)
    return "f1:" + hashlib.sha256(text.encode()).hexdigest()[:24]


def texts(claims: Iterable[Claim]) -> int:
    """How many origins state a fact: one text printed by several publishers is one, and so is who cites one of them."""
    members = list(claims)
    publishers = {_name(claim.publisher): _text(claim) for claim in members if claim.publisher}
    return len({_cited(claim, publishers) or _text(claim) for claim in members})


def _cited(claim: Claim, publishers: dict[frozenset[str], str]) -> str | None:
    """The text of the publisher whom a claim names as its source: "…, the Lowmarsh Post reported"."""
    own = _name(claim.publisher or "")
    return next((text for name, text in publishers.items() if name and name != own and _names(claim, name)), None)


def cites(claim: Claim, other: Claim) -> bool:
    """Whether a claim names the publisher of the other as its source, as the speaker or in so many words ("citing the Post")."""
    name = _name(other.publisher or "")
    return bool(name) and name != _name(claim.publisher or "") and _names(claim, name)


def _names(claim: Claim, name: frozenset[str]) -> bool:
    """Whether a claim names a publisher as its source, in full or by a word of its name after "citing": "the Post"."""
    voice = claim.mention.attribution
    cited = CITING.search(claim.quote)
    whom = _name(cited["whom"]) if cited else frozenset()
    return (voice is not None and name <= _name(voice.speaker)) or name <= whom or bool(whom and whom <= name)


def _name(words: str) -> frozenset[str]:
    return frozenset(words.lower().replace("’s", "").replace("'s", "").split()) - {"the", "a", "newspaper", "agency"}


def _text(claim: Claim) -> str:
    return " ".join(claim.quote.split()).lower()


def documents(claims: Iterable[Claim]) -> list[str]:
    """The documents that state a fact, in order."""
    return sorted({claim.mention.document for claim in claims})
