"""A report in, rule files out that would guard what its articles already agree on: `rules new`.

Each fact that two articles state becomes one `agreement` rule with its examples filled in: the two sentences that agree, the same pair
with one number changed for a conflict, and a sentence of the same story about something else for silence. A person reads it, names it
and saves it; `rules test` says whether it holds. Gets wrong: a selection of head and aspect alone is often too wide for a long story.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.model import Claim, Report, Verdict

NUMBERED = ("count", "measure", "money", "percent")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule file to be: the id it could have, and its text."""

    id: str
    text: str


def propose(report: Report) -> list[Proposal]:
    """A report → one proposal for each thing that two articles agree on, by id; the first of each id."""
    proposals: dict[str, Proposal] = {}
    for verdict in report.verdicts:
        pair = _pair(verdict)
        if verdict.outcome == "agree" and pair and (made := _proposal(pair, report.claims)):
            proposals.setdefault(made.id, made)
    return [proposals[id] for id in sorted(proposals)]


def as_text(proposals: Iterable[Proposal]) -> str:
    """Proposals → what `rules new` prints: one file after the other, each with the name to save it under."""
    return "\n".join(f"# save as rules/{proposal.id}.yaml\n{proposal.text}" for proposal in proposals)


def _pair(verdict: Verdict) -> tuple[Claim, Claim] | None:
    """Two claims of one fact from two documents, whose numbers can be changed for the sake of an example."""
    usable = [claim for claim in verdict.claims if claim.mention.kind in NUMBERED and _what(claim) and _digits(claim)]
    for claim in usable[1:]:
        if claim.mention.document != usable[0].mention.document:
            return usable[0], claim
    return None


def _proposal(pair: tuple[Claim, Claim], claims: Iterable[Claim]) -> Proposal | None:
    one, other = pair
    about = _about(one)
    silent = next((claim for claim in claims if claim.story == one.story and _about(claim) != about and claim.quote != one.quote
                   and _what(claim)), None)
    name = _slug("-".join(filter(None, (one.mention.property, _what(one)))))
    lines = [
        "kind: agreement",
        f"why: {_quoted(f'Articles about {one.story} give one figure for this.')}",
        "about:", *(f"  {key}: [{', '.join(map(_word, items))}]" for key, items in about.items()),
        "examples:",
        "  agree:", _example(one.quote, other.quote),
        "  conflict:", _example(one.quote, _altered(other)),
        *(("  silent:", _example(one.quote, silent.quote)) if silent else ()),
    ]
    return Proposal(f"stories/{_slug(one.story)}/{name}", "\n".join(lines) + "\n") if name else None


def _about(claim: Claim) -> dict[str, list[str]]:
    """What a selector needs to find the claim again."""
    mention = claim.mention
    keys: dict[str, list[str | None]] = {
        "kinds": [mention.kind], "entities": [mention.entity_head and mention.entity_head.lower()] if mention.kind == "count" else [],
        "properties": [mention.property], "units": [mention.unit] if mention.kind != "count" else []}
    return {key: found for key, items in keys.items() if (found := [item for item in items if item])}


def _what(claim: Claim) -> str | None:
    return claim.mention.entity_head if claim.mention.kind == "count" else claim.mention.unit


def _digits(claim: Claim) -> re.Match[str] | None:
    return re.search(r"\d+", claim.mention.text)


def _altered(claim: Claim) -> str:
    """The sentence with the first digits of its number changed: 21 → 42, far enough for every hedge."""
    found = _digits(claim)
    start = claim.mention.start - claim.quote_start + (found.start() if found else 0)
    end = start + len(found.group() if found else "")
    return f"{claim.quote[:start]}{int(claim.quote[start:end] or 0) * 2 + 1}{claim.quote[end:]}"


def _example(one: str, other: str) -> str:
    return f"    - [{_quoted(one)},\n       {_quoted(other)}]"


def _quoted(text: str) -> str:
    """Text as a YAML scalar in double quotes, which JSON's strings are."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _word(text: str) -> str:
    return text if re.fullmatch(r"[a-z][a-z -]*", text) else _quoted(text)


def _slug(text: str) -> str:
    return "-".join(_parts(text.lower()))


def _parts(text: str) -> Iterator[str]:
    return (found.group() for found in re.finditer(r"[^\W_]+", text))
