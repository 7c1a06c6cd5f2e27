"""A claim → the record that a store keeps of it, and back: the same claim, digit for digit.

Only what differs from a plain mention is written, so most records are short. Numbers are decimal strings, fractions "2/3".
"""
from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from typing import Any

from factcheck.claims.packed import around, moment, quote_of
from factcheck.model import Attribution, Bounds, Claim, Interval, Key, Mention, ModifierSpan, Move, Number, Range

PLAIN = ("trend", "unit", "ucum", "entity", "entity_start", "entity_end", "entity_head", "property", "timex", "timex_mod", "date_relation",
         "negated", "role", "told", "told_start")
DEFAULTS = [{"negated": False, "told_start": 0}.get(name) for name in PLAIN]
PLAIN_OF, NAMES = attrgetter(*PLAIN), frozenset(PLAIN)

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def encoded(claim: Claim) -> str:
    """A claim → its record, without what the columns of its row hold."""
    m = claim.mention
    record: dict[str, Any] = {name: value for name, value, usual in zip(PLAIN, PLAIN_OF(m), DEFAULTS, strict=True) if value != usual}
    if m.number is not None:
        record["number"] = [_text(m.number.low), _text(m.number.high)]
    if m.precision is not None:
        record["precision"] = _text(m.precision)
    if m.bounds is not None:
        record["bounds"] = [_text(m.bounds.low), _text(m.bounds.high), m.bounds.low_open, m.bounds.high_open]
    if m.modifiers:
        record["modifiers"] = [[x.value, x.start, x.end] for x in m.modifiers]
    if m.move is not None:
        record["move"] = [_text(m.move.start), _text(m.move.end)]
    if m.interval is not None:
        record["interval"] = [m.interval.start, m.interval.end, m.interval.granularity]
    if m.attribution is not None:
        record["voice"] = [m.attribution.speaker, m.attribution.start, m.attribution.end, m.attribution.stance]
    if m.modality != "asserted":
        record["modality"] = m.modality
    if m.whole is not None:
        record["whole"] = _text(m.whole)
    if claim.headline:
        record["headline"] = True
    record["by"] = m.by
    return _encode(record)


def decoded(columns: Sequence[Any], key: Key, context: str, names: str, record: str, text: str) -> Claim:
    """The columns of a row (in the order of the next lines), its key, its words, its record and its document's text → the claim."""
    (document, words, kind, modifier, start, end, line, column,
     quote_start, quote_end, publisher, published, url, story, title) = columns
    r = json.loads(record)
    number, bounds, move, interval, voice = (r.get(name) for name in ("number", "bounds", "move", "interval", "voice"))
    mention = Mention(
        document, start, end, words, kind,
        number=number and Range(_number(number[0]), _number(number[1])),
        precision=Decimal(r["precision"]) if "precision" in r else None,
        bounds=bounds and Bounds(_number(bounds[0]), _number(bounds[1]), bounds[2], bounds[3]),
        modifier=modifier, modifiers=tuple([ModifierSpan(*each) for each in r["modifiers"]]) if "modifiers" in r else (),
        move=move and Move(_required(move[0]), _required(move[1])),
        interval=interval and Interval(*interval), modality=r.get("modality", "asserted"),
        attribution=voice and Attribution(*voice), sentence=(quote_start, quote_end), by=r["by"],
        whole=_number(r.get("whole")), **{name: r[name] for name in NAMES & r.keys()})
    before, after = around(text, start, end)
    return Claim(mention, line, column, *quote_of(text, mention), publisher, moment(published), url, story, key,
                 r.get("headline", False), _words(context), _names(names), before, after, title)


@lru_cache(maxsize=2_000)            # articles repeat each other's sentences
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=2_000)
def _names(text: str) -> frozenset[str]:
    return frozenset(text.split("\n")) if text else frozenset()


def _text(number: Number | None) -> str | None:
    return None if number is None else str(number)


def _number(text: str | None) -> Number | None:
    return None if text is None else Fraction(text) if "/" in text else Decimal(text)


def _required(text: str) -> Number:
    return Fraction(text) if "/" in text else Decimal(text)
