"""The claims of one group laid out on a table: their features, their values, and how any two of them stand to each other, asked once."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache

from factcheck.checks.facts import Fact, value_of
from factcheck.checks.itself import mostly_shared, plainly_twice
from factcheck.checks.sides import CALENDAR, meet, side
from factcheck.claims.words import empty, lemma
from factcheck.data import load
from factcheck.groups.align import SURE, Match, matched
from factcheck.groups.apart import separated
from factcheck.groups.doubts import qualified
from factcheck.groups.features import Features, features_of
from factcheck.model import Claim, Group, Rule

WITNESSES = 6           # claims of one fact that are laid beside those of another
BUSY, FEW = 600, 2      # … and how many in a group of so many claims
PLAIN = 12.0            # points at which no better match is looked for
MARGIN = 1.5            # a claim that fits better by so much is the one to compare with
CEILINGS = ("up_to", "at_most", "less_than", "between")
NUMBER = re.compile(r"\w+(?:[.,]\d+)*")
WORD, CLAUSE = re.compile(r"[^\W\d_]+"), re.compile(r"[,;:.]")
APART = Match("apart", ())

STAND_INS, OF_ONESELF = (frozenset(load("lang.en.speech")[name]) for name in ("stand_ins", "of_oneself"))


@dataclass(frozen=True, slots=True)
class Found:
    """The best match between two facts and the claims it was found on."""

    match: Match
    left: int
    right: int


@dataclass(slots=True)
class Table:
    """A group's rule and claims with what is known of them; `asked` remembers the matches of this one group."""

    rule: Rule
    claims: Sequence[Claim]
    seen: list[Features]
    values: list[str]
    places: dict[str, list[int]]
    """The claims of each document."""
    asked: dict[tuple[int, int], Match] = field(default_factory=dict)

    @classmethod
    def of(cls, group: Group) -> Table:
        """A group → its table."""
        seen = features_of(group.claims)
        places: dict[str, list[int]] = {}
        for index, claim in enumerate(group.claims):
            places.setdefault(claim.mention.document, []).append(index)
        values = [value_of(claim, of.denied) for claim, of in zip(group.claims, seen, strict=True)]
        return cls(group.rule, group.claims, seen, values, places)

    @property
    def witnesses(self) -> int:
        """How many claims of a fact are asked, so that the work of a large group does not grow with its facts."""
        return WITNESSES if len(self.claims) <= BUSY else FEW

    def match(self, left: int, right: int) -> Match:
        """How two claims stand to each other: by their words, or, under a rule, unless something separates them."""
        found = self.asked.get((left, right))
        if found is None:
            found = self.asked[left, right] = _match(self.rule, self.claims[left], self.claims[right], self.seen[left], self.seen[right])
        return found

    def document(self, index: int) -> str:
        """The document of a claim."""
        return self.claims[index].mention.document


def _match(rule: Rule, left: Claim, right: Claim, one: Features, other: Features) -> Match:
    found = matched(left, right)
    if rule.kind == "alignment" or rule.options.get("match") == "words" or found.level in ("same", "part", "whole"):
        return found
    if separated(_named(rule, left), _named(rule, right), one, other):
        return APART
    return Match("likely" if qualified(left, right, one, other) else "same", ("the rule selects both",), found.points)


def _named(rule: Rule, claim: Claim) -> Claim:
    """The things that a rule lists are one thing for it, so their names separate nothing: residents and exiles of one camp."""
    return replace(claim, key=replace(claim.key, entity=None)) if rule.about.entities else claim


def best(table: Table, left: Fact, right: Fact) -> Found | None:
    """The pair of claims, one of each fact, that most plainly speak of one thing; across documents before within one."""
    chosen: tuple[tuple[bool, bool, float], Found] | None = None
    for i in left.claims[:table.witnesses]:
        for j in right.claims[:table.witnesses]:
            match = table.match(i, j)
            if match.level == "apart":
                continue
            rank = (match.level != "likely", table.document(i) != table.document(j), match.points)
            if chosen is None or rank > chosen[0]:
                chosen = rank, Found(match, i, j)
            if rank >= (True, True, PLAIN):
                return Found(match, i, j)
    return chosen[1] if chosen else None


