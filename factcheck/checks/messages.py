"""Two facts and what was found between them in, one sentence in plain words out. It never says who is right."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.checks.diagnosis import diagnosis
from factcheck.checks.facts import documents, texts
from factcheck.checks.reconcile import certain
from factcheck.model import Claim

Json = dict[str, Any]
CALENDAR = ("date", "time")


def agree(claims: Sequence[Claim]) -> str:
    """One fact that several documents state."""
    count, origins = len(documents(claims)), texts(claims)
    same = " in one and the same text" if origins == 1 else f" in {origins} different texts" if origins < count else ""
    return f"{count} documents say “{words(claims[0])}”{same}."


def between(left: Claim, right: Claim, state: Json, known: str | None = None) -> str:
    """Two facts and the state of their trail → the message; `known`: what may have happened, where the texts around them tell it."""
    one, other = f"“{words(left)}”", f"“{words(right)}”"
    outcome = state["outcome"]
    if outcome == "agree":
        return f"{one} and {other} say the same."
    if outcome == "compatible":
        far = ", though they are far apart: one of them has no end" if state.get("far") else ""
        return f"{one} and {other} can both be true{far}."
    if outcome == "superseded":
        return f"{one} and {other} differ; {state.get('because') or 'one is later'}."
    if state.get("part") == "part above whole":
        return f"{one} and {other} cannot both be true: a part would be more than its whole."
    if state.get("disputed"):
        return f"Two speakers differ: {speaker(left)} says {one}, {speaker(right)} says {other}."
    tail = ""
    if left.mention.attribution and right.mention.attribution and left.mention.document != right.mention.document:
        tail = (
            f", and both name {speaker(left)}"
            if left.mention.attribution.speaker.lower() == right.mention.attribution.speaker.lower()
            else ""
        )
    hint = known or diagnosis(left.mention, right.mention)
    way_out = certain(left, right)
    both = f" {way_out[0].upper()}{way_out[1:]}." if way_out else ""
    return f"{one} and {other} cannot both be true{tail}{f' ({hint})' if hint else ''}.{both}"


def words(claim: Claim) -> str:
    """The mention as its text says it, with the counted thing where it follows directly."""
    mention = claim.mention
    end = (
        mention.entity_end if mention.entity_end and mention.entity_start and 0 <= mention.entity_start - mention.end <= 1 else mention.end
    )
    text = claim.quote[mention.start - claim.quote_start:max(end, mention.end) - claim.quote_start]
    relation = f"{mention.date_relation} " if mention.date_relation and not text.lower().startswith(mention.date_relation) else ""
    return relation + " ".join(text.split())


def speaker(claim: Claim) -> str:
    """Who says it, as it stands inside a sentence: "the governor", else the publisher."""
    if claim.mention.attribution is None:
        return claim.publisher or claim.mention.document
    name = claim.mention.attribution.speaker
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else name
