"""More nouns: what was known of a verdict before the run, what is said of the files that tell so, and what the run makes out of date."""
from __future__ import annotations

import datetime
from typing import Literal

from factcheck.frozen import frozen


@frozen
class Suppression:
    """A finding that is accepted, for a reason: it does not fail the run, up to and with its day.

    `path` and `line` say where that is written. An inline one stands in the article itself and may name a rule instead of a fingerprint.
    """

    fingerprint: str
    reason: str
    until: datetime.date | None = None
    by: str | None = None
    path: str = ""
    line: int | None = None
    inline: bool = False


@frozen
class Decision:
    """Which side of a finding stands, by whose word and why: `stands` is the id of a document of that side, `says` its sentence, by which
    the side is known when the document has another name."""

    fingerprint: str
    stands: str
    by: str
    reason: str
    says: str | None = None
    path: str = ""
    line: int | None = None


@frozen
class Remark:
    """What a comment in an article asks: to pass over what a rule or a fingerprint says of these lines of the text, and why. `line` is
    where the comment stands in the file."""

    what: str
    reason: str
    line: int
    lines: tuple[int, ...]


@frozen
class Standing:
    """What was known of a verdict before this run: whether the baseline holds it (None without one), and what somebody said of it."""

    baseline: Literal["new", "unchanged"] | None = None
    suppression: Suppression | None = None
    decision: Decision | None = None


@frozen
class Fixed:
    """A finding of the baseline that is gone; `superseded` when the two figures are still there, and one now replaces the other."""

    fingerprint: str
    rule: str
    message: str
    documents: tuple[str, ...]
    superseded: bool = False


@frozen
class Notice:
    """What is to be said of the gate's own files and comments: a suppression that has expired, or binds to nothing."""

    path: str
    line: int | None
    kind: Literal["expired", "unused"]
    message: str


@frozen
class Outdated:
    """A place in a held article that a new, later fact replaces, and the place that does."""

    document: str
    line: int
    text: str
    by: str
    by_line: int
    by_text: str
    fingerprint: str


NOTHING_KNOWN = Standing()
