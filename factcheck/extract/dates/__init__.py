"""Dates and times: a block of tokens and an anchor in, the time expressions of the block out, as TIMEX3 values and intervals.

One pass looks every token up among the words that can begin or end a time expression (`triggers`); only there the readers of the kinds
look around. A reading may have parts that only the document's date or the narrative tells (`resolve`); what neither tells stays X.

Gets wrong: months and weekdays by narrative in a dated article ("In May 2009 … in July" takes the article's year), and forms that need
syntax ("two days after the siege was lifted" is left to the reader of quantities as two days).
"""
from __future__ import annotations

from factcheck.extract.dates.dateline import dateline
from factcheck.extract.dates.mention import Anchor, DateMention
from factcheck.extract.dates.reading import dates, triggers

__all__ = ["Anchor", "DateMention", "dateline", "dates", "triggers"]
