"""The head of an article in, the date of its dateline out: "ORSA, June 21, 2023 – …", "Posted on 5 May 2021", a date on its own line."""
from __future__ import annotations

import datetime

from factcheck.extract.dates.mention import Anchor, DateMention
from factcheck.extract.dates.reading import dates, triggers
from factcheck.extract.dates.words import DASHES, listed
from factcheck.extract.tokens import Block, blocks

REACH = 600                 # characters: a dateline stands at the head of an article
MOST_WORDS = 8              # of a place or a label before the date
LINE_STARTS = listed("dateline_starts")
PLACE_WORDS = listed("dateline_places")
CLOSERS = DASHES | {"", ":", "|", "(", ")", "·"}
FINE = ("day", "minute", "second", "hour")


def dateline(text: str, start: int = 0) -> datetime.date | None:
    """A text, and where its prose begins → the date of its dateline, or None. Only a full day counts, at the beginning of a line."""
    for block in blocks(text[start:start + REACH], lexicon=triggers()):
        found = dates(block, Anchor())
        first = found[0] if found else None
        if first is None or first.interval is None or first.interval.start is None or first.interval.granularity not in FINE:
            continue
        if len(found) > 1 and found[1].first <= first.last + 1:             # "(12 February 1909 – 15 April 1965)" is a life
            continue
        if _is_dateline(block, first):
            return datetime.date.fromisoformat(first.interval.start[:10])
    return None


def _is_dateline(block: Block, mention: DateMention) -> bool:
    before = [word for word in block.surface[:mention.first] if word[0].isalpha()]
    after = block.words[mention.last] if mention.last < len(block.words) else ""
    alone = after == "" or after == "." and mention.last + 1 == len(block.words)
    if after not in CLOSERS and not alone or len(before) > MOST_WORDS:
        return False
    if all(word.lower() in LINE_STARTS for word in before):
        return True
    place = all(word[0].isupper() or word.lower() in PLACE_WORDS for word in before)
    return place and (after in DASHES or after in (":", ")", "(") or alone and len(before) <= 5)
