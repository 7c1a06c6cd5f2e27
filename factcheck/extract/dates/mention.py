"""The nouns of reading dates: what is found, and what dates are counted from."""
from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from factcheck.model import Interval


@dataclass(slots=True)
class DateMention:
    """A time expression: tokens `first` to `last` (exclusive) of its block, characters `start` to `end` of the text.

    `kind` is date, time or duration (sets such as "every Tuesday" are dates); `timex` the TIMEX3 value with X for what is unknown;
    `timex_mod` one of START, MID, END, APPROX, LESS_THAN, MORE_THAN, BEFORE; `interval` has no ends where the value has an X or names a
    day that is none ("31 June").
    """

    first: int
    last: int
    start: int
    end: int
    kind: str
    timex: str
    timex_mod: str | None
    interval: Interval | None
    date_relation: str | None
    by: str


@dataclass(slots=True)
class Anchor:
    """What relative dates count from; made once for a document and handed from block to block, which update it.

    `published` is the document's own date, `spoken` the TIMEX3 value of the last date that the text spoke of ("" for none, or after
    a "this year" that no date could settle), `day` the last full day of them. `section` is the year of the last heading that is a year,
    0 without one, and `strayed` how many dates of other years followed it. `order` is how the text writes 03/04/2023: "MDY", "DMY", or
    "" while unknown. `events` are the days of what happened, by the noun for it; "" where two days were told.
    """

    published: datetime.date | None = None
    lang: str = "en"
    spoken: str = ""
    day: str = ""
    order: str = ""
    section: int = 0
    strayed: int = 0
    events: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, published: datetime.date | datetime.datetime | None, lang: str = "en") -> Anchor:
        """A document's publication date or time and its language ("en", "en-GB") → the anchor to begin with."""
        day = published.date() if isinstance(published, datetime.datetime) else published
        if day is not None and not 1000 <= day.year <= 9000:    # room to count years back and forth
            day = None
        language, _, region = lang.partition("-")
        order = {"us": "MDY", "": ""}.get(region.lower(), "DMY") if language == "en" else "DMY"
        return cls(published=day, lang=language, order=order)


@dataclass(slots=True)
class Reading:
    """A time expression while it is being read: token range, TIMEX3 value (with X for what the anchor must say) and how it leans.

    `lean` is what its own words say: the pointer (last, next, this, that, following …), or a reason to leave it and the narrative as they
    are (set, generic, offset, unsettled, attribute, aside). `zone` is a clock's offset from UTC; `partner` the earlier end of a range.
    """

    first: int
    last: int
    timex: str
    by: str
    kind: str = "date"
    mod: str | None = None
    lean: str = ""
    zone: str = ""
    interval: Interval | None = None
    partner: Reading | None = None
    relation: str | None = None
