"""How sure the words before a number are: asserted, planned, possible or denied, and negated or not."""
from __future__ import annotations

from factcheck.extract.grammar import Grammar
from factcheck.extract.speech.voices import Voices
from factcheck.extract.tokens import Block
from factcheck.model import Modality

REACH = 14                  # tokens before the number in which a word of doubt counts
NEAR = 6                    # tokens in which "not" negates
AHEAD_REACH = 8             # tokens of a subject before its modal verb
CLAUSE_MARKS = frozenset([";", "“", "”", ":"])
CLAUSE_WORDS = frozenset(["but", "and", "while", "which"])
HEDGED_NOT = frozenset(["only", "least", "more", "less", "fewer", "just"])      # "not only 5", "not less than 5"


def sureness(block: Block, number: int, begin: int, cues: list[int], rules: Grammar, known: Voices) -> tuple[Modality, bool]:
    """The token of a number and the modal cues of its sentence → its modality and whether it is negated."""
    words, found, negated = block.words, "asserted", False
    for at in reversed(cues):
        if block.taken[at] or _is_name(block, at, begin):
            continue
        if at > number:
            if found == "asserted" and words[at] in AHEAD and _subject_between(block, number, at, rules):
                found = _of_verb(words, at, known)                                  # "75 cattle may be infected"
            continue
        if at < number - REACH or _clause_between(words, at, number):
            break
        word = words[at]
        if word in known.denied:
            found = "denied"
        elif word in known.planned or word in known.possible:
            if found == "asserted" and word not in ("can", "if"):
                found = _of_verb(words, at, known)
        elif at >= number - NEAR and not (word == "not" and words[at + 1] in HEDGED_NOT):
            negated = True
    return found, negated  # type: ignore[return-value]


def _is_name(block: Block, at: int, begin: int) -> bool:
    """Whether a cue is the month "May" or part of a name: "Alan Hope Brandt"; in a Title Case headline any word has its capital."""
    surface = block.surface
    if surface[at] == "May":
        return True
    inside = begin < at < len(surface) - 1 and all(surface[index][0].isupper() for index in (at - 1, at, at + 1))
    return inside and any(len(word) > 3 and word.islower() for word in surface[at + 1:at + 1 + 2 * REACH])


AHEAD = frozenset(["will", "would", "may", "might", "could", "shall"])


def _of_verb(words: list[str], at: int, known: Voices) -> str:
    """What a modal verb makes of its clause: "would have" is a possibility, "would" alone a plan."""
    if words[at] == "would" and words[at + 1:at + 2] == ["have"]:
        return "possible"
    return "planned" if words[at] in known.planned else "possible"


def _subject_between(block: Block, number: int, at: int, rules: Grammar) -> bool:
    """Whether only the counted noun stands between a number and a modal verb: the number is its subject."""
    between = block.words[number + 1:at]
    return len(between) <= AHEAD_REACH and not any(word in CLAUSE_MARKS or word in ",." or rules.is_verb(word) for word in between)


def _clause_between(words: list[str], at: int, number: int) -> bool:
    """Whether a new clause begins between a cue and the number."""
    for index in range(at + 1, number):
        word = words[index]
        if word in CLAUSE_MARKS or (word in ("but", "while") and index < number - 1):
            return True
        if word == "," and index < number - 1 and words[index + 1] in CLAUSE_WORDS:
            return True
    return False
