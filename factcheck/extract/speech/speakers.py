"""A sentence in, its acts of speech out: "police said", "said the minister", "according to the office", "…,” he said".

A pronoun is the last speaker that the text named. Gets wrong: a speaker named only by a pronoun's function ("the latter said").
"""
from __future__ import annotations

from factcheck.extract.grammar import Grammar
from factcheck.extract.speech.voices import Voices
from factcheck.extract.tokens import Block
from factcheck.extract.units.index import after_number
from factcheck.frozen import frozen
from factcheck.model import Attribution


@frozen
class Speech:
    """One act of speech: the token of its verb, who speaks, and whether the speaker stands behind what was said."""

    verb: int
    attribution: Attribution
    after: bool


def speeches(block: Block, begin: int, limit: int, cues: list[int], last: Attribution | None, rules: Grammar,
             known: Voices) -> list[Speech]:
    """A sentence, its words of saying and the last speaker → its acts of speech in order."""
    found = []
    for at in cues:
        if not block.surface[at].islower() and at > begin:
            continue                                                                # "the United States" says nothing
        if block.words[at] == "according":
            speech = _according(block, at, limit, rules)
        else:
            speech = _verb(block, at, begin, limit, last, rules, known)
        if speech is not None:
            found.append(speech)
    return found


def speaker_of(number: int, acts: list[Speech]) -> Attribution | None:
    """The token of a number and the acts of its sentence → who says it: the last act before it, else the first after it."""
    before = [act for act in acts if act.verb < number and not act.after]
    if before:
        return before[-1].attribution
    later = [act for act in acts if act.verb > number]
    return later[0].attribution if later else None


def _according(block: Block, at: int, limit: int, rules: Grammar) -> Speech | None:
    if at + 2 >= limit or block.words[at + 1] != "to":
        return None
    end = _name_end(block, at + 2, limit, rules)
    if end <= at + 2:
        return None
    speaker = _attribution(block, at + 2, end, "said")
    opening = at == 0 or block.words[at - 1] in ".!?”" or block.surface[at][0].isupper()
    return Speech(at, speaker, not opening)


def _verb(block: Block, at: int, begin: int, limit: int, last: Attribution | None, rules: Grammar, known: Voices) -> Speech | None:
    words = block.words
    if words[at] in known.only_with_that and words[at + 1:at + 2] != ["that"]:
        return None
    if words[at][:5] == "claim" and not LIVES.isdisjoint(words[at + 1:at + TAKEN]):
        return None                                                                 # "the flood in Orsa claimed at least 39 lives"
    if words[at][-3:] == "ing" and at > begin and words[at - 1][0].isalnum() and words[at + 1:at + 2] != ["that"]:
        return None                                                                 # "the people claiming benefits"
    stance = known.stances[words[at]]
    if stance == "estimated" and words[at - 1:at] == ["had"] and (at + 1 >= limit or not words[at + 1][0].isalnum()):
        return None                                                                 # "below the 3.6% economists had forecast"
    first = _subject_first(block, at, begin, rules, known)
    if first is not None:
        trailing = _trailing(block, first, at, begin, limit)
        passed = words[at][-2:] == "ed" and (at + 1 >= limit or words[at + 1] in known.after_passives)
        if passed and not trailing and words[first] not in known.pronouns:
            return None                                                             # "no deaths confirmed in the camp"
        if words[first] in known.pronouns and first == at - 1:
            return Speech(at, last or _attribution(block, first, at, stance), trailing)
        end = _trimmed(block, first, at, known)
        if _amount(block, first, end) or not any(words[k][0].isalpha() and not block.taken[k] for k in range(first, end)):
            return None                                                             # "put into effect on January 1, declared free"
        speaker = _attribution(block, first, end, stance)
        return None if speaker.speaker.lower() in known.excluded else Speech(at, speaker, trailing)
    before = words[at - 1] if at > begin else ""
    if (before in AFTER_SPEECH or words[at] == "citing") and at + 1 < limit and stance in INVERTED \
            and (words[at][-3:] != "ing" or words[at] == "citing"):                 # not ", saying answers to"
        end = _name_end(block, at + 1, limit, rules)                                # "…,” said the minister"
        if end > at + 1 and words[at + 1] not in ("that", "it", "there"):
            return Speech(at, _attribution(block, at + 1, end, stance), words[at] != "citing")
    return None


