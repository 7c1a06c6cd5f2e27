"""The source of a page in, the day that its article says it was published out: for pages whose metadata do not say.

htmldate takes the earliest day of such a page, which may be that of another story in a list beside the article. What stands first counts
here instead: a day with a label ("Written: 2023-11-07"), else one close below the headline. Gets wrong: days in other languages than
English, which are left to htmldate.
"""
from __future__ import annotations

import datetime
import html
import re

from factcheck.data import load

METADATA = re.compile(r"""(?xi) datePublished | dateCreated | uploadDate | article:published | <time\b [^<>]{0,200} pubdate
  | ["'] (?: pub-?date | publish-?date | date | dc\.date[.\w]* | sailthru\.date | parsely-pub-date | article\.published
           | originalpublicationdate | timestamp ) ["'] \s+ content""")
UNSEEN = re.compile(r"<(script|style|head|noscript|template)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"<[^<>]{0,5000}>")
HEADLINE = re.compile(r"</h1\s*>", re.IGNORECASE)
MONTHS = tuple(load("lang.en.dates")["months"]["names"])
MONTH = rf"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]{{0,6}}"
DAY = re.compile(rf"""(?xi) (?<![\w/.-]) (?:
    (?P<year>(?:19|20)\d\d) [-/.] (?P<month>\d\d?) [-/.] (?P<day>\d\d?)                               # "2023-11-07"
  | (?P<name>{MONTH}) \.? \s+ (?P<day2>\d\d?) (?:st|nd|rd|th)? ,? \s+ (?P<year2>(?:19|20)\d\d)         # "Nov. 7, 2023"
  | (?P<day3>\d\d?) (?:st|nd|rd|th)? \s+ (?P<name3>{MONTH}) \.? ,? \s+ (?P<year3>(?:19|20)\d\d)        # "7 November 2023"
  | (?P<month4>\d\d?) / (?P<day4>\d\d?) / (?P<year4>(?:19|20)\d\d)
    (?= [,\s]* (?:at\s)? \d\d?:\d\d \s* [ap]\.?m\.? \s* \(? [ECMP][SD]?T \b )                             # "02/06/2024 8:00 AM EST"
  ) (?! [\w/-] | \.\d )""")
LABEL = re.compile(rf"""(?xi) \b (?: {'|'.join(map(re.escape, load("lang.en.pages")["published"]))} )
    (?: [ ]on | [ ]at )? \s* :? \s* (?: \w+ ,? \s+ )? (?: \d\d?:\d\d \s* (?:[ap]m)? ,? \s* )? \Z""")
BEFORE, BELOW = 40, 400         # characters before a day in which its label stands, and below the headline in which a day does


def published(page: str) -> datetime.date | None:
    """The source of a page → the day, or None: it says one in its metadata, or none that can be read."""
    if METADATA.search(page):
        return None
    headline = HEADLINE.search(page)
    below = _text(page[headline.end():headline.end() + 100_000]) if headline else ""
    for text in (below, _text(page)):
        for found in DAY.finditer(text):
            if LABEL.search(text[max(0, found.start() - BEFORE):found.start()]) and (day := _day(found)):
                return day
    return next((day for found in DAY.finditer(below[:BELOW]) if (day := _day(found))), None)


def _text(source: str) -> str:
    return " ".join(html.unescape(TAG.sub(" ", UNSEEN.sub(" ", source))).split())


def _day(found: re.Match[str]) -> datetime.date | None:
    year = found["year"] or found["year2"] or found["year3"] or found["year4"]
    name = found["name"] or found["name3"]
    number = found["month"] or found["month4"] or "0"
    month = next((at for at, full in enumerate(MONTHS, 1) if full.startswith(name.lower()[:3])), 0) if name else int(number)
    try:
        return datetime.date(int(year), month, int(found["day"] or found["day2"] or found["day3"] or found["day4"]))
    except ValueError:
        return None
