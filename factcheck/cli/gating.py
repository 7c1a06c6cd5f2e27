"""The options of the gate → a report with the standing of each verdict, and a baseline written when that was asked for."""
from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Sequence
from typing import Any

import click

from factcheck.cli import output, target
from factcheck.cli.clock import today
from factcheck.frozen import frozen
from factcheck.gate.fails import FAIL_ON, NAME
from factcheck.model import Report, Rule


@frozen
class Asked:
    """What a call says about the gate."""

    baseline: str | None = None
    write_baseline: str | None = None
    grow_baseline: bool = False
    suppressions: str | None = None
    today: datetime.date | None = None

    @property
    def source(self) -> str | None:
        """The baseline to compare with: the one named, else the one to be written, when that file is there."""
        if self.write_baseline is not None and self.baseline in (None, self.write_baseline):
            return self.write_baseline if os.path.isfile(self.write_baseline) else None
        return self.baseline


NAMES = ("baseline", "write_baseline", "grow_baseline", "suppressions", "today")
"""Its options, as click calls them."""


def refuse(asked: Asked) -> None:
    """Raises UsageError for options that do not go together, or name nothing."""
    if "" in (asked.baseline, asked.write_baseline, asked.suppressions):
        raise click.UsageError("no file named, expected --baseline FILE, --write-baseline FILE, --suppressions FILE")
    if asked.grow_baseline and not asked.write_baseline:
        raise click.UsageError("--grow-baseline says what --write-baseline may do, expected both")
    if asked.write_baseline and asked.baseline and asked.write_baseline != asked.baseline and os.path.exists(asked.write_baseline):
        raise click.UsageError(f"--write-baseline: {asked.write_baseline} is there and is not the baseline that the call compares with, "
                               "expected one file for both, or a new name")


def gated(report: Report, asked: Asked, rules: Sequence[Rule], fail_on: str, read: frozenset[str] | None = None) -> tuple[Report, bool]:
    """A report → the same with standings, and whether a file of the gate could not be used.

    `read` are the documents that were read beside those of the report (`--since`); None for a report on all that it read.
    """
    day, spoken = today(asked.today), asked.suppressions if asked.suppressions is not None or not os.path.exists(NAME) else NAME
    if (asked.source, asked.write_baseline, spoken) == (None, None, None) and not any(document.remarks for document in report.documents):
        return report, False
    from factcheck.gate.baseline import read as baseline
    from factcheck.gate.seen import Seen, name
    from factcheck.gate.stand import Known, stand
    from factcheck.gate.words import Spoken
    from factcheck.gate.words import read as words

    broken: list[bool] = []
    entries = _usable(baseline, asked.source, broken, None)
    known = Known(day, entries, FAIL_ON[fail_on] or FAIL_ON["conflict"], _usable(words, spoken, broken, Spoken()))
    about = frozenset(name(document.id) for document in report.documents)
    ran = frozenset(rule.id for rule in rules) | {"alignment"}
    alone = frozenset(rule.id for rule in rules if rule.scope == "document")
    held = report.outdated is not None
    everything = about if read is None else frozenset(map(name, read))
    seen = Seen(about, everything, ran, alone, always if held else gone, not held and read is None)
    result, compared = stand(report, known, seen)
    if asked.write_baseline is not None and not broken:
        kept = None if compared is None or asked.source is None else compared.kept
        result = _write(result, asked, kept, known, seen, broken)
    return result, bool(broken)


def _usable(read: Callable[[str], Any], path: str | None, broken: list[bool], without: Any) -> Any:
    """What a file says; without one, or when it cannot be used, `without`."""
    from factcheck.rulebook.errors import FileError
    if path is None:
        return without
    try:
        return read(path)
    except FileError as error:
        output.refused(error)
        broken.append(True)
        return without


def _write(report: Report, asked: Asked, kept: Sequence[Any] | None, known: Any, seen: Any, broken: list[bool]) -> Report:
    """Writes the baseline and says what became of it; what is written counts as known from now on."""
    from factcheck.gate.baseline import entry_of, written
    from factcheck.gate.stand import Known, held, stand
    from factcheck.report.words import count
    path = asked.write_baseline or ""
    found = held(report, known.outcomes)
    new = [verdict for verdict in found if kept is None or report.standing(verdict).baseline == "new"]
    taken = new if kept is None or asked.grow_baseline else []
    entries = [*(kept or ()), *map(entry_of, taken)]
    if not target.write(path, lambda out: out.write(written(entries))):
        broken.append(True)
        return report
    gone = f", {len(report.fixed)} taken out" if report.fixed else ""
    left = f", {len(new) - len(taken)} new left out (--grow-baseline takes them in)" if len(new) > len(taken) else ""
    output.say(f"{path}: {count(len(entries), 'finding')}{gone}{left}")
    if not taken:
        return report
    again, _ = stand(report, Known(known.today, tuple(entries), known.outcomes, known.spoken), seen)
    return again if kept is None else _with_fixed(again, report)


def _with_fixed(report: Report, before: Report) -> Report:
    from dataclasses import replace
    return replace(report, fixed=before.fixed)


def always(_: str) -> bool:
    """Any document → gone: of an archive, what the store holds is all there is."""
    return True


def gone(document: str) -> bool:
    """Whether a document that was a file is one no more."""
    from factcheck.documents.formats import SUFFIXES
    return document.lower().endswith(SUFFIXES) and not os.path.lexists(document)
