"""The word of change right before a number: "rose 19 cents", "fell by 20 %", "down a further 5", "+0.2 %", "cut its staff by 5 %"."""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.here import Here

AWAY = frozenset(["off", "away"])
REACH = 5                   # tokens between the word and the number, adverbs and the like
OBJECT = 12                 # tokens of an object: "increased its revenue in the second quarter of 2024 by"


def trend(here: Here, draft: Draft) -> str | None:
    """A draft → "up", "down" or None; takes a plus sign into the span."""
    words, rules, at, article = here.words, here.rules, draft.first - 1, False
    if draft.kind in ("percent", "money", "measure") and here.said[at] == "+":
        draft.first = at
        return "up"
    for _ in range(REACH):
        if at < here.begin:
            return None
        word = words[at]
        if word in rules.trends and draft.kind == "measure" and here.said[draft.end] in AWAY:
            return None                                                             # "sank 90 miles off the coast"
        if word in rules.trends:
            return rules.trends[word] if _moves(here, draft, at, article) else None
        if word == "by":
            agent = here.said[at - 1]
            if agent[-2:] == "ed" and agent not in rules.trends:
                return None                                                         # "a fall in sales reported by several firms"
            before = reversed(words[max(here.begin, at - OBJECT):at])
            verb = next((word for word in before if word in rules.trends or word in rules.auxiliaries or word in ",;"), "")
            return rules.trends.get(verb) or _as_before(here, draft, at)
        if word == "and" and at == draft.first - 1 and draft.kind == "percent" and here.said[draft.end] != "of":
            return _as_before(here, draft, at)                                      # "rose 0.3% in May and | 4.1% in a year"
        if word not in rules.trend_fillers and word[-2:] != "ly":
            return None
        article = article or word in here.known.articles
        at -= 1
    return None


def _as_before(here: Here, draft: Draft, at: int) -> str | None:
    """"Corvale was down 2.3%, Dunholt by 2.6%": without a verb of its own the number moves as the one before it."""
    left = draft.previous
    if left is None or left.kind != draft.kind or left.trend is None or any(map(here.rules.is_verb, here.words[left.end:at])):
        return None
    return left.trend


def _moves(here: Here, draft: Draft, at: int, article: bool) -> bool:
    """Whether the word of change at token `at` moves the number: not in "lost 20 men", "picked up 3 points", "added a 30-degree turn"."""
    rules, word, before = here.rules, here.words[at], here.said[at - 1]
    if word in rules.trends_with_object:
        after = here.said[draft.end]
        if draft.kind == "money" and word in rules.collecting:
            return False                                                            # "raised $3 million"
        bare = not after[:1].isalpha() or after in rules.stops and after != "of"
        return not article and (draft.kind not in ("count", "duration", "age") or (draft.kind == "count" and bare))
    if word in ("up", "down"):
        verb = rules.is_verb(before) or before[-3:] == "ing" if before else False
        return draft.kind not in ("duration", "age") and (not verb or before in rules.trends or before in rules.auxiliaries
                                                          or before in rules.turns)
    return True
