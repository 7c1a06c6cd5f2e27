"""YAML tables of labelled sentences in, `Row`s out; and a label against a mention: which fields differ.

README.md describes the notation. What a label does not say is not judged, but for the modifier of a quantity (exact), the unit of a
count (none) and of a percentage (percent), and its span. `A|B` allows either, `none` wants an empty field, `any` allows all.
"""
from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from factcheck.data.strict_yaml import parse, plain
from factcheck.model import DATE_RELATIONS, KINDS, MODIFIERS, Document, Mention, Number

BRACKETS = re.compile(r"\[(\??)([^\[\]]*)\]")
TEMPORAL = frozenset({"date", "time", "set"})
SET_KINDS = frozenset({"date", "time", "duration"})          # a repeated time has no kind of its own
FIELDS = ("of", "property", "unit", "modifier", "modifiers", "number", "trend", "move", "precision", "mod", "relation", "speaker",
          "stance", "modality", "negated", "role")
WORDS = {"modifier": {*MODIFIERS, "any"}, "relation": {*DATE_RELATIONS, "none", "any"}}
ARTICLE = re.compile(r"^(?:the|an?)\s+")


@dataclass(frozen=True, slots=True)
class Label:
    """What one bracket of a sentence states: its span and, for each judged field, the values that are right ("none" is empty)."""

    start: int
    end: int
    exact_span: bool
    kinds: frozenset[str]
    fields: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence without its brackets, its labels, and the spans where a reading is neither asked for nor wrong."""

    text: str
    labels: tuple[Label, ...]
    optional: tuple[tuple[int, int], ...]
    published: datetime.date | None = None
    lang: str = "en"
    note: str | None = None

    def document(self) -> Document:
        return Document(id="row", text=self.text, published=self.published, lang=self.lang)


def table(path: Path) -> Any:
    """A YAML file → its content, all scalars as strings."""
    return plain(parse(path.read_text(encoding="utf-8")))


def row(record: dict[str, Any] | str) -> Row:
    """A record of a table (or a sentence in which nothing is to be read) → the row; ValueError says what is wrong with it."""
    record = {"say": record} if isinstance(record, str) else record
    if unknown := record.keys() - {"say", "reads", "published", "lang", "note"}:
        raise ValueError(f"unknown key {sorted(unknown)[0]!r} in: {record.get('say')}")
    text, spans = _unbracketed(record["say"])
    asked = [(start, end) for start, end, optional in spans if not optional]
    reads = record.get("reads") or []
    if len(asked) != len(reads):
        raise ValueError(f"{len(asked)} brackets and {len(reads)} labels in: {record['say']}")
    published = record.get("published")
    return Row(text, tuple(_label(*span, read) for span, read in zip(asked, reads, strict=True)),
               tuple((start, end) for start, end, optional in spans if optional),
               datetime.date.fromisoformat(published) if published else None, record.get("lang") or "en", record.get("note"))


def _unbracketed(marked: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """A sentence with brackets → the sentence, and (start, end, whether optional) of each bracket."""
    text, spans, last = "", [], 0
    for found in BRACKETS.finditer(marked):
        text += marked[last:found.start()]
        spans.append((len(text), len(text) + len(found[2]), bool(found[1])))
        text, last = text + found[2], found.end()
    return text + marked[last:], spans


def _label(start: int, end: int, read: dict[str, str]) -> Label:
    kind, value = next(iter(read.items()))
    kinds = frozenset(kind.split("|"))
    fields = {name: tuple(said.split("|")) for name, said in list(read.items())[1:]}
    exact_span = fields.pop("span", ("exact",)) != ("any",)
    if unknown := (fields.keys() - set(FIELDS)) | (kinds - {*KINDS, "set"}):
        raise ValueError(f"unknown key {sorted(unknown)[0]!r} in: {read}")
    for name, allowed in WORDS.items():
        if wrong := set(fields.get(name, ())) - allowed:
            raise ValueError(f"{name} cannot be {sorted(wrong)[0]!r} in: {read}")
    fields["timex" if kinds & {*TEMPORAL, "duration"} else "number"] = tuple(value.split("|"))
    if kinds <= {"count"}:
        fields.setdefault("unit", ("none",))
    if kinds <= {"percent"}:
        fields.setdefault("unit", ("percent",))
    if not kinds & TEMPORAL:
        fields.setdefault("modifier", ("exact",))
    return Label(start, end, exact_span, (kinds - {"set"}) | SET_KINDS if "set" in kinds else kinds, fields)


def said(mention: Mention, name: str) -> str:
    """A mention and the name of a label's field → what the mention says there, in the notation of labels; "none" is empty."""
    return str(_SAID[name](mention) or "none")


def right(label: Label, name: str, mention: Mention) -> bool:
    """Whether the mention's field is one that the label allows; a field that is not judged is right."""
    allowed = label.fields.get(name, ("any",))
    return "any" in allowed or canonical(name, said(mention, name)) in {canonical(name, value) for value in allowed}


def differences(label: Label, mention: Mention) -> list[str]:
    """Every judged field that is not as labelled, as "field: read, not expected"."""
    found = [f"{name}: {said(mention, name)}, not {'|'.join(allowed)}"
             for name, allowed in label.fields.items() if not right(label, name, mention)]
    if mention.kind not in label.kinds:
        found.insert(0, f"kind: {mention.kind}, not {'|'.join(sorted(label.kinds))}")
    if label.exact_span and (mention.start, mention.end) != (label.start, label.end):
        found.insert(0, f"span: {mention.text!r}")
    return found


def canonical(name: str, value: str) -> str:
    """A value in the form it is compared in: "kilometer-hour" as "kilometre hour", "The mayor" as "mayor", "3.50" as "7/2"."""
    if name in ("number", "move", "precision"):
        return "..".join(map(_number, value.split("..")))
    value = value.lower()
    if name == "unit":
        return value.replace("-", " ").replace("meter", "metre").replace("liter", "litre")
    if name == "speaker":
        return ARTICLE.sub("", value.replace("’", "'"))
    return value


def _number(value: str) -> str:
    return str(Fraction(value)) if value[-1:].isdigit() else value


def _plain(number: Number) -> str:
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def _ends(low: Number | None, high: Number | None) -> str:
    """Both ends as "10..20", the number when they are equal, "vague" without any."""
    ends = list(dict.fromkeys(_plain(end) for end in (low, high) if end is not None))
    return "..".join(ends) or "vague"


def _said_number(mention: Mention) -> str:
    return _ends(mention.number.low, mention.number.high) if mention.number else "vague"


_SAID: dict[str, Callable[[Mention], object]] = {
    "number": _said_number,
    "timex": lambda m: m.timex,
    "of": lambda m: m.entity_head,
    "property": lambda m: m.property,
    "unit": lambda m: m.unit,
    "modifier": lambda m: m.modifier,
    "modifiers": lambda m: " ".join(modifier.value for modifier in m.modifiers),
    "trend": lambda m: m.trend,
    "move": lambda m: m.move and f"{_plain(m.move.start)}..{_plain(m.move.end)}",
    "precision": lambda m: m.precision is not None and _plain(m.precision),
    "mod": lambda m: m.timex_mod,
    "relation": lambda m: m.date_relation,
    "speaker": lambda m: m.attribution and m.attribution.speaker,
    "stance": lambda m: m.attribution and m.attribution.stance,
    "modality": lambda m: m.modality,
    "negated": lambda m: "yes" if m.negated else "no",
    "role": lambda m: m.role,
}
