"""A claim in, what is compared of it out: the words around its number, its verb, the names, and the qualifiers in its clause.

Everything comes from the quote, so it can be computed again from a stored claim. Computed only for claims that something may be compared
with.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from factcheck.claims.sentence import Sentence, sentence
from factcheck.claims.words import empty, figure, numerals
from factcheck.data import listed, load
from factcheck.frozen import frozen
from factcheck.groups import clause as clauses
from factcheck.groups.bags import Bag, bag
from factcheck.groups.clause import CALENDAR, Place, bearing, clause, content, core, opening, past_conversion, predicate, subject_of
from factcheck.groups.kinds import narrowed
from factcheck.groups.subjects import REACH, bare, between, lead, marks, subject, usual
from factcheck.groups.wholes import is_old, many_places, more_elsewhere, second_thing
from factcheck.model import Claim

NEIGHBOURS = 2      # tokens to either side that tell one place in a sentence
WINDOW = 6          # tokens to either side in which a qualifier belongs to the number
ABLE = frozenset(["can", "could", "may", "might"])
TURNED = {"from": "begin", "since": "begin", "to": "end", "until": "end"}
SECOND = frozenset(["second", "third"])     # "a second storm injured 24"
NOT = frozenset(["not", "never", "n't", "nor"])


@frozen
class Features:
    """What a claim is compared by, beside its key."""

    near: Bag                               # content lemmas of its clause: to its left, the nearest first, then to its right
    verb: str | None                        # what happened: the verb nearest to the number, or the noun that a date belongs to
    nominal: bool                           # "the 2004 flood": the date belongs to a noun
    content: Bag                            # all content lemmas of the sentence
    core: Bag                               # … of its part of the sentence, between the commas, and of the subject
    names: frozenset[str]                   # words of its proper names
    maybe: frozenset[str]                   # … and its first word, which may be one
    phrases: tuple[frozenset[str], ...]     # each name, but not that of the speaker
    subject: tuple[str, ...]                # the content lemmas before the verb, where it stands before the number
    kind: frozenset[str]                    # the words that narrow the counted thing: "intensive care beds"
    voice: frozenset[str]                   # the lemmas that only name who speaks
    actor: frozenset[str]                   # the name nearest before the number in its clause
    after: frozenset[str]                   # … and after it, before the next number: "20 died on | Lowmark | roads"
    bearing: tuple[str | None, frozenset[str]]      # "13 miles east of Dorn": east, dorn
    neighbours: tuple[str, ...]             # the tokens directly around the number, numbers as "#"
    skeleton: tuple[str, ...]               # the sentence with its numbers as "#"
    opposed: tuple[tuple[int, int], ...]    # (row, group) of the qualifiers nearest to the number
    marks: frozenset[str]                   # qualifiers that make another measure
    other_event: frozenset[str]             # words that make another event: "an aftershock"
    words: frozenset[str]                   # every word of the sentence, the parts of "second-quarter" too
    figures: frozenset[str]                 # the other numbers of the sentence
    beside: frozenset[str]                  # … those of its clause
    tags: frozenset[str]                    # numbers that belong to a name: "Flight OR 212"
    able: bool                              # "can carry 320 passengers", which is not how many it carried
    old_figure: bool                        # "lowered the toll to 16 from 19": 19
    usual: bool | None                      # "carries 640 passengers", in the present; None for "carrying"
    between: frozenset[str] | None          # the content words from the verb to the number: "opened a new wing in 2015"
    denied: bool                            # "did not open in 2014"
    turn: str | None                        # "from 1999 to 2004": begin, end
    lead: frozenset[str]                    # the name that the sentence begins with
    bare: frozenset[str]                    # "It grossed …", "The company employs …" at the head of a text: it, company


class One:
    """A claim as a key: this very one, without a look at what it says."""

    __slots__ = ("claim",)

    def __init__(self, claim: Claim) -> None:
        self.claim = claim

    def __hash__(self) -> int:
        return id(self.claim)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, One) and other.claim is self.claim


def features_of(claims: Iterable[Claim]) -> list[Features]:
    """Claims → the features of each, computed once for a claim, whichever groups it stands in."""
    return [_features(One(claim)) for claim in claims]


@lru_cache(maxsize=10_000)
def _features(one: One) -> Features:
    return features(one.claim)


def features(claim: Claim) -> Features:
    """A claim → its features."""
    said, whole, mention = sentence(claim.quote), _whole(claim.quote), claim.mention
    first, end = said.index(mention.start - claim.quote_start), max(said.index(mention.end - claim.quote_start), 1)
    stop = end
    if mention.entity_end is not None and mention.kind == "count" and mention.entity_end >= mention.end:
        stop = said.index(mention.entity_end - claim.quote_start)
    place = Place(first, end, *clause(said, first, past_conversion(said, end) if mention.kind == "measure" else end))
    window = range(max(place.begin, first - WINDOW), min(place.limit, max(end, stop) + WINDOW))
    lemmas = (*said.lemmas[window.start:first], *said.lemmas[max(end, window.start):window.stop],
              *said.lemmas[place.limit:place.limit + 1])                                            # "killed | since the war began"
    parts = _parts(lemmas)
    turn = TURNED.get(mention.date_relation or "") if mention.kind == "date" else None
    turned = {turn} if turn and mention.date_relation != "since" else set()
    verb, nominal, at = predicate(mention.kind, said, place._replace(end=max(end, stop)))
    doer = () if at is None or at > first else subject(said, place.begin, at)
    before = islice(content(said, range(first - 1, place.begin - 1, -1)), REACH)
    after = islice(content(said, range(end if mention.kind != "count" else stop, place.limit)), REACH)
    figures = [index for index in whole.figures if not first <= index < end]
    return Features(
        bag(dict.fromkeys((*before, *after, *content(said, subject_of(said, place.begin)), *turned))),
        verb,
        nominal,
        bag(_said_of(claim, said, place) | ({verb} if verb and at is None and not nominal else set()) | turned),
        bag(core(said, place, verb, whole.opening)),
        whole.names,
        whole.maybe,
        phrases(claim, said),
        doer,
        narrowed(claim),
        _voice(claim, said),
        _actor(claim, said, place),
        clauses.name_after(said, end, place.limit),
        bearing(said, place),
        _neighbours(whole.skeleton, first, end),
        whole.skeleton,
        _opposed(whole.opposed, place, window),
        marks(said, window, first, end, parts, doer) | _unlike(lemmas)
        | more_elsewhere(said, stop, place.limit) | many_places(said, stop, place.limit) | second_thing(mention, said, stop),
        (parts.union(() if at is None else said.lemmas[max(0, at - 1):at + 2]) & listed("qualifiers", "other_event"))
        | SECOND.intersection(doer if mention.kind == "count" else ()),
        whole.words,
        frozenset([figure(said.lemmas[index]) for index in figures]),
        frozenset([figure(said.lemmas[index]) for index in figures if place.begin <= index < place.limit]),
        whole.tags.difference(said.surface[first:end]),
        (at is not None and not ABLE.isdisjoint(said.surface[max(0, at - 2):at]))
        or (mention.kind not in CALENDAR and "capacity" in lemmas),
        is_old(said, first),
        usual(said, at),
        between(said, at, first, verb),
        mention.modality == "denied" or (at is not None and at < first and not NOT.isdisjoint(said.lemmas[max(0, at - 3) : at])),
        turn,
        whole.lead,
        whole.bare if claim.quote_start == 0 else frozenset(),
    )


class Whole(NamedTuple):
    """What the claims of one sentence share."""

    names: frozenset[str]
    maybe: frozenset[str]
    skeleton: tuple[str, ...]
    words: frozenset[str]
    figures: tuple[int, ...]                # the tokens that are numbers
    tags: frozenset[str]
    opposed: tuple[tuple[int, int, int], ...]       # the tokens that are opposed qualifiers, each with its row and group
    opening: tuple[str, ...]                # the content words before its first verb
    lead: frozenset[str]
    bare: frozenset[str]


@lru_cache(maxsize=2_000)
def _whole(quote: str) -> Whole:
    said = sentence(quote)
    names = frozenset([word.lower() for word, mark in zip(said.surface, said.names, strict=True) if mark])
    known, digits, table = numerals(), [word[0].isdecimal() for word in said.surface], _opposed_words()
    return Whole(
        names,
        names | _first_word(said),
        tuple(["#" if digit else lemma for digit, lemma in zip(digits, said.lemmas, strict=True)]),
        _parts(said.lemmas),
        tuple([index for index, lemma in enumerate(said.lemmas)
               if digits[index] or (lemma.partition("-")[0] in known and not (index and digits[index - 1]))]),
        frozenset([word for index, word in enumerate(said.surface) if digits[index] and index and _of_name(said, index)]),
        tuple([(index, row, group) for index, (lemma, word) in enumerate(zip(said.lemmas, said.surface, strict=True))
               for row, group in table.get(lemma, ()) or table.get(word.lower(), ())]),
        opening(said),
        lead(said),
        bare(said),
    )


def _of_name(said: Sentence, index: int) -> bool:
    """Whether a number belongs to a name: "Flight OR 212", "M-3"."""
    return said.names[index - 1] or (index > 1 and said.surface[index - 1] == "-" and said.surface[index - 2].isupper())


def _parts(lemmas: Iterable[str]) -> frozenset[str]:
    found = frozenset(lemmas)
    joined = [lemma for lemma in found if "-" in lemma]
    return found.union(*(lemma.split("-") for lemma in joined)) if joined else found


def phrases(claim: Claim, said: Sentence) -> tuple[frozenset[str], ...]:
    """A claim and its sentence → the words of each proper name in it, but for the speaker's."""
    voice = claim.mention.attribution
    begin, end = (voice.start - claim.quote_start, voice.end - claim.quote_start) if voice else (0, 0)
    return tuple(frozenset(word.lower() for word in said.surface[first:last]) for first, last in said.phrases
                 if not begin <= said.starts[first] < end and not _told(said, first))


