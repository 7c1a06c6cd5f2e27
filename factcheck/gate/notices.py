"""What people said and what of it was bound in, what is to be told of it out: what has ended, and what binds to nothing."""
from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence, Set

from factcheck.gate.seen import Seen
from factcheck.gate.words import Spoken
from factcheck.model import Verdict
from factcheck.standing import Decision, Notice, Suppression

Bound = Set[Suppression | Decision]


def notices(spoken: Spoken, idle: Iterable[Suppression], bound: Bound, today: datetime.date, seen: Seen,
            verdicts: Sequence[Verdict]) -> list[Notice]:
    """The notices on a file of suppressions and on the comments in articles that bind to nothing, by path and line.

    That something binds to nothing is only told by a run that could have found what it is about.
    """
    by_mark = {verdict.fingerprint: verdict for verdict in verdicts}
    found = [*_of_suppressions(spoken, bound, today, seen, by_mark), *_of_decisions(spoken, bound, seen, by_mark),
             *map(_of_comment, idle)]
    return sorted(found, key=lambda notice: (notice.path, notice.line or 0, notice.message))


def _of_suppressions(spoken: Spoken, bound: Bound, today: datetime.date, seen: Seen, by_mark: dict[str, Verdict]) -> Iterator[Notice]:
    for one in spoken.suppressions:
        if one.until is not None and one.until < today:
            yield Notice(one.path, one.line, "expired", f"{one.fingerprint}: this suppression ended on {one.until}, expected a later day "
                                                        f"or the block taken out ({one.reason})")
        elif one not in bound and seen.covers(spoken.mark(one).documents, spoken.mark(one).rule):
            yield Notice(one.path, one.line, "unused", _nothing(one.fingerprint, by_mark, "suppression"))


def _of_decisions(spoken: Spoken, bound: Bound, seen: Seen, by_mark: dict[str, Verdict]) -> Iterator[Notice]:
    for one in spoken.decisions:
        found = by_mark.get(one.fingerprint)
        if one in bound:
            continue
        if found is not None and found.outcome in ("conflict", "superseded"):
            names = ", ".join(sorted({claim.mention.document for claim in found.claims}))
            yield Notice(one.path, one.line, "unused", f"stands: {one.stands} has no part in {one.fingerprint}, expected one of {names}")
        elif seen.covers(spoken.mark(one).documents, spoken.mark(one).rule):
            yield Notice(one.path, one.line, "unused", _nothing(one.fingerprint, by_mark, "decision"))


def _of_comment(one: Suppression) -> Notice:
    return Notice(one.path, one.line, "unused", f"{one.fingerprint}: this comment suppresses nothing, expected the rule or the fingerprint "
                                                "of a finding on its line or the next")


def _nothing(fingerprint: str, by_mark: dict[str, Verdict], noun: str) -> str:
    """Why a block binds to nothing."""
    if fingerprint in by_mark:
        now = by_mark[fingerprint].outcome
        return f"{fingerprint}: this {noun} binds to nothing, because its sides are {now} now; expected it taken out"
    return f"{fingerprint}: this {noun} binds to nothing, expected the fingerprint of a finding; it is mended, or its figures have changed"
