"""A rule's examples in, what each gave out: two short texts become two documents of one story, and the rule speaks or is silent.

The line that reads and judges is to the right of this stage, so it is handed in: `check` takes documents and rules and gives a report,
`select` gives the claims a rule is about.
"""
from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Document, Report, Rule, Verdict
from factcheck.rulebook.models import Example, Examples, ExampleText, RuleFile
from factcheck.rulebook.values import span

Check = Callable[[Sequence[Document], Sequence[Rule]], Report]
Select = Callable[[Rule, Sequence[Claim]], Sequence[Claim]]

SILENT = "silent"
PUBLISHED = datetime.date(2024, 5, 16)
PUBLISHERS = {"a": "Example Herald", "b": "Example Post"}


@dataclass(frozen=True, slots=True)
class Tried:
    """What one example gave. `place` is how the file calls it: "conflict 2"."""

    place: str
    expected: str
    passed: bool
    selected: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    skipped: tuple[str, ...] = ()


def try_examples(rule: Rule, file: RuleFile, check: Check, select: Select) -> list[Tried]:
    """A rule and its file → what each of its examples gave, in the order of the file."""
    return [_try(rule, expected, f"{expected} {number}", example, check, select)
            for expected, examples in by_outcome(file.examples) for number, example in enumerate(examples, start=1)]


def by_outcome(examples: Examples) -> Iterator[tuple[str, list[Example]]]:
    """The examples of a file with what they are examples of, also where there are none."""
    yield from ((outcome, getattr(examples, outcome)) for outcome in Examples.model_fields)


def documents(example: Example) -> list[Document]:
    """An example → its one or two documents, all of one story, by two publishers on one day where it does not say otherwise."""
    texts = {"a": example.a, "b": example.b}
    return [_document(name, text) for name, text in texts.items() if text is not None]


def passes(expected: str, outcomes: Iterable[str]) -> bool:
    """What an example is for and what the rule said → whether that is right: silence is no verdict, a conflict may stand beside others."""
    said = set(outcomes)
    if expected == SILENT:
        return not said
    return expected in said if expected == "conflict" else said == {expected}


def _try(rule: Rule, expected: str, place: str, example: Example, check: Check, select: Select) -> Tried:
    report = check(documents(example), (rule,))
    verdicts = tuple(verdict for verdict in report.verdicts if verdict.rule == rule.id)
    skipped = tuple(f"{item.path}: {item.reason}" for item in report.skipped)
    passed = passes(expected, (verdict.outcome for verdict in verdicts)) and not skipped
    return Tried(place, expected, passed, () if skipped else tuple(select(rule, report.claims)), verdicts, skipped)


def _document(name: str, text: ExampleText) -> Document:
    return Document(id=name, text=text.text, published=span(text.published)[0] if text.published else PUBLISHED, story="example",
                    title=text.title, publisher=text.publisher or PUBLISHERS[name])
