"""Tables in texts, pages and Word files: what names a figure, what it is measured in, and what is no table."""
from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, check, extract
from factcheck.claims.packed import packed, unpacked
from factcheck.documents import read
from factcheck.model import Claim, Mention
from factcheck.pipeline import _read, keyed

Rows = list[list[str]]


def markdown(rows: Rows, dashes: bool = True) -> str:
    """Rows, headings first → the table as Markdown has it."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], *([f"|{'---|' * len(rows[0])}"] if dashes else []), *lines[1:]])


def claims(text: str, published: datetime.date | None = None) -> list[Claim]:
    reading = _read(Document("a.md", text, published))
    found = keyed(reading)  # type: ignore[arg-type]
    assert isinstance(found, list)
    return found


def told(text: str) -> list[str]:
    """What the tables of a text say, a sentence for each figure."""
    return [mention.told for mention in extract(text) if mention.told is not None]


def values(text: str) -> list[str]:
    """The figures of the tables of a text, each with its unit."""
    return [f"{mention.number.low:f} {mention.unit or ''}".strip() for mention in extract(text)  # type: ignore[str-bytes-safe]
            if mention.told is not None and mention.number is not None]


FLOOD = [["Town", "Dead", "Injured"], ["Dorn", "12", "30"], ["Lowmark", "3", "7"]]
NAMED = ["Dorn, Dead: 12.", "Dorn, Injured: 30.", "Lowmark, Dead: 3.", "Lowmark, Injured: 7."]


@pytest.mark.parametrize("text", [
    markdown(FLOOD),
    markdown(FLOOD, dashes=False),
    markdown(FLOOD).replace("---|---|---", ":--|:-:|--:"),
    markdown(FLOOD).replace("\n", "\r\n"),
    "Town | Dead | Injured\n--- | --- | ---\nDorn | 12 | 30\nLowmark | 3 | 7",
    "Before | it.\n\n" + markdown(FLOOD) + "\nafter it",
    markdown([["**Town**", "_Dead_", "`Injured`"], ["[Dorn](/dorn)", "**12**", "*30*"], ["Lowmark", "3[1]", "7*"]]),
])
def test_a_row_and_a_column_name_a_figure(text: str) -> None:
    assert told(text) == NAMED


@pytest.mark.parametrize(("rows", "sentences", "read"), [
    ([["In thousands", "2022", "2023"], ["Visitors", "1,250", "(310)"]],
     ["Visitors (in thousands): 1,250 in 2022.", "Visitors (in thousands): (310) in 2023."], ["1250000", "-310000"]),
    ([["", "Revenue (in millions of euros)", "Share (%)"], ["2023", "1.2", "40"]],
     ["Revenue (in millions of euros): 1.2 in 2023.", "Share (%): 40 in 2023."], ["1200000 EUR", "40 percent"]),
    ([["", "Profit, $ million"], ["North", "$4.5"]], ["North, Profit: $4.5."], ["4.5 dollar"]),
    ([["", "Sales ($m)"], ["North", "4.5"]], ["North, Sales ($m): 4.5."], ["4500000 dollar"]),
    ([["Line", "Length (km)"], ["Orne line", "41"]], ["Orne line, Length (km): 41."], ["41 kilometre"]),
    ([["Peak", "Height (m)"], ["Dorn Top", "1,410"]], ["Dorn Top, Height (m): 1,410."], ["1410 metre"]),
    ([["", "Value"], ["Length (km)", "41"]], ["Length (km): 41."], ["41 kilometre"]),
    ([["", ""], ["Length", "41 km"]], ["Length: 41 km."], ["41 kilometre"]),
    ([["", "Q1 2023", "May 2024", "Room 4"], ["Guests", "12", "3", "5"]],
     ["Guests: 12 in Q1 2023.", "Guests: 3 in May 2024.", "Guests, Room 4: 5."], ["12", "3", "5"]),
    ([["Town", "Dead on 5 May 2023"], ["Dorn", "12"]], ["Dorn, Dead: 12 on 5 May 2023."], ["12"]),
    ([["Month", "2022"], ["January", "41"], ["February", "39"]], [], []),
    ([["Boats", "2022"], ["January", "41"]], [], []),
    ([["Year", "Boats"], ["2021", "41"], ["2022", "at least 39"]], ["Boats: 41 in 2021.", "Boats: at least 39 in 2022."], ["41", "39"]),
    ([["Rank", "Town", "Residents"], ["1", "Dorn", "12,400"]], ["Dorn, Residents: 12,400."], ["12400"]),
    ([["Region", "Town", "Dead"], ["Valley", "Dorn", "12"], ["", "Lowmark", "3"]],
     ["Valley, Dorn, Dead: 12.", "Valley, Lowmark, Dead: 3."], ["12", "3"]),
    ([["Goods", "2022", "", "2023", ""], ["", "In", "Out", "In", "Out"], ["Grain", "1", "2", "3", "4"]],
     ["Grain, In: 1 in 2022.", "Grain, Out: 2 in 2022.", "Grain, In: 3 in 2023.", "Grain, Out: 4 in 2023."], ["1", "2", "3", "4"]),
    ([["Traffic, in thousands", "", ""], ["Goods", "In", "Out"], ["Grain", "1", "2"]],
     ["Grain, In (in thousands): 1.", "Grain, Out (in thousands): 2."], ["1000", "2000"]),
    ([["", "Households"], ["North", ""], ["Dorn", "12"], ["South", ""], ["Dorn", "5"]],
     ["North, Dorn, Households: 12.", "South, Dorn, Households: 5."], ["12", "5"]),
    ([["Town", "Dead", "Notes"], ["Dorn", "12", "two bridges fell"]], ["Dorn, Dead: 12."], ["12"]),
    ([["Dorn \\| Sea", "2022"], ["Boats \\| tugs", "5"]], ["Boats | tugs: 5 in 2022."], ["5"]),
    ([["In thousands", "Tonnes", "Change"], ["Grain", "5", "4.5%"]], ["Grain, Change: 4.5%."], ["4.5 percent"]),
    ([["", "Deaths per 100,000 people"], ["Dorn", "12"]], ["Dorn, Deaths (per 100,000 people): 12."], ["12 per 100000 person"]),
])
def test_what_a_table_says(rows: Rows, sentences: list[str], read: list[str]) -> None:
    assert told(markdown(rows)) == sentences
    assert values(markdown(rows)) == read


@pytest.mark.parametrize("text", [
    "It was a | b, and 12 | 30 came.\nThen 5 | 6 did.",
    "|---|---|\n|---|---|",
    "|---|---|\n| 12 | 30 |",
    "--- | ---\n12 | 30",
    "```\n" + markdown(FLOOD) + "\n```",
    "\n".join("    " + line for line in markdown(FLOOD).split("\n")),
    markdown([["1", "2"], ["3", "4"]], dashes=False),
    markdown([["Only one row", "2"]]),
    markdown([["Name", "Role"], ["Ilse Varn", "mayor"]]),
    markdown([["", "2023"], ["2022", "5"]]),
    markdown([["Town", "Dead, 2024 (forecast)"], ["Dorn", "5"]]),
    markdown([["Town", "Budget"], ["Dorn", "$5"]]),
    markdown([["Town", "Postcode", "Phone"], ["Dorn", "5012", "555 1234"]]),
    markdown([["Town", "Opened"], ["Dorn", "1999"], ["Lowmark", "2003"]]),
    markdown([["Town", "Users (m)"], ["Dorn", "5"]]),
    markdown([["In thousands", "Length (km)"], ["Dorn", "5"]]),
    markdown([["Town", "Dead"], ["Dorn", "5"], ["Dorn", "7"]]),
    markdown([["Town", "Dead"], ["", "5"]]),
    markdown([["Town", "Dead", "Injured"], ["Dorn", "5"]]),
    markdown([["Town", "Dead"], ["Dorn", "(5"]]),
    markdown([["Town", "Q1"], ["Dorn", "5"]]),
    markdown([["Club", "P", "GD", "Pts"], ["Rovers", "9", "+4", "20"]]),
    markdown([["Town", "2022-23"], ["Dorn", "5"]]),
])
def test_nothing_is_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("above", "below", "value"), [
    ("Figures in thousands of euros:", "", "5000 EUR"),
    ("## Money (in thousands of euros)", "", "5000 EUR"),
    ("", "Note: all amounts in millions of dollars, unless said otherwise.", "5000000 dollar"),
    ("It is written in thousands of letters.", "", "5"),
    ("Boats came in thousands.", "", "5"),
    ("", "Figures in thousands:", "5"),
])
def test_lines_beside_a_table_may_say_its_units(above: str, below: str, value: str) -> None:
    assert values(f"{above}\n\n{markdown([['', '2023'], ['Revenue', '5']])}\n\n{below}") == [value]


def test_a_figure_has_its_place_in_the_file() -> None:
    text = "---\ntitle: Toll\n---\nIt rose.\n\n" + markdown([["Town", "Dead", "Money, thousand"], ["Dorn", "12", "**(1,250)**"]])
    one, other = (claim for claim in claims(text) if claim.mention.told)
    assert (one.line, one.column, one.mention.text, one.quote) == (8, 10, "12", "Dorn, Dead: 12.")
    assert (other.line, other.mention.text, other.prefix[-9:], other.suffix) == (8, "(1,250)", "| 12 | **", "** |")
    for claim in (one, other):
        m = claim.mention
        assert text[m.start:m.end] == m.text
        assert claim.quote[m.start - claim.quote_start:m.end - claim.quote_start] == m.text
    assert text[one.mention.entity_start:one.mention.entity_end] == one.mention.entity == "Dead"
    assert one.key.property == "killed"


def test_a_heading_that_is_a_period_says_when() -> None:
    found = [claim.key.time for claim in claims(markdown([["", "2022", "May 2023"], ["Visitors", "5", "6"]])) if claim.mention.told]
    assert found == ["2022", "2023-05"]


def test_what_else_stands_in_a_table_is_read_as_it_stands() -> None:
    text = markdown([["Town", "Dead", "2022", "Notes"], ["Dorn", "5", "6", "two bridges fell on 5 May 2023"]])
    found = [(mention.text, mention.kind) for mention in extract(text) if mention.told is None]
    assert found == [("2022", "date"), ("two", "count"), ("5 May 2023", "date")]


def test_a_hedge_stays_with_its_figure() -> None:
    text = markdown([["Town", "Dead"], ["Dorn", "at least 40"]])
    [mention] = extract(text)
    [hedge] = mention.modifiers
    assert (mention.modifier, text[hedge.start:hedge.end], text[mention.start:mention.end]) == ("at_least", "at least", "at least 40")


def outcomes(*texts: str) -> list[str]:
    report = check([Document(f"{number}.md", text, datetime.date(2024, 5, 3), story="s") for number, text in enumerate(texts)])
    return [verdict.outcome for verdict in report.verdicts if verdict.outcome in ("conflict", "superseded")]


TONNES = [["In thousands of tonnes", "2022", "2023"], ["Grain", "12", "15"]]


@pytest.mark.parametrize(("one", "other", "expected"), [
    (markdown(TONNES), markdown(TONNES).replace("12", "14"), ["conflict"]),
    (markdown([*FLOOD, ["Total", "15", "37"]]), "It injured 40 people.", ["conflict"]),
    (markdown(FLOOD), "The flood injured 40 people in all.", []),
    (markdown(FLOOD), "The flood injured 30 people at Dorn.", []),
    (markdown(FLOOD[:2]), markdown([FLOOD[0], FLOOD[2]]), []),
    (markdown([["Town", "Residents"], ["Dorn", "12,400"]]), markdown([["Town", "Residents"], ["Lowmark", "870"]]), []),
    (markdown([["Town", "Residents"], ["Dorn", "12,400"]]), markdown([["Town", "Residents"], ["Dorn", "21,400"]]), ["conflict"]),
    (markdown([["Line", "Length (km)"], ["Orne line", "41"]]), markdown([["Line", "Length (km)"], ["Sea line", "14"]]), []),
    (markdown([["Item", "2022 ($m)"], ["Revenue", "4.1"]]), markdown([["Item", "2022 ($m)"], ["Costs", "3.9"]]), []),
    (markdown(TONNES), "Grain came to 12,000 tonnes in 2022.", []),
    (markdown(TONNES), "Grain came to 15,000 tonnes in 2023.", []),
    (markdown(TONNES), "Coal came to 14,000 tonnes in 2022.", []),
    (markdown(FLOOD), markdown(FLOOD), []),
    (markdown([["In thousands", "2022"], ["Visitors", "1,250"]]), markdown([["In thousands", "2023"], ["Visitors", "1,310"]]), []),
])
def test_tables_are_compared_with_prose_and_tables(one: str, other: str, expected: list[str]) -> None:
    assert outcomes(one, other) == expected


def test_a_table_does_not_contradict_itself() -> None:
    assert outcomes(markdown([*FLOOD, ["Total", "15", "37"]]), "") == []


def test_processes_and_stores_keep_what_a_table_says() -> None:
    reading = _read(Document("a.md", markdown(FLOOD)))
    found = keyed(reading)  # type: ignore[arg-type]
    assert isinstance(found, list)
    _, mentions, again = unpacked(packed(reading.document, reading.mentions, found, True), None)
    assert (list(mentions), list(again or ())) == (list(reading.mentions), found)


def test_pages_and_texts_say_the_same(tmp_path: Path) -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in FLOOD)
    prose = "<p>The river rose on Monday and the bridge at Dorn was closed to all traffic by the police, who asked all to stay away.</p>"
    (tmp_path / "a.html").write_text(f"<html><body><article><h1>Flood</h1>{prose}<table>{cells}</table>{prose.replace('Monday', 'Friday')}"
                                     "</article></body></html>")
    [document] = read([str(tmp_path / "a.html")]).documents
    assert told(document.text) == NAMED


WORDS = st.sampled_from(["Dorn", "Dead", "2022", "12", "(310)", "in thousands", "km", "", "|", "\\|", "---", ":-:", "%", "$4.5m", "`", "*"])


@given(st.lists(st.lists(WORDS, max_size=5).map(lambda cells: f"| {' | '.join(cells)} |"), max_size=8).map("\n".join))
def test_whatever_stands_between_pipes_is_read(text: str) -> None:
    found: list[Mention] = extract(text)
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)
    assert all(text[mention.start:mention.end] == mention.text for mention in found)


def test_every_figure_of_a_large_table_is_read() -> None:
    rows = [["Town", *(str(year) for year in range(1990, 2020))], *([f"Town{'x' * (row % 7)}{row}", *["1,250"] * 30] for row in range(100))]
    assert len(told(markdown(rows))) == 3000
