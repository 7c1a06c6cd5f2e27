"""Rule files in, rules out: the general packs from their compiled form, all others from YAML, every fault of every file in one error.

A rule of the same id as a general one takes its place; two named files of one id are an error.
"""
from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.model import Rule
from factcheck.rulebook import files
from factcheck.rulebook.errors import FileError, Problem, RuleError, nearest
from factcheck.rulebook.records import from_record
from factcheck.rulebook.textfile import text

if TYPE_CHECKING:
    from factcheck.data.strict_yaml import Node
    from factcheck.rulebook.models import RuleFile

COMPILED = Path(__file__).with_name("compiled.json")


def load(paths: Sequence[str | Path] = (), default: bool = True) -> tuple[Rule, ...]:
    """Files and folders of rules → the rules, by id, with the general packs unless `default` is off; raises RuleError."""
    rules = {rule.id: rule for rule in packs()} if default else {}
    rules.update((item.id, content.rule(item.id, item.name)) for item, content in read(files.named(paths)))
    return tuple(rules[id] for id in sorted(rules))


def packs() -> tuple[Rule, ...]:
    """The general packs as `python -m factcheck.rulebook.compile` left them: a millisecond instead of YAML and pydantic."""
    return tuple(map(from_record, json.loads(COMPILED.read_text(encoding="utf-8"))))


def read(paths: Iterable[files.RulePath]) -> list[tuple[files.RulePath, RuleFile]]:
    """Rule files → their content; raises RuleError with every problem of every file, also when two have one id."""
    problems: list[Problem] = []
    contents: dict[str, tuple[files.RulePath, RuleFile]] = {}
    for item in paths:
        if item.id in contents:
            problems.append(Problem(item.name, None, None, "", f"the id {item.id!r} for the second time; "
                                    f"the first is {contents[item.id][0].name}; expected one file for each id"))
            continue
        try:
            contents[item.id] = (item, read_text(_text(item), item.name).with_files(item.file.parent, item.name))
        except RuleError as error:
            problems.extend(error.problems)
    if problems:
        raise RuleError(problems)
    return list(contents.values())


def read_text(content: str, name: str) -> RuleFile:
    """The text of one rule file → its content; `name` stands in the messages. Raises RuleError."""
    from pydantic import ValidationError

    from factcheck.data.strict_yaml import YamlError, parse, plain
    from factcheck.rulebook.explain_errors import problems
    from factcheck.rulebook.kinds import KINDS

    try:
        root = parse(content)
    except YamlError as error:
        raise RuleError([Problem(name, error.line, error.column, "", error.message)]) from None
    if not isinstance(root.value, dict):
        raise RuleError([Problem(name, root.line, root.column, "", "expected a rule: keys with values, such as `kind: agreement`")])
    model = KINDS[_kind(root, name, tuple(KINDS))]
    try:
        return model.model_validate(plain(root))
    except ValidationError as error:
        raise RuleError(problems(error, model, root, name)) from None


def _kind(root: Node, name: str, kinds: Sequence[str]) -> str:
    """The kind that a file names; raises RuleError with the nearest of the known ones."""
    values: Any = root.value
    if "kind" not in values:
        raise RuleError([Problem(name, root.line, root.column, "kind", f"this key is missing; expected one of: {', '.join(kinds)}")])
    node = values["kind"]
    if not isinstance(node.value, str):
        raise RuleError([Problem(name, node.line, node.column, "kind", f"expected one word; allowed: {', '.join(kinds)}")])
    if node.value not in kinds:
        raise RuleError([Problem(name, node.line, node.column, "kind", f"unknown word {node.value!r}{nearest(node.value, kinds)}")])
    return node.value


def _text(item: files.RulePath) -> str:
    try:
        return text(item.file, item.name, "a rule file")
    except FileError as error:
        raise RuleError(error.problems) from None
