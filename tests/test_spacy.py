"""The component of spaCy; skipped where spaCy is not installed."""
from __future__ import annotations

import datetime

import pytest

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")

TEXT = "At least 21 people were hurt on Tuesday, and 38 million euros were lost.\n"


def test_mentions_are_spans() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck", config={"published": "2023-06-21"})
    doc = nlp(TEXT)
    assert [(span.text, span.label_) for span in doc.spans["factcheck"]] == [
        ("At least 21", "COUNT"), ("Tuesday", "DATE"), ("38 million euros", "MONEY")]
    first, day, _ = doc.spans["factcheck"]
    assert first._.factcheck["bounds"] == {"low": "21", "high": None, "low_open": False, "high_open": False}
    assert day._.factcheck["timex"] == "2023-06-20" and doc.text == TEXT


def test_a_doc_has_a_day_of_its_own() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck")
    doc = nlp.make_doc("It happened on Tuesday.")
    doc._.published = datetime.date(2024, 5, 3)
    assert nlp(doc).spans["factcheck"][0]._.factcheck["timex"] == "2024-04-30"


def test_a_pipeline_is_kept_and_a_doc_is_written() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck", config={"published": "2023-06-21"})
    again = spacy.blank("en").from_config(nlp.config)
    one, other = nlp(TEXT), again(TEXT)
    assert [span.text for span in one.spans["factcheck"]] == [span.text for span in other.spans["factcheck"]] != []
    read = spacy.tokens.Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes())
    assert read.spans["factcheck"][0]._.factcheck["modifier"] == "at_least"
    assert len(list(nlp.pipe([TEXT, "Nothing."]))) == 2


def test_a_date_that_is_none() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        spacy.blank("en").add_pipe("factcheck", config={"published": "yesterday"})
