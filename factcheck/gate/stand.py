"""A report and what was known before in, the same report with the standing of each verdict out.

A suppression or a decision binds to every verdict of its fingerprint that is a finding (conflict or superseded). One whose day has passed
binds no more; notices.py says so, and of what binds to nothing.
"""
from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from typing import TypeVar

from factcheck.frozen import frozen
from factcheck.gate.baseline import Compared, Entry, compare
from factcheck.gate.inline import inline
from factcheck.gate.mark import Index, bound, index, plain
from factcheck.gate.notices import notices
from factcheck.gate.seen import Seen, name
from factcheck.gate.words import Spoken
from factcheck.model import Report, Verdict
from factcheck.standing import NOTHING_KNOWN, Decision, Standing, Suppression

One = TypeVar("One", Suppression, Decision)
FINDINGS = ("conflict", "superseded")


@frozen
class Known:
    """What was known before: the day, the entries of a baseline (None without one), which outcomes it holds, and what people said."""

    today: datetime.date
    baseline: tuple[Entry, ...] | None = None
    outcomes: tuple[str, ...] = ("conflict",)
    spoken: Spoken = field(default_factory=Spoken)


def stand(report: Report, known: Known, seen: Seen) -> tuple[Report, Compared | None]:
    """The report with standings, what is fixed and notices; and what the baseline makes of it, if there is one."""
    found = held(report, known.outcomes)
    compared = None if known.baseline is None else compare(known.baseline, found, _superseded(report, known), seen)
    states = {id(verdict): compared.states[number] for number, verdict in enumerate(found)} if compared else {}
    comments = [place for document in report.documents for place in inline(document)]
    findings = index(held(report, FINDINGS))
    lasting = [one for one in known.spoken.suppressions if one.until is None or known.today <= one.until]
    suppressed = _by_verdict(known.spoken, lasting, findings)
    decided = _by_verdict(known.spoken, known.spoken.decisions, findings)
    standings: dict[tuple[str, str], Standing] = {}
    for verdict in findings.verdicts:
        inside = (place.suppression for place in comments if place.binds(verdict))
        suppression = next(iter(suppressed.get(id(verdict), inside)), None)
        decision = next((one for one in decided.get(id(verdict), ()) if _has_part(one, verdict)), None)
        said = Standing(states.get(id(verdict)), suppression, decision)
        if said != NOTHING_KNOWN:
            standings[verdict.story, verdict.fingerprint] = said
    used = set(_used(standings.values()))
    stories = Counter(document.story for document in report.documents)
    accompanied = {document.id for document in report.documents if stories[document.story] > 1}
    left = [place.suppression for place in comments if place.suppression not in used
            and seen.covers_comment(place.suppression.fingerprint, place.suppression.path in accompanied)]
    told = notices(known.spoken, left, used, known.today, seen, report.verdicts)
    return replace(report, standings=standings, fixed=compared.fixed if compared else (), notices=tuple(told)), compared


def held(report: Report, outcomes: Sequence[str]) -> list[Verdict]:
    """The verdicts that a baseline holds."""
    return [verdict for verdict in report.verdicts if verdict.outcome in outcomes]


def _superseded(report: Report, known: Known) -> list[Verdict]:
    return [] if "superseded" in known.outcomes else held(report, ("superseded",))


def _by_verdict(spoken: Spoken, said: Iterable[One], findings: Index) -> dict[int, list[One]]:
    """Suppressions, or decisions → those on each verdict, in their order."""
    result: dict[int, list[One]] = defaultdict(list)
    for one in said:
        for verdict in bound(spoken.mark(one), findings):
            result[id(verdict)].append(one)
    return result


def _has_part(decision: Decision, verdict: Verdict) -> bool:
    """Whether the side that a decision names is there: by its document, or by its sentence when the document has another name."""
    says = plain(decision.says or "")
    return any(name(claim.mention.document) == name(decision.stands) or (says and plain(claim.quote) == says) for claim in verdict.claims)


def _used(standings: Iterable[Standing]) -> Iterator[Suppression | Decision]:
    for standing in standings:
        yield from (one for one in (standing.suppression, standing.decision) if one is not None)
