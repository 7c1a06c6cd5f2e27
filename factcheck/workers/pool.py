"""The processes that read: chunks of documents in, their results out in the same order, whatever happens to a process."""
from __future__ import annotations

import json
import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Any

from factcheck.documents import Call
from factcheck.model import Skipped
from factcheck.workers.messages import answered, asked
from factcheck.workers.process import serve
from factcheck.workers.tasks import Task, name

NEVER = float("inf")


@dataclass(slots=True)
class Chunk:
    """Some documents on their way: what is left to read, and what came back, as text until it is asked for."""

    tasks: Sequence[Task]
    done: list[list[Callable[[], Any]]] = field(default_factory=list)
    begun: list[Callable[[], Any]] = field(default_factory=list)
    ended: bool = False


@dataclass(slots=True)
class Worker:
    """A process, its pipe, the chunk it reads and when it was last heard of."""

    process: Any
    pipe: Connection
    chunk: Chunk | None = None
    heard: float = NEVER


class Pool:
    """The processes and the line of chunks; gives results back in the order of the tasks."""

    def __init__(self, jobs: int, call: Call, claims: bool) -> None:
        self.jobs, self.claims = jobs, claims
        self.call = replace(call, apart=True)
        self.workers: list[Worker] = []
        self.line: deque[Chunk | list[Any]] = deque()
        self.waiting: deque[Chunk] = deque()
        self.context: Any = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            self._end(worker)

    def give(self, tasks: Sequence[Task]) -> None:
        """Puts documents at the end of the line."""
        chunk = Chunk(tasks)
        self.line.append(chunk)
        self.waiting.append(chunk)
        self._assign()

    def pass_on(self, item: Any) -> None:
        """Puts what needs no reading at the end of the line."""
        self.line.append([item])

    def ready(self, ahead: int) -> Iterator[Any]:
        """What is at the head of the line and read, until no more than so many chunks are left to read."""
        while self.line:
            head = self.line[0]
            if isinstance(head, list):
                self.line.popleft()
                yield from head
            elif head.ended:
                self.line.popleft()
                for results in head.done:
                    yield from (result() for result in results)
            elif sum(isinstance(each, Chunk) for each in self.line) > ahead:
                self._hear()
            else:
                return

    def _assign(self) -> None:
        while self.waiting:
            worker = next((each for each in self.workers if each.chunk is None), None)
            if worker is None:
                if len(self.workers) >= self.jobs:
                    return
                worker = self._started()
            worker.chunk = self.waiting.popleft()
            worker.heard = time.monotonic()
            worker.pipe.send_bytes(json.dumps([asked(task) for task in worker.chunk.tasks[len(worker.chunk.done):]]).encode())

    def _started(self) -> Worker:
        here, there = self.context.Pipe()
        process = self.context.Process(target=serve, args=(there, here, self.call, self.claims), daemon=True)
        process.start()
        there.close()
        worker = Worker(process, here)
        self.workers.append(worker)
        return worker

    def _end(self, worker: Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()

    def _hear(self) -> None:
        """Takes in what the processes say; ends those that say nothing for too long."""
        busy = {worker.pipe: worker for worker in self.workers if worker.chunk is not None}
        first = min(worker.heard for worker in busy.values()) + self.call.limits.seconds
        said = wait(list(busy), max(0.0, first - time.monotonic()))
        for pipe in said:
            assert isinstance(pipe, Connection)
            self._heard(busy[pipe])
        for worker in busy.values():
            if worker.pipe not in said and time.monotonic() - worker.heard > self.call.limits.seconds:
                self._lost(worker, f"took longer than {self.call.limits.seconds:g} seconds to read, and was given up")
        self._assign()

    def _heard(self, worker: Worker) -> None:
        chunk = worker.chunk
        assert chunk is not None
        try:
            message = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            worker.process.join()
            code = worker.process.exitcode or 0
            how = f"signal {-code}" if code < 0 else f"status {code}"
            self._lost(worker, f"its reader ended with {how}, expected a document that can be read within "
                               f"{self.call.limits.memory >> 20} MB of memory")
            return
        worker.heard = time.monotonic()
        if message:
            chunk.begun.append(partial(answered, message, chunk.tasks[len(chunk.done)]))
            return
        chunk.done.append(chunk.begun)              # an empty message: this task is done
        chunk.begun = []
        if len(chunk.done) == len(chunk.tasks):
            chunk.ended, worker.chunk, worker.heard = True, None, NEVER

    def _lost(self, worker: Worker, reason: str) -> None:
        """Ends a process; the document that it was at is skipped, the others of its chunk go to another."""
        chunk = worker.chunk
        assert chunk is not None
        self.workers.remove(worker)
        self._end(worker)
        skipped = Skipped(name(chunk.tasks[len(chunk.done)]), reason)
        chunk.done.append([lambda: skipped])
        chunk.begun = []
        if len(chunk.done) == len(chunk.tasks):
            chunk.ended = True
        else:
            self.waiting.appendleft(chunk)
