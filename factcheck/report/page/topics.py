"""The findings of a story in, topics out: all findings about one thing with every claim they cite, which is what one card shows.

Findings that share a claim speak of one thing. A part and its whole are two things, and what a self-check says is a thing of its own.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from factcheck.model import Claim, Verdict
from factcheck.report.page.names import apart, label
from factcheck.report.summary import Finding, Story

OUTCOMES = ("conflict", "dispute", "superseded", "compatible", "agree")
"""What a mark on the page can say, the most serious first. A dispute is a conflict between two named speakers."""

JOINED = ("agreement", "alignment", "expected")
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that sources speak of: its name, its most serious outcome, its findings and claims, each claim with its own outcome."""

    name: str
    outcome: str
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    outcomes: dict[Place, str]

    def outcome_of(self, claim: Claim) -> str:
        return self.outcomes[place(claim)]

    def marks(self) -> tuple[str, ...]:
        """Every outcome of its findings, the most serious first."""
        return tuple(sorted({outcome_of(finding.verdict) for finding in self.findings}, key=OUTCOMES.index))

    def verdicts(self) -> list[Verdict]:
        return [verdict for finding in self.findings for verdict in (finding.verdict, *finding.others)]


def topics(story: Story) -> list[Topic]:
    """A story → its topics: the most serious first, then those that most sources speak of."""
    found = [_topic(group) for group in _groups(story.findings)]
    names = apart([(topic.name, topic.claims) for topic in found])
    made = [replace(topic, name=name) for topic, name in zip(found, names, strict=True)]
    order = {id(topic): at for at, topic in enumerate(made)}
    return sorted(made, key=lambda topic: (OUTCOMES.index(topic.outcome), -len(documents(topic.claims)), order[id(topic)]))


def outcome_of(verdict: Verdict) -> str:
    """A verdict → its outcome as the page marks it."""
    return "dispute" if verdict.disputed else verdict.outcome


def place(claim: Claim) -> Place:
    return claim.mention.document, claim.mention.start


def documents(claims: Iterable[Claim]) -> set[str]:
    return {claim.mention.document for claim in claims}


def _groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings → those that hang together by a claim."""
    home = list(range(len(findings)))
    owner: dict[Place, int] = {}

    def root(at: int) -> int:
        while home[at] != at:
            home[at] = at = home[home[at]]
        return at

    for at, finding in enumerate(findings):
        if _joins(finding.verdict):
            for claim in chain(finding.verdict.claims, *(other.claims for other in finding.others)):
                other = root(owner.setdefault(place(claim), at))
                home[max(root(at), other)] = min(root(at), other)
    groups: dict[int, list[Finding]] = {}
    for at, finding in enumerate(findings):
        groups.setdefault(root(at), []).append(finding)
    return list(groups.values())


def _joins(verdict: Verdict) -> bool:
    return verdict.kind in JOINED and all(step.step != "part" for step in verdict.trail)


def _topic(findings: list[Finding]) -> Topic:
    claims: dict[Place, Claim] = {}
    outcomes: dict[Place, str] = {}
    ranked = sorted(findings, key=lambda finding: OUTCOMES.index(outcome_of(finding.verdict)))
    for finding in ranked:
        for verdict in (finding.verdict, *finding.others):
            for claim in verdict.claims:
                claims.setdefault(place(claim), claim)
                outcomes.setdefault(place(claim), outcome_of(verdict))
    said = tuple(claims.values())
    self_check = findings[0].verdict if findings[0].verdict.kind not in JOINED else None
    name = self_check.rule.rpartition("/")[2].replace("-", " ") + ": " + label(said) if self_check else label(said)
    return Topic(name, outcome_of(ranked[0].verdict), tuple(ranked), said, outcomes)


def tally(found: Iterable[Topic]) -> Counter[str]:
    """Topics → how many findings there are of each outcome."""
    return Counter(outcome_of(finding.verdict) for topic in found for finding in topic.findings)
