"""A place beside a counted thing in, the aspect that is counted out: "(people) were injured", "killed (19)", "(wells) are dry".

Words of the table of properties come out as that table says ("injuring" → injured), others as they stand. Gets wrong: a participle that
belongs to a later noun ("five men with | wounded hands").
"""
from __future__ import annotations

from factcheck.extract.entities.verbs import certain
from factcheck.extract.here import Here

KILLED = "killed"
STEPS = 6                   # words between a noun and what happened to it
BACK = 4                    # words between a verb and its number
PHRASE = 9                  # tokens in "from two villages"
LATER = 24                  # tokens of a list or an aside before its verb


def property_after(here: Here, at: int) -> str | None:
    """The aspect said after a noun or number: "were injured", "who had been arrested", "died", "are dry", "suffered minor injuries"."""
    rules, linked, reporting = here.rules, False, None
    for index in range(at, min(here.limit, at + STEPS)):
        word = here.words[index]
        if word in rules.properties:
            return rules.properties[word]
        if word in rules.suffering and any(here.said[near] in rules.harm for near in range(index + 1, index + 5)):
            return "injured"
        if word in rules.aspect_links or word[-2:] == "ly":
            reporting = word if linked and word in rules.reporting else reporting
            linked = linked or word in rules.passives
            continue
        if word in rules.speech:
            return reporting
        if word in rules.takers and here.said[index + 2] == "lives":
            return KILLED                                                           # "11 people lost their lives"
        if word in rules.past or (word[-2:] == "ed" and len(word) > 4 and word not in rules.not_verbs):
            return word
        if linked and (word in rules.participles or word in rules.complements or _predicate(here, index)):
            return word
        break
    return reporting


def lives(here: Here, first: int, end: int) -> bool:
    """Whether what is said around a count of people, tokens `first` to `end`, is their death: "cost | 11 people | their lives", "took the
    lives of | 11 people".
    """
    rules = here.rules
    before = here.said[first - 1]
    if before in rules.takers:
        return here.said[end] in rules.determiners and here.said[end + 1] == "lives" or here.words[end - 1] == "lives"
    if before != "of" or here.said[first - 2] != "lives":
        return False
    return not rules.takers.isdisjoint(here.words[max(here.begin, first - 5):first - 2])


def _predicate(here: Here, at: int) -> bool:
    """Whether an adjective stands alone after "are": "wells are | dry."; not "are | women", "are | in use", "are | home to"."""
    rules, word, after = here.rules, here.words[at], here.said[at + 1]
    return (word[0].isalpha() and here.block.surface[at].islower() and word not in rules.stops and not rules.is_plural(word)
            and word not in rules.no_heads and word[-3:] != "ing" and word not in here.known.starts
            and (not after[:1].isalnum() or after in rules.conjunctions))


def property_before(here: Here, first: int) -> str | None:
    """The aspect said before a number: "killed 19", "injuring at least 12", "handed out 2,000"."""
    rules, words, at = here.rules, here.words, first - 1
    for _ in range(BACK):
        if at < here.begin:
            return None
        word = words[at]
        if word in rules.properties and words[at + 1] not in rules.particles:       # "wound up with 20"
            return rules.properties[word]
        made = word in rules.past or (word[-2:] == "ed" and len(word) > 4) or (word[-3:] == "ing" and len(word) > 5)
        if made and word not in rules.not_verbs and word not in rules.speech and word not in rules.prepositions:
            return word
        if word in rules.particles and certain(here, at - 1):
            at -= 1                                                                 # "handed out | 2,000"
            continue
        if word == "that" or not (word in rules.aspect_fillers or word in rules.determiners or word in rules.adverbs):
            return None
        at -= 1
    return None


def property_past(here: Here, at: int) -> str | None:
    """The passive after a phrase that hangs on the noun: "31 people | from two villages were evacuated"; no further than the first verb."""
    if here.said[at] not in here.rules.prepositions:
        return None
    for index in range(at + 1, min(here.limit - 1, at + PHRASE)):
        word = here.words[index]
        if word in here.rules.finite_passives:
            return property_after(here, index)
        if not word[0].isalnum() or word in here.rules.conjunctions and word != "and" or certain(here, index):
            return None
    return None


def property_later(here: Here, at: int) -> str | None:
    """The passive at the end of a list or after an aside: "96 computers, 49 laptops and two tablets | were seized", "31 people, including
    five officers, | were treated".
    """
    rules = here.rules
    if here.said[at] not in (",", "and", "or", "but", "("):
        return None
    related = False                                                                 # "… and notes that were to be burnt were seized"
    for index in range(at, min(here.limit - 1, at + LATER)):
        word = here.words[index]
        if word in (";", "”"):
            return None
        related = related or word in rules.subject_words
        if word in rules.finite_passives:
            found = property_after(here, index)
            if not related or found is not None and here.said[index + 1] in rules.properties:
                return found
    return None
