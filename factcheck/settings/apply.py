"""A report and the settings of its articles in, the report without what they ignore and with the severities they give out."""
from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from factcheck.model import Report, Verdict
from factcheck.rulebook.errors import FileError, Problem, nearest
from factcheck.settings.load import Value, Values

PIECE = re.compile(r"\*\*/?|\*|\?|[^*?]+")


def ignoring(report: Report, of_file: Callable[[str], Values]) -> tuple[Report, tuple[Verdict, ...]]:
    """A report, and what gives the settings of a path → the report without the verdicts that are ignored, and those.

    A verdict is ignored when of one of its sides every article ignores its rule; where an article that does not ignore it says the same,
    the contradiction stands.
    """
    paths = {document.id: document.path or document.id for document in report.documents}

    @cache
    def rules_of(document: str) -> tuple[str, ...]:
        path = paths.get(document, document)
        return tuple(_ignored(path, of_file(os.path.dirname(path) or ".")))

    def is_ignored(verdict: Verdict) -> bool:
        return any(all(names(rules_of(verdict.claims[index].mention.document), verdict.rule) for index in side) for side in verdict.sides)

    left = tuple(verdict for verdict in report.verdicts if is_ignored(verdict))
    gone = {id(verdict) for verdict in left}
    return replace(report, verdicts=tuple(verdict for verdict in report.verdicts if id(verdict) not in gone)) if left else report, left


def weighed(report: Report, severities: Mapping[str, Any]) -> Report:
    """A report → the same with the severity of each conflict as the settings have it; a dispute stays information."""
    if not severities:
        return report

    def of(verdict: Verdict) -> Verdict:
        said = [severity for pattern, severity in severities.items() if names((pattern,), verdict.rule)]
        return replace(verdict, severity=said[-1]) if said and verdict.outcome == "conflict" and not verdict.disputed else verdict
    return replace(report, verdicts=tuple(map(of, report.verdicts)))


def names(patterns: Iterable[str], rule: str) -> bool:
    """Whether one of these is the rule, a pattern of its id ("self/*"), or the folder it lies in ("self")."""
    return any(rule == pattern or rule.startswith(pattern.rstrip("/") + "/") or ("*" in pattern and _regex(pattern).fullmatch(rule))
               for pattern in patterns)


def _ignored(path: str, values: Values) -> list[str]:
    own = list(values["ignore"].value) if "ignore" in values else []
    per_file = values["per_file_ignores"].value if "per_file_ignores" in values else {}
    return own + [rule for pattern, rules in per_file.items() if matches(pattern, path) for rule in rules]


def matches(pattern: str, path: str) -> bool:
    """Whether a path is one that a pattern means: * is anything but a slash, ** anything; a folder means all that lies in it."""
    whole, wanted = (os.path.abspath(one).replace(os.sep, "/") for one in (path, pattern))
    return whole.startswith(wanted + "/") or bool(_regex(wanted).fullmatch(whole))


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(signs.get(piece) or re.escape(piece) for piece in PIECE.findall(pattern)), re.DOTALL)


def refuse_unknown(values: Values, rules: Sequence[str]) -> None:
    """Raises FileError for a rule in the settings that is none of those that run."""
    wrong = []
    for key, said in _named(values):
        if not any(names((said,), rule) for rule in rules):
            value = values[key]
            hint = nearest(said, rules).partition(" allowed:")[0]
            wrong.append(Problem(value.path, value.line, None, key.replace("_", "-"),
                                 f"no rule {said!r}{hint} expected one that `factcheck rules list` names, or a pattern such as self/*"))
    if wrong:
        raise FileError(wrong)


def _named(values: Values) -> list[tuple[str, str]]:
    """Every rule that the settings name, with the key."""
    def of(key: str) -> Any:
        return values.get(key, Value((), "", 0)).value or ()
    per_file: Any = of("per_file_ignores") or {}
    return [*(("ignore", rule) for rule in of("ignore")), *(("severity", rule) for rule in of("severity")),
            *(("per_file_ignores", rule) for rules in per_file.values() for rule in rules)]
