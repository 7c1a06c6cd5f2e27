"""Lines and columns as other programs count them: code points, UTF-16 units, UTF-8 bytes."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.columns import Position, Unit, lines
from factcheck.extract import extract
from factcheck.model import Document
from factcheck.pipeline import keyed
from factcheck.report.regions import region
from factcheck.report.shapes import Reading

# The text before and behind the place, and where it is in (line; code points, UTF-16 units, UTF-8 bytes).
PLACES = {
    "the beginning": ("", "12 people", 1, (1, 1, 1)),
    "ascii": ("In all ", "12", 1, (8, 8, 8)),
    "an accent takes two bytes": ("Café ", "12", 1, (6, 6, 7)),
    "a dash takes three": ("So — ", "12", 1, (6, 6, 8)),
    "an emoji is one point, two units, four bytes": ("\N{FIRE} ", "12", 1, (3, 4, 6)),
    "a joined accent is two points": ("e\N{COMBINING ACUTE ACCENT} ", "12", 1, (4, 4, 5)),
    "a second line": ("One.\n\N{FIRE}", "12", 2, (2, 3, 5)),
    "right behind a line feed": ("One.\n", "12", 2, (1, 1, 1)),
    "CRLF is one end of line": ("One.\r\nTwo.\r\n", "12", 3, (1, 1, 1)),
    "a lone carriage return is none": ("One.\rTwo ", "12", 1, (10, 10, 10)),
    "other separators are none": ("One.\u2028Two\x0c\x85 ", "12", 1, (12, 12, 15)),
    "a byte-order mark inside the text counts": ("\ufeff", "12", 1, (2, 2, 4)),
    "front matter counts": ("---\ntitle: Ä\n---\n\nIn ", "12", 5, (4, 4, 4)),
}
UNITS: tuple[Unit, ...] = ("points", "utf16", "utf8")


@pytest.mark.parametrize(("before", "behind", "line", "columns"), PLACES.values(), ids=list(PLACES))
def test_a_place(before: str, behind: str, line: int, columns: tuple[int, int, int]) -> None:
    known = lines(before + behind)
    assert [known.at(len(before), unit) for unit in UNITS] == [Position(line, column) for column in columns]


def test_the_end_of_a_text_is_a_place() -> None:
    assert lines("One\n").at(4) == Position(2, 1)
    assert lines("").at(0) == Position(1, 1)
    assert lines("One").at(3, "utf8") == Position(1, 4)


@given(st.text(st.sampled_from("a1 \n\ré—\N{FIRE}\u2028\x00"), max_size=40), st.integers(0, 40))
def test_whoever_reads_the_bytes_finds_the_place(text: str, at: int) -> None:
    """The law: line by line through the encoded file, a column leads back to the offset."""
    at = min(at, len(text))
    known = lines(text)
    for unit, encoding, size in (("utf8", "utf-8", 1), ("utf16", "utf-16-le", 2)):
        place = known.at(at, unit)                                         # type: ignore[arg-type]
        feed = "\n".encode(encoding)
        rows = [text_line.encode(encoding) + feed for text_line in text.split("\n")]
        assert b"".join(rows)[:-len(feed)] == text.encode(encoding)
        found = b"".join(rows[:place.line - 1]) + rows[place.line - 1][:size * (place.column - 1)]
        assert found.decode(encoding) == text[:at]
    place, rows_of_text = known.at(at), [row + "\n" for row in text.split("\n")]
    assert "".join(rows_of_text[:place.line - 1]) + rows_of_text[place.line - 1][:place.column - 1] == text[:at]


TEXTS = (
    "---\ntitle: Überfahrt\n---\n\nÀ Sallow, \N{FIRE} the flood hurt at least 21\npeople. The river rose by 7.2\n"
    "metres. It took 12 days.\n",
    "At least 21 people were hurt.\r\nThe \N{FIRE} river rose by 7.2\r\nmetres in Sallow. It took 12 days.\r\n",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("unit", UNITS)
def test_a_claim_without_its_document_is_found_in_the_same_place_or_not_at_all(text: str, unit: Unit) -> None:
    document = Document("a.md", text, metadata_offset=text.index("\n\n") if text.startswith("---") else 0)
    claims = keyed(Reading(document, tuple(extract(document))))
    assert isinstance(claims, list) and len(claims) >= 3
    known = lines(text)
    for claim in claims:
        place = region(claim, known, unit)
        assert place is not None and (unit != "points" or place.start == Position(claim.line, claim.column))
        assert place == (region(claim, None, unit) or place)
        assert place.end is not None and place.end == known.at(claim.mention.end, unit)
    assert any(region(claim, None, unit) for claim in claims)
