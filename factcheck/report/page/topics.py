"""The findings of a story in, topics out: all findings about one thing with every claim they cite, which is what one card shows.

Findings that share a claim speak of one thing. A part and its whole are two things, and what a self-check says is a thing of its own.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from factcheck.checks.consensus import JOINED, Place, joins, place, together
from factcheck.model import Claim, Report, Verdict
from factcheck.report.page.names import apart, label
from factcheck.report.summary import Finding, Story
from factcheck.report.text_known import mark

OUTCOMES = ("conflict", "dispute", "superseded", "known", "compatible", "agree")
"""What a mark on the page can say, the most serious first. A dispute is a conflict between two named speakers; what is known is of the
baseline, suppressed or decided."""

NOTHING = Report()


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that sources speak of: its name, its most serious outcome, its findings with the mark of each, and its claims with
    theirs."""

    name: str
    outcome: str
    findings: tuple[Finding, ...]
    said: tuple[str, ...]
    claims: tuple[Claim, ...]
    outcomes: dict[Place, str]

    def outcome_of(self, claim: Claim) -> str:
        return self.outcomes[place(claim)]

    def marks(self) -> tuple[str, ...]:
        """Every outcome of its findings, the most serious first."""
        return tuple(sorted(set(self.said), key=OUTCOMES.index))

    def verdicts(self) -> list[Verdict]:
        return [verdict for finding in self.findings for verdict in (finding.verdict, *finding.others)]


def topics(story: Story, report: Report = NOTHING) -> list[Topic]:
    """A story of a report → its topics: the most serious first, then those that most sources speak of."""
    found = [_topic(group, report) for group in _groups(story.findings)]
    names = apart([(topic.name, topic.claims) for topic in found])
    made = [replace(topic, name=name) for topic, name in zip(found, names, strict=True)]
    order = {id(topic): at for at, topic in enumerate(made)}
    return sorted(made, key=lambda topic: (OUTCOMES.index(topic.outcome), -len(documents(topic.claims)), order[id(topic)]))


def documents(claims: Iterable[Claim]) -> set[str]:
    """Claims → the articles that they stand in."""
    return {claim.mention.document for claim in claims}


def _groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings → those that hang together by a claim."""
    return together(findings, lambda finding: chain.from_iterable(
        map(place, verdict.claims) for verdict in (finding.verdict, *finding.others)) if joins(finding.verdict) else ())


def _topic(findings: list[Finding], report: Report) -> Topic:
    claims: dict[Place, Claim] = {}
    outcomes: dict[Place, str] = {}
    ranked = sorted(((mark(finding, report), finding) for finding in findings), key=lambda pair: OUTCOMES.index(pair[0]))
    for outcome, finding in ranked:
        for verdict in (finding.verdict, *finding.others):
            for claim in verdict.claims:
                claims.setdefault(place(claim), claim)
                outcomes.setdefault(place(claim), outcome)
    said = tuple(claims.values())
    self_check = findings[0].verdict if findings[0].verdict.kind not in JOINED else None
    name = self_check.rule.rpartition("/")[2].replace("-", " ") + ": " + label(said) if self_check else label(said)
    return Topic(name, ranked[0][0], tuple(finding for _, finding in ranked), tuple(outcome for outcome, _ in ranked), said, outcomes)


def tally(found: Iterable[Topic]) -> Counter[str]:
    """Topics → how many findings there are of each outcome."""
    return Counter(outcome for topic in found for outcome in topic.said)
