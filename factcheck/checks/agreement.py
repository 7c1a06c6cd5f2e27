"""A group in, verdicts out: the facts that its claims state, each compared with the others that speak of the same thing.

Serves rules of kind `agreement` (the rule says what is one thing) and alignment (the words must). One verdict for a fact that two or more
documents state, one for each pair of facts; what is incomparable is silent. In very large groups each fact is compared with the best
supported ones only, so that the work does not grow with the square of the facts.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from factcheck.checks import messages
from factcheck.checks.facts import Fact, documents, fingerprint, value_of
from factcheck.checks.judge import judged
from factcheck.checks.sides import CALENDAR, meet, side
from factcheck.checks.trail import Trail
from factcheck.groups.align import Match, compare
from factcheck.groups.apart import qualified, separated
from factcheck.groups.features import Features, features_of
from factcheck.model import Claim, Group, Rule, Severity, Verdict

WITNESSES = 6           # claims of one fact that are laid beside those of another
NUMBER = re.compile(r"\w+(?:[.,]\d+)*")
MARGIN = 1.5            # a claim that fits better by so much is the one to compare with
CROWD = 60              # beyond so many facts of one thing each meets the best supported only
APART = Match("apart", ())


@dataclass(frozen=True, slots=True)
class Found:
    """The best match between two facts and the claims it was found on."""

    match: Match
    left: int
    right: int


def check(group: Group) -> list[Verdict]:
    """A group → its verdicts, in a stable order."""
    claims = group.claims
    seen = features_of(claims)
    facts = _facts(group.rule, claims, seen)
    found = [verdict for fact in facts if len({claims[i].mention.document for i in fact.claims}) > 1
             and (verdict := _shared(group, fact)) is not None]
    for left, right in _pairs(facts, claims):
        verdict = _between(group, left, right, seen)
        if verdict is not None:
            found.append(verdict)
    return found


def _facts(rule: Rule, claims: Sequence[Claim], seen: Sequence[Features]) -> list[Fact]:
    """Claims of equal value that speak of one thing, joined."""
    by_value: dict[str, list[int]] = {}
    for index, claim in enumerate(claims):
        by_value.setdefault(value_of(claim, seen[index].denied), []).append(index)
    facts = []
    for value, indices in sorted(by_value.items()):
        facts += [Fact(value, tuple(part)) for part in _joined(rule, indices, claims, seen)]
    return facts


def _joined(rule: Rule, indices: list[int], claims: Sequence[Claim], seen: Sequence[Features]) -> list[list[int]]:
    """Claims of one value → those that belong together; each new claim meets a few witnesses of each fact."""
    parts: list[list[int]] = []
    for index in indices:
        home = [part for part in parts if any(
            _match(rule, claims[index], claims[other], seen[index], seen[other]).level in ("same", "likely") for other in part[:WITNESSES])]
        joined = sorted(sum(home, [index]))
        parts = [part for part in parts if part not in home] + [joined]
    return sorted(parts)


def _match(rule: Rule, left: Claim, right: Claim, of_left: Features, of_right: Features) -> Match:
    """How two claims of a group stand to each other: by their words, or, under a rule, unless something separates them."""
    found = compare(left, right, of_left, of_right)
    if rule.kind == "alignment" or rule.options.get("match") == "words" or found.level in ("same", "part", "whole"):
        return found
    if separated(_named(rule, left), _named(rule, right), of_left, of_right):
        return APART
    return Match("likely" if qualified(left, right, of_left, of_right) else "same", ("the rule selects both",), found.points)


def _named(rule: Rule, claim: Claim) -> Claim:
    """The things that a rule lists are one thing for it, so their names separate nothing: residents and exiles of one camp."""
    return replace(claim, key=replace(claim.key, entity=None)) if rule.about.entities else claim


def _pairs(facts: Sequence[Fact], claims: Sequence[Claim]) -> Iterator[tuple[Fact, Fact]]:
    if len(facts) <= CROWD:
        yield from combinations(facts, 2)
        return
    strong = sorted(facts, key=lambda fact: (-len(documents(claims[i] for i in fact.claims)), fact.value, fact.claims))[:CROWD]
    chosen = {id(fact) for fact in strong}
    yield from combinations(sorted(strong, key=lambda fact: (fact.value, fact.claims)), 2)
    for fact in facts:
        if id(fact) not in chosen:
            for other in strong[:3]:
                yield (fact, other) if (fact.value, fact.claims) < (other.value, other.claims) else (other, fact)


def _between(group: Group, left: Fact, right: Fact, seen: Sequence[Features]) -> Verdict | None:
    claims = group.claims
    if left.value == right.value:
        return None
    best = _best(group.rule, left, right, claims, seen)
    if best is None:
        return None
    level = "denied" if seen[best.left].denied != seen[best.right].denied else best.match.level
    if level == "same" and _copies(claims[best.left], claims[best.right], seen[best.left], seen[best.right]):
        level = "copy"
    trail = judged(claims[best.left], claims[best.right], level, group.rule, [claims[i] for i in left.claims],
                   [claims[i] for i in right.claims])
    outcome = trail.state["outcome"] if trail else "incomparable"
    if trail is None or outcome == "incomparable" or (outcome in ("conflict", "superseded") and best.match.level == "likely"):
        return None
    if trail.state.get("far") and best.match.level == "likely":
        return None
    if outcome in ("conflict", "superseded") and not _may_meet(left, right, best, trail, claims, seen):
        return None
    if outcome == "conflict" and not _counterparts(group.rule, best, (left.value, right.value), claims, seen):
        return None
    return _verdict(
        group, (left, right), trail, messages.between(claims[best.left], claims[best.right], trail.state), (best.left, best.right)
    )


CEILINGS = ("up_to", "at_most", "less_than", "between")


def _copies(one: Claim, other: Claim, of_one: Features, of_other: Features) -> bool:
    """One sentence printed twice, with another ceiling or range in it."""
    mine, theirs = one.mention, other.mention
    ranged = all(m.number is not None and m.move is None and m.number.low != m.number.high for m in (mine, theirs))
    return (of_one.skeleton == of_other.skeleton and mine.modifier == theirs.modifier and (mine.modifier in CEILINGS or ranged)
            and mine.document != theirs.document)


def _best(rule: Rule, left: Fact, right: Fact, claims: Sequence[Claim], seen: Sequence[Features]) -> Found | None:
    """The pair of claims, one of each fact, that most plainly speak of one thing; across documents before within one."""
    best: tuple[tuple[bool, bool, float], Found] | None = None
    for i in left.claims[:WITNESSES]:
        for j in right.claims[:WITNESSES]:
            match = _match(rule, claims[i], claims[j], seen[i], seen[j])
            if match.level == "apart":
                continue
            rank = (match.level != "likely", claims[i].mention.document != claims[j].mention.document, match.points)
            if best is None or rank > best[0]:
                best = rank, Found(match, i, j)
    return best[1] if best else None


def _counterparts(rule: Rule, best: Found, values: tuple[str, str], claims: Sequence[Claim], seen: Sequence[Features]) -> bool:
    """Whether each of two claims that differ is the nearest thing to the other that its article says: who finds the very figure elsewhere
    in it, or a sentence that fits better, has compared the wrong two."""
    if seen[best.left].skeleton != seen[best.right].skeleton and (
            _says(claims[best.left], claims[best.right]) or _says(claims[best.right], claims[best.left])):
        return False                                                   # "sons of 6 and 16", "sons aged 16 and 6"
    if _sums(best.left, best.right, claims) or _sums(best.right, best.left, claims):
        return False                                                   # "killed six; a second blast killed four", "ten were killed"
    for here, there, value in ((best.left, best.right, values[0]), (best.right, best.left, values[1])):
        for rival, claim in enumerate(claims):
            if (
                rival in (here, there)
                or claim.mention.document != claims[there].mention.document
                or claim.mention.document == claims[here].mention.document
            ):
                continue
            match = _match(rule, claims[here], claim, seen[here], seen[rival])
            fits = value_of(claim, seen[rival].denied) == value or _both_true(claims[here], claim)
            if match.level in ("same", "likely") and match.points > best.match.points - (MARGIN if fits else -MARGIN):
                return False
    return True


def _says(one: Claim, other: Claim) -> bool:
    """Whether the sentence of one holds the figure of the other elsewhere."""
    figure = NUMBER.findall(other.mention.text.lower())
    before, after = one.quote[:one.mention.start - one.quote_start], one.quote[one.mention.end - one.quote_start:]
    return other.mention.kind not in CALENDAR and len(figure) == 1 and figure[0] in NUMBER.findall(f"{before} {after}".lower())


def _sums(part: int, whole: int, claims: Sequence[Claim]) -> bool:
    """Whether the figures of one sentence that count the same make the other figure."""
    mine, total = claims[part], claims[whole].mention.number
    numbers = [claim.mention.number.low for claim in claims if claim.quote == mine.quote and claim.mention.document == mine.mention.document
               and claim.mention.number is not None and claim.key.property == mine.key.property and claim.mention.kind == "count"]
    known = [number for number in numbers if number is not None]
    return total is not None and len(known) > 1 and sum(Fraction(number) for number in known) == total.low


def _both_true(one: Claim, other: Claim) -> bool:
    trail = meet(side(one), side(other))
    return trail.state["relation"] in ("equal", "within", "contains", "overlaps")


def _may_meet(left: Fact, right: Fact, best: Found, trail: Trail, claims: Sequence[Claim], seen: Sequence[Features]) -> bool:
    """One article that states both is speaking of two things, unless two speakers do, or the texts are copies but for the number."""
    one, other = claims[best.left], claims[best.right]
    both = {claims[i].mention.document for i in left.claims} & {claims[i].mention.document for i in right.claims}
    if not both:
        return True
    if one.mention.document != other.mention.document:
        return seen[best.left].skeleton == seen[best.right].skeleton or one.headline != other.headline
    return bool(trail.state.get("disputed"))


def _shared(group: Group, fact: Fact) -> Verdict | None:
    """The one `agree` of a fact that several documents state."""
    claims = [group.claims[i] for i in fact.claims]
    trail = judged(
        claims[0], next(c for c in claims if c.mention.document != claims[0].mention.document), "same", group.rule, claims, claims
    )
    if trail is None or trail.state["outcome"] == "incomparable":
        return None
    places: dict[str, list[int]] = {}
    for index in fact.claims:
        places.setdefault(group.claims[index].mention.document, []).append(index)
    sides = [Fact(fact.value, tuple(members)) for members in places.values()]       # one side a document: who agrees with whom
    return _verdict(group, sides, trail, messages.agree(claims), [side_.claims[0] for side_ in sides])


def _contents(group: Group, facts: Sequence[Fact]) -> list[list[Claim]]:
    """The claims of each fact; the sides of an agreement are one fact."""
    by_value: dict[str, list[Claim]] = {}
    for fact in facts:
        by_value.setdefault(fact.value, []).extend(group.claims[i] for i in fact.claims)
    return list(by_value.values())


def _verdict(group: Group, facts: Sequence[Fact], trail: Trail, message: str, first: Sequence[int]) -> Verdict:
    """Facts and their trail → the verdict; each side begins with the claim that the trail is about."""
    order: list[int] = []
    sides = []
    for fact, lead in zip(facts, first, strict=True):
        members = [lead, *(i for i in fact.claims if i != lead)]
        sides.append(tuple(range(len(order), len(order) + len(members))))
        order += members
    claims = tuple(group.claims[i] for i in order)
    outcome, disputed = trail.state["outcome"], bool(trail.state.get("disputed"))
    severity: Severity = group.rule.severity if outcome == "conflict" and not disputed else "info"
    return Verdict(group.story, group.rule.id, group.rule.kind, outcome, severity,
                   fingerprint(group.rule.id, _contents(group, facts)), message, claims, tuple(sides),
                   tuple(trail.steps), disputed)
