"""The regular expressions of a rule: compiled when the file is read, run with a time limit.

`{mention}` in a pattern stands for the number or date itself: `hosted by \\w+ since {mention}`. Upper and lower case are one.
"""
from __future__ import annotations

from functools import cache

import regex

LIMIT = 0.05                                         # seconds on one sentence; an honest pattern takes microseconds
MARK = "\N{OBJECT REPLACEMENT CHARACTER}"            # stands in the searched sentence where the mention stood


def compiled(pattern: str) -> regex.Pattern[str]:
    """A rule's pattern → its compiled form; raises ValueError that says what does not compile and where."""
    try:
        return _compiled(pattern)
    except regex.error as error:
        place = f" at character {error.pos + 1}" if error.pos is not None else ""
        raise ValueError(f"the regular expression does not compile: {error.msg}{place}") from None


def found(pattern: str, sentence: str, start: int, end: int) -> bool:
    """Whether a pattern is in the sentence whose mention stands at [start:end]; raises TimeoutError when that takes too long."""
    text = f"{sentence[:start]}{MARK}{sentence[end:]}" if "{mention}" in pattern else sentence
    return _compiled(pattern).search(text, timeout=LIMIT) is not None


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern.replace("{mention}", MARK), regex.IGNORECASE)
