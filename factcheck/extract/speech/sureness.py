"""How sure the words before a number are: asserted, planned, possible or denied, and negated or not.

Gets wrong: a modal verb in another clause that no mark or "but" parts from the number's.
"""
from __future__ import annotations

from factcheck.extract.grammar import Grammar
from factcheck.extract.speech.voices import Voices
from factcheck.extract.tokens import Block
from factcheck.model import Modality

REACH = 14                  # tokens before the number in which a word of doubt counts
NEAR = 6                    # tokens in which "not" negates
AHEAD_REACH = 8             # tokens of a subject before its modal verb
HEADLINE = 20               # tokens of a line without a full stop that may be a headline
CLAUSE_MARKS = frozenset([";", "“", "”", ":"])
CLAUSE_WORDS = frozenset(["but", "and", "while", "which"])


def cues_of(block: Block, begin: int, limit: int, hits: list[int], rules: Grammar, known: Voices) -> list[int]:
    """The words of doubt of a sentence and its plans in order: without names ("Anna Hope", "Target") and "due to the rain"."""
    words, plans = block.words, _plans(block, begin, limit, rules, known)
    if not hits:
        return plans
    capital = [at for at in hits if _is_capital(block, at, begin, limit, known)]
    names = set(capital) if capital and any(len(word) > 3 and word.islower() for word in block.surface[begin:limit]) else ()
    found = [at for at in hits if at not in names and not (words[at] == "due" and words[at + 1:at + 2] == ["to"])
             and not (words[at] in known.denied and at > begin and words[at - 1] in rules.passives)]      # "12 bids were rejected"
    return sorted([*found, *plans]) if plans else found


def _is_capital(block: Block, at: int, begin: int, limit: int, known: Voices) -> bool:
    """Whether a word of doubt has the capital of a name: inside a sentence, or at its start before another name or a verb."""
    surface = block.surface
    if not surface[at][0].isupper():
        return False
    return at > begin or at + 1 < limit and (surface[at + 1][0].isupper() or _past(block.words[at + 1], known))


def _past(word: str, known: Voices) -> bool:
    return word[-2:] == "ed" and len(word) > 4 or word in known.past_of_names


def _plans(block: Block, begin: int, limit: int, rules: Grammar, known: Voices) -> list[int]:
    """Each "to" that makes a plan: "is set to rise", "is to open", "homes to be built", and the headline "Fares to rise 4%"."""
    words, found, at = block.words, [], begin
    for _ in range(words[begin + 1:limit - 1].count("to")):
        at = words.index("to", at + 1, limit - 1)
        before, after = words[at - 1], words[at + 1]
        made = after == "be" and _made(words, at + 2, limit, rules)
        verb = made or after in rules.verbs or after in rules.either or after in rules.present or after in rules.trends
        if verb and (before in known.openers or before in known.links or made and not rules.is_verb(before)
                     or _headlined(block, begin, at, limit, rules)):
            found.append(at)
    return found


def _made(words: list[str], at: int, limit: int, rules: Grammar) -> bool:
    """Whether a participle stands at a token: "to be | built"."""
    return at < limit and (words[at] in rules.past or words[at] in rules.participles or words[at][-2:] == "ed")


def _headlined(block: Block, begin: int, at: int, limit: int, rules: Grammar) -> bool:
    """Whether a line is a headline and "to" its only verb: "Rail fares | to rise 4%"."""
    words = block.words
    if limit - begin > HEADLINE or words[limit - 1] in ENDS or limit != len(words) or not words[at - 1][0].isalpha():
        return False
    return not any(rules.is_verb(word) or word in rules.prepositions or word in rules.trends for word in words[begin:at])


ENDS = frozenset(".!?…:;,”\"")


def sureness(block: Block, number: int, begin: int, cues: list[int], rules: Grammar, known: Voices) -> tuple[Modality, bool]:
    """The token of a number and the modal cues of its sentence → its modality and whether it is negated."""
    words, found, negated = block.words, "asserted", False
    for at in reversed(cues):
        if block.taken[at]:
            continue                                                                # the month of May
        if at > number:
            if found == "asserted" and words[at] in known.ahead and _subject_between(block, number, at, rules, known):
                found = _of_verb(words, at, known)                                  # "75 cattle may be infected"
            continue
        if at < number - REACH or _clause_between(words, at, number):
            break
        word = words[at]
        if word in known.proofs:
            if words[at + 1] == "that" and at > begin and "no" in words[max(begin, at - 2):at]:
                found = "denied"                                                    # "no clear evidence that 15 died"
        elif word in known.denied:
            found = "denied"
        elif word in known.planned or word in known.possible or word == "to":
            if found == "asserted" and word not in ("can", "if"):
                found = _of_verb(words, at, known)
        elif at >= number - NEAR and not (word == "not" and words[at + 1] in known.hedged_not):
            negated = True
    return found, negated  # type: ignore[return-value]


def _of_verb(words: list[str], at: int, known: Voices) -> str:
    """What a modal verb makes of its clause: "would have" is a possibility, "would" alone a plan."""
    if words[at] == "would" and words[at + 1:at + 2] == ["have"]:
        return "possible"
    return "planned" if words[at] in known.planned or words[at] == "to" else "possible"


def _subject_between(block: Block, number: int, at: int, rules: Grammar, known: Voices) -> bool:
    """Whether only the counted noun stands between a number and a modal verb: the number is its subject."""
    if block.words[at] == "to":
        while block.words[at - 1] in known.links or block.words[at - 1] in known.openers:
            at -= 1                                                                 # "40 homes | are set to be built"
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
