"""`agreement`: claims that speak of one thing, in one or several articles, compared with each other.

    fails     The flood in Larkhaven killed 14 people. / The Larkhaven flood killed nine people.
    fails     The bridge is 1.2 miles long. / The bridge is 12 miles long.                             a zero more or less
    passes    The flood in Larkhaven killed 14 people. / At least 12 people died in the Larkhaven flood.
    passes    The bridge is 34 miles long. / The bridge is 55 kilometres long.
    silent    The flood in Larkhaven killed 14 people. / The flood in Larkhaven injured 31 people.     two things

A group in, verdicts out: the facts that its claims state, each compared with the others that speak of the same thing.

Serves rules of kind `agreement` (the rule says what is one thing) and alignment (the words must). One verdict for a fact that two or more
documents state, one for each pair of facts; what is incomparable is silent. In very large groups each fact is compared with the best
supported ones only, so that the work does not grow with the square of the facts.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.checks import messages
from factcheck.checks.facts import Fact, documents, fingerprint
from factcheck.checks.hardened import hardened, note
from factcheck.checks.judge import begun, concluded, judged
from factcheck.checks.matches import Table, best, copies, counterparts, may_meet, part_for_whole, told_beside, withdrawn
from factcheck.checks.trail import Trail
from factcheck.model import Claim, Group, Severity, Verdict

CROWD = 60              # beyond so many facts of one thing each meets the best supported only


def check(group: Group) -> list[Verdict]:
    """A group → its verdicts, in a stable order."""
    table = Table.of(group)
    facts = _facts(table)
    wanted = {id(fact) for fact in facts if not group.about or any(table.document(i) in group.about for i in fact.claims)}
    shared = (_shared(group, fact) for fact in facts if id(fact) in wanted and len({table.document(i) for i in fact.claims}) > 1)
    between = (_between(group, table, left, right) for left, right in _pairs(facts, group.claims) if {id(left), id(right)} & wanted)
    return [verdict for verdict in (*shared, *between) if verdict is not None]


def _facts(table: Table) -> list[Fact]:
    """Claims of equal value that speak of one thing, joined."""
    by_value: dict[str, list[int]] = {}
    for index, value in enumerate(table.values):
        by_value.setdefault(value, []).append(index)
    return [Fact(value, tuple(part)) for value, indices in sorted(by_value.items()) for part in _joined(table, indices)]


def _joined(table: Table, indices: list[int]) -> list[list[int]]:
    """Claims of one value → those that belong together; each new claim meets a few witnesses of the first facts."""
    parts: list[list[int]] = []
    for index in indices:
        home = [part for part in parts[:CROWD]
                if any(table.match(other, index).level in ("same", "likely") for other in part[:table.witnesses])]
        joined = sorted(sum(home, [index]))
        parts = [part for part in parts if part not in home] + [joined]
    return sorted(parts)


def _pairs(facts: Sequence[Fact], claims: Sequence[Claim]) -> Iterator[tuple[Fact, Fact]]:
    """Facts of different values, two by two, in the order of their values."""
    if len(facts) <= CROWD:
        yield from ((left, right) for left, right in combinations(facts, 2) if left.value != right.value)
        return
    strong = sorted(facts, key=lambda fact: (-len(documents(claims[i] for i in fact.claims)), fact.value, fact.claims))[:CROWD]
    chosen = {id(fact) for fact in strong}
    yield from _pairs(sorted(strong, key=lambda fact: (fact.value, fact.claims)), claims)
    for fact in facts:
        for other in strong[:3]:
            if id(fact) not in chosen and fact.value != other.value:
                yield (fact, other) if fact.value < other.value else (other, fact)


def _between(group: Group, table: Table, left: Fact, right: Fact) -> Verdict | None:
    """Two facts → their verdict, or None: not of one thing, not sure enough, or rather to be compared with another sentence."""
    found = best(table, left, right)
    if found is None:
        return None
    one, other = table.claims[found.left], table.claims[found.right]
    level = "denied" if table.seen[found.left].denied != table.seen[found.right].denied else found.match.level
    level = "copy" if level == "same" and copies(table, found) else level
    trail = begun(one, other, level, group.rule)
    if level == "likely" and trail.state["relation"] in ("disjoint", "incomparable"):          # most pairs end here
        return None
    mine, theirs = ([table.claims[i] for i in fact.claims] for fact in (left, right))
    old = withdrawn(table, found) if trail.state["relation"] == "disjoint" or level == "denied" else None
    concluded(trail, one, other, level, mine, theirs, old)
    outcome = trail.state["outcome"]
    differ = outcome in ("conflict", "superseded")
    if outcome == "incomparable" or (found.match.level == "likely" and (differ or trail.state.get("far") or level == "denied")):
        return None
    if differ and not may_meet(table, left, right, found, bool(trail.state.get("disputed"))):
        return None
    if (outcome == "conflict" and not counterparts(table, found)) or (outcome == "superseded" and told_beside(table, found)):
        return None
    part = part_for_whole(table, found.left, found.right) or part_for_whole(table, found.right, found.left)
    message = messages.between(one, other, trail.state, "a part for the whole" if part else None) + _note(trail, mine, theirs)
    return _verdict(group, (left, right), trail, message, (found.left, found.right))


def _note(trail: Trail, left: Sequence[Claim], right: Sequence[Claim]) -> str:
    """Where both can be true: whether a hedge was lost on the way from one to the other."""
    given = hardened(left, right) if trail.state["outcome"] in ("agree", "compatible") else None
    if given is None:
        return ""
    trail.take("hardened", given)
    return note(given)


def _shared(group: Group, fact: Fact) -> Verdict | None:
    """The one `agree` of a fact that several documents state; each document is a side of its own."""
    claims = [group.claims[i] for i in fact.claims]
    other = next(claim for claim in claims if claim.mention.document != claims[0].mention.document)
    trail = judged(claims[0], other, "same", group.rule, claims, claims)
    if trail.state["outcome"] == "incomparable":
        return None
    places: dict[str, list[int]] = {}
    for index in fact.claims:
        places.setdefault(group.claims[index].mention.document, []).append(index)
    sides = [Fact(fact.value, tuple(members)) for members in places.values()]
    return _verdict(group, sides, trail, messages.agree(claims) + _note(trail, claims, claims), [side.claims[0] for side in sides])


def _verdict(group: Group, facts: Sequence[Fact], trail: Trail, message: str, first: Sequence[int]) -> Verdict:
    """Facts and their trail → the verdict; each side begins with the claim that the trail is about."""
    order: list[int] = []
    sides = []
    for fact, lead in zip(facts, first, strict=True):
        members = [lead, *(i for i in fact.claims if i != lead)]
        sides.append(tuple(range(len(order), len(order) + len(members))))
        order += members
    outcome, disputed = trail.state["outcome"], bool(trail.state.get("disputed"))
    severity: Severity = group.rule.severity if outcome == "conflict" and not disputed else "info"
    mark = fingerprint(group.rule.id, _contents(group, facts))
    return Verdict(group.story, group.rule.id, group.rule.kind, outcome, severity, mark, message, tuple(group.claims[i] for i in order),
                   tuple(sides), tuple(trail.steps), disputed)


def _contents(group: Group, facts: Sequence[Fact]) -> list[list[Claim]]:
    """The claims of each fact; the sides of an agreement are one fact."""
    by_value: dict[str, list[Claim]] = {}
    for fact in facts:
        by_value.setdefault(fact.value, []).extend(group.claims[i] for i in fact.claims)
    return list(by_value.values())
