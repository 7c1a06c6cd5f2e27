"""How sure the words before a number are: asserted, planned, possible or denied, and negated or not."""
from __future__ import annotations

from factcheck.extract.speech.voices import Voices
from factcheck.extract.tokens import Block
from factcheck.model import Modality

REACH = 14                  # tokens before the number in which a word of doubt counts
NEAR = 6                    # tokens in which "not" negates
CLAUSE_MARKS = frozenset([";", "“", "”", ":"])
CLAUSE_WORDS = frozenset(["but", "and", "while", "which"])
HEDGED_NOT = frozenset(["only", "least", "more", "less", "fewer", "just"])      # "not only 5", "not less than 5"


def sureness(block: Block, number: int, begin: int, cues: list[int], known: Voices) -> tuple[Modality, bool]:
    """The token of a number and the modal cues of its sentence → its modality and whether it is negated."""
    words, found, negated = block.words, "asserted", False
    for at in reversed(cues):
        if at >= number:
            continue
        if at < number - REACH or _clause_between(words, at, number):
            break
        word = words[at]
        if word in known.denied:
            found = "denied"
        elif word in known.planned or word in known.possible:
            if found == "asserted" and word not in ("can", "if"):
                found = "planned" if word in known.planned else "possible"
        elif at >= number - NEAR and not (word == "not" and words[at + 1] in HEDGED_NOT):
            negated = True
    return found, negated  # type: ignore[return-value]


def _clause_between(words: list[str], at: int, number: int) -> bool:
    """Whether a new clause begins between a cue and the number."""
    for index in range(at + 1, number):
        word = words[index]
        if word in CLAUSE_MARKS or (word in ("but", "while") and index < number - 1):
            return True
        if word == "," and index < number - 1 and words[index + 1] in CLAUSE_WORDS:
            return True
    return False
