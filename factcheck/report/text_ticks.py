"""The tick sheet in the terminal: the draft sentence by sentence, under each its numbers with their marks and what speaks for them."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.checks.ticks import STATES, Evidence, Sheet, Tick, counts
from factcheck.model import Claim, Report
from factcheck.report.alerts import accepted_because
from factcheck.report.finding import BAR
from factcheck.report.ink import Line, line
from factcheck.report.quotes import Mark, shown
from factcheck.report.shapes import Paper
from factcheck.report.terminal import hanging, put
from factcheck.report.words import clean, count, of_skipped, phrase, place, source, value

SIGNS = {"backed": ("✓", "agree"), "contradicted": ("✗", "conflict"), "not found": ("?", "superseded")}
SHOWN = 2
"""Places that speak for a mark, without --verbose; the rest is a count."""


def ticks(sheet: Sheet, paper: Paper) -> None:
    """A sheet → lines on the paper, the counts last."""
    for _, found in groupby(sheet.ticks, key=lambda tick: (tick.claim.mention.document, tick.claim.mention.sentence)):
        _sentence(list(found), sheet.report, paper)
    for item in sheet.report.skipped:
        put(paper, line(("not used  ", "skipped"), of_skipped(item)), 4)
    put(paper, _summary(sheet))


def _summary(sheet: Sheet) -> Line:
    """"12 numbers: 1 contradicted, 8 backed, 3 not found"."""
    numbers = counts(sheet.ticks)
    parts: list[str | tuple[str, str]] = [f"{count(len(sheet.ticks), 'number')}: "]
    for state in STATES:
        parts += [", " if len(parts) > 1 else "", (f"{numbers[state]} {state}", SIGNS[state][1] if numbers[state] else "faint")]
    return line(*parts)


def _sentence(found: Sequence[Tick], report: Report, paper: Paper) -> None:
    first = found[0].claim
    put(paper, line((f"{clean(first.mention.document)}:{first.line}", "place")))
    for row in _quoted(first, [tick.claim for tick in found], paper.width):
        put(paper, row)
    for tick in found:
        for row in _tick(tick, report, paper):
            put(paper, row, 6)
    put(paper)


def _quoted(of: Claim, claims: Iterable[Claim], width: int) -> Iterator[Line]:
    """The sentence of a claim with carets under the numbers of these."""
    marks = [Mark(each.mention.start - of.quote_start, each.mention.end - of.quote_start) for each in claims]
    for row in shown(of.quote, marks, width - len(BAR)):
        yield line((BAR, "faint"), row)


def _tick(tick: Tick, report: Report, paper: Paper) -> Iterator[Line]:
    """One number: its mark, and the sentences that back or contradict it."""
    sign, style = SIGNS[tick.state]
    yield line((f"  {sign} {tick.state}", style), "  ", (figure(tick.claim), "mark"))
    told = [each for each in tick.evidence if each.mark == tick.state]
    for each in told if paper.verbose else told[:SHOWN]:
        yield from _evidence(tick, each, report, paper.width)
    if len(told) > SHOWN and not paper.verbose:
        yield line((f"and {count(len(told) - SHOWN, 'place')} more, with --verbose", "faint"), indent=6)


def figure(claim: Claim) -> str:
    """A number with what it counts, a date with what it means."""
    m = claim.mention
    if m.entity_start is not None and m.entity_start >= m.end and m.kind not in ("date", "time"):
        return phrase(claim)
    said, means = clean(m.text), value(m)
    return f"{said} ({means})" if m.interval is not None and means and means != said else said


def _evidence(tick: Tick, each: Evidence, report: Report, width: int) -> Iterator[Line]:
    because = accepted_because(report.standing(each.verdict))
    label = f"{each.verdict.outcome}, disputed" if each.verdict.disputed else each.verdict.outcome
    if each.claim is None or (each.claim.quote_start, each.claim.mention.document) == (tick.claim.quote_start, tick.claim.mention.document):
        yield from hanging(f"    {label}", clean(each.verdict.message), width)
    else:
        who = source(each.claim)
        yield line((f"{label}  ", "faint"), (place(each.claim), "place"), (f"  {who}" if who else "", "faint"), indent=6)
        for row in _quoted(each.claim, [each.claim], width - 4):
            yield line(row, indent=4)
    if because is not None:
        yield from hanging("    known", because, width)
