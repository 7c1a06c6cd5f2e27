"""What a document says about itself (front matter, JSON keys) → the fields of `Document`, each checked.

A document's own words beat `--published` and `--story`, and those beat what its text or its page says.
"""
from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Any

from factcheck.data import HERE
from factcheck.documents.decode import refuse_surrogate
from factcheck.documents.shapes import Call, Source, Unusable
from factcheck.frozen import frozen
from factcheck.model import Document

KEYS = ("published", "story", "lang", "title", "publisher", "url", "replaces")
A_DATE = "a date (2023-06-21) or a time with zone (2023-06-21T10:00:00+02:00)"
DATE = r"(?a)\d{4}-\d\d-\d\d"
TIME = r"(?ai)\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)"


@frozen
class Said:
    """The metadata that a document itself gives; None is "does not say"."""

    published: datetime.date | datetime.datetime | None = None
    story: str | None = None
    lang: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    replaces: str | None = None


def said(values: dict[str, Any]) -> Said:
    """Keys and values as they were written → the metadata; unknown keys are passed over; raises Unusable naming the key."""
    words = {key: _word(key, values.get(key)) for key in KEYS}
    day, lang = words["published"], words["lang"]
    return Said(published(day) if day else None, words["story"], language(lang) if lang else None, words["title"], words["publisher"],
                words["url"], words["replaces"])


def published(value: str) -> datetime.date | datetime.datetime:
    """"2023-06-21" or "2023-06-21T10:00:00Z" → the date or the time; raises Unusable."""
    value = value.strip()
    try:
        if re.fullmatch(DATE, value):
            return datetime.date.fromisoformat(value)
        if re.fullmatch(TIME, value):
            return datetime.datetime.fromisoformat(value.upper().replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    except ValueError:
        pass
    raise Unusable(f"published: {value!r} is no date, expected {A_DATE}")


def language(value: str) -> str:
    """"en" or "en-GB" → itself, if there are tables for it; raises Unusable."""
    if value.split("-")[0].lower() not in languages():
        raise Unusable(f"lang: {value!r} is not known, expected one of {', '.join(languages())}")
    return value


@cache
def languages() -> tuple[str, ...]:
    """The languages that can be read: those with compiled tables."""
    return tuple(sorted({path.name.split(".")[1] for path in (HERE / "compiled").glob("lang.*.json")}))


def document(id: str, text: str, own: Said, call: Call, source: Source, offset: int = 0, found: Said | None = None) -> Document:
    """A text with what it says itself, what the call says, and what was merely found in it (`found`) → the document, in that order."""
    found = found or Said()
    return Document(
        id, text,
        published=own.published or call.published or found.published,
        story=own.story or call.story or source.story,
        lang=own.lang or call.lang,
        title=own.title or found.title,
        publisher=own.publisher or found.publisher,
        url=own.url or found.url,
        metadata_offset=offset,
        replaces=own.replaces or source.replaces,
        path=source.name)


def unknown(key: str, known: tuple[str, ...] = KEYS) -> str:
    """A key that is not ours → one sentence that names the nearest."""
    from difflib import get_close_matches
    near = get_close_matches(key, known, 1)
    return f"{key}: unknown key, not used; " + (f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}")


def _word(key: str, value: object) -> str | None:
    """A value as text; null, nothing and spaces count as absent."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise Unusable(f"{key}: {_shown(value)}, expected text")
    refuse_surrogate(key, value)
    return value.strip() or None


def _shown(value: object) -> str:
    return {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a mapping"}.get(type(value), "no text")
