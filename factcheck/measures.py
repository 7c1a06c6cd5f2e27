"""The name of a unit in, what it measures and how much of it out: exact conversion for every stage, from `data/units.yaml`.

Names are those that mentions print: "hectare", "percent", "USD", "dollar" where the country is open, "USD per barrel", "death per
100000 inhabitant". A unit has a dimension and an exact factor to the base unit of the dimension. Money of each currency is a dimension
of its own. Words whose unit is honestly open (a "ton", a "gallon", "degrees") carry the other units that people mean by them, and are
not comparable with those as if they were sure: `doubtful` says so and `conversions` gives every possible reading.

Gets wrong: months and years have the mean length of UCUM, so that 30 days are not quite a month; parsecs, radians and the atomic mass
unit are as exact as their records say.
"""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import product
from typing import Any

from factcheck.data import load
from factcheck.frozen import frozen
from factcheck.model import Number

MONEY = "money:"


class Incomparable(ValueError):
    """Two units that measure different things, or a name that is no unit."""


@frozen
class Unit:
    """A unit of measure or money. A value in it is `value * factor + offset` base units of its dimension.

    `perhaps` names the other units that the same word stands for; `usual` is the dimension that an open currency is taken for when a
    text with a country is compared with one without ("dollar" with "USD").
    """

    name: str
    dimension: str
    factor: Fraction
    offset: Fraction = Fraction(0)
    ucum: str | None = None
    perhaps: tuple[str, ...] = ()
    usual: str | None = None


@lru_cache(maxsize=8192)
def unit(name: str) -> Unit | None:
    """The name of a unit, also of a compound ("mile per gallon", "litre per person per day") → the unit, or None."""
    return _measure(name) or _prefixed(name) or _money(name) or (_compound(name) if " per " in f" {name}" else None)


def dimension(name: str | None) -> str | None:
    """The name of a unit → what it measures ("length", "money:USD", "money:dollar/volume"), or None for a counted noun."""
    found = unit(name) if name else None
    return found.dimension if found else None


def comparable(left: str | None, right: str | None) -> bool:
    """Two units → whether amounts in them can be compared by conversion, with no doubt which units are meant.

    "dollar" and "USD" are; "dollar" and "EUR", percent and percentage points, "ton" and "tonne" are not.
    """
    if left == right:
        return True
    a, b = _both(left, right)
    if a is None or b is None:
        return False
    if " per " in a.name and " per " in b.name and all(map(comparable, a.name.split(" per "), b.name.split(" per "))):
        return a.name.count(" per ") == b.name.count(" per ")      # "dollar per ounce" and "USD per ounce": the same doubt on both sides
    if a.dimension == b.dimension:
        return not (a.perhaps or b.perhaps)
    return (a.usual or a.dimension) == (b.usual or b.dimension) and not (a.perhaps or b.perhaps)


def doubtful(left: str | None, right: str | None) -> bool:
    """Two units → whether they may well be the same and may as well not: "dollar" and "AUD", "ton" and "tonne".

    Equal amounts agree; different amounts are no conflict.
    """
    a, b = _both(left, right)
    if a is None or b is None or a.name == b.name:
        return False
    if a.dimension == b.dimension or a.name in b.perhaps or b.name in a.perhaps:
        return bool(a.perhaps or b.perhaps)
    return _open(a.dimension) == _open(b.dimension) and (MONEY in a.dimension) and _is_open(a.dimension) != _is_open(b.dimension)


def to_base(value: Number, name: str, *, difference: bool = False) -> Fraction:
    """An amount in a unit → the same in the base unit of its dimension; `difference=True` for a change ("5 degrees warmer")."""
    found = unit(name)
    if found is None:
        raise Incomparable(f"{name!r} is not a unit")
    return Fraction(value) * found.factor + (Fraction(0) if difference else found.offset)


def convert(value: Number, source: str, target: str, *, difference: bool = False) -> Fraction:
    """An amount in one unit → exactly the same amount in another; raises `Incomparable` when they measure different things."""
    if source == target:
        return Fraction(value)
    a, b = _both(source, target)
    if a is None or b is None or (a.usual or a.dimension) != (b.usual or b.dimension):
        raise Incomparable(f"{source!r} cannot be converted to {target!r}")
    shift = Fraction(0) if difference else a.offset - b.offset
    return (Fraction(value) * a.factor + shift) / b.factor


def conversions(value: Number, source: str, target: str) -> tuple[Fraction, ...]:
    """An amount → what it comes to in another unit under every reading of both words, the usual one first.

    "40 tons" is 36.3, 40 or 40.6 tonnes. Empty when the units measure different things.
    """
    found = []
    for a, b in product(readings(source), readings(target)):
        try:
            found.append(convert(value, a, b))
        except Incomparable:
            continue
    return tuple(dict.fromkeys(found))


def readings(name: str) -> tuple[str, ...]:
    """The name of a unit → the units that the word may stand for: "ton" → ("ton", "tonne", "long ton")."""
    found = unit(name)
    return (name, *found.perhaps) if found else (name,)


def precision_to(precision: Decimal, source: str, target: str) -> Fraction:
    """How precise a number was in one unit → the same in another: tenths of a mile are 160.9344 metres."""
    return convert(precision, source, target, difference=True)


