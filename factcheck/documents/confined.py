"""Bytes that a parser may choke on in, what it made of them out: the parser runs in a process of its own that can be killed.

The process may use so much memory and time and no more; whatever it does, the run goes on and the document is listed as skipped. Text
and JSON go over its pipes, nothing else.
"""
from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from factcheck.documents.shapes import Limits, Unusable

START = "import sys; sys.path.insert(0, sys.argv[1]); from factcheck.documents.confined import main; main(sys.argv[2], int(sys.argv[3]))"


def confined(format: str, data: bytes, limits: Limits = Limits()) -> dict[str, Any]:  # noqa: B008
    """A format's name and a file's bytes → what `parsed` of its module returns; raises Unusable, or ImportError for a missing package."""
    package = str(Path(__file__).parent.parent.parent)
    try:
        done = subprocess.run([sys.executable, "-c", START, package, format, str(limits.memory)], input=data, capture_output=True,
                              timeout=limits.seconds, check=False)
    except subprocess.TimeoutExpired:
        raise Unusable(f"took longer than {limits.seconds:g} seconds to parse, and was given up") from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        how = f"signal {-done.returncode}" if done.returncode < 0 else f"status {done.returncode}"
        raise Unusable(f"the {format} reader ended with {how}, expected a sound {format} file "
                       f"within {limits.memory >> 20} MB of memory") from None
    if "missing" in answer:
        raise ImportError(answer["missing"], name=answer["missing"])
    if "unusable" in answer:
        raise Unusable(answer["unusable"])
    return dict(answer)


def main(format: str, memory: int) -> None:
    """In the process: parses what comes in, prints what was made of it."""
    bound(memory)
    try:
        answer = import_module(f"factcheck.documents.{format}").parsed(sys.stdin.buffer.read())
    except Unusable as error:
        answer = {"unusable": error.reason}
    except ImportError as error:
        answer = {"missing": error.name or str(error)}
    except MemoryError:
        answer = {"unusable": f"needs more than {memory >> 20} MB of memory to parse"}
    except Exception as error:
        answer = {"unusable": f"cannot be parsed ({type(error).__name__}: {str(error)[:200]}), expected a sound {format} file"}
    sys.stdout.write(json.dumps(answer))


def bound(memory: int) -> None:
    """Bounds the memory of this process, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
