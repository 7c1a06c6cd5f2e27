"""A group in, verdicts out: the kind of its rule names the check, in one ordered table."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import replace

from factcheck.checks.disagree import told
from factcheck.checks.kinds import SELF_CHECKS
from factcheck.checks.kinds import check as _self_check
from factcheck.checks.trail import replay
from factcheck.model import Claim, Group, Verdict

Place = tuple[str, int, int]

__all__ = ["check", "replay", "settled"]


def _agreement(group: Group) -> list[Verdict]:
    from factcheck.checks.agreement import check as run
    return run(group)


def _expected(group: Group) -> list[Verdict]:
    from factcheck.checks.expected import check as run
    return run(group)


CHECKS: tuple[tuple[str, Callable[[Group], list[Verdict]]], ...] = (
    ("alignment", _agreement),      # no rule: the words say that it is one thing
    ("agreement", _agreement),      # a rule says that it is one thing
    ("expected", _expected),        # a reference value with its citation
    *((kind, _self_check) for kind in SELF_CHECKS),
)


def check(group: Group) -> list[Verdict]:
    """A group → its verdicts; a kind that no check knows is an error of the program, not of the rule file."""
    for kind, run in CHECKS:
        if kind == group.rule.kind:
            return run(group)
    raise ValueError(f"no check of kind {group.rule.kind!r}; there are {', '.join(kind for kind, _ in CHECKS)}")


def settled(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """All verdicts → the same without those of alignment on claims that a rule has decided; a fingerprint once a story; where two rules
    disagree both say so."""
    all_of_them = list(verdicts)
    ruled = _ruled(verdict for verdict in all_of_them if verdict.kind == "agreement")
    kept = told([verdict for verdict in all_of_them if verdict.kind != "alignment" or not _decided(verdict, ruled)], _pairs)
    seen: dict[tuple[str, str], int] = {}
    result = []
    for verdict in sorted(kept, key=lambda v: (v.story, v.rule, v.fingerprint, [_place(c) for c in v.claims])):
        again = seen.get((verdict.story, verdict.fingerprint), 0)
        seen[verdict.story, verdict.fingerprint] = again + 1
        result.append(verdict if not again else replace(verdict, fingerprint=f"{verdict.fingerprint}.{again + 1}"))
    return result


def _ruled(verdicts: Iterable[Verdict]) -> dict[Place, set[tuple[int, int]]]:
    """The verdicts of rules → for each place which of them it has a part in, and on which side."""
    found: dict[Place, set[tuple[int, int]]] = {}
    for number, verdict in enumerate(verdicts):
        for at, side in enumerate(verdict.sides):
            for index in side:
                found.setdefault(_place(verdict.claims[index]), set()).add((number, at))
    return found


def _decided(verdict: Verdict, ruled: Mapping[Place, Set[tuple[int, int]]]) -> bool:
    """Whether one verdict of a rule joins all sides of a verdict; where a side is left out, there is something of its own to say."""
    spoken = [{part for index in side for part in ruled.get(_place(verdict.claims[index]), ())} for side in verdict.sides]
    shared = set.intersection(*({number for number, _ in one} for one in spoken)) if spoken else set()
    return any(len({at for one in spoken for other, at in one if other == number}) >= min(2, len(spoken)) for number in shared)


def _pairs(verdict: Verdict) -> list[tuple[Place, ...]]:
    """The pairs of places that a verdict is about: the first claims of its sides, or of its one side."""
    if len(verdict.sides) > 1:
        return [tuple(sorted((_place(verdict.claims[i]), _place(verdict.claims[j])))) for i in verdict.sides[0] for j in verdict.sides[1]]
    return [(_place(claim),) for claim in verdict.claims]


def _place(claim: Claim) -> Place:
    return claim.mention.document, claim.mention.start, claim.mention.end
