"""Mentions, claims, verdicts and reports → the plain dicts of the public interface.

Numbers are decimal strings as written, never with an exponent; fractions are "2/3"; an absent value is None. `mention` is written out
by hand, because it runs for every number that is read.
"""
from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from factcheck.model import Bounds, Claim, Document, Interval, Mention, Number, Range, Report, Skipped, Verdict
from factcheck.standing import NOTHING_KNOWN, Fixed, Notice, Outdated, Standing

if TYPE_CHECKING:
    from factcheck.checks.consensus import Consensus

VERSION = "1"
"""Of the record formats: keys may be added under one version, never renamed or removed."""


def to_dict(thing: Mention | Claim | Verdict | Report | Document | Skipped) -> dict[str, Any]:
    """Any noun of the interface → its record."""
    return RECORDS[type(thing)](thing)


def number(value: Number | None) -> str | None:
    """Decimal("4.5E+9") → "4500000000", Fraction(2, 3) → "2/3"."""
    if value is None:
        return None
    text = str(value)
    return text if "E" not in text else format(value, "f")


def mention(m: Mention) -> dict[str, Any]:
    """A mention → its record, keys in the order of the interface."""
    written, bounds, move, interval, voice = m.number, m.bounds, m.move, m.interval, m.attribution
    low, high = (None, None) if written is None else _ends(written)
    least, most = (low, high) if bounds is None or written is not None and bounds.low is written.low and bounds.high is written.high \
        else _ends(bounds)                                      # most numbers are their own bounds
    return {
        "document": m.document, "start": m.start, "end": m.end, "text": m.text, "kind": m.kind,
        "number": None if low is None and high is None else {"low": low, "high": high},
        "precision": None if m.precision is None else number(m.precision),
        "bounds": None if bounds is None else {"low": least, "high": most, "low_open": bounds.low_open, "high_open": bounds.high_open},
        "modifier": m.modifier,
        "modifiers": [{"value": x.value, "start": x.start, "end": x.end} for x in m.modifiers] if m.modifiers else [],
        "trend": m.trend, "move": None if move is None else {"from": number(move.start), "to": number(move.end)},
        "unit": m.unit, "ucum": m.ucum,
        "entity": m.entity, "entity_start": m.entity_start, "entity_end": m.entity_end, "entity_head": m.entity_head,
        "property": m.property, "timex": m.timex, "timex_mod": m.timex_mod,
        "interval": None if interval is None else _days(interval, m.timex or ""),
        "date_relation": m.date_relation, "negated": m.negated, "modality": m.modality,
        "attribution": None if voice is None else {"speaker": voice.speaker, "start": voice.start, "end": voice.end,
                                                   "stance": voice.stance},
        "sentence": list(m.sentence), "by": m.by, "role": m.role, "whole": None if m.whole is None else number(m.whole),
    }


def _days(interval: Interval, timex: str) -> dict[str, Any]:
    """An interval → its record; before Christ, where nothing is compared by days, as ISO 8601 counts years."""
    start, end = interval.start, interval.end
    if start is None and timex.startswith("BC"):
        from factcheck.extract.dates.timex import before_christ  # the report of a run without such a date needs no reader
        start, end = before_christ(timex)
    return {"start": start, "end": end, "granularity": interval.granularity}


def _ends(pair: Range | Bounds) -> tuple[str | None, str | None]:
    low = number(pair.low)
    return low, low if pair.high is pair.low else number(pair.high)


def claim(c: Claim) -> dict[str, Any]:
    """A claim → its mention's record with the evidence and the key beside it."""
    key = c.key
    return mention(c.mention) | {
        "line": c.line, "column": c.column, "quote": c.quote, "prefix": c.prefix, "suffix": c.suffix, "publisher": c.publisher,
        "published": moment(c.published), "url": c.url,
        "key": {"dimension": key.dimension, "entity": key.entity, "property": key.property, "subject": key.subject, "place": key.place,
                "time": key.time},
    }


