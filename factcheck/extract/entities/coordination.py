"""Quantities of one sentence in, what they say for each other filled in: the verb of a list, the noun behind two measures.

"seized 96 computers, 49 laptops and two tablets", "42 sheep and one goat drowned": the verb of one member is the verb of all. "An
eight-year, $160 million offer": both are said of the offer. Gets wrong: lists of which each member has a verb in another clause.
"""
from __future__ import annotations

from factcheck.extract.draft import Draft
from factcheck.extract.here import Here

JOINTS = (["and"], ["or"], [","], [",", "and"], [",", "or"], ["but"])
SIDE_BY_SIDE: tuple[list[str], ...] = ([], [","])
OPENINGS = frozenset(["", ",", ".", ";", ":", "“", "that", "the", "and", "(", "—", "–"])


def share_aspect(here: Here, draft: Draft) -> None:
    """A draft and those before it in the sentence → each with what the list says of it."""
    right, left = draft, draft.previous
    if left is not None and here.words[left.end:right.first] in SIDE_BY_SIDE:
        _attribute(here, left, right)
    while left is not None and _joint(here, left, right) in JOINTS and _aspect(here, left, right):
        right, left = left, left.previous


def _joint(here: Here, left: Draft, right: Draft) -> list[str]:
    """The words between two quantities and their nouns, without the article or owner of the second: "a mare | and | her two foals"."""
    between = here.words[_end(left):right.first]
    while between and between[-1] in here.rules.determiners:
        between.pop()
    return between


def _end(draft: Draft) -> int:
    """The token after a quantity and the noun that follows it."""
    return max(draft.end, draft.entity[1]) if draft.entity is not None and draft.entity[0] >= draft.first else draft.end


def _attribute(here: Here, left: Draft, right: Draft) -> None:
    """"an eight-year, | $160 million offer", "a 1.5-litre | 90 hp engine": both say something of the noun that follows. The first takes its
    head alone, as the noun does not adjoin it.
    """
    if here.said[left.first - 1] in here.rules.determiners and left.unit is not None and right.entity is not None \
            and right.entity[0] >= right.end and (left.entity is None or left.entity[1] <= left.first):
        left.entity, left.head, left.property = None, right.head, None


def _aspect(here: Here, left: Draft, right: Draft) -> bool:
    """Whether one takes the verb of the other: the verb before a list goes to those after it, the verb after it to those before it where
    they open the clause.
    """
    if left.kind != "count" and right.kind != "count":
        return False
    if right.property is None and left.property is not None and not _inside(here, left):
        right.property = left.property
        return True
    if left.property is None and right.property is not None and right.kind == "count" and not _inside(here, right) \
            and (here.said[left.first - 1] in OPENINGS or here.said[left.first - 1] in here.rules.speech):
        left.property = right.property
        return True
    return False


def _inside(here: Here, draft: Draft) -> bool:
    """Whether the aspect is said in the noun phrase itself, and so of this member alone: "15 injured officers and two cars"."""
    if draft.entity is None:
        return False
    first, end = draft.entity
    return any(word == draft.property or here.rules.properties.get(word) == draft.property for word in here.words[first:end])
