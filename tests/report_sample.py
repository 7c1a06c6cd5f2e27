"""A small report made by hand: what the renderers are shown in tests, whatever the stages before them learn."""
from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.model import (
    Attribution,
    Bounds,
    Claim,
    Document,
    Interval,
    Key,
    Mention,
    ModifierSpan,
    Move,
    Range,
    Report,
    Skipped,
    Step,
    Verdict,
)

HERALD = Document("flood/herald.txt",
                  "Police said at least 21 residents of the lower town were hurt.\nThe river rose to 7.2 metres on Tuesday.\n",
                  datetime.date(2024, 5, 3), "flood", publisher="Valley Herald")
POST = Document("flood/post.md",
                "The mayor said that 15 residents had been hurt, and no more.\nThe river had risen to 7.2 metres.\n",
                datetime.date(2024, 5, 4), "flood", publisher="Harbour Post")
WIRE = Document("wire-1",
                "Dozens of residents were hurt when the water came; 60 houses were lost.\n",
                datetime.datetime(2024, 5, 4, 22, 15, tzinfo=datetime.UTC), "flood", publisher="Northern Wire", url="https://wire.example/1")


def mention(document: Document, words: str, kind: str, *, thing: str = "", speaker: str = "", **fields: object) -> Mention:
    """The words of a document → a mention of them; `thing` and `speaker` are words of it too."""
    start = document.text.index(words)
    line = document.text.rfind("\n", 0, start) + 1
    sentence = (line, document.text.index("\n", line))
    if thing:
        at = document.text.index(thing, line)
        fields |= {"entity": thing, "entity_start": at, "entity_end": at + len(thing), "entity_head": thing.split()[0].rstrip("s")}
    if speaker:
        at = document.text.index(speaker)
        fields["attribution"] = Attribution(speaker, at, at + len(speaker))
    return Mention(document.id, start, start + len(words), words, kind, sentence=sentence, by="sample", **fields)  # type: ignore[arg-type]


def amount(low: str | None, high: str | None = None, **open: bool) -> dict[str, object]:
    ends = (Decimal(low) if low else None, Decimal(high) if high else None)
    return {"number": Range(ends[0], ends[0]), "precision": Decimal(1), "bounds": Bounds(*ends, **open)}


def claim(document: Document, m: Mention, **key: str) -> Claim:
    start, end = m.sentence
    return Claim(m, document.text.count("\n", 0, start) + 1, m.start - start + 1, document.text[start:end], start, document.publisher,
                 document.published, document.url, "flood", Key(**key))


AT_LEAST = mention(HERALD, "at least 21", "count", thing="residents of the lower town", speaker="Police", modifier="at_least",
                   modifiers=(ModifierSpan("at_least", 12, 20),), property="injured", **amount("21"))
FIFTEEN = mention(POST, "15", "count", thing="residents", speaker="The mayor", property="injured", **amount("15", "15"))
DOZENS = mention(WIRE, "Dozens", "count", thing="residents", property="injured", modifier="vague", bounds=Bounds(Decimal(24), Decimal(99)))
METRES = mention(HERALD, "7.2 metres", "measure", unit="metre", ucum="m", **(amount("7.2", "7.2") | {"precision": Decimal("0.1")}))
METRES_TOO = mention(POST, "7.2 metres", "measure", unit="metre", ucum="m", **(amount("7.2", "7.2") | {"precision": Decimal("0.1")}))
TUESDAY = mention(HERALD, "Tuesday", "date", timex="2024-04-30", interval=Interval("2024-04-30", "2024-04-30", "day"))
HOUSES = mention(WIRE, "60 houses", "count", **amount("60", "60"), trend="up", move=Move(Decimal("4.5E+1"), Fraction(2, 3)))

CLAIMS = tuple(claim(document, m, dimension="count") for document, m in (
    (HERALD, AT_LEAST), (POST, FIFTEEN), (WIRE, DOZENS), (HERALD, METRES), (POST, METRES_TOO), (HERALD, TUESDAY), (WIRE, HOUSES)))


def verdict(outcome: str, message: str, *sides: tuple[int, ...], rule: str = "casualties/injured", disputed: bool = False) -> Verdict:
    chosen = [index for side in sides for index in side]
    places = {index: at for at, index in enumerate(chosen)}
    return Verdict("flood", rule, "agreement", outcome, "info" if disputed else "error",  # type: ignore[arg-type]
                   f"f1:{outcome[:4]}00{len(chosen)}", message, tuple(CLAIMS[index] for index in chosen),
                   tuple(tuple(places[index] for index in side) for side in sides),
                   (Step("relation", {"left": "21", "right": "15"}, {"relation": "disjoint"}),), disputed)


REPORT = Report(
    (verdict("conflict", "at least 21 injured residents against 15", (0,), (1,)),
     verdict("compatible", "dozens of injured residents and at least 21", (2,), (0,)),
     verdict("agree", "7.2 metres in two sources", (3, 4), rule="alignment")),
    (HERALD, POST, WIRE), CLAIMS, (Skipped("flood/photo.txt", "binary (a zero byte at byte 3), expected UTF-8 text", 1),))

GOLDEN_SHEET = replace(REPORT, documents=(POST, WIRE))
"""The same with two of them as drafts: numbers that are backed, contradicted and not found."""
