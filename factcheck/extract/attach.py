"""A draft and the units beside its number in, the draft with its unit and kind out."""
from __future__ import annotations

from factcheck import measures
from factcheck.extract.draft import Draft
from factcheck.extract.tokens import Block
from factcheck.extract.units import UnitMatch, denominator, whose

BRACKETS = frozenset("()")
CONVERSION = 7              # tokens in brackets that hold an amount: "($2.4 billion)"
PERCENTS = frozenset(["percent", "percentage point", "basis point", "permille"])


def attach(block: Block, draft: Draft, symbol: UnitMatch | None, after: UnitMatch | None, limit: int) -> None:
    """Puts the unit on a draft: a currency before it, a unit after it, or both ("US$4.5bn a year", "$50 Canadian")."""
    unit = after if after is not None and after.end <= limit else None
    if symbol is not None:
        draft.first = min(draft.first, symbol.first)
        if unit is None or not unit.dimension.startswith("money"):
            unit, end = symbol, draft.end
            owner = whose(block, end) if symbol.name == "dollar" else None
            if owner is not None and owner.end <= limit:
                unit, end = owner, owner.end
            under = denominator(block, end) if end < limit else None
            if under is not None and under.end <= limit and (found := measures.unit(measures.per(unit.name, under.name))):
                unit, end = UnitMatch(end, under.end, found), under.end
            draft.end = end
        else:
            draft.end = max(draft.end, unit.end)                                    # "$10 dollars", "$5 million USD"
    elif unit is not None:
        draft.end = max(draft.end, unit.end)
    if unit is not None:
        if draft.end < limit and block.words[draft.end] in BRACKETS and unit.dimension.startswith("money"):
            unit = _rated(block, unit, draft.end, limit)
        draft.unit, draft.unit_name = unit, unit.name
        draft.kind = kind_of(unit)
        draft.by = f"{draft.kind}s/number-unit"


def _rated(block: Block, unit: UnitMatch, bracket: int, limit: int) -> UnitMatch:
    """"9 billion shekels ($2.4 billion) | a year": what stands behind an amount in another currency is said of both."""
    close = next((at for at in range(bracket, min(limit, bracket + CONVERSION)) if block.words[at] == ")"), None)
    under = denominator(block, close + 1) if close is not None and close + 1 < limit else None
    found = measures.unit(measures.per(unit.name, under.name)) if under is not None and under.end <= limit else None
    return unit if found is None else UnitMatch(unit.first, unit.end, found)


def kind_of(unit: UnitMatch) -> str:
    """A unit → the kind of quantity that it makes."""
    dimension = unit.dimension
    if dimension.startswith("money"):
        return "money"
    if unit.name in PERCENTS or unit.name.partition(" per ")[0] in PERCENTS:
        return "percent"
    return {"age": "age", "time": "duration"}.get(dimension, "measure")
