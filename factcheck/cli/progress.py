"""Items on their way in, the same items out; where standard error is a terminal and it takes long, a bar with rate and time left."""
from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
PATIENCE = 1.0          # seconds before a bar is worth showing
OFTEN = 0.1             # seconds between two looks at it


def watched(items: Iterable[Item], total: Callable[[], int | None]) -> Iterator[Item]:
    """Items, and what says how many documents are expected (None: nobody knows) → the items; the bar is gone when they are through."""
    if not sys.stderr.isatty():
        yield from items
        return
    begun, done = time.monotonic(), 0
    for item in (line := iter(items)):
        yield item
        done += 1
        if time.monotonic() - begun > PATIENCE:
            yield from _shown(line, total(), done, begun)


def _shown(items: Iterator[Item], total: int | None, done: int, begun: float) -> Iterator[Item]:
    """The rest of the items under a bar."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
               TimeRemainingColumn(compact=True))
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None if total is None or total < done else total, completed=done, rate=_rate(done, begun))
        looked = 0.0
        for item in items:
            yield item
            done += 1
            if time.monotonic() - looked > OFTEN:
                looked = time.monotonic()
                bar.update(task, completed=done, rate=_rate(done, begun), refresh=True)


def _rate(done: int, begun: float) -> str:
    return f"{done / max(time.monotonic() - begun, 0.001):.0f} a second"