def verdict(v: Verdict, known: Standing = NOTHING_KNOWN) -> dict[str, Any]:
    """A verdict and what was known of it before → its record, with every claim and the whole trail."""
    return {
        "story": v.story, "rule": v.rule, "kind": v.kind, "outcome": v.outcome, "severity": v.severity, "disputed": v.disputed,
        "fingerprint": v.fingerprint, "message": v.message, "claims": [claim(c) for c in v.claims],
        "sides": [list(side) for side in v.sides],
        "trail": [{"step": step.step, "input": step.input, "output": step.output} for step in v.trail],
        **standing(known),
    }


def standing(s: Standing) -> dict[str, Any]:
    """What was known of a verdict before the run: the state of the baseline, the suppression and the decision, each null without."""
    hidden, decided = s.suppression, s.decision
    return {
        "baseline": s.baseline,
        "suppressed": None if hidden is None else {
            "reason": hidden.reason, "until": moment(hidden.until), "by": hidden.by, "path": hidden.path, "line": hidden.line,
            "inline": hidden.inline},
        "decision": None if decided is None else {
            "stands": decided.stands, "by": decided.by, "reason": decided.reason, "says": decided.says,
            "path": decided.path, "line": decided.line},
    }


def consensus(c: Consensus) -> dict[str, Any]:
    """What the statements about one thing can agree on → its record; numbers are in `unit`."""
    return {"story": c.story, "fingerprints": [v.fingerprint for v in c.about], "unit": c.unit, "statements": c.statements,
            "fitting": c.fitting, "origins": c.origins, "ways": [
                {"allows": way.allows.json(), "left_out": [
                    {"document": left.mention.document, "start": left.mention.start, "end": left.mention.end, "text": left.mention.text}
                    for left in way.left_out]} for way in c.ways]}


def document(d: Document) -> dict[str, Any]:
    """A document's metadata, and the hash of the text that all offsets count in."""
    import hashlib
    return {"id": d.id, "published": moment(d.published), "story": d.story, "lang": d.lang, "title": d.title, "publisher": d.publisher,
            "url": d.url, "sha256": hashlib.sha256(d.text.encode("utf-8", "surrogatepass")).hexdigest()}


def skipped(s: Skipped) -> dict[str, Any]:
    """A document that could not be used → its record."""
    return {"path": s.path, "line": s.line, "reason": s.reason}


def outdated(o: Outdated) -> dict[str, Any]:
    """A place in a held article that a new fact replaces → its record."""
    return {"document": o.document, "line": o.line, "text": o.text, "by": {"document": o.by, "line": o.by_line, "text": o.by_text},
            "fingerprint": o.fingerprint}


def fixed(f: Fixed) -> dict[str, Any]:
    """A finding of the baseline that is gone → its record."""
    return {"fingerprint": f.fingerprint, "rule": f.rule, "message": f.message, "documents": list(f.documents),
            "superseded": f.superseded}


def notice(n: Notice) -> dict[str, Any]:
    """A notice → its record."""
    return {"path": n.path, "line": n.line, "kind": n.kind, "message": n.message}


def report(r: Report) -> dict[str, Any]:
    """A report → the object that `check --format json` prints."""
    from factcheck.checks.consensus import every
    from factcheck.report.summary import counts
    record = {"version": VERSION, "verdicts": [verdict(v, r.standing(v)) for v in r.verdicts],
              "documents": [document(d) for d in r.documents],
              "skipped": [skipped(s) for s in r.skipped], "summary": counts(r),
              "fixed": [fixed(f) for f in r.fixed], "notices": [notice(n) for n in r.notices],
              "consensus": [consensus(c) for c in every(r.verdicts)]}
    return record if r.outdated is None else record | {"outdated": [outdated(o) for o in r.outdated]}


def moment(value: datetime.date | datetime.datetime | None) -> str | None:
    """A day or a time → as ISO writes it."""
    return None if value is None else value.isoformat()


RECORDS: dict[type, Callable[[Any], dict[str, Any]]] = {
    Mention: mention, Claim: claim, Verdict: verdict, Report: report, Document: document, Skipped: skipped}
