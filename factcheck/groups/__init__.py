"""Rules and claims in, groups out: what each rule selects of each story, then what plainly speaks of one thing without a rule."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.groups.select import select
from factcheck.groups.things import of_interest, things
from factcheck.model import Claim, Group, Rule

ALIGNMENT = Rule(id="alignment", kind="alignment", why="the words say that both speak of the same thing")
"""The rule without a file: claims about plainly the same thing in one story."""


def groups(rules: Iterable[Rule], claims: Sequence[Claim], about: frozenset[str] = frozenset()) -> Iterator[Group]:
    """Rules and all claims → groups: for each story one per rule that selects something, then those of alignment; where documents are
    named in `about`, only groups with a claim of theirs."""
    ordered = sorted(rules, key=lambda rule: rule.id)
    stories = by_story(claims)
    for rule in ordered:
        if rule.scope == "all":
            yield from _selected(rule, "", [claim for story in stories.values() for claim in story], about)
            continue
        for story, members in stories.items():
            for part in _documents(members) if rule.scope == "document" else [members]:
                yield from _selected(rule, story, part, about)
    for story, members in stories.items():
        for thing in things(members, about):
            yield Group(ALIGNMENT, story, thing, about)


def by_story(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims → those of each story, in the order of document and place, whatever order they came in."""
    stories: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=_place):
        stories.setdefault(claim.story, []).append(claim)
    return stories


def _place(claim: Claim) -> tuple[str, str, int, int]:
    return claim.story, claim.mention.document, claim.mention.start, claim.mention.end


def _selected(rule: Rule, story: str, claims: Sequence[Claim], about: frozenset[str]) -> Iterator[Group]:
    if about and not select(rule, [claim for claim in claims if claim.mention.document in about]):
        return                                              # nothing new: the held ones need not be looked through
    for members in _voices(rule, select(rule, claims)):
        if rule.options.get("match") == "words":            # a general rule: the words say what is one thing
            yield from (Group(rule, story, thing, about) for thing in things(members, about))
        elif members and of_interest(members, about):
            yield Group(rule, story, tuple(members), about)


def _voices(rule: Rule, claims: list[Claim]) -> Iterable[list[Claim]]:
    """`per: speaker` or `per: publisher`: each with itself only."""
    if rule.per is None:
        return [claims]
    parts: dict[str | None, list[Claim]] = {}
    for claim in claims:
        voice = claim.mention.attribution
        name = claim.publisher if rule.per == "publisher" else voice.speaker.lower() if voice else None
        parts.setdefault(name, []).append(claim)
    return [members for name, members in parts.items() if name is not None]


def _documents(claims: Sequence[Claim]) -> Iterable[list[Claim]]:
    parts: dict[str, list[Claim]] = {}
    for claim in claims:
        parts.setdefault(claim.mention.document, []).append(claim)
    return parts.values()
