"""One verdict in full: each fact with its quote, the carets under its words, the bounds in one line, who says it, where and when."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.claims.said import thing_in
from factcheck.model import Claim, Verdict
from factcheck.report.chains import Fact, sides_of
from factcheck.report.ink import Line, line
from factcheck.report.quotes import Mark
from factcheck.report.quotes import shown as quoted
from factcheck.report.shapes import Paper
from factcheck.report.terminal import hanging
from factcheck.report.words import clean, place, source, value, voice

BAR = "    │ "
ALSO = 4
SIGNS = {"conflict": "✗", "superseded": "↻", "compatible": "≈", "agree": "✓"}


def shown(verdict: Verdict, paper: Paper, others: Sequence[Verdict] = (), known: str = "") -> Iterator[Line]:
    """A verdict, those of other rules on the same, and what was known before → lines: what it says, both sides, the rules and their ids."""
    name, style = ("dispute", "disputed") if verdict.disputed else (verdict.outcome, verdict.outcome)
    yield from hanging(f"{SIGNS.get(verdict.outcome, ' ')} {name}", clean(verdict.message), paper.width, style)
    yield Line()
    yield from evidence(sides_of(verdict), paper)
    for each in (verdict, *others):
        yield from _rule(each, paper)
    if known:
        yield from hanging("  known", known, paper.width)


def _rule(verdict: Verdict, paper: Paper) -> Iterator[Line]:
    """Which rule spoke, why it is there, and the fingerprint of what it said."""
    rule = paper.rules.get(verdict.rule)
    yield from hanging("  rule", f"{verdict.rule}: {clean(rule.why)}" if rule and rule.why else verdict.rule, paper.width)
    if rule and rule.link:
        yield from hanging("  link", clean(rule.link), paper.width)
    yield from hanging("  id  ", verdict.fingerprint, paper.width)


def evidence(facts: Iterable[Fact], paper: Paper) -> Iterator[Line]:
    """Facts with their words: the first claim of each in full, the others named (in full too when unfolded)."""
    for claims in facts:
        for each in claims if paper.verbose else claims[:1]:
            yield from claim(each, paper.width)
        if not paper.verbose and claims[1:]:
            yield from _also(claims[1:], paper)
        yield Line()


def claim(found: Claim, width: int) -> Iterator[Line]:
    """One claim → its place, its quote with carets, its value and its speaker."""
    where, who = place(found), source(found)
    if who and len(where) + len(who) + 4 > width:
        yield line((where, "place"), indent=2)
        yield line((who, "faint"), indent=2)
    else:
        yield line((where, "place"), (f"  {who}" if who else "", "faint"), indent=2)
    for row in quoted(found.quote, marks(found), width - len(BAR)):
        yield line((BAR, "faint"), row)
    says = voice(found.mention)
    yield line((value(found.mention), "mark"), (f"  {says}" if says else "", "faint"), indent=4)


def _also(claims: Fact, paper: Paper) -> Iterator[Line]:
    """The other places that state the same fact."""
    places = [f"{place(claim)} {source(claim)}".strip() for claim in claims[:ALSO]]
    if len(claims) > ALSO:
        places.append(f"{len(claims) - ALSO} more")
    for at, text in enumerate(places):
        yield line(("    also  " if at == 0 else "          ", "faint"), text)


def marks(claim: Claim) -> list[Mark]:
    """Where in its quote a claim's number stands, and the thing it counts."""
    m, begin = claim.mention, claim.quote_start
    found = [Mark(m.start - begin, m.end - begin)]
    return [*found, Mark(*named, "~")] if (named := thing_in(claim)) else found
