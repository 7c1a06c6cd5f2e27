"""What is wrong with a file that people write, said so that one can go there and mend it: path, line, column, key, what was expected."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one file; lines and columns count from 1, `key` is dotted ("about.kinds.0")."""

    path: str
    line: int | None
    column: int | None
    key: str
    message: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return ": ".join(filter(None, (place, self.key, self.message)))


class FileError(ValueError):
    """Files that cannot be used, with every problem that was found in them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=_order))
        super().__init__("\n".join(map(str, self.problems)))


class RuleError(FileError):
    """Rule files that cannot be used."""


class SlowPattern(RuleError):
    """A rule's pattern that took too long on one sentence."""


def nearest(word: str, allowed: Sequence[str]) -> str:
    """A word nobody knows and the allowed ones → "did you mean …?" and the list of them."""
    from difflib import get_close_matches
    close = get_close_matches(word.lower(), allowed, n=1, cutoff=0.5)
    hint = f"; did you mean {close[0]!r}?" if close else ";"
    return f"{hint} allowed: {', '.join(allowed)}"


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.path, problem.line or 0, problem.column or 0, problem.key, problem.message
