"""A sentence in, how it names its subject, what stands between verb and number, and the qualifiers beside it out."""
from __future__ import annotations

from factcheck.claims.sentence import Sentence
from factcheck.claims.turns import acts
from factcheck.claims.words import calendar, empty
from factcheck.data import listed
from factcheck.extract.grammar import grammar
from factcheck.groups.bags import alike
from factcheck.groups.clause import content

REACH = 5           # content words to either side that count as "around the number"
OF_WHICH = frozenset(["that", "which", "who"])
HEAD = 6            # tokens of a date or place before the subject: "As of 2016, the company …"


def lead(said: Sentence) -> frozenset[str]:
    """The lemmas of the name that a sentence begins with."""
    if said.phrases and said.phrases[0][0] <= (said.lemmas[0] == "the"):
        return frozenset(said.lemmas[slice(*said.phrases[0])])
    known = grammar()
    alone = len(said.surface) > 1 and said.surface[0][0].isupper() and said.lemmas[0] not in empty() and (
        acts(said.surface[1]) or said.surface[1] in known.auxiliaries)
    return frozenset(said.lemmas[:1] if alone else ())


def bare(said: Sentence) -> frozenset[str]:
    """The subject of a text that does not name it: behind "As of 2016," too."""
    index = 0
    while index < min(HEAD, len(said.lemmas) - 1) and _leads(said, index):
        index += 1
    alone = not (said.lemmas[index + 1:index + 2] == ("of",) or (index + 1 < len(said.names) and said.names[index + 1]))
    return frozenset(map(str.lower, said.surface[index:index + 1] if alone else ())) & listed("same", "bare")   # "Filmed" is no film


def _leads(said: Sentence, index: int) -> bool:
    """"In 2015 the | company", "On 6 July 2010, | it", "As of 2016, the | company"."""
    word = said.lemmas[index]
    return word in ("the", ",", "as") or word in calendar() or word[0].isdecimal() or word in listed("lemmas", "when")


def subject(said: Sentence, begin: int, verb: int) -> tuple[str, ...]:
    """The content words before the verb; of "the film of the novel" those before "of"."""
    of = next((index for index in range(begin + 1, verb) if said.lemmas[index] == "of" and not said.names[index - 1]), verb)
    plain = OF_WHICH.isdisjoint(said.lemmas[of:verb])                                          # "a genre of music that developed in"
    return tuple(content(said, range(begin, of if plain else verb)))[-REACH:]


def between(said: Sentence, at: int | None, first: int, verb: str | None) -> frozenset[str] | None:
    """The content words from the verb to the number: "opened a new wing in 2015"; None where the verb does not stand before it."""
    if at is None or at > first:
        return None
    last = max((index for index in range(at, first) if alike(said.lemmas[index], verb)), default=at)    # "debut her professional debut in"
    known = grammar().prepositions                                                              # "premiered | at the festival in May"
    stop = next((index for index in range(last + 1, first) if said.surface[index].lower() in known), first)
    return frozenset(content(said, range(last + 1, stop)))


def marks(said: Sentence, window: range, first: int, end: int, parts: frozenset[str], subject: tuple[str, ...]) -> frozenset[str]:
    """The qualifiers near the number: not those in a name ("Union Records"), and a relative only as the one who did it; "per head"."""
    found = parts & listed("qualifiers", "marked")
    if found:
        verbs = {said.lemmas[index] for index in window if said.surface[index].endswith("ed")} & listed("qualifiers", "marked_as_verbs")
        named = {said.lemmas[index] for index in window if said.names[index]} - listed("qualifiers", "marked_in_names")
        plain = {said.lemmas[index] for index in window if not said.names[index]}
        found = found - verbs - (named - plain) - (listed("qualifiers", "relatives") - frozenset(subject))
    return found | frozenset(f"per {said.lemmas[index + 1]}" for index in window[:-1] if said.lemmas[index] == "per"
                             and not first <= index < end and said.lemmas[index + 1] in listed("qualifiers", "per"))


def usual(said: Sentence, at: int | None) -> bool | None:
    """Whether the verb at a token tells what is so in general, "carries"; None where there is none or it says no time, "carrying"."""
    if at is None or said.surface[at].endswith("ing"):
        return None
    return said.surface[at].endswith("s") or said.surface[at].lower() == said.lemmas[at]
