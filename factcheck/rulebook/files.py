"""Paths in, rule files with their ids out: which files a folder holds, and what each is called."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.data import bundled
from factcheck.rulebook.errors import Problem, RuleError

ENDINGS = (".yaml", ".yml")
STORIES = "stories"               # rules for one story: they run only when named


@dataclass(frozen=True, slots=True)
class RulePath:
    """One rule file: where it is, how messages call it, and the id of its rule."""

    file: Path
    name: str
    id: str


def general() -> list[RulePath]:
    """The files of the general packs, which run by default."""
    root = bundled("rules")
    return [RulePath(file, f"rules/{file.relative_to(root).as_posix()}", _id(file.relative_to(root)))
            for file in _below(root) if file.relative_to(root).parts[0] != STORIES]


def named(paths: Sequence[str | Path]) -> list[RulePath]:
    """Files and folders as given → the rule files in them, once each; raises RuleError with every path that cannot be used."""
    problems: list[Problem] = []
    found: dict[Path, RulePath] = {}
    for given in paths:
        try:
            for item in _named(given):
                found.setdefault(item.file.resolve(), item)
        except RuleError as error:
            problems.extend(error.problems)
    if problems:
        raise RuleError(problems)
    return list(found.values())


def _named(given: str | Path) -> Iterator[RulePath]:
    path = _located(given)
    if path is None:
        raise RuleError([Problem(str(given), None, None, "", "no such file or folder; expected a rule file or a folder of them")])
    if path.is_file():
        yield RulePath(path, str(given), _id(_relative(path.resolve(), path.resolve().parent.parent)))
        return
    files = list(_below(path))
    if not files:
        raise RuleError([Problem(str(given), None, None, "", "no rules in this folder; expected files that end in .yaml")])
    for file in files:
        yield RulePath(file, str(Path(given) / file.relative_to(path)), _id(_relative(file.resolve(), path.resolve().parent)))


def _located(given: str | Path) -> Path | None:
    """The path itself, else the bundled pack of that name: `rules/stories/camp-2023` works from every folder."""
    path = Path(given)
    if path.exists():
        return path
    if path.is_absolute() or ".." in path.parts:
        return None
    root = bundled("rules")
    inside = root / Path(*path.parts[1:]) if path.parts[:1] == ("rules",) else root / path
    return inside if inside.exists() else None


def _relative(file: Path, start: Path) -> Path:
    """A file's path below the innermost folder `rules`, else below `start`."""
    parents = [parent for parent in file.parents if parent.name == "rules"]
    return file.relative_to(parents[0] if parents else start)


def _id(relative: Path) -> str:
    return relative.with_suffix("").as_posix()


def _below(root: Path) -> Iterator[Path]:
    """The rule files below a folder in a stable order, without hidden ones."""
    for path in sorted(root.rglob("*")):
        if path.suffix in ENDINGS and path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts):
            yield path