def _told(said: Sentence, first: int) -> bool:
    """Whether a name is that of who was told it: "told the Lowmarsh Post that 40 roads were closed"."""
    return "tell" in said.lemmas[max(0, first - 2):first]


def _said_of(claim: Claim, said: Sentence, place: Place) -> frozenset[str]:
    """The content words of the sentence without those of the figure itself: its unit is compared apart."""
    return claim.context - frozenset(said.lemmas[place.first:place.end])


def _voice(claim: Claim, said: Sentence) -> frozenset[str]:
    """The lemmas that name who speaks and nothing else of the sentence."""
    voice = claim.mention.attribution
    if voice is None:
        return frozenset()
    first, end = said.index(voice.start - claim.quote_start), said.index(voice.end - claim.quote_start)
    return frozenset(said.lemmas[first:end]) - frozenset(said.lemmas[:first]) - frozenset(said.lemmas[end:])


def _unlike(lemmas: tuple[str, ...]) -> frozenset[str]:
    """"Not adjusted": the mark of another measure, turned round."""
    return frozenset([f"not {mark}" for word, mark in zip(lemmas, lemmas[1:], strict=False)
                      if word in NOT and mark in listed("qualifiers", "marked")])


def _first_word(said: Sentence) -> frozenset[str]:
    for word, base in zip(said.surface, said.lemmas, strict=True):
        if word[0].isalpha():
            return frozenset((word.lower(),)) if word[0].isupper() and base not in empty() else frozenset()
    return frozenset()


