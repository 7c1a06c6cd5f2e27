"""`expected`: what an article says beside a reference value or date with its citation.

    rule      value: 212, unit: metre, citation: "Register of bridges, entry 4711"
    fails     The harbour bridge is 221 metres long.
    passes    The harbour bridge is 212 metres long.
    passes    The harbour bridge is about 200 metres long.
    silent    The harbour bridge will be 240 metres long.             a plan

A group and its rule's reference value in, a verdict for each fact out: does the article say what the record says?

The reference is one side of the trail, with its citation. Silent about what is planned, denied, a change or an addition, about amounts
in another kind of unit, and about times outside of the reference's validity, also where the article does not say when. Gets wrong: a
claim about last year's value in an article of this year, when its sentence does not name the year.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from factcheck import measures
from factcheck.checks.facts import fingerprint, value_of
from factcheck.checks.messages import words
from factcheck.checks.sides import CALENDAR, meet, side
from factcheck.groups.features import features_of
from factcheck.groups.select import select
from factcheck.groups.times import ends
from factcheck.model import Claim, Group, Interval, Key, Mention, Range, Rule, Selector, Verdict

GRANULARITY = {4: "year", 7: "month", 10: "day"}

SAYS = {
    "agree": "{said} says the same as the reference “{reference}” ({citation}).",
    "compatible": "{said} and the reference “{reference}” can both be true ({citation}).",
    "conflict": "{said} and the reference “{reference}” cannot both be true ({citation}).",
}


def check(group: Group) -> list[Verdict]:
    """A group → a verdict for each fact that can be compared with a reference, in a stable order."""
    return [verdict for part in _parts(group) for verdict in _one(part)]


def _parts(group: Group) -> Iterator[Group]:
    """A rule with many references → a group for each that is spoken of; a sentence that fits two is of the one with more words."""
    rows = group.rule.options.get("rows")
    if rows is None:
        yield group
        return
    words = {row["name"]: frozenset(row["name"].split()) for row in rows}
    spoken = {name: select(Rule(name, "", Selector(all_words=of)), group.claims) for name, of in words.items()}
    taken = {name: found for name, found in spoken.items() if found}
    for row in rows:
        name = row["name"]
        wider = [claim for other, found in taken.items() if words[name] < words[other] for claim in found]
        mine = tuple(claim for claim in taken.get(name, ()) if claim not in wider)
        if mine:
            yield replace(group, rule=replace(group.rule, options=row), claims=mine)


def _one(group: Group) -> list[Verdict]:
    usable = [claim for claim in group.claims if _comparable(claim, group.rule)]
    facts: dict[str, list[Claim]] = {}
    for claim, seen in zip(usable, features_of(usable), strict=True):
        if not seen.denied:
            facts.setdefault(value_of(claim), []).append(claim)
    found = (_verdict(group, claims) for _, claims in sorted(facts.items()))
    return [verdict for verdict in found if verdict is not None]


def _comparable(claim: Claim, rule: Rule) -> bool:
    mention, options = claim.mention, rule.options
    if mention.modality != "asserted" or mention.role == "addition":
        return False
    if options.get("date"):
        return mention.kind == "date" and _valid(claim, options)
    if mention.kind in CALENDAR or (mention.trend is not None and mention.move is None):
        return False
    return _same_unit(mention, options.get("unit")) and _valid(claim, options)


def _same_unit(mention: Mention, unit: str | None) -> bool:
    if mention.kind in ("measure", "money", "duration"):
        if unit is None or mention.unit is None or unit == mention.unit:
            return unit is not None and unit == mention.unit
        return measures.comparable(mention.unit, unit)
    return unit is None or unit == mention.unit


def _valid(claim: Claim, options: dict[str, Any]) -> bool:
    """Whether the time that a claim is true for lies in the validity: the date in its clause, else the day of publication."""
    first, last = options.get("from"), options.get("until")
    if not first and not last:
        return True
    if claim.key.time:
        start, end = ends(claim.key.time)
        start = end if start == "0000" else start           # counted up to a day: true on that day
    elif claim.published:
        start = end = claim.published.isoformat()[:10]
    else:
        return False
    return (not first or start >= first) and (not last or end <= last)


def _reference(rule: Rule, like: Mention) -> Mention:
    """The reference as a mention that can be laid beside another."""
    date, value = rule.options.get("date"), rule.options.get("value")
    if date:
        interval = Interval(rule.options["start"], rule.options["end"], GRANULARITY[len(date)])
        return Mention(rule.id, 0, 0, date, "date", timex=date, interval=interval)
    number = Decimal(str(value))
    exponent = number.as_tuple().exponent
    unit = rule.options.get("unit")
    text = f"{value} {unit}" if unit else str(value)
    return Mention(rule.id, 0, 0, text, like.kind, number=Range(number, number), unit=unit or like.unit,
                   precision=Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0))


def _verdict(group: Group, claims: Sequence[Claim]) -> Verdict | None:
    rule, first = group.rule, claims[0]
    reference = _reference(rule, first.mention)
    citation = str(rule.options.get("citation"))
    record = Claim(reference, 1, 1, reference.text, 0, None, None, None, group.story, Key())
    trail = meet(side(first, rule.widths), side(record).but(citation=citation), rule)
    trail.take("outcome", reads=("relation",))
    outcome = trail.state["outcome"]
    if outcome not in SAYS:
        return None
    message = SAYS[outcome].format(said=f"“{words(first)}”", reference=reference.text, citation=citation)
    return Verdict(group.story, rule.id, rule.kind, outcome, rule.severity if outcome == "conflict" else "info",
                   fingerprint(rule.id, [claims, [record]]), message, tuple(claims), (tuple(range(len(claims))),), tuple(trail.steps))
