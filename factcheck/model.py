"""The nouns of the project: frozen dataclasses that the stages hand to each other, and nothing else.

    Document → Mention → Claim → Group → Verdict → Report

Words used everywhere with one meaning: a *span* is a half-open pair of code-point offsets into the untouched text; a *mention* is a
span that states a number or a date; its *number* is what was written, its *bounds* what the words allow; a *modifier* is a word such
as "at least"; the *measured entity* is what was counted or measured and the *property* the aspect of it; an *attribution* says who
speaks; a *claim* is a mention with everything later stages need; a *fact* is what claims of equal content state; a *relation* holds
between two bounds or intervals; an *outcome* is what an editor concludes from it; a *verdict* is an outcome with its evidence;
its *standing* (standing.py) is what was known of it before the run.
"""
from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from factcheck.frozen import frozen, later
from factcheck.standing import NOTHING_KNOWN, Fixed, Notice, Outdated, Remark, Standing

Number = Decimal | Fraction
"""A number as written: decimal digits stay as they are ("0.30" is not "0.3"); "two-thirds" is Fraction(2, 3)."""
KINDS = ("count", "measure", "money", "percent", "ratio", "ordinal", "duration", "age", "score", "date", "time", "identifier")
MODIFIERS = ("exact", "about", "nearly", "just_over", "more_than", "at_least", "less_than", "at_most", "up_to", "between", "vague")
DATE_RELATIONS = ("since", "until", "by", "before", "after", "from", "to")
OUTCOMES = ("agree", "compatible", "conflict", "superseded", "incomparable")
SEVERITIES = ("error", "warning", "info")

Modality = Literal["asserted", "planned", "possible", "denied"]
Outcome = Literal["agree", "compatible", "conflict", "superseded", "incomparable"]
Severity = Literal["error", "warning", "info"]


@frozen
class Document:
    """One article as given. Only `id` and `text` are needed; `title` is laid beside the body as a headline.

    `metadata_offset` is where the prose begins: what lies before it (front matter) is part of the text and of every offset, and is
    not read. `path` is the file it was read from, `replaces` the URL or id of the document that it takes the place of in a store.
    """

    id: str
    text: str
    published: datetime.date | datetime.datetime | None = None
    story: str | None = None
    lang: str = "en"
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    metadata_offset: int = 0
    replaces: str | None = None
    path: str | None = None
    remarks: tuple[Remark, ...] = ()


@frozen
class Skipped:
    """A document or file that was not used, and why: one line with path, place and what was expected."""

    path: str
    reason: str
    line: int | None = None


@frozen
class Range:
    """The number as written and scaled; both ends equal for a single number, both None for a vague word."""

    low: Number | None
    high: Number | None


@frozen
class Bounds:
    """What the words allow. None is no end; an open end excludes its number."""

    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False


@frozen
class ModifierSpan:
    """One modifier with its place: "at least" is ModifierSpan("at_least", 10, 18)."""

    value: str
    start: int
    end: int


@frozen
class Move:
    """The two ends of "from 10 to 12". `from` is a word of Python, so the fields are start and end; JSON says from and to."""

    start: Number
    end: Number


@frozen
class Interval:
    """Inclusive ISO dates ("2023-06-20") or times ("2024-02-06T22:15", "…Z", "…+03:00"); None is unknown.

    `granularity` is what the words said: century, decade, year, half, season, quarter, month, week, weekend, day, part, hour … second.
    """

    start: str | None
    end: str | None
    granularity: str


@frozen
class Attribution:
    """Who says it: the words that name the speaker, their place, and the stance (said, denied, accused, estimated, reported …)."""

    speaker: str
    start: int
    end: int
    stance: str = "said"


@frozen
class Mention:
    """A span of a document that states a number, a date or a time. Every field is described in docs and in the public interface."""

    document: str
    start: int
    end: int
    text: str
    kind: str
    number: Range | None = None
    precision: Decimal | None = None
    bounds: Bounds | None = None
    modifier: str = "exact"
    modifiers: tuple[ModifierSpan, ...] = ()
    trend: str | None = None
    move: Move | None = None
    unit: str | None = None
    ucum: str | None = None
    entity: str | None = None
    entity_start: int | None = None
    entity_end: int | None = None
    entity_head: str | None = None
    property: str | None = None
    timex: str | None = None
    timex_mod: str | None = None
    interval: Interval | None = None
    date_relation: str | None = None
    negated: bool = False
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    sentence: tuple[int, int] = (0, 0)
    by: str = ""
    role: str | None = None
    """How the number stands to a neighbour: "part" ("including 3", "of whom 3", "3 of them") or "addition" ("another 5", "5 more")."""
    whole: Number | None = None
    """The total a part is taken of, where the same phrase says it: "445 of 1,204 people" has whole 1204."""
    told: str | None = None         # of a figure in a table, whose sentence is its cell: what its headings say, and the figure,
    told_start: int = 0             # … and where in that the figure stands


