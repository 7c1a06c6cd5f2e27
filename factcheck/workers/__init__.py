"""Documents in, readings out, in their order: read here, or in processes of their own that may be killed.

With several jobs every document is read in one of so many processes, in chunks; with one, only those are that are large or costly to
parse. A document that takes more time or memory than the limits say ends its process and is listed as skipped, and the others are read
in a new one. Text and bytes go over the pipes, no objects: what a process makes of a hostile document is parsed, never run.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from factcheck.documents import Call, Met, Placed, Unparsed
from factcheck.model import Skipped
from factcheck.workers.pool import Pool
from factcheck.workers.tasks import Result, Task, costly, results, size

__all__ = ["readings"]

Other = TypeVar("Other")
TOGETHER = 16               # documents of a chunk …
CHARACTERS = 200_000        # … unless they are longer than this
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
    with Pool(jobs, call, claims) as pool:
        chunk: list[Task] = []
        for item in items:
            if isinstance(item, Placed | Unparsed) and (jobs > 1 or costly(item)):
                chunk.append(item)
                if jobs == 1 or len(chunk) == TOGETHER or sum(map(size, chunk)) > CHARACTERS:
                    pool.give(chunk)
                    chunk = []
            else:
                if chunk:
                    pool.give(chunk)
                    chunk = []
                pool.pass_on([item] if not isinstance(item, Placed | Unparsed) else results(item, call, claims))
            yield from pool.ready(AHEAD * jobs if jobs > 1 else 0)
        if chunk:
            pool.give(chunk)
        yield from pool.ready(0)
