"""Records as the interface has them, one golden file per format, and a terminal that no article can write to.

`UPDATE_GOLDEN=1 pytest tests/test_report.py` writes the golden files anew; read the difference before you commit it.
"""
from __future__ import annotations

import csv
import io
import json
import os
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from report_sample import AT_LEAST, CLAIMS, DOZENS, GOLDEN_SHEET, HERALD, HOUSES, POST, REPORT, TUESDAY, WIRE

import factcheck
from factcheck.checks.ticks import sheet
from factcheck.model import Bounds, Document, Interval, Mention, Report, Skipped
from factcheck.report import formats, words
from factcheck.report.quotes import Mark, shown
from factcheck.report.records import number, to_dict
from factcheck.report.shapes import Paper, Reading

GOLDEN = Path(__file__).parent / "golden"
READINGS: list[Reading | Skipped] = [
    Reading(document, tuple(claim.mention for claim in CLAIMS if claim.mention.document == document.id))
    for document in (HERALD, POST, WIRE)]


def printed(what: str, format: str, width: int = 80, color: bool = False, verbose: bool = False) -> str:
    paper = Paper(io.StringIO(), width, color, verbose)
    if what == "check":
        formats.verdicts(format, REPORT, paper)
    elif what == "tick":
        formats.ticks(format, sheet(GOLDEN_SHEET), paper)
    else:
        formats.mentions(format, [*READINGS, *REPORT.skipped], paper)
    text = paper.out.getvalue()      # type: ignore[attr-defined]
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize(("what", "format"), [("extract", name) for name in formats.names("mentions")]
                         + [("check", name) for name in formats.names("verdicts") if name != "html"]
                         + [("tick", name) for name in formats.names("ticks")])     # the page's structure: test_page.py
def test_looks_like_its_golden_file(what: str, format: str) -> None:
    path, found = GOLDEN / f"{what}.{format}", printed(what, format)
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_a_mention_has_the_keys_of_the_interface_in_their_order() -> None:
    assert list(to_dict(AT_LEAST)) == [
        "document", "start", "end", "text", "kind", "number", "precision", "bounds", "modifier", "modifiers", "trend", "move", "unit",
        "ucum", "entity", "entity_start", "entity_end", "entity_head", "property", "timex", "timex_mod", "interval", "date_relation",
        "negated", "modality", "attribution", "sentence", "by", "role", "whole"]
    assert to_dict(AT_LEAST)["bounds"] == {"low": "21", "high": None, "low_open": False, "high_open": False}
    assert to_dict(AT_LEAST)["attribution"] == {"speaker": "Police", "start": 0, "end": 6, "stance": "said"}
    assert to_dict(DOZENS)["number"] is None
    assert to_dict(HOUSES)["move"] == {"from": "45", "to": "2/3"}
    assert to_dict(TUESDAY)["interval"] == {"start": "2024-04-30", "end": "2024-04-30", "granularity": "day"}


def test_every_field_of_a_mention_is_in_its_record() -> None:
    assert set(Mention.__slots__) == set(to_dict(AT_LEAST)) | {"told", "told_start"}      # which a claim has as its quote


def test_a_claim_is_a_mention_with_its_evidence() -> None:
    record = to_dict(CLAIMS[0])
    assert {key: record[key] for key in ("line", "column", "publisher", "published", "url")} == {
        "line": 1, "column": 13, "publisher": "Valley Herald", "published": "2024-05-03", "url": None}
    assert list(record["key"]) == ["dimension", "entity", "property", "subject", "place", "time"]
    assert record["quote"] in HERALD.text


@pytest.mark.parametrize(("value", "expected"), [
    ("0.30", "0.30"), ("1.2E+6", "1200000"), ("4E-7", "0.0000004"), ("-0.0", "-0.0"), ("9" * 40, "9" * 40), ("0E+2", "000")])
def test_numbers_are_decimal_strings_without_an_exponent(value: str, expected: str) -> None:
    assert Decimal(number(Decimal(value)) or "") == Decimal(expected)
    assert "E" not in (number(Decimal(value)) or "E")


