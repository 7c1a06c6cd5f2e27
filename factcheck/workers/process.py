"""What runs in a process of its own: tasks come in over a pipe, results go out."""
from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection

from factcheck.documents import Call, Unparsed
from factcheck.documents.confined import bound
from factcheck.workers.messages import said, task
from factcheck.workers.tasks import Task, name, results


def serve(pipe: Connection, other: Connection, call: Call, claims: bool) -> None:
    """Reads what comes in, says what was made of it, an empty message after each task; ends when nobody listens any more."""
    other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)             # who asked for the work stops it
    bound(call.limits.memory + _held())
    try:
        while True:
            for row in json.loads(pipe.recv_bytes()):
                for message in _messages(task(row), call, claims):
                    pipe.send_bytes(message)
                pipe.send_bytes(b"")
    except (EOFError, OSError):
        return


def _messages(each: Task, call: Call, claims: bool) -> Iterator[bytes]:
    try:
        for result in results(each, call, claims):
            yield said(result, isinstance(each, Unparsed)).encode("utf-8", "surrogatepass")
    except MemoryError:
        yield json.dumps(["skipped", name(each), f"needs more than {call.limits.memory >> 20} MB of memory to read", None]).encode()


def _held() -> int:
    """What this process holds already, in bytes."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