def without(of: Features, words: frozenset[str]) -> Features:
    """Features → the same without the words that name the subject."""
    return replace(of, near=_less(of.near, words), content=_less(of.content, words), core=_less(of.core, words), names=of.names - words,
                   maybe=of.maybe - words, phrases=tuple(name for name in of.phrases if name.isdisjoint(words)), actor=of.actor - words,
                   subject=tuple(word for word in of.subject if word not in words))


def _less(of: Bag, words: frozenset[str]) -> Bag:
    return bag(word for word in of.words if word not in words)


def strangers(one: Features, other: Features) -> tuple[str, str] | None:
    """A name on each side that the other sentence does not know."""
    mine = next((name for name in one.phrases if name.isdisjoint(other.maybe) and name.isdisjoint(other.content.words)), None)
    theirs = next((name for name in other.phrases if name.isdisjoint(one.maybe) and name.isdisjoint(one.content.words)), None)
    return (" ".join(sorted(mine)), " ".join(sorted(theirs))) if mine and theirs else None


def _actor(claim: Claim, said: Sentence, place: Place) -> frozenset[str]:
    """The name nearest before the number, but not that of who says it."""
    voice = claim.mention.attribution
    begin, end = (voice.start - claim.quote_start, voice.end - claim.quote_start) if voice else (0, 0)
    index = place.first - 1
    while index >= place.begin and (not said.names[index] or begin <= said.starts[index] < end or _told(said, index)):
        index -= 1
    words = set()
    while index >= place.begin and said.names[index]:
        words.add(said.surface[index].lower())
        index -= 1
    return frozenset(words)


def _neighbours(skeleton: tuple[str, ...], first: int, end: int) -> tuple[str, ...]:
    before, after = skeleton[max(0, first - NEIGHBOURS):first], skeleton[end:end + NEIGHBOURS]
    return ("",) * (NEIGHBOURS - len(before)) + before + after + ("",) * (NEIGHBOURS - len(after))


def _opposed(found: Iterable[tuple[int, int, int]], place: Place, window: range) -> tuple[tuple[int, int], ...]:
    """For each row of opposed qualifiers the group that stands nearest to the number."""
    nearest: dict[int, tuple[int, int]] = {}
    for index, row, group in found:
        if index not in window or place.first <= index < place.end:
            continue
        distance = place.first - index if index < place.first else index - place.end + 1
        if row not in nearest or distance < nearest[row][0]:
            nearest[row] = (distance, group)
    return tuple(sorted((row, group) for row, (_, group) in nearest.items()))


@cache
def _opposed_words(lang: str = "en") -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for row, groups in enumerate(load(f"lang.{lang}.qualifiers")["opposed"]):
        for group, words in enumerate(groups):
            for word in words:
                found.setdefault(word, []).append((row, group))
    return {word: tuple(places) for word, places in found.items()}
