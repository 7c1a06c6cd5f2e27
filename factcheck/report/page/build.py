"""A report in, the page as plain view objects out. Cards are made while the page is written, so that a large one needs little memory."""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Document, Report, Rule
from factcheck.report.alerts import names
from factcheck.report.page.cards import LOUD, Card, Context, card
from factcheck.report.page.matrix import Matrix, matrix
from factcheck.report.page.rows import Brief, brief
from factcheck.report.page.silent import MOST, Silent, silent
from factcheck.report.page.sources import Source, sources
from factcheck.report.page.speakers import Speakers, speakers
from factcheck.report.page.topics import OUTCOMES, Topic, documents, tally, topics
from factcheck.report.summary import Story, stories
from factcheck.report.words import clean, count, of_skipped
from factcheck.standing import Outdated

FULL = 500
"""Topics of a page up to which what is no conflict has all its quotes, its line and its trail."""
EXPLAINED = 600
"""Claims of a whole page whose silence is given a reason."""

TITLES = {
    "conflict": "Cannot both be true", "dispute": "Disputed between named speakers", "superseded": "Later figures replaced earlier ones",
    "known": "Known before: decided, suppressed or in the baseline",
    "compatible": "Both can be true", "agree": "Agreed"}
NOUNS = {"conflict": "conflict", "dispute": "dispute", "superseded": "superseded", "known": "known",
         "compatible": "compatible", "agree": "agreed"}


@dataclass(frozen=True, slots=True)
class Number:
    """How many findings of one outcome, in words: "3 conflicts"."""

    outcome: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Look:
    """What to look at first: where it is and what it says."""

    anchor: str
    outcome: str
    name: str
    message: str
    sources: int


@dataclass(frozen=True)
class StoryView:
    """One story of the page; `cards` makes those of one outcome when they are written."""

    anchor: str
    name: str
    sources: tuple[Source, ...]
    counts: str
    numbers: tuple[Number, ...]
    look: Look | None
    matrix: Matrix | None
    speakers: Speakers | None
    silent: Silent | None
    found: tuple[tuple[str, Topic], ...]
    by_id: Mapping[str, Source]
    context: Context

    def sections(self) -> Iterator[tuple[str, str, int, Iterator[Card | Brief]]]:
        """Each outcome that has topics: its name, its title, how many, and their cards, or rows where the page is kept short."""
        for outcome in OUTCOMES:
            chosen = [(anchor, topic) for anchor, topic in self.found if topic.outcome == outcome]
            if chosen:
                yield outcome, TITLES[outcome], len(chosen), self._cards(chosen)

    def _cards(self, chosen: Sequence[tuple[str, Topic]]) -> Iterator[Card | Brief]:
        if self.context.brief and chosen[0][1].outcome not in LOUD:
            return (brief(anchor, topic, self.by_id) for anchor, topic in chosen)
        return (card(anchor, topic, self.by_id, self.context) for anchor, topic in chosen)


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. `names` and `used` number the sources and rules that the filters offer."""

    counts: str
    numbers: tuple[Number, ...]
    look: Look | None
    stories: tuple[StoryView, ...]
    skipped: tuple[str, ...]
    outdated: tuple[str, ...]
    fixed: tuple[str, ...]
    notices: tuple[str, ...]
    names: Mapping[str, int]
    used: Mapping[str, int]
    brief: int

    @property
    def found(self) -> bool:
        """Whether there is anything to show but what was not compared."""
        return any(number.number for number in self.numbers)

    def worst(self) -> str:
        """The number of conflicts and disputes, in words."""
        said = [number.words for number in self.numbers if number.number and number.outcome in ("conflict", "dispute")]
        return ", ".join(said) or ("No conflict" if self.found else "Nothing to compare")


def page(report: Report, rules: Mapping[str, Rule]) -> Page:
    """A report and the rules of its run by id → the page."""
    known = {document.id: document for document in report.documents}
    claims: dict[str, list[Claim]] = {}
    for claim in report.claims:
        claims.setdefault(claim.story, []).append(claim)
    made = [(story, topics(story, report)) for story in stories(report)] if known else []
    everything = [topic for _, found in made for topic in found]
    context = Context(rules, names(report), len(everything) > FULL, report)
    share = EXPLAINED / max(1, len(report.claims))
    views = tuple(_story(f"story-{number}", story, found, claims.get(story.name, []), known, context, share)
                  for number, (story, found) in enumerate(made, 1))
    facts = sum(story.facts for story, _ in made)
    return Page(
        ", ".join((count(len(known), "source"), count(len(made), "story"), count(facts, "fact"))), _numbers(tally(everything)),
        max((view.look for view in views if view.look), key=lambda look: (look.outcome == "conflict", look.sources), default=None), views,
        tuple(of_skipped(item) for item in report.skipped),
        tuple(map(_outdated, report.outdated or ())),
        tuple(clean(f"{one.message}{' Superseded now.' if one.superseded else ''}") for one in report.fixed),
        tuple(clean(f"{notice.path}{f':{notice.line}' if notice.line else ''}: {notice.message}") for notice in report.notices),
        names={name: at for at, name in enumerate(sorted({source.name for view in views for source in view.sources}))},
        used={rule: at for at, rule in enumerate(sorted({verdict.rule for verdict in report.verdicts}))},
        brief=sum(topic.outcome not in LOUD for topic in everything) if context.brief else 0)


def _outdated(old: Outdated) -> str:
    return clean(f"{old.document}:{old.line} “{old.text}”, now “{old.by_text}” in {old.by}:{old.by_line}")


def _story(anchor: str, story: Story, found: Sequence[Topic], claims: Sequence[Claim], known: Mapping[str, Document], context: Context,
           share: float) -> StoryView:
    cited = [claim for topic in found for claim in topic.claims]
    by_id = sources(story.documents, known, [*claims, *cited])
    placed = tuple((f"fact-{context.anchors[id(topic.findings[0].verdict)].removeprefix('f1:')}", topic) for topic in found)
    tabled = [(at, topic) for at, topic in placed if not context.brief or topic.outcome in LOUD]
    left = silent(claims, ((claim.mention.document, claim.mention.start) for claim in cited), by_id,
                  min(MOST, math.ceil(share * len(claims))))
    return StoryView(
        anchor, clean(story.name) or "The articles given", tuple(by_id.values()),
        f"{count(len(story.documents), 'source')}, {count(story.facts, 'fact')}", _numbers(tally(found)), _look(placed),
        matrix(tabled, by_id), speakers(tabled, by_id), left, placed, by_id, context)


def _numbers(numbers: Counter[str]) -> tuple[Number, ...]:
    return tuple(Number(outcome, numbers[outcome], count(numbers[outcome], NOUNS[outcome]) if outcome in ("conflict", "dispute")
                        else f"{numbers[outcome]:,} {NOUNS[outcome]}") for outcome in OUTCOMES)


def _look(placed: Sequence[tuple[str, Topic]]) -> Look | None:
    """The conflict that most sources are part of; a dispute where there is no conflict."""
    candidates = [(anchor, topic) for anchor, topic in placed if topic.outcome in ("conflict", "dispute")]
    if not candidates:
        return None
    anchor, topic = max(candidates, key=lambda pair: (pair[1].outcome == "conflict", len(documents(pair[1].claims))))
    return Look(anchor, topic.outcome, topic.name, clean(topic.findings[0].verdict.message), len(documents(topic.claims)))
