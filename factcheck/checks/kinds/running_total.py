"""`running-total`: an addition, what was before and what it makes now; a rank and the total so far.

    fails     Three more people died, bringing the toll from nine to 13.         12
    fails     The fifth arrest this week brought the total to four.
    passes    Three more people died, bringing the toll from nine to 12.
    passes    The third arrest this week brought the total to four.              two at once
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.kinds.finding import amount, conflict, once, said, shown, two_ends
from factcheck.checks.kinds.said import Said, sentences, skeleton
from factcheck.checks.kinds.templates import Hit, cued, finder, hits
from factcheck.checks.trail import Trail
from factcheck.model import Group, Verdict

COUNTED = re.compile(r"<c\d+> |#\S+ ")


def check(group: Group) -> list[Verdict]:
    """The claims of a document → a conflict for each total that its addition does not make."""
    return once(verdict for sentence in sentences(group.claims) if len(sentence.claims) > 1 and cued(sentence, "running-total")
                for hit in hits(sentence, "running-total") for verdict in _verdicts(group, sentence, hit))


def _verdicts(group: Group, sentence: Said, hit: Hit) -> Iterator[Verdict]:
    yield from _rank(group, hit) if "nth" in hit.words else _addition(group, hit, skeleton(sentence))


def _rank(group: Group, hit: Hit) -> Iterator[Verdict]:
    """The fifth of them, four in all: the total is at least the rank."""
    nth, total = hit.claims["nth"], hit.claims["total"]
    claims = [claim for claim in (nth, total) if claim is not None]
    if not claims or any(claim.mention.number is None or claim.mention.move for claim in claims):
        return
    if "totalled" in hit.words and (total is None or "total" not in total.mention.text.lower()):
        return
    trail = Trail()
    trail.take("written", {"side": "left", **amount(hit, "nth"), "kind": "ordinal"})
    trail.take("written", {"side": "right", **amount(hit, "total")})
    if "exact" in hit.words:                                        # one death after the other: the twelfth makes twelve
        trail.take("relation", reads=("left_span", "right_span"))
        trail.take("outcome", reads=("relation",))
    else:
        trail.take("part", {"small": "left"}, ("left_span", "right_span"))
        trail.take("part outcome", reads=("part",))
    message = f"{said(nth, hit.words['nth'])} cannot make a total of {said(total, hit.words['total'])}."
    yield from conflict(group, trail, message, *([claim] for claim in claims))


def _addition(group: Group, hit: Hit, row: str) -> Iterator[Verdict]:
    """What was, and what is added, beside what is now."""
    move = hit.claims.get("move")
    both = two_ends(hit, "move") if move is not None else None
    if both is not None:
        old, new = both
    elif "from" in hit.words and "to" in hit.words:
        old, new = amount(hit, "from"), amount(hit, "to")
    else:
        return
    add = hit.claims["add"]
    claims = [claim for name, claim in hit.claims.items() if name in ("move", "from", "to") and claim is not None]
    if add is None or not claims or any(claim.mention.number is None for claim in (add, *claims)):
        return
    own = row[len(hit.before):len(row) - len(hit.after)]
    others = COUNTED.search(hit.before)                                 # "two on Sunday, after two on Saturday, raising …"
    several = others or finder("one more", "running-total").search(own)
    if several or finder("lost", "running-total").search(row):
        return
    trail = Trail()
    trail.take("sum", {"parts": [old, amount(hit, "add")]})
    trail.take("written", {"side": "right", **new})
    trail.take("relation", reads=("left_span", "right_span"))
    trail.take("outcome", reads=("relation",))
    message = f"{old['words']} and {said(add)} make {shown(trail.state['left_span'])}, the text says {new['words']}."
    yield from conflict(group, trail, message, [add], claims)
