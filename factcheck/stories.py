"""A sample story and what a careful editor expects of it: `expected.yaml` beside the articles, and how verdicts are held against it.

    verdicts:                                   # all of these
      - conflict: [{a.txt: 52 houses}, {b.md: nearly 40 houses, c.md: almost 40 houses}]
        disputed: yes                           # two named speakers differ; left out: no
        rule: damage/destroyed                  # only where a certain rule has to speak
        fails: why not yet                      # the program does not give it
    may: []                                     # an editor would not mind these, nor miss them
    wrong: []                                   # the program gives these and should not; each has its `fails`

The key is the outcome (`agree or compatible`: both are right). Each item of its list is one fact: the documents that state it, by the name
of their file or the id of their line, with the words.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, permutations
from pathlib import Path
from typing import Any

from factcheck.frozen import frozen
from factcheck.model import OUTCOMES, Claim, Report, Verdict

NAME = "expected.yaml"
SECTIONS = ("verdicts", "may", "wrong")
KEYS = ("rule", "disputed", "fails")
Statement = tuple[str, str]


class StoryError(ValueError):
    """What is wrong with an expected.yaml: its path, and what was expected."""


@frozen
class Expected:
    """One line: the outcomes that are right, and for each fact its documents with their words."""

    outcomes: frozenset[str]
    facts: tuple[tuple[Statement, ...], ...]
    rule: str | None = None
    disputed: bool = False
    fails: str | None = None

    def __str__(self) -> str:
        facts = " | ".join(", ".join(f"{words!r} {document}" for document, words in fact) for fact in self.facts)
        dispute = " (disputed)" if self.disputed else ""
        return f"{' or '.join(sorted(self.outcomes))}{dispute}: {facts}" + (f" [{self.rule}]" if self.rule else "")


@frozen
class Story:
    """What is expected of one story."""

    verdicts: tuple[Expected, ...]
    may: tuple[Expected, ...] = ()
    wrong: tuple[Expected, ...] = ()


def read(path: Path) -> Story:
    """An expected.yaml → its story; raises StoryError."""
    from factcheck.data.strict_yaml import YamlError, parse, plain
    try:
        table = plain(parse(path.read_text(encoding="utf-8")))
    except (YamlError, UnicodeDecodeError, OSError) as error:
        raise StoryError(f"{path}: {error}") from None
    if not isinstance(table, dict) or set(table) - set(SECTIONS):
        unknown = f", not {', '.join(sorted(set(table) - set(SECTIONS)))}" if isinstance(table, dict) else ""
        raise StoryError(f"{path}: expected the keys {', '.join(SECTIONS)}{unknown}")
    try:
        return Story(*(tuple(map(_line, table.get(section) or ())) for section in SECTIONS))
    except StoryError as error:
        raise StoryError(f"{path}: {error}") from None


def _line(line: Any) -> Expected:
    heads = [key for key in line if key not in KEYS] if isinstance(line, dict) else []
    if len(heads) != 1:
        raise StoryError(f"{line!r}: expected one outcome, and beside it {', '.join(KEYS)}")
    [head] = heads
    outcomes = frozenset(head.split(" or "))
    if not outcomes <= set(OUTCOMES):
        raise StoryError(f"{head!r} is no outcome, expected {', '.join(OUTCOMES)}")
    facts = line[head]
    if not isinstance(facts, list) or not facts or not all(isinstance(fact, dict) and fact for fact in facts):
        raise StoryError(f"{head}: {facts!r}: expected a list of facts, each {{document: its words}}")
    if line.get("disputed") not in (None, "yes", "no"):
        raise StoryError(f"disputed: {line['disputed']!r}: expected yes or no")
    return Expected(outcomes, tuple(tuple((str(document), str(words)) for document, words in fact.items()) for fact in facts),
                    line.get("rule"), line.get("disputed") == "yes", line.get("fails"))


def report(folder: Path, rules: Sequence[Path] = ()) -> Report:
    """A folder of articles, and the story's own rules → what is found in it; raises StoryError when an article cannot be used."""
    from factcheck.documents import read as articles
    from factcheck.pipeline import check
    found = articles([str(folder)], story=folder.name)
    made = check([*found.documents, *found.skipped], rules)
    if made.skipped:
        raise StoryError("; ".join(f"{item.path}: {item.reason}" for item in made.skipped))
    return made


def given(verdicts: Sequence[Verdict], line: Expected) -> bool:
    """Whether one of the verdicts is as expected."""
    return any(matches(verdict, line) for verdict in verdicts)


def others(verdicts: Sequence[Verdict], story: Story) -> Iterator[str]:
    """The verdicts that nobody expected, in words."""
    known = (*story.verdicts, *story.may, *story.wrong)
    return (described(verdict) for verdict in verdicts if not any(partly(verdict, line) for line in known))


def matches(verdict: Verdict, line: Expected) -> bool:
    """Outcome, rule and dispute as expected, and the sides are exactly the facts, each stated by exactly its documents."""
    return line.rule in (None, verdict.rule) and partly(verdict, line) and all(
        any(states(claim, *statement) for claim in verdict.claims) for fact in line.facts for statement in fact)


def partly(verdict: Verdict, line: Expected) -> bool:
    """The same finding, perhaps with fewer of its witnesses: a general rule may know fewer words than the story's own."""
    if verdict.outcome not in line.outcomes or verdict.disputed != line.disputed:
        return False
    sides, facts = [[verdict.claims[index] for index in side] for side in verdict.sides], list(line.facts)
    if verdict.outcome == "agree":                     # one fact, however its witnesses are grouped
        sides, facts = [list(verdict.claims)], [tuple(chain.from_iterable(facts))]
    return len(sides) == len(facts) and any(
        all(_within(side, fact) for side, fact in zip(sides, order, strict=True)) for order in permutations(facts))


def states(claim: Claim, document: str, words: str) -> bool:
    """Whether a claim is the mention that these words of this document stand for: the mention lies in or around them."""
    if claim.mention.document.replace("\\", "/").rpartition("/")[2] != document:
        return False
    quote = "".join(" " if letter.isspace() else letter for letter in claim.quote)
    start, end, at = claim.mention.start - claim.quote_start, claim.mention.end - claim.quote_start, -1
    while (at := quote.find(words, at + 1)) >= 0:
        if at < end and start < at + len(words):
            return True
    return False


def _within(side: Sequence[Claim], fact: Sequence[Statement]) -> bool:
    return all(any(states(claim, *statement) for statement in fact) for claim in side)


def described(verdict: Verdict) -> str:
    """A verdict as a line of expected.yaml would tell it."""
    sides = " | ".join(", ".join(f"{verdict.claims[i].mention.text!r} {Path(verdict.claims[i].mention.document).name}" for i in side)
                       for side in verdict.sides)
    return f"{verdict.outcome}{' (disputed)' if verdict.disputed else ''}: {sides} [{verdict.rule}]"
