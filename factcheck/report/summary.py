"""A report → its counts: of the whole run, and of each story."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from factcheck.model import Claim, Report, Verdict

ORDER = ("conflict", "superseded", "compatible", "agree")


@dataclass(frozen=True, slots=True)
class Story:
    """What a headline says of one story: who reports, how many facts were read, and how they stand to each other."""

    name: str
    documents: tuple[str, ...]
    facts: int
    verdicts: tuple[Verdict, ...]

    def with_outcome(self, *outcomes: str) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.verdicts if verdict.outcome in outcomes)


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
    return [Story(name, tuple(documents.get(name, ())), facts(claims.get(name, ())), tuple(verdicts.get(name, ()))) for name in names]


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
