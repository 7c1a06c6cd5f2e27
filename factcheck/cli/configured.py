"""Configuration on the command line: `--config`, `--isolated`, `--show-settings`, and what a file says where the call is silent."""
from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

import click
from click.core import ParameterSource

from factcheck.cli import options, output
from factcheck.frozen import frozen
from factcheck.model import Report, Rule, Verdict
from factcheck.settings.find import closest

KEYS = {"rules": "rules", "default_rules": "no_default_rules", "against": "against", "baseline": "baseline", "suppressions": "suppressions",
        "fail_on": "fail_on", "skipped": "on_skipped", "notices": "on_notices", "story": "story", "lang": "lang"}
"""What a configuration calls a setting, and what click calls its option."""

READING = ("rules", "default_rules", "story", "lang")
COMMANDS = {"check": tuple(KEYS), "report": (*READING, "skipped", "baseline", "suppressions"), "explain": READING,
            "suppress": (*READING, "against", "suppressions")}
"""Which settings a command takes from a file."""

META = "factcheck.configuration"


@frozen
class Configuration:
    """The file that holds for a run, if there is one, and what it says; `alone`: it holds for every article, wherever that lies."""

    path: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    alone: bool = False


def _isolated(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and META in context.meta:
        raise click.UsageError("--config beside --isolated, expected one of them")
    if wanted:
        context.meta[META] = Configuration(alone=True)


def _config(context: click.Context, _: click.Parameter, named: str | None) -> None:
    """Before any other option is looked at: what the file says becomes the default of the options it speaks of."""
    if META in context.meta:
        if named is not None:
            raise click.UsageError("--config beside --isolated, expected one of them")
        return
    path = named or closest(".")
    found = Configuration(path, {} if path is None else _loaded(context, path), named is not None)
    context.meta[META] = found
    wanted = COMMANDS.get(context.info_name or "", ())
    given = {KEYS[key]: not value.value if key == "default_rules" else value.value for key, value in found.values.items() if key in wanted}
    context.default_map = {**(context.default_map or {}), **given}


def _loaded(context: click.Context, path: str) -> Mapping[str, Any]:
    """The settings of a file; when it cannot be used, its faults on standard error and status 2."""
    from factcheck.rulebook.errors import FileError
    from factcheck.settings.load import load
    try:
        return load(path)
    except FileError as error:
        output.refused(error)
        context.exit(2)


settings = options.together(
    click.option("--isolated", is_flag=True, is_eager=True, callback=_isolated, expose_value=False, help="Read no configuration."),
    click.option("--config", metavar="FILE", is_eager=True, callback=_config, expose_value=False,
                 help="The configuration. [default: the closest factcheck.toml, or pyproject.toml with [tool.factcheck]]"),
)


def applied(report: Report, rules: Sequence[Rule]) -> tuple[Report, tuple[Verdict, ...]]:
    """A report → the same as the configuration closest to each article has it, and the verdicts that are ignored."""
    context = click.get_current_context()
    run: Configuration = context.meta.get(META, Configuration())
    paths = [document.path or document.id for document in report.documents]
    near = _by_folder(context, run, paths)
    found = {id(values): values for values in (run.values, *near.values()) if values}
    if not found:
        return report, ()
    from factcheck.rulebook.errors import FileError
    from factcheck.rulebook.load import packs
    from factcheck.settings.apply import ignoring, refuse_unknown, weighed
    known = sorted({*(rule.id for rule in (*rules, *packs())), "alignment"})
    try:
        for values in found.values():
            refuse_unknown(values, known)
    except FileError as error:
        output.refused(error)
        context.exit(2)
    report = weighed(report, run.values["severity"].value if "severity" in run.values else {})
    return ignoring(report, lambda folder: near.get(folder, run.values))


def _by_folder(context: click.Context, run: Configuration, paths: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    """The folders of articles → what the configuration closest to each says; those of the run where the call named a file or none."""
    if run.alone:
        return {}
    files: dict[str, Mapping[str, Any]] = {run.path: run.values} if run.path else {}
    near = {}
    for folder in dict.fromkeys(os.path.dirname(path) or "." for path in paths):
        path = closest(folder)
        if path is not None and path not in files:
            files[path] = _loaded(context, path)
            _tell(path, files[path])
        if path is not None:
            near[folder] = files[path]
    return near


def _tell(path: str, values: Mapping[str, Any]) -> None:
    """What a configuration closer to an article says that only that of the working directory may say: not used, and not in silence."""
    from factcheck.settings.model import OF_FILES
    left = [key.replace("_", "-") for key, value in values.items() if key not in (*OF_FILES, "extend") and value.path == path]
    if left:
        output.say(f"{path}: {', '.join(left)}: not used, expected in the configuration of the working directory, or --config {path}; "
                   f"of one closer to an article {' and '.join(key.replace('_', '-') for key in OF_FILES)} count")


def shown(paths: Sequence[str]) -> str:
    """Every setting of a call with its value and where it comes from, then what other configurations, closer to an article, add."""
    context = click.get_current_context()
    run: Configuration = context.meta.get(META, Configuration())
    lines = [_line(key, *_origin(context, run, key)) for key in KEYS]
    lines += list(_of_files(run.values, ("ignore", "severity", "per_file_ignores")))
    folders = [path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths]
    below = [folder for path in folders for folder, _, _ in os.walk(path)]
    seen = {id(run.values)}
    for folder, values in _by_folder(context, run, [os.path.join(folder, "x") for folder in below]).items():
        if id(values) not in seen:
            seen.add(id(values))
            lines += ["", f"# for articles in {folder}", *_of_files(values, ("ignore", "per_file_ignores"))]
    return "\n".join(lines)


def _origin(context: click.Context, run: Configuration, key: str) -> tuple[Any, str]:
    """A setting → its value, and where that comes from."""
    value, source = context.params.get(KEYS[key]), context.get_parameter_source(KEYS[key])
    value = not value if key == "default_rules" else value
    if source is ParameterSource.COMMANDLINE:
        return value, "command line"
    if source is ParameterSource.DEFAULT_MAP and key in run.values:
        return value, f"{run.values[key].path}:{run.values[key].line}"
    return value, "default"


def _of_files(values: Mapping[str, Any], keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        if key in values:
            yield _line(key, values[key].value, f"{values[key].path}:{values[key].line}")
        else:
            yield _line(key, {} if key != "ignore" else [], "default")


def _line(key: str, value: Any, origin: str) -> str:
    return f"{key.replace('_', '-')} = {json.dumps(value, ensure_ascii=False, default=str)}    # {origin}"
