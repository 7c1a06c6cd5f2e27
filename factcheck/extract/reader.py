"""The prose of a document in, its mentions out, in the order of the text: the stage on one screen.

Blocks are read one after the other; what one sentence hands to the next is the date last spoken of and the speaker last named.
Recognisers propose, spans decide: a date beats the number inside it, an explicit number beats an implicit one.
"""
from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from operator import attrgetter

from factcheck.bounds import bounds_of
from factcheck.extract.dates import Anchor, DateMention, dates, triggers
from factcheck.extract.draft import Draft
from factcheck.extract.durations import timex_of
from factcheck.extract.grammar import grammar
from factcheck.extract.implicit import implicit, implied
from factcheck.extract.numerals import numeral, words
from factcheck.extract.quantities import quantities
from factcheck.extract.speech import QUOTES, Listener, voices
from factcheck.extract.tokens import CUE, DATE, IMPLIED, MODAL, NUMBER, QUOTE, Block, blocks
from factcheck.extract.units import unit_after
from factcheck.model import Attribution, Bounds, Document, Mention, Modality, Range

FIRST = attrgetter("first")


def prose(document: Document, published: datetime.date | None, text: str) -> Iterator[Mention]:
    """A document, its day, and the text to be read in place of its own → the mentions one by one."""
    listener = Listener(grammar(), voices())
    anchor = Anchor.of(published, document.lang)
    models: set[str] = set()
    for block in blocks(text, document.metadata_offset, lexicon(anchor.lang)):
        days = dates(block, anchor) if block.holds & DATE else []
        for day in days:
            block.take(day.first, day.last)
        drafts = quantities(block, anchor.lang, models) if block.holds & NUMBER else []
        for draft in drafts:
            block.take(draft.first, draft.end)
        if block.holds & IMPLIED:
            drafts += implicit(block)
        if days or drafts:
            yield from _heard(document, block, sorted((*days, *drafts), key=FIRST), listener)


@cache
def lexicon(of_dates: str = "en", lang: str = "en") -> dict[str, int]:
    """The language of dates and numbers and that of all else → the words that any recogniser looks at, and what each may be."""
    spoken, found = voices(lang), dict(triggers(of_dates))
    for kind, among in ((NUMBER, words(of_dates).candidates), (IMPLIED, implied(lang).triggers), (MODAL, spoken.modal), (CUE, spoken.cues),
                        (QUOTE, QUOTES)):
        for word in among:
            found[word] = found.get(word, 0) | kind
    return found


def _heard(document: Document, block: Block, found: list[Draft | DateMention], listener: Listener) -> list[Mention]:
    """What was found in a block → mentions, sentence by sentence: who speaks is asked once for each."""
    mentions: list[Mention] = []
    bounds, limit, heard, place = block.sentences, -1, None, (0, 0)
    for item in found:
        if item.first >= limit or heard is None:
            at = bisect_right(bounds, item.first) - 1
            begin, limit = bounds[at], bounds[at + 1]
            heard, place = listener.sentence(block, begin, limit), (block.starts[begin], block.ends[limit - 1])
        speaker, modality, negated = heard.voice(item.first)
        make = _quantity if isinstance(item, Draft) else _date
        mentions.append(make(document, block, item, place, speaker, modality, negated))  # type: ignore[arg-type]
    return mentions


def _quantity(document: Document, block: Block, draft: Draft, place: tuple[int, int], speaker: Attribution | None, modality: Modality,
              negated: bool) -> Mention:
    start, end = block.starts[draft.first], block.ends[draft.end - 1]
    low, high = draft.low, draft.high
    number = None if low is None and high is None else Range(low, high)
    if draft.move is not None:
        bounds = bounds_of(draft.move.end, draft.move.end, None, draft.modifier)
    elif draft.modifier == "exact" and draft.vague is None:
        bounds = Bounds(low, high)
    else:
        bounds = bounds_of(low, high, draft.precision, draft.modifier, draft.vague)  # type: ignore[arg-type]
    entity = draft.entity
    unit = draft.unit
    return Mention(
        document.id,
        start,
        end,
        block.text[start:end],
        draft.kind,
        number,
        draft.precision if isinstance(draft.precision, Decimal) else None,
        bounds,
        draft.modifier,
        tuple(draft.modifiers),
        draft.trend,
        draft.move,
        draft.unit_name,
        unit.ucum if unit else None,
        block.span(*entity) if entity else None,
        block.starts[entity[0]] if entity else None,
        block.ends[entity[1] - 1] if entity else None,
        draft.head,
        draft.property,
        timex_of(draft) if draft.kind == "duration" else None,
        None,
        None,
        None,
        negated,
        modality,
        speaker,
        place,
        draft.by,
        draft.role,
        draft.whole,
    )


def _date(document: Document, block: Block, date: DateMention, place: tuple[int, int], speaker: Attribution | None,
          modality: Modality, negated: bool) -> Mention:
    number = unit = precision = None
    if date.kind == "duration":                                                     # "the past three years": three years
        said = next(filter(None, (numeral(block, at) for at in range(date.first, date.last) if at in block.hits)), None)
        if said is not None and said.low is not None and said.end < date.last + 1:
            number, precision = Range(said.low, said.high), said.precision
            found = unit_after(block, said.end, said.spelled) or unit_after(block, said.end + 1, said.spelled)
            unit = found.name if found else None
        elif said is None and block.words[date.last - 1] == "long" and "X" not in date.timex:            # "week-long": one week
            found = unit_after(block, date.first, True)
            number, precision, unit = Range(Decimal(1), Decimal(1)), Decimal(1), found.name if found else None
    return Mention(
        document.id,
        date.start,
        date.end,
        document.text[date.start:date.end],
        date.kind,
        number,
        precision,
        Bounds(number.low, number.high) if number else None,
        "exact",
        (),
        None,
        None,
        unit,
        None,
        None,
        None,
        None,
        None,
        None,
        date.timex,
        date.timex_mod,
        date.interval,
        date.date_relation,
        negated,
        modality,
        speaker,
        place,
        date.by,
    )
