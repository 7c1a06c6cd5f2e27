"""A report → its counts: of the whole run, and of each story."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from factcheck.model import Claim, Report, Verdict

ORDER = ("conflict", "superseded", "compatible", "agree")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader takes for one thing: the verdict with the most claims, and those of other rules on the same pair."""

    verdict: Verdict
    others: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """What a headline says of one story: who reports, how many facts were read, and how they stand to each other."""

    name: str
    documents: tuple[str, ...]
    facts: int
    findings: tuple[Finding, ...]

    def with_outcome(self, outcome: str) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.verdict.outcome == outcome)


def stories(report: Report) -> list[Story]:
    """The stories of a report by name: those with the most serious findings are no further up, so that a name is found again."""
    claims: dict[str, list[Claim]] = {}
    verdicts: dict[str, list[Verdict]] = {}
    documents: dict[str, dict[str, None]] = {}
    for document in report.documents:
        documents.setdefault(document.story or "", {})[document.id] = None
    for claim in report.claims:
        claims.setdefault(claim.story, []).append(claim)
        documents.setdefault(claim.story, {})[claim.mention.document] = None
    for verdict in report.verdicts:
        verdicts.setdefault(verdict.story, []).append(verdict)
    names = sorted(documents | {name: {} for name in verdicts})
    return [Story(name, tuple(documents.get(name, ())), facts(claims.get(name, ())), findings(verdicts.get(name, ())))
            for name in names]


def findings(verdicts: Iterable[Verdict]) -> tuple[Finding, ...]:
    """Verdicts → findings in their order: rules that say the same of the same two places are one."""
    groups: dict[tuple[object, ...], list[Verdict]] = {}
    for verdict in verdicts:
        leads = frozenset((lead.mention.document, lead.mention.start) for side in verdict.sides if (lead := verdict.claims[side[0]]))
        same = "one thing" if verdict.kind in ("agreement", "alignment") else verdict.rule
        groups.setdefault((verdict.outcome, verdict.disputed, same, leads), []).append(verdict)
    return tuple(_finding(group) for group in groups.values())


def _finding(group: list[Verdict]) -> Finding:
    widest = max(group, key=lambda verdict: len(verdict.claims))
    return Finding(widest, tuple(verdict for verdict in group if verdict is not widest))


def facts(claims: Iterable[Claim]) -> int:
    """How many different things are said: claims of equal content count once."""
    return len({(c.key, m.kind, m.bounds, m.unit, m.interval, m.timex, m.date_relation, m.negated, m.modality)
                for c in claims if (m := c.mention).kind != "identifier"})


def counts(report: Report) -> dict[str, Any]:
    """The summary of a run, as JSON has it: plain integers."""
    outcomes = Counter(verdict.outcome for verdict in report.verdicts)
    return {"documents": len(report.documents), "stories": len({d.story for d in report.documents}), "claims": len(report.claims),
            "facts": sum(story.facts for story in stories(report)), **{outcome: outcomes[outcome] for outcome in ORDER},  # type: ignore[index]
            "disputed": sum(verdict.disputed for verdict in report.verdicts), "skipped": len(report.skipped)}
