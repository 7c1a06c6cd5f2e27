"""What the renderers of this stage are given."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TextIO

from factcheck.frozen import frozen
from factcheck.model import Claim, Document, Mention, Rule


@frozen
class Reading:
    """One document and what was read in it, with its claims where they were made at once."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...] | None = None


@frozen
class Paper:
    """Where a renderer writes and what it may know of the reader: the width, whether colour shows, whether all is to be unfolded.

    `rules` gives the reason and the link of each rule by its id; `root` is the folder that relative paths begin at, for ids that are not.
    """

    out: TextIO
    width: int = 100
    color: bool = False
    verbose: bool = False
    rules: Mapping[str, Rule] = field(default_factory=dict)
    root: str = ""
