"""The program on one screen.

    documents → mentions → claims → groups → verdicts → report

Each stage is one call. A document that breaks a stage is skipped and named, and the others go on; the order of documents and rules
changes nothing in the report. Stages are imported when they are needed, because `extract` needs only the first.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from factcheck.model import Claim, Document, Report, Rule, Skipped, Verdict
from factcheck.report.shapes import Reading

Other = TypeVar("Other")
OUTCOMES = ("conflict", "superseded", "compatible", "agree", "incomparable")
SEVERITIES = ("error", "warning", "info")


def read(items: Iterable[Document | Other]) -> Iterator[Reading | Skipped | Other]:
    """Documents → each with its mentions; whatever else is among them (what was skipped, notes) passes through."""
    from factcheck.extract import extract
    for item in items:
        if not isinstance(item, Document):
            yield item
            continue
        try:
            yield Reading(item, tuple(extract(item)))
        except Exception as error:
            yield _failed(item, "reading", error)


def check(documents: Iterable[Document | Skipped], rules: Sequence[Rule | str | Path] | None = None, *, default: bool = True) -> Report:
    """Documents and rules (or paths of rule files) → the report; the general packs run too unless `default` is off."""
    from factcheck.checks import check as verdicts
    from factcheck.groups import groups

    chosen = loaded(rules or (), default)
    done: list[Document] = []
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for item in read(documents):
        try:
            found = _claims(item) if isinstance(item, Reading) else item
        except Exception as error:
            found = _failed(item.document, "keying", error) if isinstance(item, Reading) else item
        if isinstance(found, Skipped):
            skipped.append(found)
        elif isinstance(item, Reading):
            done.append(item.document)
            claims += found
    claims.sort(key=lambda claim: (claim.story, claim.mention.document, claim.mention.start, claim.mention.end))
    found_verdicts = [verdict for group in groups(chosen, claims) for verdict in verdicts(group)]
    return Report(tuple(sorted(found_verdicts, key=_place)), tuple(sorted(done, key=lambda document: document.id)), tuple(claims),
                  tuple(skipped))


def loaded(rules: Sequence[Rule | str | Path], default: bool = True) -> tuple[Rule, ...]:
    """Rules and paths of rule files → the rules that run; raises RuleError."""
    from factcheck.rulebook.load import load
    paths = [rule for rule in rules if not isinstance(rule, Rule)]
    by_id = {rule.id: rule for rule in load(paths, default)} | {rule.id: rule for rule in rules if isinstance(rule, Rule)}
    return tuple(by_id[id] for id in sorted(by_id))


def _claims(reading: Reading) -> list[Claim]:
    from factcheck.claims import claims
    return claims(reading.document, list(reading.mentions))


def _failed(document: Document, stage: str, error: Exception) -> Skipped:
    """A stage that tripped over a document is our fault, not the document's: it is said as such."""
    return Skipped(document.id, f"{stage} it failed ({type(error).__name__}: {error}); please report this article's sentence")


def _place(verdict: Verdict) -> tuple[object, ...]:
    """Where a verdict stands in the report: by story, the most serious first, then by its place in the texts."""
    first = min((claim.mention.document, claim.mention.start) for claim in verdict.claims)
    return (verdict.story, OUTCOMES.index(verdict.outcome), SEVERITIES.index(verdict.severity), first, verdict.rule, verdict.fingerprint)
