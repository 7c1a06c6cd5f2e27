"""The words of one language as look-up tables, loaded once from `data/lang/en/dates.yaml`."""
from __future__ import annotations

from typing import Any

from factcheck.data import load

TABLE: dict[str, Any] = load("lang.en.dates")


def listed(topic: str) -> frozenset[str]:
    """A row of the table → its words."""
    return frozenset(TABLE[topic])


def numbers(table: dict[str, str]) -> dict[str, int]:
    """Words with the numbers that they stand for, as data write them → the same with whole numbers."""
    return {word: int(value) for word, value in table.items()}


MONTHS = numbers(TABLE["months"]["names"])
SHORT_MONTHS = numbers(TABLE["months"]["short"])
ALL_MONTHS = {**MONTHS, **SHORT_MONTHS}
DOUBTFUL = frozenset(TABLE["months"]["doubtful"])
MONTH_CUES = frozenset(TABLE["months"]["cues"])
FIRST_NAMES = frozenset(TABLE["months"]["first_names"])
WEEKDAYS = numbers(TABLE["weekdays"]["names"])
PLURAL_WEEKDAYS = numbers(TABLE["weekdays"]["plural"])
SHORT_WEEKDAYS = numbers(TABLE["weekdays"]["short"])
PAPERS = frozenset(TABLE["weekdays"]["papers"])
CLUBS = frozenset(TABLE["weekdays"]["clubs"])
UNITS: dict[str, str] = TABLE["units"]
SEASONS: dict[str, str] = TABLE["seasons"]
SEASON_NAMES = frozenset(TABLE["season_names"])
SEASON_THINGS = frozenset(TABLE["season_things"])
SEASON_ATTRIBUTES = frozenset(TABLE["season_attributes"])
PARTS: dict[str, str] = TABLE["parts"]
DAYS: dict[str, tuple[int, str]] = {word: (int(entry["shift"]), entry.get("part", "")) for word, entry in TABLE["days"].items()}
STEPS = {word: int(entry["step"]) for word, entry in TABLE["pointers"].items()}
OF_SPEECH = frozenset(word for word, entry in TABLE["pointers"].items() if entry["from"] == "speech")
OFFSETS = {word: int(entry["step"]) for word, entry in TABLE["offsets"].items()}
OFFSETS_OF_SPEECH = frozenset(word for word, entry in TABLE["offsets"].items() if entry["from"] == "speech")
PHASES: dict[str, str] = TABLE["phases"]
PHASES_OF: dict[str, str] = TABLE["phases_of"]
APPROXIMATE: dict[str, str] = TABLE["approximate"]
ADJECTIVES = frozenset(TABLE["adjectives"])
ORDINALS = numbers(TABLE["ordinals"])
ENDINGS = frozenset(TABLE["ordinal_endings"])
DECADES = numbers(TABLE["decades"])
RELATIONS: dict[str, str] = TABLE["relations"]
YEAR_PREPOSITIONS = frozenset(TABLE["year_prepositions"])
YEAR_RESULTS = frozenset(TABLE["results_of_years"])
YEAR_VERBS = frozenset(TABLE["year_verbs"])
ORIGINS = frozenset(TABLE["origins"])
YEAR_HEADS = frozenset(TABLE["year_heads"])
YEAR_NAMES = frozenset(TABLE["year_names"])
YEAR_NOUNS = frozenset(TABLE["nouns_of_years"])
LABELS = frozenset(TABLE["labels"])
COUNTED = frozenset(TABLE["counted"])
MONEY = frozenset(TABLE["money"])
VAGUE: dict[str, str] = TABLE["vague"]
VAGUE_NOUNS: dict[str, str] = TABLE["vague_nouns"]
VAGUE_BEFORE = frozenset(TABLE["vague_before"])
RECURRING: dict[str, str] = TABLE["recurring"]
RECURRING_NAMES = frozenset(TABLE["recurring_names"])
HALF_DAYS = numbers(TABLE["clock"]["half_days"])
CLOCK_NAMES: dict[str, str] = TABLE["clock"]["names"]
ZONES: dict[str, str] = TABLE["clock"]["zones"]
ZONE_WORDS = frozenset(TABLE["clock"]["zone_words"])
CLOCK_CUES = frozenset(TABLE["clock"]["cues"])
RATIOS = frozenset(TABLE["clock"]["ratios"])
HOUR_WORDS = numbers(TABLE["clock"]["numbers"])
WIDTHS: dict[str, dict[str, tuple[int, int]]] = {unit: {mod: (int(low), int(high)) for mod, (low, high) in row.items()}
                                                 for unit, row in TABLE["widths"].items()}
HOLIDAYS: list[dict[str, Any]] = TABLE["holidays"]
FEAST_TABLES: dict[str, tuple[int, list[str]]] = {name: (int(entry["first"]), entry["days"].split())
                                                  for name, entry in TABLE["feast_tables"].items()}
LANDMARKS: dict[str, str] = {entry["name"]: entry["timex"] for entry in TABLE["landmarks"]}
TENSE: dict[str, list[str]] = TABLE["tense"]
DASHES = frozenset("-‐‑‒–—−")
JOINERS = DASHES | listed("joiners")
DETERMINERS = frozenset(TABLE["determiners"])
GRAMMAR: dict[str, list[str]] = load("lang.en.grammar")
VERBS = frozenset((*GRAMMAR["past"], *GRAMMAR["present"]))
TRENDS: dict[str, list[str]] = load("lang.en.grammar")["trends"]
CHANGES = frozenset((*GRAMMAR["moves"], *GRAMMAR["range_cues"])).union(*TRENDS.values())
"""Words that make two numbers the ends of a change or a price: "rose from 1618 to 1648"."""
FUNCTION = DETERMINERS.union(*(GRAMMAR[kind] for kind in ("prepositions", "conjunctions", "pronouns", "auxiliaries", "adverbs")))
"""Words that end a noun phrase: after one of these, what stood before is not an attribute."""
