"""The tick sheet: every number of a draft is backed, contradicted, or not found, with the sentence that says so."""
from __future__ import annotations

import datetime
import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from lxml import html
from report_sample import CLAIMS, GOLDEN_SHEET

from factcheck.archive import check_among
from factcheck.checks.ticks import Tick, implies, sheet
from factcheck.cli.main import main
from factcheck.model import Bounds, Document, Interval, Report
from factcheck.report import formats
from factcheck.report.schema import schema
from factcheck.report.shapes import Paper

DAY = datetime.date(2024, 5, 3)


def ticked(draft: str, *held: str, days: int = 1) -> dict[str, Tick]:
    """A draft and the articles it is held against → its numbers by their words."""
    others = [Document(f"held/{number}.txt", text, DAY, "s", publisher=f"Paper {number}") for number, text in enumerate(held)]
    report = check_among([Document("draft.md", draft, DAY + datetime.timedelta(days), "s"), *others], {"draft.md"})
    return {tick.claim.mention.text: tick for tick in sheet(report).ticks}


SAME = "The flood destroyed {} houses in Sallow."

# What the draft says, what is held, how many days the draft is later, and the mark of its number.
MARKS = {
    "the same figure": ("52", "52", 0, "backed"),
    "another figure": ("52", "40", 0, "contradicted"),
    "a figure within what the draft allows": ("at least 50", "52", 0, "backed"),
    "a figure that only does not exclude it": ("52", "at least 50", 0, "not found"),
    "bounds that overlap": ("at least 50", "more than 40", 0, "not found"),
    "a hedge that excludes it": ("nearly 40", "52", 0, "contradicted"),
    "an earlier figure that may have grown": ("52", "40", 1, "not found"),
    "a later figure that has replaced it": ("40", "52", -1, "contradicted"),
}


@pytest.mark.parametrize(("draft", "held", "days", "state"), MARKS.values(), ids=list(MARKS))
def test_a_number_is_marked(draft: str, held: str, days: int, state: str) -> None:
    [tick] = ticked(SAME.format(draft), SAME.format(held), days=days).values()
    assert tick.state == state
    assert [each.claim.mention.text for each in tick.evidence if each.claim] == [held] or state == "not found"
    assert all(each.mark in (state, "not found") for each in tick.evidence)


def test_what_nobody_states_is_not_found() -> None:
    [tick] = ticked(SAME.format(52), "It rained in Dorn for 3 days.").values()
    assert (tick.state, tick.evidence) == ("not found", ())


def test_a_contradiction_outweighs_a_backing_and_both_are_told() -> None:
    [tick] = ticked(SAME.format(52), SAME.format(52), SAME.format(40), days=0).values()
    assert tick.state == "contradicted" and {each.mark for each in tick.evidence} == {"contradicted", "backed"}


def test_a_draft_does_not_back_itself() -> None:
    report = check_among([Document(f"draft{n}.md", SAME.format(52), DAY, "s") for n in range(2)], {"draft0.md", "draft1.md"})
    assert [tick.state for tick in sheet(report).ticks] == ["not found"] * 2


def test_a_draft_that_contradicts_itself() -> None:
    found = ticked("It was opened on Sunday, October 14, 2023. The orchard covers 40 hectares (16 acres).")
    assert {words: tick.state for words, tick in found.items()} == dict.fromkeys(found, "contradicted") and len(found) == 3
    assert found["16 acres"].evidence[0].verdict.rule == "self/conversion"


def test_every_number_is_on_the_sheet_in_the_order_of_the_text() -> None:
    text = "---\ntitle: 5 things\n---\n\nIt rained for 3 days. At least 12 people and 7.2 metres of snow. On Tuesday 40 % left."
    report = check_among([Document("draft.md", text, DAY, metadata_offset=text.index("\n\n"))], {"draft.md"})
    ticks = sheet(report).ticks
    assert [tick.claim for tick in ticks] == sorted(report.claims, key=lambda claim: claim.mention.start) and len(ticks) >= 5


@pytest.mark.parametrize(("inner", "outer", "expected"), [
    ((24, 24, ""), (20, None, ""), True), ((20, 20, ""), (20, None, ""), True), ((20, 20, ""), (20, None, "low"), False),
    ((20, None, "low"), (20, None, "low"), True), ((36, 40, "high"), (36, 40, "high"), True), ((36, 40, ""), (36, 40, "high"), False),
    ((20, None, ""), (20, 30, ""), False), ((None, None, ""), (20, 30, ""), False), ((1, 2, ""), (None, None, ""), True)])
def test_within(inner: tuple[int | None, int | None, str], outer: tuple[int | None, int | None, str], expected: bool) -> None:
    def bounded(low: int | None, high: int | None, open: str) -> Bounds:
        ends = (None if end is None else Decimal(end) for end in (low, high))
        return Bounds(*ends, low_open=open == "low", high_open=open == "high")
    one, other = (replace(CLAIMS[1], mention=replace(CLAIMS[1].mention, bounds=bounded(*each))) for each in (inner, outer))
    assert implies(one, other) is expected


