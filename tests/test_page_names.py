"""How the page calls what sources speak of."""
from __future__ import annotations

import datetime

import pytest

import factcheck
from factcheck.model import Document
from factcheck.report.page.topics import topics
from factcheck.report.summary import stories


def names(*texts: str) -> list[str]:
    report = factcheck.check([Document(f"d{at}", text, datetime.date(2024, 5, 3), "s", publisher=f"Paper {at}")
                              for at, text in enumerate(texts)])
    [story] = stories(report)
    return [topic.name for topic in topics(story)]


@pytest.mark.parametrize("texts, expected", [
    (("The flood killed 12 people.", "The flood killed 15 people."), "people killed"),
    (("The storm destroyed 45 houses.", "The storm destroyed 60 houses in Dorn."), "houses destroyed"),
    (("Three people are missing.", "Nine people are missing."), "people missing"),
    (("Twelve officers were injured.", "Fifteen injured officers were treated."), "officers injured"),
    (("Turnout was 61 percent in Kestmoor.", "In Kestmoor the turnout was 48 percent."), "turnout"),
    (("Turnout was 61 percent.", "Turnout was 48 percent."), "Turnout"),
    (("Dorn Pumps had a net profit of 38 million euros.", "Net profit of Dorn Pumps was 40 million euros."), "net profit"),
    (("Albania joined the union in 2009.", "Albania joined the union in 2011."), "Albania joined the union"),
    (("The mill in Dorn opened on 3 May 2021.", "The mill in Dorn opened on 5 May 2021."), "mill in Dorn opened")])
def test_what_befell_whom(texts: tuple[str, ...], expected: str) -> None:
    assert names(*texts) == [expected]


def test_two_things_of_one_name_are_told_apart() -> None:
    found = names("Ada Marr received 18,420 votes. Ben Holt received 16,801 votes.",
                  "Ada Marr received 18,420 votes. Ben Holt received 16,901 votes.")
    assert len(set(found)) == len(found) >= 2 and all(name.startswith("votes received") for name in found)
