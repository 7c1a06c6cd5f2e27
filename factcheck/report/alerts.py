"""A report in, what other programs are told of it out: each finding with the place that is to be looked at and those it was compared with.

What is told are conflicts and figures that a later one replaced, in the order of the report. The place to look at is in an article of the
run, not in one a store holds, and in the one published last: that is the new one.
"""
from __future__ import annotations

import os
import posixpath
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from factcheck.columns import Lines, Unit, lines
from factcheck.frozen import frozen
from factcheck.model import Claim, Report, Verdict
from factcheck.report.regions import Region, region
from factcheck.report.words import clean, day, place, source
from factcheck.standing import Standing

Level = Literal["error", "warning", "note"]
LOUD = ("conflict", "superseded")
FILES = (".txt", ".text", ".md", ".markdown")
"""Files whose text is the file itself. Of a page or a PDF the text is what was taken out of it, and its lines are not the file's."""


@frozen
class Spot:
    """A claim, the path of its article as others know it, and its region there; None where lines of the text are not those of a file."""

    claim: Claim
    path: str
    region: Region | None


@frozen
class Alert:
    """One finding: what was known of it before, how loud it is, a name that no other of the run has, where to look, and what that was
    compared with."""

    verdict: Verdict
    known: Standing
    level: Level
    name: str
    here: Spot
    others: tuple[Spot, ...]


def alerts(report: Report, root: str = "", unit: Unit = "points") -> Iterator[Alert]:
    """A report, the folder that paths begin at, and what columns count in → its conflicts and replaced figures."""
    spots, known = spotted(report, root, unit), names(report)
    for verdict in report.verdicts:
        if verdict.outcome in LOUD:
            here, *others = spots(verdict)
            yield Alert(verdict, report.standing(verdict), level(verdict), known[id(verdict)], here, tuple(others))


def spotted(report: Report, root: str = "", unit: Unit = "points") -> Callable[[Verdict], tuple[Spot, ...]]:
    """A report → what tells the places of a verdict, the one to look at first. A text is cut into lines when it is first asked for."""
    given = {document.id: document for document in report.documents}
    texts: dict[str, Lines] = {}

    def spot(claim: Claim) -> Spot:
        name = claim.mention.document
        file = (given[name].path if name in given else None) or name           # the id of a line of JSON is no file
        if not is_file_text(file):
            return Spot(claim, path(file, root), None)
        if name in given and name not in texts:
            texts[name] = lines(given[name].text)
        return Spot(claim, path(file, root), region(claim, texts.get(name), unit))

    def spots(verdict: Verdict) -> tuple[Spot, ...]:
        first = newest(verdict, given)
        return tuple(map(spot, (first, *(claim for claim in verdict.claims if claim is not first))))

    return spots


@frozen
class Remark:
    """What is said of a whole file: an input that could not be used, or a suppression that has expired or binds to nothing."""

    kind: str
    level: Level
    path: str
    line: int | None
    message: str


def remarks(report: Report, root: str = "") -> list[Remark]:
    """A report and the folder that paths begin at → what was skipped, and what the gate's own files have that is to be mended."""
    return [*(Remark("skipped", "error", path(item.path, root), item.line, clean(item.reason)) for item in report.skipped),
            *(Remark(item.kind, "warning", path(item.path, root), item.line, clean(item.message)) for item in report.notices)]


def newest(verdict: Verdict, given: Mapping[str, object]) -> Claim:
    """The claim to look at: of an article of the run before a held one, published last, and the first of its article."""
    def rank(claim: Claim) -> tuple[bool, str, str]:
        return claim.mention.document in given, claim.published.isoformat() if claim.published else "", claim.mention.document
    last = max(map(rank, verdict.claims))
    return min((claim for claim in verdict.claims if rank(claim) == last), key=lambda claim: claim.mention.start)


def level(verdict: Verdict) -> Level:
    """How loud a finding is: a conflict as its severity says, a dispute and a replaced figure are notes."""
    if verdict.outcome != "conflict" or verdict.disputed or verdict.severity == "info":
        return "note"
    return verdict.severity


def names(report: Report) -> dict[int, str]:
    """Every verdict by its identity → its fingerprint, numbered where two stories share one."""
    seen: Counter[str] = Counter()
    found = {}
    for verdict in report.verdicts:
        seen[verdict.fingerprint] += 1
        number = seen[verdict.fingerprint]
        found[id(verdict)] = verdict.fingerprint if number == 1 else f"{verdict.fingerprint}-{number}"
    return found


def path(document: str, root: str = "") -> str:
    """An id and the folder that paths begin at → "flood/a.txt"; an address and a path outside that folder stay as they are."""
    if "://" in document:
        return document
    if root and os.path.isabs(document):
        below = os.path.relpath(document, root)
        document = document if below.startswith(os.pardir) else below
    return posixpath.normpath(document.replace(os.sep, "/"))


def is_file_text(document: str) -> bool:
    """A document's id → whether its lines and columns are those of a file that others can open."""
    name = document.rpartition("/")[2]
    return "://" not in document and ("." not in name or name.lower().endswith(FILES))


def told(alert: Alert) -> str:
    """An alert in words, a line each: what it says, then every place with its sentence."""
    return "\n".join((clean(alert.verdict.message), *(cited(spot.claim) for spot in (alert.here, *alert.others))))


def cited(claim: Claim) -> str:
    """A claim → `flood/a.txt:1:13, Valley Herald, 3 May 2024: “At least 21 people …”`."""
    return f"{', '.join(filter(None, (place(claim), source(claim))))}: “{shortened(clean(claim.quote))}”"


LONGEST = 300
"""Characters of a quoted sentence; of a longer one the beginning."""


def shortened(text: str, most: int = LONGEST) -> str:
    """A long text cut at a space, with "…" behind it."""
    if len(text) <= most:
        return text
    return (text[:most].rpartition(" ")[0] or text[:most]) + "…"


def accepted_because(known: Standing) -> str | None:
    """Why nothing is to be done about a finding, in words: a suppression, a decision; None without either."""
    if known.decision is not None:
        return clean(f"decided by {known.decision.by}: {known.decision.stands} stands. {known.decision.reason}")
    if known.suppression is not None:
        until = f" (until {day(known.suppression.until)})" if known.suppression.until else ""
        return clean(f"{known.suppression.reason}{until}")
    return None
