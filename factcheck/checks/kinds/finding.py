"""The trail of a self-check in, its verdict out; only a conflict is worth a verdict, since agreement inside one article is no news."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from factcheck.checks.algebra import show
from factcheck.checks.facts import fingerprint
from factcheck.checks.kinds.said import Said, ends, sentences, written
from factcheck.checks.kinds.templates import Hit, hits
from factcheck.checks.messages import words
from factcheck.checks.trail import Trail
from factcheck.model import Claim, Group, Verdict

Json = dict[str, Any]
COUNTED = ("count", "ordinal")


def conflict(group: Group, trail: Trail, message: str, *sides: Sequence[Claim]) -> Iterator[Verdict]:
    """The trail of one finding and the claims on each side → its verdict, or nothing unless the outcome is a conflict."""
    if trail.state.get("outcome") != "conflict":
        return
    claims: list[Claim] = []
    places = []
    for side in sides:
        places.append(tuple(range(len(claims), len(claims) + len(side))))
        claims += side
    rule = group.rule
    yield Verdict(group.story, rule.id, rule.kind, "conflict", rule.severity, fingerprint(rule.id, sides), message, tuple(claims),
                  tuple(places), tuple(trail.steps))


def once(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Verdicts → the same without a second one on a claim that an earlier one is about, so that an error is told once."""
    kept: list[Verdict] = []
    seen: set[tuple[str, int, int]] = set()
    for verdict in verdicts:
        places = {(claim.mention.document, claim.mention.start, claim.mention.end) for claim in verdict.claims}
        if seen.isdisjoint(places):
            kept.append(verdict)
            seen |= places
    return kept


def by_templates(group: Group, worth: Callable[[Said], bool], verdicts: Callable[[Group, Hit], Iterable[Verdict]]) -> list[Verdict]:
    """A document's claims, whether a sentence is worth a look, and what a hit in it says → what the templates of the rule's kind find."""
    return once(verdict for sentence in sentences(group.claims) if worth(sentence)
                for hit in hits(sentence, group.rule.kind) for verdict in verdicts(group, hit))


def amount(hit: Hit, name: str) -> Json:
    """A claim of a hit, or a bare number of it → its amount as the step `written` takes it."""
    claim = hit.claims[name]
    return dict(written(claim)) if claim is not None else bare(hit.words[name])


def two_ends(hit: Hit, name: str) -> tuple[Json, Json] | None:
    """A move of a hit → its two ends as the step `written` takes them, both above nothing."""
    claim = hit.claims[name]
    moved = ends(claim) if claim is not None else None
    if moved is None or moved.start <= 0 or moved.end <= 0:
        return None
    given = {**amount(hit, name), "modifier": "exact"}
    return tuple({**given, "number": {"low": show(end), "high": show(end)}, "words": show(end)} for end in (moved.start, moved.end))  # type: ignore[return-value]


def bare(word: str) -> Json:
    """"#1,200" → the amount of a number that made no claim."""
    if word == "half":
        return {"words": word, "kind": "ratio", "number": {"low": "1/2", "high": "1/2"}, "precision": None, "modifier": "exact"}
    digits = word.lstrip("#").rstrip("stndrh.").replace(",", "")
    return {"words": digits, "kind": "count", "number": {"low": digits, "high": digits}, "precision": "1", "modifier": "exact"}


def exact(claim: Claim) -> bool:
    """Whether a claim has one number of its own: no range, no vague word."""
    number = claim.mention.number
    return number is not None and number.low is not None and number.low == number.high


def said(claim: Claim | None, word: str = "") -> str:
    """A claim, or a bare number → its words in quotation marks."""
    if claim is None:
        return f"“{word.lstrip('#')}”"
    return f"“{words(claim)}”" if claim.mention.kind in COUNTED else f"“{' '.join(claim.mention.text.split())}”"


def shown(span: Json) -> str:
    """A span → "15", or "71 to 72": what a message says that the numbers come to."""
    low, high = _rounded(span["low"]), _rounded(span["high"])
    if low is None or high is None:
        return f"at least {low}" if high is None else f"at most {high}"
    return low if low == high else f"{low} to {high}"


def _rounded(text: str | None) -> str | None:
    """An exact number → at most one digit after the point, for reading only."""
    if text is None:
        return None
    from fractions import Fraction
    tenths = round(Fraction(text) * 10)
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole:,}" + (f".{rest}" if rest else "")
