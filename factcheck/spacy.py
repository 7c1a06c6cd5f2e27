"""What is read as a component of spaCy: `nlp.add_pipe("factcheck")`, found by its entry point where spaCy is installed.

    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck", config={"published": "2023-06-21"})
    for span in nlp("At least 21 people were hurt on Tuesday.").spans["factcheck"]:
        print(span.text, span.label_, span._.factcheck["bounds"])

Spans are labelled COUNT, MONEY, DATE … and hold the mention's record. A span is whole tokens: where a tokenizer joins a number with its
neighbour it is wider than the mention, whose own offsets stand in the record.
"""
from __future__ import annotations

import datetime
from collections.abc import Iterator

from factcheck.extract import extract
from factcheck.model import Document
from factcheck.report.records import mention

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(f"factcheck.spacy needs spaCy: pip install 'factcheck[spacy]' ({error})", name=error.name) from error

NAME = "factcheck"


class Mentions:
    """The component: a Doc → the same with its mentions in `doc.spans["factcheck"]`.

    `published` is the day that "Tuesday" is told from; `doc._.published`, a date, goes before it.
    """

    def __init__(self, published: datetime.date | None, lang: str) -> None:
        self.published, self.lang = published, lang

    def __call__(self, doc: Doc) -> Doc:
        doc.spans[NAME] = list(self._spans(doc))
        return doc

    def _spans(self, doc: Doc) -> Iterator[Span]:
        document = Document(NAME, doc.text, doc._.published or self.published, lang=self.lang)
        for found in extract(document):
            span = doc.char_span(found.start, found.end, label=found.kind.upper(), alignment_mode="expand")
            if span is not None:
                span._.set(NAME, mention(found))
                yield span


@Language.factory(NAME, default_config={"published": None})
def create(nlp: Language, name: str, published: str | None) -> Mentions:
    """A pipeline and the component's settings → the component; raises ValueError for a date that is none."""
    if not Span.has_extension(NAME):
        Span.set_extension(NAME, default=None)
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    return Mentions(datetime.date.fromisoformat(published) if published else None, nlp.lang)
