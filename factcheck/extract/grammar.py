"""The closed word classes of a language, ready for look-up, and the singular of a noun."""
from __future__ import annotations

from functools import cache, lru_cache

from factcheck.data import filled, load
from factcheck.frozen import frozen

STANCES = ("said", "reported", "estimated", "accused", "denied", "warned")
CLOSED = ("determiners", "prepositions", "conjunctions", "pronouns", "auxiliaries", "adverbs")


@frozen
class Grammar:
    """What the phrase readers ask of a word. A field that `grammar` does not derive is the row of its name in `grammar.yaml`."""

    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    complements: frozenset[str]
    stops: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    not_verbs: frozenset[str]
    plurals: frozenset[str]
    singular_in_s: frozenset[str]
    properties: dict[str, str]
    trends: dict[str, str]
    range_cues: frozenset[str]
    change_nouns: frozenset[str]
    labels: frozenset[str]
    score_cues: frozenset[str]
    speech: frozenset[str]
    before_pronoun_one: frozenset[str]
    before_either_one: frozenset[str]
    after_pronoun_one: frozenset[str]
    generations: frozenset[str]
    hedges: frozenset[str]
    at_one: frozenset[str]
    more_words: frozenset[str]
    prices: frozenset[str]
    costing: frozenset[str]
    person_endings: tuple[str, ...]
    moves: frozenset[str]
    trend_fillers: frozenset[str]
    trends_with_object: frozenset[str]
    collecting: frozenset[str]
    codes: frozenset[str]
    levels: frozenset[str]
    passing: frozenset[str]
    edges: frozenset[str]
    takers: frozenset[str]
    turns: frozenset[str]
    modals: frozenset[str]
    acronyms: frozenset[str]
    adverbial_nouns: frozenset[str]
    floating: frozenset[str]
    subject_words: frozenset[str]
    ly_nouns: frozenset[str]
    comparatives: frozenset[str]
    no_heads: frozenset[str]
    dimensions: frozenset[str]
    quakes: frozenset[str]
    quake_verbs: frozenset[str]
    before_dash: frozenset[str]
    number_signs: frozenset[str]
    object_openers: frozenset[str]
    between_numbers: frozenset[str]
    offices: frozenset[str]
    statistics: frozenset[str]
    value_verbs: frozenset[str]
    before_number: frozenset[str]
    links: frozenset[str]
    plural_modifiers: frozenset[str]
    participles: frozenset[str]
    directions: frozenset[str]
    clause_openers: frozenset[str]
    date_links: frozenset[str]
    time_links: frozenset[str]
    people_alone: frozenset[str]
    stand_ins: frozenset[str]
    fillers: frozenset[str]
    those: frozenset[str]
    back_references: frozenset[str]
    aspect_links: frozenset[str]
    passives: frozenset[str]
    finite_passives: frozenset[str]
    reporting: frozenset[str]
    suffering: frozenset[str]
    harm: frozenset[str]
    aspect_fillers: frozenset[str]
    particles: frozenset[str]
    verbs: frozenset[str]
    either: frozenset[str]
    verbal: frozenset[str]

    def is_verb(self, word: str) -> bool:
        """Whether a word looks like a finite verb or a participle."""
        return (word in self.past or word in self.present or word in self.auxiliaries
                or (word[-2:] == "ed" and len(word) > 4 and word not in self.not_verbs))

    def is_plural(self, word: str) -> bool:
        """Whether a noun counts several: "laptops", "people", not "gas"."""
        if word in self.plurals or word[-8:] == "children" or (
                word[-3:] == "men" and len(word) > 5 and word not in self.singular_in_s):
            return True
        return word[-1] == "s" and len(word) > 2 and word[-2] not in "su" and word[-2:] != "is" and word not in self.singular_in_s


@cache
def grammar(lang: str = "en") -> Grammar:
    """A language → its grammar tables."""
    table, spoken = load(f"lang.{lang}.grammar"), load(f"lang.{lang}.speech")
    either = _forms(table["verbs_or_nouns"])
    derived = {
        "stops": frozenset().union(*(table[name] for name in CLOSED)).difference(table["open_words"]),
        "properties": {form: base.rstrip("_") for base, forms in load(f"lang.{lang}.properties").items() for form in forms},
        "trends": {word: direction for direction, forms in table["trends"].items() for word in forms},
        "speech": frozenset().union(*(spoken[stance] for stance in STANCES)).difference(spoken["seldom_speech"]),
        "person_endings": tuple(table["person_endings"]),
        "verbs": _forms(table["verbs"]) - either,
        "either": either,
        "verbal": _forms(table["verbs"]).union(either, table["past"], table["present"], table["auxiliaries"], *table["trends"].values()),
    }
    return filled(Grammar, table, derived)


def _forms(bases: list[str]) -> frozenset[str]:
    """Plain verbs → they and their forms in -s: carry → carries, reach → reaches."""
    return frozenset(bases).union(map(_in_s, bases))


def _in_s(base: str) -> str:
    if base[-1] == "y" and base[-2] not in "aeou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


@lru_cache(maxsize=20_000)
def singular(word: str, lang: str = "en") -> str:
    """A noun in lower case → its singular: laptops → laptop, people → person, cities → city; a word that is no plural comes back."""
    irregular = load(f"lang.{lang}.grammar")["irregular_plurals"]
    if word in irregular:
        return str(irregular[word])
    if word[-3:] == "men" and len(word) > 5 and word not in grammar(lang).singular_in_s:
        return word[:-2] + "an"                                                     # "salesmen", "policewomen"
    if word[-8:] == "children":
        return word[:-3]                                                            # "grandchildren"
    if len(word) < 4 or word[-1] != "s" or word[-2] in "su" or word[-2:] == "is" or word in grammar(lang).singular_in_s:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]
