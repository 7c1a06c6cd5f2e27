"""`--since`: the articles of a call in, those that changed told apart from those that count as held."""
from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.cli import output
from factcheck.cli.options import Inputs
from factcheck.frozen import frozen
from factcheck.model import Document, Skipped
from factcheck.report.shapes import Reading


@frozen
class Apart:
    """All articles of a call, with what was skipped, and the ids of those that are new."""

    items: tuple[Document | Reading | Skipped, ...]
    new: frozenset[str]

    def only_new(self) -> Iterator[Document | Reading | Skipped]:
        return (item for item in self.items if isinstance(item, Skipped) or document(item).id in self.new)


def document(item: Document | Reading) -> Document:
    """A document, read or not → the document."""
    return item.document if isinstance(item, Reading) else item


def apart(inputs: Inputs, revisions: Sequence[str]) -> Apart:
    """The articles that a call names, and the revisions it asks about → new and held ones; raises SinceError.

    An article that a branch changed takes the place of the one in the working tree; it is called BRANCH:PATH.
    """
    from factcheck.gate.since import changed
    items = list(inputs.readings())
    files = [path for item in items if isinstance(item, Reading) and (path := item.document.path) and path != "-"]
    folders = sorted({os.path.dirname(path) or "." for path in files})
    since = frozenset[str]().union(*(changed(folders, revision) for revision in revisions if ".." not in revision))
    branches = [item for revision in revisions if ".." in revision for item in _of_branch(inputs, revision)]
    replaced = {os.path.realpath(item.path) for item in branches if isinstance(item, Document) and item.path}
    new: set[str] = {item.id for item in branches if isinstance(item, Document)}
    kept: list[Reading | Skipped] = []
    for item in items:
        path = item.document.path if isinstance(item, Reading) else None
        real = os.path.realpath(path) if path and path != "-" else None
        if isinstance(item, Reading) and (real is None or real in since):
            new.add(item.document.id)
        elif real in replaced:
            continue
        kept.append(item)
    return Apart((*kept, *branches), frozenset(new))


def _of_branch(inputs: Inputs, span: str) -> Iterator[Document | Skipped]:
    """The articles below the paths of a call that a branch changed, read as they stand there."""
    from factcheck.documents import Call, given
    from factcheck.documents.formats import SUFFIXES
    from factcheck.documents.shapes import Source
    from factcheck.documents.sources import story_of
    from factcheck.gate.since import blobs
    paths = [path for path in inputs.paths if path != "-"]
    for blob in blobs(paths, span, SUFFIXES):
        root = next(path for path in paths if (blob.path + os.sep).startswith(os.path.realpath(path) + os.sep))
        path = os.path.join(root, os.path.relpath(blob.path, os.path.realpath(root))) if os.path.realpath(root) != blob.path else root
        story = story_of(root, path) if path != root else None
        call = Call(inputs.input, inputs.published, inputs.story, inputs.lang)
        for item in given(Source(f"{blob.branch}:{path}", blob.data, story), call):
            if isinstance(item, Document):
                yield replace(item, id=item.id if item.id.startswith(f"{blob.branch}:") else f"{blob.branch}:{item.id}", path=path)
            elif isinstance(item, Skipped):
                yield item
            else:
                output.say(f"{item.path}: {item.reason}")
