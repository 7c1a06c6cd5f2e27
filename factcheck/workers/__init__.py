"""Documents in, readings out, in their order: read here, or in processes of their own that may be killed.

With several jobs every document is read in one of so many processes, in chunks. With one, files that others' parsers take apart are, and
large texts; a small text is read here, where its size bounds the memory and an alarm the time, and in a process when the alarm rang. A
document that takes more time or memory than the limits say ends its process and is listed as skipped, and the others are read in a new
one. Text and bytes go over the pipes, no objects: what a process makes of a hostile document is parsed, never run.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.documents import Call, Met, Placed, Unparsed
from factcheck.model import Skipped
from factcheck.workers.alarm import within
from factcheck.workers.tasks import Result, Task, costly, results, size

if TYPE_CHECKING:
    from factcheck.workers.pool import Pool

__all__ = ["readings"]

Other = TypeVar("Other")
TOGETHER = 16               # documents of a chunk …
CHARACTERS = 200_000        # … unless they are longer than this
SOON = 5.0                  # seconds in which a small text is read, or something is wrong with it
AHEAD = 4                   # chunks for each process that are read before the first of them is asked for


def readings(items: Iterable[Task | Other], call: Call, jobs: int = 1, claims: bool = True) -> Iterator[Result | Other]:
    """Documents and files not parsed yet → what was read in each, with its claims if they are asked for; whatever else is among them
    passes through. The same for any number of jobs."""
    met = Met()
    for item in _read(items, call, jobs, claims):
        if not isinstance(item, tuple):
            yield item
            continue
        placed, reading = item
        known = met.once(placed)
        yield known if isinstance(known, Skipped) else reading


def _read(items: Iterable[Task | Other], call: Call, jobs: int, claims: bool) -> Iterator[Any]:
    """The same with ids that may stand twice: each reading with the document as it was found."""
    with ExitStack() as stack:
        if jobs == 1:
            yield from _one_by_one(items, call, claims, stack)
            return
        pool = stack.enter_context(_pool(jobs, call, claims))
        chunk: list[Task] = []
        for item in items:
            if isinstance(item, Placed | Unparsed):
                chunk.append(item)
            if chunk and (item is not chunk[-1] or len(chunk) == TOGETHER or sum(map(size, chunk)) > CHARACTERS):
                pool.give(chunk)
                chunk = []
            if not isinstance(item, Placed | Unparsed):
                pool.pass_on(item)
            yield from pool.ready(AHEAD * jobs)
        if chunk:
            pool.give(chunk)
        yield from pool.ready(0)


def _one_by_one(items: Iterable[Task | Other], call: Call, claims: bool, stack: ExitStack) -> Iterator[Any]:
    """Here, but for what is costly or takes long: that goes to the one process that is started for it."""
    pool = None
    for item in items:
        if not isinstance(item, Placed | Unparsed):
            yield item
            continue
        found = None if costly(item, call.limits) else within(min(SOON, call.limits.seconds), partial(_listed, item, call, claims))
        if found is None:
            pool = pool or stack.enter_context(_pool(1, call, claims))
            pool.give([item])
            found = pool.ready(0)
        yield from found


def _listed(item: Task, call: Call, claims: bool) -> Iterable[Any]:
    return list(results(item, call, claims))


def _pool(jobs: int, call: Call, claims: bool) -> Pool:
    from factcheck.workers.pool import Pool
    return Pool(jobs, call, claims)