def test_fractions_are_written_as_such() -> None:
    assert (number(Fraction(2, 3)), number(Fraction(4, 2)), number(None)) == ("2/3", "2", None)


@pytest.mark.parametrize(("low", "high", "open", "expected"), [
    ("21", None, "", "≥ 21"), ("127", None, "low", "> 127"), (None, "40", "", "≤ 40"), (None, "40", "high", "< 40"), ("96", "96", "", "96"),
    ("36", "40", "", "36–40"), ("36", "40", "high", "[36, 40)"), ("36", "40", "low", "(36, 40]"), (None, None, "", "any number"),
    ("1200000", "1200000", "", "1.2 million"),
    ("1234567", "1234567", "", "1,234,567"), ("40000000", "412600000", "", "40 million–412.6 million"),
    ("3000000000000", None, "", "≥ 3 trillion"), ("-5000000", "-1E+6", "", "-5 million–-1 million"),
    ("999000", "1500000000", "", "999,000–1.5 billion"),
    ("2961.50", "2961.50", "", "2,961.50"), ("-1500", "-1500", "", "-1,500")])
def test_bounds_in_one_line(low: str | None, high: str | None, open: str, expected: str) -> None:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert words.span(Bounds(*ends, low_open=open == "low", high_open=open == "high")) == expected


@pytest.mark.parametrize(("text", "unit", "expected"), [
    ("40", "hectare", "40 hectares"), ("30", "percent", "30 %"), ("4,500", "USD", "USD 4,500"),
    ("72", "USD per barrel", "72 USD per barrel"), ("9", "kilometre per hour", "9 kilometres per hour"),
    ("5", "foot", "5 feet"), ("5", None, "5")])
def test_units_beside_a_value(text: str, unit: str | None, expected: str) -> None:
    assert words.with_unit(text, unit) == expected


@pytest.mark.parametrize(("start", "end", "granularity", "expected"), [
    ("2023-06-20", "2023-06-20", "day", "2023-06-20"), ("2012-11-01", "2012-11-30", "month", "2012-11"),
    ("2013-01-01", "2013-12-31", "year", "2013"), ("2022-10-01", "2022-12-31", "part", "2022-10-01 … 2022-12-31"),
    (None, "2023-06-20", "day", "? … 2023-06-20"), ("2023-06-20T18:00", "2023-06-21T06:00", "part",
     "2023-06-20, 18:00 … 2023-06-21, 06:00"),
    ("2023-06-20T05:00", "2023-06-20T12:00", "part", "2023-06-20, 05:00–12:00"), ("T05:00", "T05:00", "minute", "05:00")])
def test_intervals_in_one_line(start: str | None, end: str | None, granularity: str, expected: str) -> None:
    assert words.when(Interval(start, end, granularity)) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("It happened on Friday.", "some Friday"), ("It opened in December.", "Dec of some year"), ("It fell on 3 May.", "3 May of some year"),
    ("It took more than six hours.", "> 6 hours"), ("She served a 90-day sentence.", "90 days"), ("a two-year-old boy", "2 years of age"),
    ("It stood since 2014.", "since 2014")])
def test_values_in_words(text: str, expected: str) -> None:
    [found] = factcheck.extract(text)
    assert words.value(found) == expected


HOSTILE = ("\x1b[31mred\x1b[0m", "\x1b]0;title\x07name", "\x9b2Jcleared", "\x1b]8;;http://x\x1b\\link", "a\u202eb\u2066c\u200f",
           "bell\x07\x00\x7f\x85", "\ufeffbom", "half\ud800", "line\nline\r\nline\u2028line")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_article_says_cannot_steer_a_terminal(text: str) -> None:
    safe = words.clean(text)
    assert safe.isprintable() and "[31m" not in safe and "title" not in safe.replace("title\x07", "")
    document = Document(text, f"{text} At least 21 {text} people.\n", publisher=text)
    at = document.text.index("At least 21")
    mention = Mention(document.id, at, at + 11, "At least 21", "count", bounds=Bounds(Decimal(21), None), sentence=(0, len(document.text)))
    out = io.StringIO()
    formats.mentions("text", [Reading(document, (mention,))], Paper(out, 60))
    assert all(char.isprintable() or char == "\n" for char in out.getvalue())
    sentence = [line for line in out.getvalue().splitlines() if "At least 21" in line][0]
    carets = [line for line in out.getvalue().splitlines() if "^" in line][0]
    assert carets.index("^") == sentence.index("At least 21") and carets.count("^") == 11


