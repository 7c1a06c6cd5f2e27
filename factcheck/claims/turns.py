"""Where one thing that a sentence tells ends and the next begins: marks, turning words, and an "and" that joins another verb."""
from __future__ import annotations

from functools import lru_cache

from factcheck.claims.sentence import Sentence
from factcheck.data import listed
from factcheck.extract.grammar import grammar

BREAKS = frozenset([";", ":", "(", ")", "–", "—", "-LRB-", "-RRB-"])
TURNS = listed("lemmas", "turns")
RELATIVE = frozenset(["which", "who", "whose"])


@lru_cache(maxsize=50_000)
def acts(word: str) -> bool:
    """Whether a word in lower case looks like a verb: "killed", "operates"."""
    return grammar().is_verb(word) or word in grammar().verbs


def joins(said: Sentence, index: int) -> bool:
    """Whether an "and" joins something else that was done: "opened in 1964 | and closed in 2003", but not "12 dead and wounded"."""
    if said.lemmas[index] != "and" or index < 2 or index + 2 >= len(said.surface):
        return False
    at = index + 1 + (said.surface[index + 1].lower() in grammar().adverbs or said.surface[index + 1][-2:] == "ly")
    word, before = said.surface[at].lower(), said.surface[index - 1].lower()
    finite = acts(word) and not said.names[at] and word not in listed("lemmas", "not_finite")
    return finite and not acts(before) and before not in grammar().properties and said.surface[at + 1:at + 2] != ("and",)
