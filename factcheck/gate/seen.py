"""What a run has looked at: whether it could have found what it did not find."""
from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable

from factcheck.frozen import frozen


def name(document: str) -> str:
    """"./flood/a.md", "/home/ann/archive/flood/a.md" → "flood/a.md", as seen from the working directory: calls name one file in several
    ways, and what is written is for others to read. What is no path, or lies elsewhere, stays."""
    if "://" in document:
        return document
    inside = os.path.isabs(document) and document.startswith(os.path.join(os.getcwd(), ""))
    return posixpath.normpath((os.path.relpath(document) if inside else document).replace(os.sep, "/"))


@frozen
class Seen:
    """A run: the names of the articles it was about, those of all it read, the rules that ran and those of them that look at one article
    alone, and which documents are there no more.

    `everything` is whether the articles were compared with each other and with nothing else: no store, no --since.
    """

    about: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    gone: Callable[[str], bool] = bool
    everything: bool = True

    def covers(self, documents: Iterable[str], rule: str | None = None) -> bool:
        """Whether a finding between these documents would have been found, if it were still there."""
        known = tuple(map(name, documents))
        if rule is not None and rule not in self.rules:
            return False
        if not known:
            return self.everything
        if any(document not in self.read and not self.gone(document) for document in known):
            return False
        return self.everything or any(document in self.about for document in known)

    def covers_comment(self, rule: str, companions: bool) -> bool:
        """Whether what a comment in an article is about would have been found: a rule that nobody knows, one that looks at the article
        alone, or any, when the article was compared with others of its story (`companions`)."""
        return rule in self.alone or (self.everything and companions) or (rule not in self.rules and not rule.startswith("f1:"))
