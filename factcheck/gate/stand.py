"""A report and what was known before in, the same report with the standing of each verdict out.

A suppression or a decision binds to every verdict of its fingerprint that is a finding (conflict or superseded). One whose day has passed
binds no more; notices.py says so, and of what binds to nothing.
"""
from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace

from factcheck.frozen import frozen
from factcheck.gate.baseline import Compared, Entry, compare
from factcheck.gate.inline import Place, inline
from factcheck.gate.notices import notices
from factcheck.gate.seen import Seen, name
from factcheck.gate.words import Spoken
from factcheck.model import Report, Verdict
from factcheck.standing import NOTHING_KNOWN, Decision, Standing, Suppression

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
    standings: dict[tuple[str, str], Standing] = {}
    for verdict in report.verdicts:
        if verdict.outcome in FINDINGS:
            said = Standing(states.get(id(verdict)), _suppression(verdict, known, comments), _decision(verdict, known.spoken.decisions))
            if said != NOTHING_KNOWN:
                standings[verdict.story, verdict.fingerprint] = said
    bound = set(_bound(standings.values()))
    told = notices(known.spoken, [place.suppression for place in comments], bound, known.today, seen, report.verdicts)
    return replace(report, standings=standings, fixed=compared.fixed if compared else (), notices=tuple(told)), compared


def held(report: Report, outcomes: Sequence[str]) -> list[Verdict]:
    """The verdicts that a baseline holds."""
    return [verdict for verdict in report.verdicts if verdict.outcome in outcomes]


def _superseded(report: Report, known: Known) -> list[Verdict]:
    return [] if "superseded" in known.outcomes else held(report, ("superseded",))


def _suppression(verdict: Verdict, known: Known, comments: Iterable[Place]) -> Suppression | None:
    """What suppresses a verdict: a block of the file, else a comment of one of its articles."""
    for one in known.spoken.suppressions:
        if one.fingerprint == verdict.fingerprint and (one.until is None or known.today <= one.until):
            return one
    return next((place.suppression for place in comments if place.binds(verdict)), None)


def _decision(verdict: Verdict, decisions: Iterable[Decision]) -> Decision | None:
    """The decision on a verdict, if the side it names is there: by its document, or by its sentence when the document has another name."""
    for one in decisions:
        says = _plain(one.says or "")
        if one.fingerprint == verdict.fingerprint and any(
                name(claim.mention.document) == name(one.stands) or (says and _plain(claim.quote) == says) for claim in verdict.claims):
            return one
    return None


def _bound(standings: Iterable[Standing]) -> Iterator[Suppression | Decision]:
    for standing in standings:
        yield from (one for one in (standing.suppression, standing.decision) if one is not None)


def _plain(quote: str) -> str:
    return " ".join(quote.split()).casefold()