@pytest.mark.parametrize("width", [20, 33, 80])
@pytest.mark.parametrize("quote", [
    "At least 21 people were hurt.", "Das sind \u4e8c\u5341\u4e00\u4eba und 21 mehr.", "x" * 50 + " 21 " + "y" * 90,
    "e\u0301 21 \U0001f600\U0001f600 21", "word " * 300 + "21 " + "word " * 300])
def test_carets_stand_under_their_words(quote: str, width: int) -> None:
    from rich.cells import cell_len
    at = quote.index("21")
    rows = [row.text for row in shown(quote, [Mark(at, at + 2)], width)]
    assert all(cell_len(row) <= width for row in rows)
    [below] = [number for number, row in enumerate(rows) if row.strip() == "^^"]
    above = rows[below - 1]
    assert cell_len(above[:above.index("21")]) == rows[below].index("^")


def test_the_article_is_shown_with_its_marks() -> None:
    document = Document("a", "---\ntitle: x\n---\n\nNobody spoke.\n\n\nThe 12 police\nvehicles came.\n", metadata_offset=18)
    at = document.text.index("12")
    mention = Mention("a", at, at + 2, "12", "count", bounds=Bounds(Decimal(12), Decimal(12)), entity="police vehicles",
                      entity_start=at + 3, entity_end=at + 18, sentence=(at - 4, len(document.text) - 1))
    out = io.StringIO()
    formats.mentions("text", [Reading(document, (mention,))], Paper(out, 60))
    assert out.getvalue().splitlines()[:9] == [
        "a  1 mention", "", "     5  Nobody spoke.", "", "     8  The 12 police", "            ^^ ~~~~~~", "     9  vehicles came.",
        "        ~~~~~~~~", ""]


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, verbose: bool) -> None:
    for what in ("extract", "check"):
        text = printed(what, "text", width, verbose=verbose)
        assert all(len(line) <= width or "photo.txt" in line for line in text.splitlines())
        assert not any(line != line.rstrip() for line in text.splitlines())


def test_colour_only_when_asked() -> None:
    assert "\x1b[" in printed("check", "text", color=True)
    assert "\x1b[" not in printed("check", "text")


def test_json_is_one_object_and_json_lines_are_its_lists() -> None:
    check, extract = json.loads(printed("check", "json")), json.loads(printed("extract", "json"))
    assert list(check) == ["version", "verdicts", "documents", "skipped", "summary", "fixed", "notices", "consensus"]
    assert list(extract) == ["version", "documents", "mentions", "skipped"]
    assert [json.loads(line) for line in printed("check", "jsonl").splitlines()] == check["verdicts"]
    assert [json.loads(line) for line in printed("extract", "jsonl").splitlines()] == extract["mentions"]


def test_a_table_has_no_formulas_and_reads_back() -> None:
    document = Document("=cmd()", "=21 people\n")
    mention = Mention(document.id, 0, 3, "=21", "count", bounds=Bounds(Decimal(-5), None), entity="+people")
    out = io.StringIO()
    formats.mentions("csv", [Reading(document, (mention,))], Paper(out))
    [row] = csv.DictReader(io.StringIO(out.getvalue()))
    assert (row["document"], row["text"], row["entity"], row["low"], row["high"]) == ("'=cmd()", "'=21", "'+people", "-5", "")


def test_an_empty_report_says_so() -> None:
    out = io.StringIO()
    formats.verdicts("text", Report(documents=(HERALD,)), Paper(out))
    assert out.getvalue().splitlines()[-1] == "0 conflicts in 1 document of 1 story"
