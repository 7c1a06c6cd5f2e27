"""Two claims of one article in, whether it plainly says one thing twice: an article that contradicts itself.

    fails     The Arn bridge is 840 metres long. … The Arn bridge, 480 metres long, was built in two years.
    silent    The explosion killed six miners. … An explosion at the mine killed eight miners in 2004.
    silent    She scored 12 goals for Corvale. … She scored 14 goals for Ostrel.

One hand wrote both, and mostly meant two things: so more must agree than between two articles, and nothing may hint at another day, another
place or another one of its kind. Gets wrong: two things of one sort that the article tells apart by other means than a word of the list.
"""
from __future__ import annotations

from factcheck.data import load
from factcheck.extract.grammar import grammar
from factcheck.groups.bags import alike
from factcheck.groups.features import Features
from factcheck.groups.weigh import shared_words
from factcheck.model import Claim

KINDS = ("count", "money", "measure", "percent", "duration")
HEDGES = ("exact", "about", "nearly", "just_over")
MOST = 0.6              # share of the words of the shorter sentence that the other has too
VERSUS = "vs"
YEAR = 4                # digits


def plainly_twice(left: Claim, right: Claim, one: Features, other: Features) -> bool:
    """Two claims of one document that differ, with their features → whether both can only be meant of one thing."""
    if left.quote_start == right.quote_start or left.mention.kind not in KINDS or left.headline or right.headline:
        return False                                                                                # the headline is a check of its own
    if any(claim.mention.modifier not in HEDGES or claim.mention.number is None or claim.mention.move for claim in (left, right)):
        return False
    voices = [claim.mention.attribution for claim in (left, right)]
    if any(voice is not None and voice.stance != "said" for voice in voices):          # "the rebels claimed to have killed 300"
        return False
    if VERSUS in one.words & other.words:
        return False                                                                   # lines of a table: "Net 10.3 million vs 9.1 million"
    if one.figures and other.figures and one.figures.isdisjoint(other.figures):        # another row of a table of figures
        return False
    return not _hinted(one, other) and _names_it(one, other) and _told_alike(one, other)


def _hinted(one: Features, other: Features) -> bool:
    """Whether a word of only one of the sentences hints at another time, place or thing: "earlier", "a second", "2004"."""
    lone = one.words ^ other.words
    hints = load("lang.en.qualifiers")["another_time"]
    return not lone.isdisjoint(hints) or any(word.isdecimal() and len(word) == YEAR for word in lone)


def _names_it(one: Features, other: Features) -> bool:
    """Whether both name what they speak of, by a proper name or by the same subject before the number, and nothing else."""
    if any(not name.isdisjoint(here.near.words) and name.isdisjoint(there.words)
           for here, there in ((one, other), (other, one)) for name in here.phrases):
        return False                                                        # "carried 64 passengers to Ostrel", "carried 46 passengers"
    if all(any(not name <= there.words for name in here.phrases) for here, there in ((one, other), (other, one))):
        return False                                                        # "Upper Ostric", "Lower Ostric"
    if one.names & other.maybe or other.names & one.maybe:
        return True
    mine, theirs = map(_head, (one.subject, other.subject))
    return mine == theirs != ""


def _head(subject: tuple[str, ...]) -> str:
    """The last word of a subject that is no adverb: none of "They currently hold", for a pronoun is no content word."""
    return next((word for word in reversed(subject) if word[-2:] != "ly" or word in grammar().ly_nouns), "")


def _told_alike(one: Features, other: Features) -> bool:
    """Whether both say most of the same, of two words or more, with the same verb where both have one."""
    if one.verb and other.verb and not alike(one.verb, other.verb):
        return False
    return min(len(one.content.words), len(other.content.words)) > 1 and mostly_shared(one, other)


def mostly_shared(one: Features, other: Features) -> bool:
    """Whether most of what the shorter sentence says the other says too."""
    small = min(len(one.content.words), len(other.content.words))
    return small > 0 and shared_words(one, other) / small >= MOST
