"""The topics of a story in, its speakers out: who says what about which fact, in which source, disputes marked apart."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.report.page.matrix import words
from factcheck.report.page.series import speaker
from factcheck.report.page.sources import Source
from factcheck.report.page.topics import Topic

MOST = 200
"""Statements of one story that are listed."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a speaker says about one fact."""

    fact: str
    anchor: str
    words: str
    stance: str
    outcome: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A named speaker and all that the articles have them say."""

    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Speakers:
    """The speakers of a story; how many statements are left out."""

    speakers: tuple[Speaker, ...]
    left_out: int


def speakers(found: Iterable[tuple[str, Topic]], sources: Mapping[str, Source]) -> Speakers | None:
    """Topics with the anchors of their cards → the speakers whom articles name; None where they name none."""
    said: dict[str, dict[tuple[str, str], Statement]] = {}
    names: dict[str, str] = {}
    total = kept = 0
    for anchor, topic in found:
        for claim in topic.claims:
            voice = claim.mention.attribution
            if voice is None or not voice.speaker:
                continue
            name, key = speaker(claim), (anchor, words(claim).lower())
            own = said.setdefault(name.lower(), {})
            total += key not in own
            if key not in own and kept >= MOST:
                continue
            kept += key not in own
            before = own[key].sources if key in own else ()
            where = tuple(dict.fromkeys((*before, sources[claim.mention.document].name)))
            own[key] = Statement(topic.name, anchor, words(claim), voice.stance, topic.outcome_of(claim), where)
            names.setdefault(name.lower(), name)
    rows = tuple(Speaker(names[name], tuple(own.values())) for name, own in sorted(said.items()) if own)
    return Speakers(rows, total - kept) if rows else None
