"""A claim in, the words that narrow the kind of its thing out: "intensive care beds" are beds, "youth unemployment" is unemployment."""
from __future__ import annotations

import re

from factcheck.claims.same import aspect, aspects, event
from factcheck.claims.words import empty, lemma
from factcheck.data import listed
from factcheck.groups.bags import alike
from factcheck.groups.clause import CALENDAR
from factcheck.model import Claim

FURTHER = re.compile(rf"[^\w\s'’-]|\s(?:{'|'.join(sorted(listed('qualifiers', 'links')))})\s")      # where the thing's name ends
LETTERS = re.compile(r"[^\W\d_]+")


def narrowed(claim: Claim) -> frozenset[str]:
    """A claim → the content words of its thing beside the head and the aspect."""
    mention = claim.mention
    if mention.kind in CALENDAR or not mention.entity or mention.entity_head is None:
        return frozenset()
    phrase = mention.entity.partition(" of ")[0].lower() if mention.kind == "count" else FURTHER.split(mention.entity)[0]
    if mention.entity_start == claim.quote_start:
        phrase = phrase[:1].lower() + phrase[1:]
    words = [lemma(word) for word in LETTERS.findall(phrase) if word.islower()]
    known = {mention.entity_head, lemma(mention.entity_head), claim.key.entity, claim.key.property}
    return frozenset(word for word in words if word not in empty() and word not in known and aspect(word) != claim.key.property
                     and not (event(word) and claim.key.property in aspects())
                     and not alike(word, claim.key.entity))