def test_a_day_within_its_month() -> None:
    day, month = (replace(CLAIMS[5], mention=replace(CLAIMS[5].mention, interval=Interval(*ends))) for ends in (
        ("2024-06-12", "2024-06-12", "day"), ("2024-06-01", "2024-06-30", "month")))
    assert implies(day, month) and not implies(month, day)


# How it looks

def written(format: str, report: Report = GOLDEN_SHEET, width: int = 80, verbose: bool = False) -> str:
    out = io.StringIO()
    formats.ticks(format, sheet(report), Paper(out, width, verbose=verbose))
    return out.getvalue()


def test_json_is_as_its_schema_says() -> None:
    found = json.loads(written("json"))
    jsonschema.Draft202012Validator(schema("tick")).validate(found)
    assert found["summary"] == {"contradicted": 1, "backed": 1, "not_found": 2}
    assert list(found["ticks"][0]) == ["state", "claim", "evidence"]


@pytest.mark.parametrize("width", [30, 60, 120])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, verbose: bool) -> None:
    assert all(len(row) <= width for row in written("text", width=width, verbose=verbose).splitlines())


def test_the_page_is_one_file_that_says_the_same() -> None:
    page = html.fromstring(written("html"))
    assert [mark.get("class") for mark in page.xpath("//mark")] == [
        tick.state.replace(" ", "-") for tick in sheet(GOLDEN_SHEET).ticks]
    assert not page.xpath("//script | //img | //link | //iframe | //@onclick | //@style")
    assert page.xpath("//meta/@content[contains(., 'default-src')]")


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\x1b[31mred", "\u202eevil", "{{ 7*7 }}", "</blockquote>", "&amp;"])
def test_words_of_an_article_are_only_words(text: str) -> None:
    report = check_among([Document(f"draft{text}.md", f"{text} The flood destroyed 52 houses in Sallow {text}.", DAY, "s"),
                          Document(f"held{text}.md", f"The flood destroyed 40 houses in Sallow {text}.", DAY, "s", publisher=text)],
                         {f"draft{text}.md"})
    page = html.fromstring(written("html", report))
    assert not page.xpath("//script") and len(page.xpath("//blockquote")) >= 1 and "49" not in page.text_content()
    assert all(char.isprintable() or char == "\n" for char in written("text", report))


# Calls

@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("held").mkdir()
    Path("held/a.txt").write_text("The flood destroyed 40 houses in Sallow. It killed three people in Sallow.\n")
    Path("held/b.txt").write_text("The flood destroyed 61 houses in Sallow.\n")
    Path("draft.md").write_text("The flood destroyed 52 houses in Sallow. It killed three people in Sallow.\n")
    return tmp_path


def marks(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    return [(tick["claim"]["text"], tick["state"]) for tick in json.loads(capsys.readouterr().out)["ticks"]]


@pytest.mark.parametrize("others", [["held"], ["held/a.txt", "held/b.txt"], ["held", "./draft.md"], ["--file-list", "list"]])
def test_the_first_path_is_the_draft(others: list[str], here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("list").write_text("held/a.txt\nheld/b.txt\n")
    assert main(["check", "draft.md", *others, "--tick", "--format", "json"]) == 1
    assert marks(capsys) == [("52", "contradicted"), ("three", "backed")]


def test_what_is_held_is_not_judged(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("calm.md").write_text("It killed three people in Sallow.\n")
    assert main(["check", "calm.md", "held", "--tick", "--format", "json"]) == 0          # 40 and 61 are not the draft's business
    assert marks(capsys) == [("three", "backed")]


def test_against_a_store(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, path in enumerate(("held/a.txt", "held/b.txt", "draft.md")):
        Path(path).write_text(f"---\nstory: flood\n---\n{Path(path).read_text()}") if path.endswith(".md") else Path(path).write_text(
            f"---\nstory: flood\npublisher: Paper {number}\n---\n{Path(path).read_text()}")
    main(["ingest", "held", "--store", "held.db"])
    capsys.readouterr()
    assert main(["check", "draft.md", "--against", "held.db", "--tick", "--format", "json"]) == 1
    assert marks(capsys) == [("52", "contradicted"), ("three", "backed")]


@pytest.mark.parametrize(("arguments", "expected"), [
    (["draft.md"], "nothing to hold the draft against"), (["draft.md", "held", "--format", "sarif"], "expected one of text, json, html"),
    (["draft.md", "held", "--format", "csv"], "--tick has no --format csv")])
def test_a_call_that_cannot_be_used(arguments: list[str], expected: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *arguments, "--tick"]) == 2
    out, err = capsys.readouterr()
    assert expected in err and not out


def test_a_draft_that_cannot_be_read_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.md").write_text("")
    assert main(["check", "empty.md", "held", "--tick"]) == 2
    out, err = capsys.readouterr()
    assert err == "empty.md: empty file, expected an article\n"
    assert out.splitlines()[-1] == "0 numbers: 0 contradicted, 0 backed, 0 not found" and "empty.md" in out