def copies(table: Table, found: Found) -> bool:
    """One sentence printed twice, with another ceiling or range in it."""
    one, other = table.seen[found.left], table.seen[found.right]
    mine, theirs = table.claims[found.left].mention, table.claims[found.right].mention
    ranged = all(m.number is not None and m.move is None and m.number.low != m.number.high for m in (mine, theirs))
    return (one.skeleton == other.skeleton and mine.modifier == theirs.modifier and (mine.modifier in CEILINGS or ranged)
            and mine.document != theirs.document)


def may_meet(table: Table, left: Fact, right: Fact, found: Found, disputed: bool) -> bool:
    """One article that states both is speaking of two things, unless two speakers do, the texts are copies but for the number, or it
    plainly says one thing twice."""
    if not {table.document(i) for i in left.claims} & {table.document(i) for i in right.claims}:
        return True
    one, other = table.claims[found.left], table.claims[found.right]
    if table.document(found.left) != table.document(found.right):
        return table.seen[found.left].skeleton == table.seen[found.right].skeleton or one.headline != other.headline
    if disputed:
        return one.mention.kind not in CALENDAR and not _one_voice(one, other) \
            and mostly_shared(table.seen[found.left], table.seen[found.right])
    return found.match.points >= SURE and plainly_twice(one, other, table.seen[found.left], table.seen[found.right]) \
        and not _enumerated(table, found)


def _one_voice(one: Claim, other: Claim) -> bool:
    """Whether two speakers of an article speak of themselves, or may be one: "Delta said", "the company said"."""
    names = [claim.mention.attribution.speaker.lower().split() for claim in (one, other) if claim.mention.attribution is not None]
    if any(not OF_ONESELF.isdisjoint(re.findall(r"\w+", claim.quote.lower())) for claim in (one, other)):
        return True                                                                 # "Ford said its sales rose"
    stands_in = [name[-1] in STAND_INS and name[0] in ("the", "a", "its") for name in names]
    return len(names) == 2 and stands_in[0] != stands_in[1]


def _enumerated(table: Table, found: Found) -> bool:
    """Whether an article gives a third figure in the same words: it tells of several things, one after the other."""
    inside = table.places[table.document(found.left)]
    values = [table.values[index] for index in inside if index == found.left or table.match(found.left, index).level == "same"]
    return any(value not in (table.values[found.left], table.values[found.right]) for value in values)


def withdrawn(table: Table, found: Found) -> str | None:
    """The side whose article quotes the figure of the other as its own old one: "An earlier version gave the length as 480 metres"."""
    for name, here, there in (("left", found.left, found.right), ("right", found.right, found.left)):
        figure = table.claims[there].mention
        quoted = [table.claims[i].mention for i in table.places[table.document(here)] if table.seen[i].old_figure]
        if table.document(here) != table.document(there) and any(
                (old.kind, old.unit, old.number) == (figure.kind, figure.unit, figure.number) for old in quoted):
            return name
    return None


def counterparts(table: Table, found: Found) -> bool:
    """Whether each of two claims that differ is the nearest thing to the other that its article says: who finds the very figure elsewhere
    in it, or a sentence that fits better, has compared the wrong two."""
    left, right = found.left, found.right
    if table.seen[left].skeleton != table.seen[right].skeleton and (_says(table, left, right) or _says(table, right, left)):
        return False                                                   # "sons of 6 and 16", "sons aged 16 and 6"
    if _tells_part(table, left, right) or _tells_part(table, right, left):
        return False                                                   # "30 people, 12 of them seriously", "seriously injured 12"
    if _sums(table, left, right) or _sums(table, right, left):
        return False                                                   # "killed six; a second blast killed four", "ten were killed"
    return table.document(left) == table.document(right) or not (_rival(table, left, right, found) or _rival(table, right, left, found))


def told_beside(table: Table, found: Found) -> bool:
    """Whether the sentence of one of two claims states the figure of the other beside it: both are true at once."""
    return _beside(table, found.left, found.right) or _beside(table, found.right, found.left)


