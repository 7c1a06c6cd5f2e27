"""A document with its mentions and claims → text that another process can send, and back: the same, digit for digit.

Fields stand in the order of the nouns, numbers as decimal strings. What all claims of a sentence share is written once, and what the
document holds is taken from it again.
"""
from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from factcheck.model import Attribution, Bounds, Claim, Document, Interval, Key, Mention, ModifierSpan, Move, Number, Range
from factcheck.standing import Remark

AROUND = 32             # characters before and after a mention that find it again in an altered text

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def packed(document: Document, mentions: Sequence[Mention], claims: Sequence[Claim] | None, whole: bool) -> str:
    """A document, its mentions and its claims if they were made → text; `whole`: the document is in it."""
    of = {id(claim.mention): claim for claim in claims or ()}
    sentences: dict[int, int] = {}
    shared: list[list[list[str]]] = []
    rows = [_mention(m) for m in mentions]
    for mention, row in zip(mentions, rows, strict=True):
        claim = of.get(id(mention))
        if claim is None:
            continue
        if id(claim.context) not in sentences:
            sentences[id(claim.context)] = len(shared)
            shared.append([sorted(claim.context), sorted(claim.names)])
        key = claim.key
        row += [sentences[id(claim.context)], claim.line, claim.column, claim.headline,
                key.dimension, key.entity, key.property, key.subject, key.place, key.time]
    return _encode([documenting(document) if whole else None, claims is not None, shared, rows])


def unpacked(text: str, given: Document | None) -> tuple[Document, tuple[Mention, ...], tuple[Claim, ...] | None]:
    """The text and the document, if it is not in it → the same."""
    record, keyed, shared, rows = json.loads(text)
    document = given or documented(record)
    mentions = tuple(_mentioned(document.id, row) for row in rows)
    if not keyed:
        return document, mentions, None
    sets = [(frozenset(context), frozenset(names)) for context, names in shared]
    return document, mentions, tuple(_claimed(document, mention, row[FIELDS:], sets)
                                     for mention, row in zip(mentions, rows, strict=True) if len(row) > FIELDS)


def documenting(d: Document) -> list[Any]:
    """A document → its fields as JSON has them."""
    return [d.id, d.text, None if d.published is None else d.published.isoformat(), d.story, d.lang, d.title, d.publisher, d.url,
            d.metadata_offset, d.replaces, d.path, [[each.what, each.reason, each.line, each.lines] for each in d.remarks]]


def documented(row: Sequence[Any]) -> Document:
    """The fields of a document as they were packed → the document."""
    id, text, published, story, lang, title, publisher, url, begin, replaces, path, remarks = row
    return Document(id, text, moment(published), story, lang, title, publisher, url, begin, replaces, path,
                    tuple([Remark(what, reason, line, tuple(lines)) for what, reason, line, lines in remarks]))


def moment(text: str | None) -> datetime.date | datetime.datetime | None:
    """"2023-06-21" → a date; with a time of day → a time."""
    if text is None:
        return None
    return datetime.date.fromisoformat(text) if len(text) == 10 else datetime.datetime.fromisoformat(text)


def _mention(m: Mention) -> list[Any]:
    return [
        m.start, m.end, m.text, m.kind,
        m.number and [_text(m.number.low), _text(m.number.high)], _text(m.precision),
        m.bounds and [_text(m.bounds.low), _text(m.bounds.high), m.bounds.low_open, m.bounds.high_open],
        m.modifier, [[x.value, x.start, x.end] for x in m.modifiers], m.trend, m.move and [_text(m.move.start), _text(m.move.end)],
        m.unit, m.ucum, m.entity, m.entity_start, m.entity_end, m.entity_head, m.property, m.timex, m.timex_mod,
        m.interval and [m.interval.start, m.interval.end, m.interval.granularity], m.date_relation, m.negated, m.modality,
        m.attribution and [m.attribution.speaker, m.attribution.start, m.attribution.end, m.attribution.stance],
        m.sentence[0], m.sentence[1], m.by, m.role, _text(m.whole), m.told, m.told_start]


FIELDS = 32


def _mentioned(document: str, row: Sequence[Any]) -> Mention:
    (start, end, text, kind, number, precision, bounds, modifier, modifiers, trend, move, unit, ucum, entity, entity_start, entity_end,
     entity_head, prop, timex, timex_mod, interval, relation, negated, modality, voice, begin, stop, by, role, whole, told,
     place) = row[:FIELDS]
    return Mention(
        document, start, end, text, kind, number and Range(_number(number[0]), _number(number[1])), precision and Decimal(precision),
        bounds and Bounds(_number(bounds[0]), _number(bounds[1]), bounds[2], bounds[3]), modifier,
        tuple([ModifierSpan(*each) for each in modifiers]) if modifiers else (), trend, move and Move(_exact(move[0]), _exact(move[1])),
        unit, ucum, entity, entity_start, entity_end, entity_head, prop, timex, timex_mod, interval and Interval(*interval), relation,
        negated, modality, voice and Attribution(*voice), (begin, stop), by, role, _number(whole), told, place)


def _claimed(document: Document, mention: Mention, row: Sequence[Any], sets: Sequence[tuple[frozenset[str], frozenset[str]]]) -> Claim:
    shared, line, column, headline, *key = row
    context, names = sets[shared]
    before, after = around(document.text, mention.start, mention.end)
    return Claim(mention, line, column, *quote_of(document.text, mention), document.publisher, document.published, document.url,
                 document.story or "", Key(*key), headline, context, names, before, after, document.title)


def quote_of(text: str, mention: Mention) -> tuple[str, int]:
    """A text and a mention in it → its quote and where that begins: its sentence, or what the table says of a figure in it."""
    if mention.told is not None:
        return mention.told, mention.start - mention.told_start
    return text[mention.sentence[0]:mention.sentence[1]], mention.sentence[0]


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """A text and a span → what stands before and after it, as the W3C's TextQuoteSelector takes it."""
    return text[max(0, start - AROUND):start], text[end:end + AROUND]


def _text(number: Number | None) -> str | None:
    return None if number is None else str(number)


def _number(text: str | None) -> Number | None:
    return None if text is None else _exact(text)


def _exact(text: str) -> Number:
    return Fraction(text) if "/" in text else Decimal(text)
