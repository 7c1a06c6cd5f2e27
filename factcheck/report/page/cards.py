"""A topic in, its card out: the line, the quotes side by side, and each finding with its rule, its way and its fingerprint."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Report, Rule, Verdict
from factcheck.report.page.consensus import Consensus, consensus
from factcheck.report.page.lines import Line, line
from factcheck.report.page.quoting import Quote, quoted
from factcheck.report.page.series import Chart, chart
from factcheck.report.page.sources import Source
from factcheck.report.page.topics import NOTHING, OUTCOMES, Topic
from factcheck.report.page.way import RuleView, Walked, rule_of, walked
from factcheck.report.question import opposite, question
from factcheck.report.summary import Finding as Pair
from factcheck.report.text_known import said
from factcheck.report.words import clean, phrase

LOUD = ("conflict", "dispute")
GIST = 4
"""Wordings in the one line of a folded card."""
QUOTES = 12
"""Quotes of one card that stand open; the others unfold."""


@dataclass(frozen=True, slots=True)
class Context:
    """What all cards of a page share: the rules of the run by id, the place of each verdict on the page by its identity, whether what
    is no conflict is kept short, and the report that tells what was known of a verdict before."""

    rules: Mapping[str, Rule]
    anchors: Mapping[int, str]
    brief: bool
    report: Report = NOTHING


@dataclass(frozen=True, slots=True)
class Spoken:
    """One verdict: the rule that spoke, the way to it, its fingerprint, and what was known of it before, in words."""

    anchor: str
    fingerprint: str
    severity: str
    rule: RuleView
    trail: tuple[Walked, ...]
    known: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found between two facts, what to ask about it, and every rule that says so."""

    outcome: str
    message: str
    ask: str
    by: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One topic as the page shows it; `folded` quotes unfold."""

    anchor: str
    name: str
    outcome: str
    outcomes: tuple[str, ...]
    rules: tuple[str, ...]
    names: tuple[str, ...]
    gist: str
    line: Line | None
    chart: Chart | None
    consensus: Consensus | None
    quotes: tuple[Quote, ...]
    folded: tuple[Quote, ...]
    findings: tuple[Finding, ...]
    rest: tuple[Finding, ...]

    @property
    def loud(self) -> bool:
        return self.outcome in LOUD


def card(anchor: str, topic: Topic, sources: Mapping[str, Source], context: Context) -> Card:
    """A topic → its card."""
    claims = ordered(topic)
    quotes = [quoted(claim, sources[claim.mention.document], topic.outcome_of(claim)) for claim in claims]
    told: set[str] = set()
    first = sum(_first(outcome, topic) for outcome in topic.said)
    ranked = sorted(zip(topic.said, topic.findings, strict=True), key=lambda pair: not _first(pair[0], topic))
    findings = [_finding(outcome, each, context, told) for outcome, each in ranked]
    return Card(
        anchor, topic.name, topic.outcome,
        outcomes=topic.marks(),
        rules=tuple(sorted({verdict.rule for verdict in topic.verdicts()})),
        names=tuple(sorted({sources[claim.mention.document].name for claim in claims})),
        gist=_accepted(topic, context.report) or gist(topic, sources),
        line=line(topic, sources, context.rules),
        chart=chart(topic, sources),
        consensus=consensus(topic, sources, context.rules),
        quotes=tuple(quotes[:QUOTES]), folded=tuple(quotes[QUOTES:]),
        findings=tuple(findings[:first]), rest=tuple(findings[first:]))


def _accepted(topic: Topic, report: Report) -> str:
    """Why nothing is to be done about a topic that is known, each reason once; nothing for another."""
    if topic.outcome != "known":
        return ""
    return "; ".join(dict.fromkeys(filter(None, (said(report.standing(verdict)) for verdict in topic.verdicts()))))


def _first(outcome: str, topic: Topic) -> bool:
    """Whether a finding stands open on the card: those of the outcome that the card is about."""
    return outcome == topic.outcome or (topic.outcome == "conflict" and outcome == "dispute")


def _finding(outcome: str, found: Pair, context: Context, told: set[str]) -> Finding:
    return Finding(outcome, clean(found.verdict.message), _asked(found.verdict) if outcome in LOUD else "",
                   tuple(_spoken(verdict, context, told) for verdict in (found.verdict, *found.others)))


def _asked(verdict: Verdict) -> str:
    """The question that would settle a finding."""
    here = verdict.claims[0]
    return question(verdict, here, opposite(verdict, here) or here)


def _spoken(verdict: Verdict, context: Context, told: set[str]) -> Spoken:
    """A verdict on its card; the rule says its words where it speaks first, its name where it speaks again."""
    rule = RuleView(verdict.rule) if verdict.rule in told else rule_of(verdict, context.rules)
    told.add(verdict.rule)
    standing = context.report.standing(verdict)
    return Spoken(context.anchors[id(verdict)], verdict.fingerprint, verdict.severity, rule, tuple(walked(verdict.trail)),
                  "new since the baseline" if standing.baseline == "new" and not said(standing) else said(standing))


def ordered(topic: Topic) -> list[Claim]:
    """The claims of a topic: those in conflict first, those of one wording together."""
    first: dict[str, int] = {}
    for claim in topic.claims:
        first.setdefault(phrase(claim).lower(), len(first))
    return sorted(topic.claims, key=lambda claim: (OUTCOMES.index(topic.outcome_of(claim)), first[phrase(claim).lower()]))


def gist(topic: Topic, sources: Mapping[str, Source]) -> str:
    """What is said, on one line: "31 hectares (Monitor) · nearly 40 hectares (Adriatic Wire)"."""
    said: dict[str, tuple[str, dict[str, None]]] = {}
    for claim in _by_time(topic, sources):
        words = phrase(claim)
        said.setdefault(words.lower(), (words, {}))[1][sources[claim.mention.document].name] = None
    parts = [f"{words} ({_few(list(names))})" for words, names in list(said.values())[:GIST]]
    joint = " → " if topic.outcome == "superseded" else " · "
    return joint.join(parts) + (" …" if len(said) > GIST else "")


def _by_time(topic: Topic, sources: Mapping[str, Source]) -> Sequence[Claim]:
    if topic.outcome != "superseded":
        return topic.claims
    return sorted(topic.claims, key=lambda claim: sources[claim.mention.document].number)


def _few(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= 3 else f"{', '.join(names[:2])} and {len(names) - 2} more"
