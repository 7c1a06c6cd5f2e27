"""What `rules list`, `rules test`, `rules schema` and `rules new` print: each function takes paths or a report and gives text."""
from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Annotated, Any

from factcheck.rulebook import files
from factcheck.rulebook.examples import Check, Select, Tried, by_outcome, try_examples
from factcheck.rulebook.load import load, read
from factcheck.rulebook.models import RuleFile

COLUMNS = ("rule", "kind", "severity", "why")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command prints, and its exit status: 0 well, 1 an example that failed."""

    text: str
    status: int = 0


def list_rules(paths: Sequence[str | Path] = (), default: bool = True) -> str:
    """Files and folders of rules → a table of the rules, a line each; raises RuleError."""
    rows = [COLUMNS, *((rule.id, rule.kind, rule.severity, rule.why) for rule in load(paths, default))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def test_rules(check: Check, select: Select, paths: Sequence[str | Path] = (), default: bool = True) -> Outcome:
    """Rules → what each of their examples gave and why, failures first to be seen by their mark; raises RuleError.

    Without paths the general packs are tested, with paths only what is named.
    """
    named = files.named(paths) if paths else files.general() if default else []
    lines: list[str] = []
    failed = total = 0
    for item, file in read(named):
        tried = try_examples(file.rule(item.id, item.name), file, check, select)
        lines += [item.id, *(f"  {line}" for line in _report(file, tried)), ""]
        failed += sum(not example.passed for example in tried)
        total += len(tried)
    lines.append(f"{_counted(len(named), 'rule')}, {_counted(total, 'example')}, {f'{failed} failed' if failed else 'all as expected'}")
    return Outcome("\n".join(lines), 1 if failed else 0)


def schema() -> str:
    """→ the JSON Schema of a rule file, for editors that complete and check while one writes."""
    from pydantic import Field, TypeAdapter

    from factcheck.rulebook.kinds import KINDS

    models: Any = reduce(or_, KINDS.values())
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[models, Field(discriminator="kind")])
    content = adapter.json_schema()
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "factcheck rule", **content}, indent=2)


def _report(file: RuleFile, tried: Sequence[Tried]) -> Iterator[str]:
    """The lines of one rule: each example with what it gave, then what the file lacks."""
    for example in tried:
        said = ", ".join(verdict.outcome for verdict in example.verdicts) or "silent"
        yield f"{'ok  ' if example.passed else 'FAIL'} {example.place}: {said}"
        yield from (f"       {line}" for line in (*(verdict.message for verdict in example.verdicts), *example.skipped))
        if not example.passed:
            yield f"       expected {example.expected}; " + _selected(example)
        elif not example.verdicts:
            yield f"       {_selected(example)}" + ("" if len(example.selected) < 2 else ", and has nothing to say of them")
    if tried and not any(example.selected for example in tried):
        yield "     selects nothing: no number or date of its examples is what `about` describes"
    missing = [outcome for outcome, examples in by_outcome(file.examples) if not examples and outcome in file.outcomes]
    if missing:
        yield f"     has no example for {' and '.join(missing)}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _selected(example: Tried) -> str:
    if not example.selected:
        return "the rule selected nothing"
    return "the rule selected " + ", ".join(f"{claim.mention.text!r} ({claim.mention.document})" for claim in example.selected)


