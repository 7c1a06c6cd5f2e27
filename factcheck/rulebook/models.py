"""What may stand in a rule file, as pydantic models; the JSON Schema of `rules schema` is made from them.

`RuleFile` is what all kinds have in common; a kind adds its own keys in `kinds/`. Unknown keys are refused everywhere.
"""
from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from factcheck.model import Rule, Selector
from factcheck.rulebook.values import HEDGES, Date, End, Hedge, Link, Pattern, Share, Text, Tolerance, Word

Kind = Literal["count", "measure", "money", "percent", "ratio", "ordinal", "duration", "age", "score", "date", "time", "identifier"]
DateRelation = Literal["since", "until", "by", "before", "after", "from", "to"]


class Strict(BaseModel):
    """A mapping whose keys are all known."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, str_strip_whitespace=True)


class About(Strict):
    """Which claims: any item of a key will do, every key that is given must hold. Words are lemmas ("child", not "children")."""

    kinds: list[Kind] = Field(default=[], description="kinds of mention")
    entities: list[Word] = Field(default=[], description='what was counted or measured: "member", or several words, "computer unit"')
    properties: list[Word] = Field(default=[], description='the aspect that is counted or measured: "injured"')
    words: list[Word] = Field(default=[], description="cue words: one of them is in the sentence")
    all_words: list[Word] = Field(default=[], description="cue words: each of them is in the sentence")
    near: list[Word] = Field(default=[], description="cue words: one of them is within six words of the number or date")
    units: list[Text] = Field(default=[], description='units by their singular name: "hectare"')
    dimensions: list[Text] = Field(default=[], description='dimensions of units: "area"')
    date_relations: list[DateRelation] = Field(default=[], description="how a date bounds what is told: since 2013")
    places: list[Word] = Field(default=[], description="places, in lower case")
    times: list[Date] = Field(default=[], description="years, months or days that the claim is about")
    patterns: list[Pattern] = Field(default=[], description="regular expressions on the sentence; {mention} is the number or date")

    @model_validator(mode="after")
    def _selects_something(self) -> About:
        if not self.model_fields_set or not any(getattr(self, name) for name in self.model_fields_set):
            raise ValueError("expected at least one key with at least one item; an empty selection would take every claim")
        return self

    def selector(self) -> Selector:
        fields: dict[str, Any] = {name: tuple(items) if name == "patterns" else frozenset(items) for name, items in self}
        return Selector(**fields)


class Width(Strict):
    """How far a hedge reaches in this rule. Of a modifier ("nearly") what is not given stays as in the table of the language; a vague
    word ("several") has its two ends.
    """

    below: Share | None = Field(default=None, description='modifier: share of the number that it reaches down, or "none" for no end')
    above: Share | None = Field(default=None, description='modifier: share of the number that it reaches up, or "none" for no end')
    open: list[Literal["low", "high"]] | None = Field(default=None, description="modifier: ends that exclude their number")
    low: End | None = Field(default=None, description='vague word: the least it can be, or "none" for no end')
    high: End | None = Field(default=None, description='vague word: the most it can be, or "none" for no end')


class ExampleText(Strict):
    """One article of an example."""

    text: Text = Field(description="a sentence or two, in your own words")
    published: Date | None = Field(default=None, description="the day of publication")
    publisher: Text | None = Field(default=None, description="who publishes it")
    title: Text | None = Field(default=None, description="its headline")

    @model_validator(mode="before")
    @classmethod
    def _bare_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(core)]}


class Example(Strict):
    """Two short texts of one story: a list of two, or `a:` and `b:`; one text alone stands without a list."""

    a: ExampleText = Field(description="the first text")
    b: ExampleText | None = Field(default=None, description="the second text")

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"a": value}
        if isinstance(value, list):
            if len(value) != 2:
                raise ValueError(f"expected two texts in the list, not {len(value)}")
            return {"a": value[0], "b": value[1]}
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        mapping = handler(core)
        text = handler.resolve_ref_schema(mapping)["properties"]["a"]
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": text, "minItems": 2, "maxItems": 2}, mapping]}


class Examples(Strict):
    """What the rule says of short texts, by outcome; `silent` holds those it must say nothing about."""

    agree: list[Example] = Field(default=[], description="texts that state the same")
    compatible: list[Example] = Field(default=[], description="texts that can both be true")
    conflict: list[Example] = Field(default=[], description="texts that cannot both be true")
    superseded: list[Example] = Field(default=[], description="texts of which the later one updates the earlier")
    silent: list[Example] = Field(default=[], description="texts that this rule must say nothing about")


class RuleFile(Strict):
    """The keys that every kind of rule has."""

    outcomes: ClassVar[tuple[str, ...]] = ("agree", "conflict", "silent")
    """What a rule of this kind should have examples of."""

    kind: str = Field(description="what the rule does")
    why: Text = Field(description="one sentence for the reader: what is compared, and why it should be equal")
    about: About = Field(description="which claims the rule is about")
    exclude: About | None = Field(default=None, alias="not", description="claims it is not about: one matching item is enough")
    tolerance: Tolerance | None = Field(default=None, description='how far two values may differ and still agree: "2" or "5%"')
    scope: Literal["document", "story", "all"] = Field(default="story", description="compare within a document, a story, or everything")
    per: Literal["speaker", "publisher"] | None = Field(default=None, description="compare only claims of one speaker or publisher")
    severity: Literal["error", "warning", "info"] = Field(default="error", description="how serious a conflict is")
    link: Link | None = Field(default=None, description="where one can read more")
    widths: dict[Hedge, Width] = Field(default={}, description="how far hedges reach in this rule")
    examples: Examples = Field(default=Examples(), description="short texts and what the rule says of them")

    @model_validator(mode="after")
    def _ends_fit_the_hedge(self) -> Self:
        for hedge, width in self.widths.items():
            allowed = ("below", "above", "open") if hedge in HEDGES else ("low", "high")
            if wrong := sorted(width.model_fields_set - set(allowed)):
                raise ValueError(f"widths of {hedge!r}: expected {', '.join(allowed)}, not {', '.join(wrong)}")
            if hedge not in HEDGES and (width.low is None or width.high is None):
                raise ValueError(f"widths of {hedge!r}: expected both `low` and `high`")
        return self

    def with_files(self, folder: Path, name: str) -> RuleFile:
        """The file, its folder and how messages call it → the same with what other files of that folder add to it; raises RuleError."""
        return self

    def options(self) -> dict[str, Any]:
        """What only this kind understands, as plain JSON values."""
        return {}

    def rule(self, id: str, path: str) -> Rule:
        """The file as the stages use it, without its examples."""
        absolute, relative = _tolerances(self.tolerance)
        return Rule(
            id=id, kind=self.kind, about=self.about.selector(),
            exclude=self.exclude.selector() if self.exclude else None, tolerance=absolute, tolerance_relative=relative, scope=self.scope,
            per=self.per, severity=self.severity, why=" ".join(self.why.split()), link=self.link,
            widths={name: width.model_dump(exclude_none=True) for name, width in self.widths.items()}, options=self.options(), path=path)


def _tolerances(text: str | None) -> tuple[Decimal | None, Decimal | None]:
    """"2" → (2, None); "5%" → (None, 0.05)."""
    if text is None:
        return None, None
    if text.endswith("%"):
        return None, Decimal(text[:-1]) / 100
    return Decimal(text), None
