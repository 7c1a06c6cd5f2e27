"""A piece of work and the seconds that it may take in, its result out, or None when the alarm rang.

For work in this process that should take no time, and hangs only through a fault: an alarm of the system interrupts it, and who gave the
work does it again in a process that can be killed. Where there is no such alarm (other threads than the main one, systems without the
signal, somebody else's alarm under way) the work is not interrupted. Gets wrong: code in C that never looks up.
"""
from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


class Rang(BaseException):
    """The time is over; no `except Exception` on the way may swallow it."""


def within(seconds: float, work: Callable[[], Made]) -> Made | None:
    """Does the work, unless it takes longer."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread() \
            or signal.getitimer(signal.ITIMER_REAL)[0] > 0:
        return work()
    before = signal.signal(signal.SIGALRM, _ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            return work()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except Rang:
        return None
    finally:
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> None:
    raise Rang