LIVES, TAKEN = frozenset(["lives", "life", "victims"]), 6
def _amount(block: Block, first: int, end: int) -> bool:
    """Whether a speaker is none but an amount: "raised to | 29.5 million dollars from 21.5 million dollars | reported in May"."""
    words = block.words
    numbers = sum(word[0].isdecimal() for word in words[first:end])
    return numbers > 1 and words[first][0].isdecimal() and words[end - 1] in after_number().filed


PERFECT = frozenset(["has", "have", "had"])
AFTER_SPEECH = frozenset([",", "”", '"', "’", "“"])
INVERTED = frozenset(["said", "reported", "estimated", "warned"])


def _trailing(block: Block, first: int, verb: int, begin: int, limit: int) -> bool:
    """Whether the speaker stands behind what was said: "…, police said on Tuesday."; not "In a statement, the airline said 20 …"."""
    if first <= begin or block.words[first - 1] not in AFTER_SPEECH:
        return False
    after = verb + 1
    while after < limit and (block.taken[after] or block.words[after] in ("on", "in", "late", "early")):
        after += 1
    return after >= limit or block.words[after] in (".", ",", ";", "”", ")", "!", "?")


def _subject_first(block: Block, verb: int, begin: int, rules: Grammar, known: Voices) -> int | None:
    """The first token of the noun phrase right before a verb of saying, or None."""
    words, at = block.words, _subject_last(block, verb, begin, rules)
    if at is None or words[at] in known.pronouns:
        return at
    if words[at] in rules.stops or rules.is_verb(words[at]) and not block.surface[at][0].isupper():
        return None
    first, steps = at, 0
    while first - 1 >= begin and steps < 10:
        word = words[first - 1]
        if word[0].isalnum():
            if word in known.office_links and first - 2 >= begin and words[first - 2] in known.offices:
                first, steps = first - 1, steps + 1
                continue
            verb = rules.is_verb(word) and block.surface[first - 1].islower() and word not in rules.properties
            if verb or word in known.outside_titles or word in rules.pronouns or word in rules.auxiliaries:
                break
        elif word not in ("-", "‑", "’s", "'s", "&", "."):
            break
        elif word == "." and (first - 2 < begin or len(words[first - 2]) > 4):
            break
        first, steps = first - 1, steps + 1
    while first < at and words[first] in rules.prepositions:
        first += 1
    return first if words[first] not in rules.stops or words[first] in rules.determiners and first < at else None


def _subject_last(block: Block, verb: int, begin: int, rules: Grammar) -> int | None:
    """The last token of what may be the speaker before a verb of saying, adverbs and an aside passed over: "Rossi, the mayor, | said"."""
    words, at = block.words, verb - 1
    while at >= begin and (words[at] in rules.adverbs or words[at] in PERFECT or words[at][-2:] == "ly"):
        at -= 1
    if at < begin or not (words[at][0].isalnum() or words[at] in (",", ")")):
        return None
    if words[at] != ",":
        return at
    opening = next((index for index in range(at - 1, max(begin, at - 8) - 1, -1) if words[index] == ","), None)
    return opening - 1 if opening is not None and opening > begin else None


def _trimmed(block: Block, first: int, verb: int, known: Voices) -> int:
    """The token after the speaker's words: without "also", "has" and the like before the verb."""
    end = verb
    while end - 1 > first and (block.words[end - 1] in known.before_verbs or block.words[end - 1][-2:] == "ly"):
        end -= 1
    return end


def _name_end(block: Block, first: int, limit: int, rules: Grammar) -> int:
    """The token after a speaker that starts at `first`: determiners, nouns and names, "of the" phrases included."""
    words, at = block.words, first
    while at < limit and at - first < 12:
        word = words[at]
        if word[0].isalnum():
            if word in rules.determiners and at == first or word in ("of", "for", "the", "at") and at > first:
                at += 1
                continue
            if word in rules.stops or (rules.is_verb(word) and block.surface[at].islower() and word not in ("united", "armed")):
                break
        elif word not in ("-", "’s", "'s", "&", "‑"):
            break
        at += 1
    while at > first and (words[at - 1] in rules.stops or not words[at - 1][0].isalnum()):
        at -= 1
    return at


def _attribution(block: Block, first: int, end: int, stance: str) -> Attribution:
    return Attribution(block.span(first, end), block.starts[first], block.ends[end - 1], stance)