@frozen
class Key:
    """What a claim is compared by. None means that the text does not say."""

    dimension: str | None = None
    entity: str | None = None
    property: str | None = None
    subject: str | None = None
    place: str | None = None
    time: str | None = None


@frozen
class Claim:
    """A mention with its evidence and its document's metadata: no later stage goes back to the text."""

    mention: Mention
    line: int
    column: int
    quote: str                                  # its sentence; of a figure in a table what the table tells of it …
    quote_start: int                            # … and where that would begin
    publisher: str | None
    published: datetime.date | datetime.datetime | None
    url: str | None
    story: str
    key: Key
    headline: bool = False
    context: frozenset[str] = frozenset()
    """Lemmas of the content words of the sentence, for the question "do these two speak of the same thing?"."""
    names: frozenset[str] = frozenset()         # proper names of the sentence, lower-cased
    prefix: str = ""                            # what stands before and after the mention, as the W3C's TextQuoteSelector takes it
    suffix: str = ""
    title: str | None = None                    # the headline that came beside the text of its document


@frozen
class Selector:
    """Which claims a rule is about. Any item of a field will do, every field that is not empty must hold, an empty field does not
    restrict. Words are lemmas in lower case; groups/select.py says how each field is read.
    """

    kinds: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    properties: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    all_words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    dimensions: frozenset[str] = frozenset()
    date_relations: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    patterns: tuple[str, ...] = ()


@frozen
class Rule:
    """A rule file as the stages use it. `options` holds what only its kind understands (a reference value, a citation …)."""

    id: str
    kind: str
    about: Selector = Selector()
    exclude: Selector | None = None
    tolerance: Number | None = None
    tolerance_relative: Number | None = None
    scope: Literal["document", "story", "all"] = "story"
    per: Literal["speaker", "publisher"] | None = None
    severity: Severity = "error"
    why: str = ""
    link: str | None = None
    widths: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    path: str | None = None


@frozen
class Group:
    """Whatever claims one rule selects of one story (or of one document): what a check looks at, and all that it looks at."""

    rule: Rule
    story: str
    claims: tuple[Claim, ...]
    about: frozenset[str] = frozenset()
    """Documents of which one must have a part in a verdict; empty: any will do."""


@frozen
class Step:
    """One step of a trail: a named pure function, what went in and what came out, both as plain JSON values."""

    step: str
    input: Any
    output: Any


@frozen
class Verdict:
    """An outcome with its evidence. `sides` lists, for each fact, the indices of the claims that state it."""

    story: str
    rule: str
    kind: str
    outcome: Outcome
    severity: Severity
    fingerprint: str
    message: str
    claims: tuple[Claim, ...]
    sides: tuple[tuple[int, ...], ...]
    trail: tuple[Step, ...]
    disputed: bool = False

    _repr_html_ = later("factcheck.report.notebook", "of_verdict")


@frozen
class Report:
    """All that one run found: verdicts in a stable order, the documents read, and what was skipped and why; `standings` has what was
    known of a verdict before, by its story and fingerprint (one fingerprint may stand in two stories): ask `standing`.
    """

    verdicts: tuple[Verdict, ...] = ()
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    outdated: tuple[Outdated, ...] | None = None
    """Of a check against a store; None where there was none."""
    standings: Mapping[tuple[str, str], Standing] = field(default_factory=dict)
    fixed: tuple[Fixed, ...] = ()
    notices: tuple[Notice, ...] = ()

    def standing(self, verdict: Verdict) -> Standing:
        """What was known of a verdict before this run; an empty `Standing` when nothing was."""
        return self.standings.get((verdict.story, verdict.fingerprint), NOTHING_KNOWN)

    _repr_html_ = later("factcheck.report.notebook", "of_report")
    to_frame = later("factcheck.report.notebook", "frame")
