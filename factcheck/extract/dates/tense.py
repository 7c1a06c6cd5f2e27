"""A place in a sentence in, whether the words around it look back or ahead: past, future or nothing.

The nearest verb decides, first to the left, then to the right: "police *said* Tuesday", "the court *will* rule on Friday". Forms in -ed
after "be" are passives of a future ("will be held").

Gets wrong: verbs that look the same in both tenses ("they cut rates on Friday"), and long clauses between a verb and its date.
"""
from __future__ import annotations

from factcheck.data import load
from factcheck.extract.dates.scan import Scan
from factcheck.extract.dates.words import TENSE
from factcheck.extract.grammar import grammar

NOT_PAST = frozenset((*TENSE["not_past"], *load("lang.en.grammar")["not_verbs"]))
CUES = {**dict.fromkeys(load("lang.en.grammar")["past"], "form"), **dict.fromkeys(TENSE["past"], "past"),
        **dict.fromkeys(TENSE["future"], "future"), **dict.fromkeys(TENSE["scheduled"], "future"),
        **dict.fromkeys(TENSE["present"], "present")}
PLANNED = frozenset(TENSE["planned"])
TO_BE = frozenset(TENSE["to_be"])
AHEAD = frozenset(TENSE["ahead"])
REACH_LEFT, REACH_RIGHT = 16, 10
HEADLINE = 20               # tokens of a line without a full stop that may be a headline


def tense(scan: Scan, first: int, last: int) -> str:
    """Tokens `first` to `last` → "past", "future" or ""."""
    begin, end = scan.sentence(first)
    ahead = scan.words[first - 1] in AHEAD
    for index in range(first - 1, max(begin, first - REACH_LEFT) - 1, -1):
        found = _cue(scan, index, ahead)
        if found:
            return "" if found == "present" or ahead and found == "past" else found         # "were remanded until 4 July": the nearest
    for index in range(last, min(end, last + REACH_RIGHT)):
        found = _cue(scan, index, ahead)
        if found:
            return ("future" if ahead else "") if found == "present" else found
    return "future" if ahead or _headlined(scan, begin, first, end) else ""


def _headlined(scan: Scan, begin: int, first: int, end: int) -> bool:
    """Whether a date stands in a headline that tells a plan, "to" being its only verb: "Bus fares to rise 6% in | March"."""
    words, known = scan.words, grammar()
    if words[end - 1] == "." or end - begin > HEADLINE:
        return False
    at = next((index for index in range(begin + 1, first - 1) if words[index] == "to"), None)
    return at is not None and (words[at + 1] in known.verbs or words[at + 1] in known.either or words[at + 1] in known.trends) \
        and not any(known.is_verb(word) for word in words[begin:at])


def _cue(scan: Scan, index: int, ahead: bool) -> str:
    word = scan.words[index]
    cue = CUES.get(word)
    if cue is None:
        if not (word.endswith("ed") and len(word) > 3 and word not in NOT_PAST):
            return ""
        cue = "form"
    if word == "may" and scan.capital(index):
        return ""
    if word == "been" and scan.words[index + 1] in PLANNED:       # "a hearing has been scheduled"
        return "future"
    if word in PLANNED:
        return "future"
    if cue == "form":
        if ahead or scan.words[index - 1] in TO_BE:             # "will be closed until Friday"
            return ""
        return "past"
    return cue
