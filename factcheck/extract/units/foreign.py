"""A word after a number in, the unit that it means in a language other than English out; symbols are the same in every language."""
from __future__ import annotations

from functools import cache

from factcheck import measures
from factcheck.data import optional
from factcheck.extract.tokens import TOKEN, Block
from factcheck.extract.units import UnitMatch

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def foreign_unit(block: Block, index: int, lang: str) -> UnitMatch | None:
    """The unit in words of a language that starts at token `index`."""
    for tokens, name in _phrases(lang).get(block.words[index], ()):
        end = index + len(tokens)
        unit = measures.unit(name) if tuple(block.words[index:end]) == tokens else None
        if unit is not None:
            return UnitMatch(index, end, unit)
    return None


@cache
def _phrases(lang: str) -> Phrases:
    """A language → its words for units by their first token, longer ones first; none where it has no table."""
    found: Phrases = {}
    for name, words in optional(f"lang.{lang}.units").items():
        for word in words:
            tokens = tuple(token.strip() for token in TOKEN.findall(word))
            found.setdefault(tokens[0], []).append((tokens, name))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found
