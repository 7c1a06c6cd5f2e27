"""The program on one screen.

    documents → mentions → claims → groups → verdicts → report

Each stage is one call. A document that breaks a stage is skipped and named, and the others go on; neither the order of the documents
nor that of the rules changes anything in the report. Stages are imported when they are needed, because `extract` needs only the first.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from factcheck.model import Claim, Document, Report, Rule, Skipped, Verdict
from factcheck.report.shapes import Reading

if TYPE_CHECKING:
    from pathlib import Path

Other = TypeVar("Other")
Made = TypeVar("Made")
OUTCOMES = ("conflict", "superseded", "compatible", "agree", "incomparable")
SEVERITIES = ("error", "warning", "info")


def check(documents: Iterable[Document | Reading | Skipped], rules: Sequence[Rule | str | Path] | None = None, *,
          default: bool = True) -> Report:
    """Documents and rules (or paths of rule files) → the report; the general packs run too unless `default` is off."""
    chosen = loaded(rules or (), default)
    skipped: list[Skipped] = []
    readings = newest(list(_used(read(documents), skipped)))
    claims = [claim for made in _used(map(keyed, readings), skipped) for claim in made]
    verdicts = judged(chosen, sorted(claims, key=_of_claim), skipped)
    known = sorted((reading.document for reading in readings), key=lambda document: document.id)
    return Report(tuple(verdicts), tuple(known), tuple(claims), tuple(skipped))


def read(items: Iterable[Document | Other]) -> Iterator[Reading | Skipped | Other]:
    """Documents → each with its mentions; whatever else is among them passes through."""
    for item in items:
        yield _tried(item, "read", _read) if isinstance(item, Document) else item


def _read(document: Document) -> Reading:
    """A document → its mentions; what it does not say of its day of publication its dateline does."""
    from factcheck.extract import dateline, extract
    if document.published is None and (day := dateline(document)) is not None:
        document = replace(document, published=day)
    return Reading(document, tuple(extract(document)))


def newest(readings: Sequence[Reading]) -> list[Reading]:
    """Documents as they were read → those without the earlier versions of one address, whose place a later one takes."""
    documents = [reading.document for reading in readings]
    replaced = {(document.replaces, document.url) for document in documents if document.replaces and document.url}
    return [reading for reading, document in zip(readings, documents, strict=True) if (document.id, document.url) not in replaced]


def keyed(reading: Reading) -> list[Claim] | Skipped:
    """A document and its mentions → its claims."""
    if reading.claims is not None:
        return list(reading.claims)
    from factcheck.claims import claims
    return _tried(reading.document, "keyed", lambda document: claims(document, reading.mentions))


def judged(rules: Sequence[Rule], claims: Sequence[Claim], skipped: list[Skipped], about: frozenset[str] = frozenset()) -> list[Verdict]:
    """Rules and claims → the verdicts in their order, those in which one of the documents `about` has a part, if any are named.

    A rule whose pattern takes too long is skipped and the others are asked again.
    """
    from factcheck.checks import check as verdicts
    from factcheck.checks import settled
    from factcheck.groups import groups
    from factcheck.rulebook.errors import SlowPattern
    try:
        return sorted(settled(verdict for group in groups(rules, claims, about) for verdict in verdicts(group)), key=_of_verdict)
    except SlowPattern as error:
        skipped += [Skipped(problem.path, f"{problem.key}: {problem.message}", problem.line) for problem in error.problems]
        slow = {problem.path for problem in error.problems}
        return judged([rule for rule in rules if (rule.path or rule.id) not in slow], claims, skipped, about)


def loaded(rules: Sequence[Rule | str | Path], default: bool = True) -> tuple[Rule, ...]:
    """Rules and paths of rule files → the rules that run; raises RuleError."""
    from factcheck.rulebook.load import load
    paths = [rule for rule in rules if not isinstance(rule, Rule)]
    by_id = {rule.id: rule for rule in load(paths, default)} | {rule.id: rule for rule in rules if isinstance(rule, Rule)}
    return tuple(by_id[id] for id in sorted(by_id))


def _tried(document: Document, what: str, stage: Callable[[Document], Made]) -> Made | Skipped:
    """What a stage makes of a document. One that trips over it is our fault, not the document's, and is said as such."""
    try:
        return stage(document)
    except MemoryError:
        return Skipped(document.id, "needs more memory to read than it may have")
    except Exception as error:
        return Skipped(document.id, f"cannot be {what}, a fault of factcheck ({type(error).__name__}: {error}); please report the sentence")


def _used(items: Iterable[Made | Skipped], skipped: list[Skipped]) -> Iterator[Made]:
    """The items that can be used; the others are noted."""
    for item in items:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            yield item


def _of_claim(claim: Claim) -> tuple[str, str, int, int]:
    return claim.story, claim.mention.document, claim.mention.start, claim.mention.end


def _of_verdict(verdict: Verdict) -> tuple[object, ...]:
    """Where a verdict stands in the report: by story, the most serious first, then by rule and by its place in the texts."""
    first = min(map(_of_claim, verdict.claims))
    return verdict.story, OUTCOMES.index(verdict.outcome), SEVERITIES.index(verdict.severity), verdict.rule, first, verdict.fingerprint
