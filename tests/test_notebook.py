"""What a notebook shows of a report and of a verdict, and the report as a frame."""
from __future__ import annotations

import importlib
import importlib.util
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest
from report_sample import REPORT
from test_page import Walk, hostile

from factcheck.model import Report
from factcheck.report.as_csv import CLAIM


def test_a_report_shows_its_page() -> None:
    [(tag, attributes)] = Walk(REPORT._repr_html_()).tags
    assert tag == "iframe" and "allow-same-origin" not in attributes["sandbox"]
    words = Walk(attributes["srcdoc"]).text()
    assert all(verdict.message in words for verdict in REPORT.verdicts)
    assert "No article could be read" in Report()._repr_html_()


def test_a_verdict_shows_itself() -> None:
    walk = Walk(REPORT.verdicts[0]._repr_html_())
    assert not {tag for tag, _ in walk.tags} & {"script", "style", "iframe"}
    words = walk.text()
    assert "conflict: at least 21 injured residents against 15" in words and "Valley Herald, 3 May 2024" in words
    assert "f1:conf002" in words and words.count("residents") >= 3
    assert Walk(REPORT.verdicts[2]._repr_html_()).text().count("7.2 metres") >= 2


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", "\" onmouseover=alert(1) x=\"", "{{ 7*191 }}"])
def test_what_an_article_says_stays_text(payload: str) -> None:
    for verdict in hostile(payload).verdicts:
        walk = Walk(verdict._repr_html_())
        assert {tag for tag, _ in walk.tags} <= {"div", "p", "strong", "small", "code", "blockquote", "mark", "u", "em", "a", "br"}
        assert not any(name.startswith("on") for _, a in walk.tags for name in a) and "1337" not in walk.text()
        assert all(a["href"].startswith("https://") for a in walk.all("a"))


def test_nothing_is_loaded_before_it_is_asked() -> None:
    code = ("import sys, factcheck\nreport = factcheck.check([factcheck.Document('a', 'At least 21 people were hurt.')])\n"
            "assert not {'jinja2', 'pandas', 'polars'} & set(sys.modules)\nassert report._repr_html_() and 'jinja2' in sys.modules")
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_report_is_a_frame(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    """With a stand-in for the library, which need not be installed: it is given columns of equal length."""
    stand_in = ModuleType(library)
    stand_in.DataFrame = dict          # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, library, stand_in)
    monkeypatch.setattr("factcheck.report.notebook.find_spec", lambda name: name == library or None)
    frame: Any = REPORT.to_frame()
    assert tuple(frame) == CLAIM and {len(column) for column in frame.values()} == {6}
    assert frame["low"][:2] == [21.0, 15.0] and frame["high"][0] is None
    assert frame["fingerprint"][0] == REPORT.verdicts[0].fingerprint


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_of_the_library_itself(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(library)
    monkeypatch.setattr("factcheck.report.notebook.find_spec", lambda name: importlib.util.find_spec(name) if name == library else None)
    frame = REPORT.to_frame()
    assert frame.shape == (6, len(CLAIM)) and frame["low"].max() == 24.0
    assert Report().to_frame().shape == (0, len(CLAIM))


def test_the_component_of_spacy_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("spacy", "spacy.language", "factcheck.spacy"):
        monkeypatch.setitem(sys.modules, name, None)                   # None: an import of it fails
    monkeypatch.delitem(sys.modules, "factcheck.spacy")
    with pytest.raises(ModuleNotFoundError, match="needs spaCy: pip install"):
        importlib.import_module("factcheck.spacy")


def test_without_either_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.report.notebook.find_spec", lambda name: None)
    with pytest.raises(ImportError, match="pandas or polars"):
        REPORT.to_frame()
