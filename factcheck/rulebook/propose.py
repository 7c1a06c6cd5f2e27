"""A report in, rule files out that would guard what its articles already agree on: `rules new`.

Each fact that two articles state may become one `agreement` rule with its examples filled in: two sentences that agree, the same pair with
one number changed for a conflict, and sentences of the same story about something else for silence. The selection is as narrow as it must
be to take these statements and no other of the story; where no few words do, and where an example does not give what it is for, nothing
is proposed. A person reads it, names it and saves it. Gets wrong: what sets a fact apart in these articles may not do so in the next.
"""
from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from factcheck.model import Claim, Report, Verdict
from factcheck.rulebook.errors import RuleError
from factcheck.rulebook.examples import Check, Select, try_examples
from factcheck.rulebook.load import read_text

KINDS = ("count", "measure", "money", "percent", "date")
WORDS = 8               # shared words that are tried, alone and in twos
SILENT = 3
Made = TypeVar("Made")
Keys = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule file to be: the id it could have, and its text."""

    id: str
    text: str


def propose(report: Report, check: Check, select: Select) -> list[Proposal]:
    """A report → one proposal for each thing that two articles agree on, by id; `check` and `select` try what is proposed."""
    proposals: dict[str, Proposal] = {}
    for verdict in report.verdicts:
        if verdict.outcome == "agree" and verdict.kind in ("agreement", "alignment") and (pair := _pair(verdict)):
            made = _proposal(verdict, pair, report, check, select)
            if made is not None:
                proposals.setdefault(made.id, made)
    return [proposals[id] for id in sorted(proposals)]


def as_text(proposals: Iterable[Proposal]) -> str:
    """Proposals → what `rules new` prints: one file after the other, each with the name to save it under."""
    return "\n".join(f"# save as rules/{proposal.id}.yaml\n{proposal.text}" for proposal in proposals)


def _pair(verdict: Verdict) -> tuple[Claim, Claim] | None:
    """Two claims of one fact from two documents, the second with a number that can be changed for the sake of an example."""
    usable = [claim for claim in verdict.claims if claim.mention.kind in KINDS]
    for one, other in combinations(usable, 2):
        if one.mention.document != other.mention.document:
            for left, right in ((one, other), (other, one)):
                if _digits(right):
                    return left, right
    return None


def _proposal(verdict: Verdict, pair: tuple[Claim, Claim], report: Report, check: Check, select: Select) -> Proposal | None:
    one, other = pair
    claims = [claim for claim in report.claims if claim.story == one.story]
    own = _facing(verdict, report.verdicts)
    about = next((keys for keys in _selections(verdict) if _fits(keys, verdict, claims, own, select)), None)
    if about is None:
        return None
    place = f"stories/{_slug(one.story) or _folder(claims)}"
    name = _slug("-".join((*about.get("properties", []), *about.get("entities", []), *about.get("all_words", []),
                           *about.get("units", ["date"] if one.mention.kind == "date" else []))))
    head = ["kind: agreement", f"why: {_quoted(_why(verdict))}",
            "about:", *(f"  {key}: [{', '.join(map(_word, items))}]" for key, items in about.items()), "examples:"]
    lines = [*head, "  agree:", _example(one.quote, other.quote), "  conflict:", _example(one.quote, _altered(other))]
    silent = [claim for claim in _others(claims, one, other, own)
              if _holds([*head, "  silent:", _example(one.quote, claim.quote)], check, select)][:SILENT]
    if silent:
        lines += ["  silent:", *(_example(one.quote, claim.quote) for claim in silent)]
    return Proposal(f"{place}/{name}", "\n".join(lines) + "\n") if name and _holds(lines, check, select) else None


def _facing(verdict: Verdict, verdicts: Iterable[Verdict]) -> set[tuple[str, int]]:
    """The places of the fact and of all that was compared with it: what a rule on it may select."""
    places = {_place(claim) for claim in verdict.claims}
    return places.union(*({_place(claim) for claim in other.claims} for other in verdicts
                          if other.story == verdict.story and not places.isdisjoint(map(_place, other.claims))))


def _selections(verdict: Verdict) -> Iterator[Keys]:
    """What may find the claims of a fact again: the thing and its aspect, then also one or two words that all its sentences share."""
    claims = verdict.claims
    first = claims[0].mention
    base: dict[str, list[str | None]] = {
        "kinds": [first.kind], "units": [first.unit] if first.kind in ("measure", "money") else [],
        "entities": [_same(claim.key.entity for claim in claims)] if first.kind == "count" else [],
        "properties": [_same(claim.key.property for claim in claims)]}
    keys: Keys = {key: found for key, items in base.items() if (found := [item for item in items if item])}
    shared = frozenset.intersection(*(claim.context | frozenset(_parts(" ".join(claim.names))) for claim in claims))
    names = frozenset().union(*(frozenset(_parts(" ".join(claim.names))) for claim in claims))
    words = sorted((word for word in shared if len(word) > 2 and word.isalpha()), key=lambda word: (word not in names, -len(word), word))
    if keys.keys() & {"entities", "properties"}:            # a unit alone would take every sum of money of the story
        yield keys
    for many in (1, 2):
        yield from ({**keys, "all_words": list(some)} for some in combinations(words[:WORDS], many))


def _same(items: Iterable[str | None]) -> str | None:
    found = set(items)
    return found.pop() if len(found) == 1 else None


def _fits(about: Keys, verdict: Verdict, claims: Sequence[Claim], own: set[tuple[str, int]], select: Select) -> bool:
    """Whether a selection takes the fact in two documents or more, and nothing of the story that is another."""
    lines = ["kind: agreement", "why: x", "about:", *(f"  {key}: [{', '.join(map(_word, items))}]" for key, items in about.items())]
    found = _tried(lambda: {_place(claim) for claim in select(read_text("\n".join(lines), "").rule("new", ""), claims)})
    fact = {_place(claim) for claim in verdict.claims}
    return found is not None and found <= own and len({document for document, _ in found & fact}) > 1


def _holds(lines: Sequence[str], check: Check, select: Select) -> bool:
    """Whether every example of a file gives what it is for."""
    file = _tried(lambda: read_text("\n".join(lines) + "\n", ""))
    return file is not None and all(tried.passed for tried in try_examples(file.rule("new", ""), file, check, select))


def _tried(make: Callable[[], Made]) -> Made | None:
    try:
        return make()
    except RuleError:
        return None


def _others(claims: Sequence[Claim], one: Claim, other: Claim, own: set[tuple[str, int]]) -> list[Claim]:
    """Claims about something else whose sentences may be silent examples: those of the same kind and the same things first."""
    quotes = {one.quote, other.quote, *(claim.quote for claim in claims if _place(claim) in own)}
    found: dict[str, Claim] = {}
    for claim in claims:
        if claim.quote not in quotes and claim.mention.kind in KINDS:
            found.setdefault(claim.quote, claim)
    near = one.mention
    return sorted(found.values(), key=lambda claim: (claim.mention.kind != near.kind, claim.mention.unit != near.unit,
                                                     claim.key.entity != one.key.entity, _place(claim)))[:3 * SILENT]


def _why(verdict: Verdict) -> str:
    count = len({claim.mention.document for claim in verdict.claims})
    said = " ".join(verdict.claims[0].mention.text.split())
    return f"{count} articles say “{said}”: one figure for one thing."


def _place(claim: Claim) -> tuple[str, int]:
    return claim.mention.document, claim.mention.start


def _folder(claims: Sequence[Claim]) -> str:
    """A name for a story without one: the folder of its articles."""
    folders = {folder for claim in claims if (folder := os.path.dirname(claim.mention.document))}
    return (_slug(os.path.basename(folders.pop())) if len(folders) == 1 else "") or "story"


def _digits(claim: Claim) -> re.Match[str] | None:
    """The one number of a mention; of a date its year."""
    found = list(re.finditer(r"\d{4}" if claim.mention.kind == "date" else r"\d+(?:,\d{3})*", claim.mention.text))
    whole = re.findall(r"\d+(?:[.,]\d+)*", claim.mention.text)
    return found[0] if found and (claim.mention.kind == "date" or len(whole) == 1) else None


def _altered(claim: Claim) -> str:
    """The sentence with its number changed: 21 → 43, far enough for every hedge; of a date the next year."""
    found = _digits(claim)
    assert found is not None
    start = claim.mention.start - claim.quote_start + found.start()
    number = int(found.group().replace(",", ""))
    new = str(number + 1) if claim.mention.kind == "date" else f"{number * 2 + 1:,}" if "," in found.group() else str(number * 2 + 1)
    return f"{claim.quote[:start]}{new}{claim.quote[start + len(found.group()):]}"


def _example(one: str, other: str) -> str:
    return f"    - [{_quoted(one)},\n       {_quoted(other)}]"


def _quoted(text: str) -> str:
    """Text as a YAML scalar in double quotes, which JSON's strings are."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _word(text: str) -> str:
    return text if re.fullmatch(r"[a-z][a-z -]*", text) else _quoted(text)


def _slug(text: str) -> str:
    return "-".join(dict.fromkeys(_parts(text.lower())))


def _parts(text: str) -> Iterator[str]:
    return (found.group() for found in re.finditer(r"[^\W_]+", text))