def _beside(table: Table, here: int, there: int) -> bool:
    near = (i for i in table.places[table.document(there)] if i != there and table.claims[i].quote_start == table.claims[there].quote_start)
    return any(table.match(here, i).level in ("same", "likely") and _both_true(table.claims[i], table.claims[here]) for i in near)


def _rival(table: Table, here: int, there: int, found: Found) -> bool:
    """Whether the document of `there` has a claim that fits `here` better: the same figure, or plainer words."""
    for index in table.places[table.document(there)]:
        if index == there or _its_part(table, index, there):
            continue
        match = table.match(here, index)
        if match.level not in ("same", "likely") or match.points <= found.match.points - MARGIN:
            continue
        if match.points > found.match.points + MARGIN or table.values[index] == table.values[here] \
                or _both_true(table.claims[here], table.claims[index]):
            return True
    return False


def _says(table: Table, one: int, other: int) -> bool:
    """Whether the sentence of one holds the figure of the other elsewhere."""
    claim, mention = table.claims[one], table.claims[other].mention
    words = NUMBER.findall(mention.text.lower())
    figure = [word for word in words if word[0].isdecimal()] or words                # "68 billion dollars": 68
    before, after = claim.quote[:claim.mention.start - claim.quote_start], claim.quote[claim.mention.end - claim.quote_start:]
    if part_for_whole(table, one, other):
        return False
    return mention.kind not in CALENDAR and len(figure) == 1 and figure[0] in NUMBER.findall(f"{before} {after}".lower())


def part_for_whole(table: Table, whole: int, other: int) -> bool:
    """Whether the figure of one text is what the other gives for a part: "20 people, among them nine children", "nine people"."""
    claim, mention = table.claims[whole], table.claims[other].mention
    found = _parted().search(claim.quote[claim.mention.end - claim.quote_start:].lower())
    return bool(found) and mention.kind == claim.mention.kind == "count" and mention.text.lower() in found.groups()  # type: ignore[union-attr]


def _tells_part(table: Table, whole: int, other: int) -> bool:
    """Whether one text tells what the other says of a part: "laid off 300, 120 of them in Dorn", "laid off 120 in Dorn"."""
    claim = table.claims[whole]
    rest = claim.quote[claim.mention.end - claim.quote_start:].lower()
    found = _parted().search(rest)
    if found is None or claim.mention.kind != "count" or _parted().search(table.claims[other].quote.lower()):
        return False                                                   # two totals, each with its parts
    tail = {lemma(word) for word in WORD.findall(CLAUSE.split(rest[found.end():])[0])} - empty()
    return not tail.isdisjoint(table.seen[other].words - {lemma(word) for word in WORD.findall(rest[:found.start()])})


@cache
def _parted(lang: str = "en") -> re.Pattern[str]:
    """The words that make a figure a part of the one before it, and the figure."""
    before, after = ("|".join(map(re.escape, words)) for words in load(f"lang.{lang}.qualifiers")["parted"].values())
    return re.compile(rf"\b(?:{before}) (?:at least )?([\w,]+)|, ([\w,]+) (?:{after})")


def _its_part(table: Table, part: int, whole: int) -> bool:
    """Whether a claim is told as a part of another one of its sentence."""
    mine, theirs = table.claims[part], table.claims[whole]
    return (part != whole and mine.quote_start == theirs.quote_start and mine.mention.role == "part" and theirs.mention.role != "part"
            and mine.mention.start > theirs.mention.start and mine.mention.kind == theirs.mention.kind == "count")


def _sums(table: Table, part: int, whole: int) -> bool:
    """Whether the figures of one sentence that count the same make the other figure."""
    mine, total = table.claims[part], table.claims[whole].mention.number
    there = (table.claims[index] for index in table.places[mine.mention.document])
    numbers = [claim.mention.number.low for claim in there if claim.quote == mine.quote and claim.mention.number is not None
               and claim.key.property == mine.key.property and claim.mention.kind == "count"]
    known = [number for number in numbers if number is not None]
    return total is not None and len(known) > 1 and sum(Fraction(number) for number in known) == total.low


def _both_true(one: Claim, other: Claim) -> bool:
    return meet(side(one), side(other)).state["relation"] in ("equal", "within", "contains", "overlaps")