def per(numerator: str, denominator: str) -> str:
    """Two names → the name of the rate: ("USD", "barrel") → "USD per barrel"."""
    return f"{numerator} per {denominator}"


def continues(name: str, smaller: str) -> bool:
    """Whether an amount may go on in a smaller unit: "6 feet 2 inches", "2 hours 30 minutes", "3 dollars 50 cents"."""
    record = _tables()["units"].get(name)
    if record is not None:
        return smaller in record.get("then", ())
    of = _money_tables()["subunits"].get(smaller, {}).get("of")
    return of is not None and comparable(name, of)


def currency_noun(code: str) -> str:
    """The ISO code of a currency → what it is called: "AUD" → "dollar"; other names stay as they are."""
    noun: str = _money_tables()["currencies"].get(code, {}).get("noun", code)
    return noun


def _both(left: str | None, right: str | None) -> tuple[Unit | None, Unit | None]:
    return (unit(left) if left else None), (unit(right) if right else None)


def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = load("units")
    return tables


def _money_tables() -> dict[str, Any]:
    tables: dict[str, Any] = load("currencies")
    return tables


def fraction(text: str) -> Fraction:
    """A factor as data write it ("0.3048", "1e-9", "1609.344/3600") → the exact fraction."""
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below) if below else Fraction(above)


def _measure(name: str) -> Unit | None:
    record = _tables()["units"].get(name)
    if record is None:
        return None
    return Unit(name, record["dimension"], fraction(record["factor"]), fraction(record.get("offset", "0")), record.get("ucum"),
                tuple(record.get("perhaps", ())))


def _prefixed(name: str) -> Unit | None:
    """A unit made by a prefix: "kilowatt hour" is kilo + "watt hour"."""
    for prefix, scale in _tables()["prefixes"].items():
        if name.startswith(prefix):
            base = _tables()["units"].get(name[len(prefix):])
            if base is not None and prefix in base.get("prefixes", ()):
                code = base.get("ucum")
                return Unit(name, base["dimension"], fraction(base["factor"]) * fraction(scale["factor"]),
                            ucum=scale.get("ucum", scale["symbol"]) + code if code else None)
    return None


def _money(name: str) -> Unit | None:
    tables = _money_tables()
    if name in tables["currencies"]:
        return Unit(name, MONEY + name, Fraction(1))
    noun = tables["nouns"].get(name)
    if noun is not None:
        if "is" in noun:
            return Unit(name, MONEY + noun["is"], Fraction(1))
        return Unit(name, MONEY + name, Fraction(1), usual=MONEY + noun["usually"] if "usually" in noun else None)
    part = tables["subunits"].get(name)
    whole = _money(part["of"]) if part else None
    return Unit(name, whole.dimension, fraction(part["factor"]), usual=whole.usual) if part and whole else None


def _compound(name: str) -> Unit | None:
    """"X per Y per Z" → a unit whose dimension and factor are those of its parts; a noun that is no unit counts as one.

    "per barrel" alone is what follows an amount with a sign before it.
    """
    numerator, *denominators = f" {name}".split(" per ")
    numerator = numerator.strip()
    top = unit(numerator) or _counted(numerator)
    below = sorted((_denominator(text) for text in denominators), key=lambda part: (unit(part.name) is None, part.dimension))
    whole = top
    for part in below:
        whole = Unit(name, _shape(whole.dimension, part.dimension), whole.factor / part.factor,
                     ucum=f"{whole.ucum}/{part.ucum}" if whole.ucum and part.ucum and part.factor else None,
                     usual=_shape(whole.usual, part.dimension) if whole.usual else None)
    choices = product((numerator, *top.perhaps), *((text, *_denominator(text).perhaps) for text in denominators))
    return Unit(name, whole.dimension, whole.factor, ucum=whole.ucum, usual=whole.usual,
                perhaps=tuple(" per ".join(choice) for choice in choices)[1:])


def _denominator(text: str) -> Unit:
    """"barrel", "100000 inhabitant", "million people" → the unit that is divided by."""
    count, _, noun = text.partition(" ")
    if noun and count.isdecimal():
        part = unit(noun) or _counted(noun)
        return Unit(part.name, part.dimension, part.factor * int(count), perhaps=tuple(f"{count} {other}" for other in part.perhaps))
    return unit(text) or _counted(text)


def _counted(noun: str) -> Unit:
    return Unit(noun, _same_nouns().get(noun, noun), Fraction(1))


@cache
def _same_nouns() -> dict[str, str]:
    return {other: noun for noun, others in _tables()["rates"]["same"].items() for other in others}


@cache
def _shapes() -> dict[str, str]:
    return {record["of"]: name for name, record in _tables()["dimensions"].items() if "of" in record}


def _shape(above: str, below: str) -> str:
    shape = f"{above}/{below}"
    return _shapes().get(shape, shape)


def _open(dimension_name: str) -> str:
    """A dimension with its currency replaced by the noun: "money:AUD/volume" → "money:dollar/volume"."""
    head, slash, tail = dimension_name.partition("/")
    return (MONEY + currency_noun(head.removeprefix(MONEY)) if head.startswith(MONEY) else head) + slash + tail


def _is_open(dimension_name: str) -> bool:
    return _open(dimension_name) == dimension_name
