"""A row of the unit tables and a place in a block in, where it ends out: the comparison of tokens, and nothing that knows units."""
from __future__ import annotations

from factcheck.extract.tokens import Block
from factcheck.extract.units.index import HYPHENS, Row, Rows


def joined(block: Block, index: int) -> bool:
    """Whether the hyphen at `index` touches the tokens on both sides."""
    return index + 1 < len(block.words) and block.adjacent(index) and block.adjacent(index + 1)


def spaced(block: Block, index: int) -> bool:
    """Whether the hyphen at `index` stands between two words with a space on both sides, as old corpora print it: "28 - year - old"."""
    if index + 1 >= len(block.words) or block.adjacent(index) or block.adjacent(index + 1):
        return False
    return block.words[index + 1][0].isalpha()


def beside_of(block: Block, first: int) -> str:
    """The token after `first`, past a hyphen."""
    words, at = block.words, first + 1
    if at + 1 < len(words) and words[at] in HYPHENS:
        at += 1
    return words[at] if at < len(words) else ""


def candidates(rows: Rows, beside: str) -> tuple[Row, ...]:
    """The rows of a token and the token beside it → the spellings that may stand there, longer ones first."""
    longer = rows.longer.get(beside)
    return longer + rows.single if longer else rows.single


def end_of(block: Block, row: Row, first: int) -> int | None:
    """The index behind a row whose first token stands at `first`, or None; hyphens may join its words."""
    surface = block.surface
    if len(row.tokens) == 1:
        return first + 1 if row.exact is None or (surface[first] == row.exact[0] and block.words[first] == row.tokens[0]) else None
    words, at, size = block.words, first, len(block.words)
    for i, token in enumerate(row.tokens):
        if i and not row.glued[i] and at < size and words[at] in HYPHENS and (joined(block, at) or spaced(block, at)):
            at += 1
        if at >= size or words[at] != token or (row.glued[i] and not block.adjacent(at)) or (row.exact and surface[at] != row.exact[i]):
            return None
        at += 1
    return at
