"""Saved pages in, articles out: what surrounds an article stays out, what belongs to it stays in."""
from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from factcheck.documents import dated
from factcheck.documents.html import read
from factcheck.documents.page import article, asks
from factcheck.documents.shapes import Call, Placed, Source
from factcheck.model import Document

SAVED = Path(__file__).parent.parent.parent / "shared" / "pages"        # copyrighted pages, present where they may be

OPENING = "Whatever one thinks of the plan, there is no denying that the reservoir above Dornach has held 40 million litres since May."
BODY = ("The council of Dornach voted on Tuesday to raise the wall of the reservoir by 3 metres, at a cost of about 2.4 million euros.",
        "Engineers had measured 118 millimetres of rain in one night, and the spillway was open for 14 hours before the level fell again.",
        "Work begins in March and takes 20 months, said the head of the water office, who expects 60 people to be employed on the site.")
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Dornach raises its wall</title>
<meta name="description" content="{OPENING}"><meta property="article:published_time" content="2024-02-06T08:00:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2024-02-06"}}</script></head>
<body><nav><a href="/">Home</a></nav><header><h2 class="lede">{OPENING}</h2></header>
<article><h1>Dornach raises its wall</h1><p>{BODY[0]}</p>
<section class="editorial-disclosure"><p>This page earns 5 percent of what 300 readers
spend with our 12 partners, as everybody here should know by now.</p></section>
<p>{BODY[1]}</p><p>{BODY[2]}</p><p><i>Do you want to hear more of the 9 lakes? <a href="/n">Sign up here</a></i></p></article>
<aside><h3>Most read</h3><p>20 million tourists came to the coast last year,
more than in any year before, the ministry said on Monday.</p></aside>
<footer>Copyright 2024. All rights reserved</footer></body></html>"""


def document(page: str) -> Document:
    [placed] = read(Source("page.html", page.encode()), Call())
    assert isinstance(placed, Placed)
    return placed.document


def test_the_article_and_its_standfirst_are_read_and_nothing_beside_it() -> None:
    found = document(PAGE)
    assert all(paragraph in found.text for paragraph in (OPENING, *BODY))
    assert not any(words in found.text for words in ("20 million tourists", "300 readers", "9 lakes", "All rights reserved"))
    assert found.published == datetime.date(2024, 2, 6)


def test_a_description_that_no_reader_sees_is_not_read() -> None:
    assert OPENING not in document(PAGE.replace(f'<h2 class="lede">{OPENING}</h2>', "")).text


def test_prose_between_kept_paragraphs_is_kept() -> None:
    first, middle, last = BODY
    assert article(f"{first}\n{last}", f"{first}\n{middle}\n{last}", None, "") == "\n".join(BODY)
    assert article(f"{first}\n{last}", f"{first}\nBy 3 people\n{last}", None, "") == f"{first}\n{last}"
    assert article(f"{first}\n{middle}", f"{last}\n{first}\n{middle}", None, "") == f"{first}\n{middle}"


def test_a_body_that_the_page_states_replaces_a_scant_reading() -> None:
    stated = json.dumps({"@graph": [{"@type": "NewsArticle", "articleBody": "\n".join(BODY)}]})
    assert article("Dornach", "Dornach", None, f'<script type="application/ld+json">{stated}</script>') == "\n".join(BODY)


@pytest.mark.parametrize(("line", "expected"), [
    ("Sign up for our daily letter!", True), ("All rights reserved, Dornach 2024", True),
    ("The council asked 300 people to sign up; 212 did.", False), ("The newsletter of 1912 named 14 of them.", False)])
def test_requests_to_the_reader(line: str, expected: bool) -> None:
    assert asks(line) is expected


LATER = ("The mayor of Dornach opened the raised wall on Friday, 14 months after the vote and 2 months before the rains are expected.",
         "It cost 2.6 million euros in the end, which the water office puts down to the price of steel and to 9 days of frost in March.",
         "Some 300 people came to see the spillway opened for the first time, and were told that it will stay open all night.")


def test_an_article_that_a_script_would_have_drawn_is_read_from_what_it_carries() -> None:
    story = json.dumps({"pages": [{"top": f"<p>{paragraph} It was said &amp; done.</p>"} for paragraph in (*BODY, *LATER) * 2],
                        "settings": {"title": "x" * 90}, "other": ["y" * 200]})
    found = document(f"<html><head><title>Dornach</title></head><body><h1>Dornach raises its wall</h1><p>{BODY[0]}</p>"
                     f"<script>var a = {story};</script></body></html>").text
    assert all(f"{paragraph} It was said & done." in found for paragraph in (*BODY, *LATER)) and "xxx" not in found and "yyy" not in found
    said = json.dumps({"related": [{"teaser": f"<p>{LATER[0]}</p>"}]})
    assert LATER[0] not in document(PAGE.replace("</body>", f"<script>var a = {said};</script></body>")).text


def test_what_the_page_states_as_its_article_is_kept_though_it_is_short() -> None:
    first, middle, last = BODY
    short = "Open daily, 5 euros for adults"
    stated = json.dumps({"@type": "NewsArticle", "articleBody": " ".join((*BODY, short))})
    page = f'<script type="application/ld+json">{stated}</script>'
    assert article(f"{first}\n{middle}", f"{first}\n{middle}\n{short}\nMore stories of the day here", None, page).split("\n") == [
        first, middle, short]
    assert short not in article(f"{first}\n{middle}", f"{first}\n{middle}\n{short}", None, "")


LIST = "<ul><li>An older story <p class='date'>2021-03-02</p></li></ul>"


@pytest.mark.parametrize(("body", "expected"), [
    ("<h1>A wall</h1><p>Written: 2023-11-07 15:03:30 / Updated: 2023-11-08</p>", (2023, 11, 7)),
    ("<p>Published on Tuesday, Nov. 7, 2023</p><h1>A wall</h1>", (2023, 11, 7)),
    ("<h1>A wall</h1><p>By Ada Rell | 7 November 2023</p>", (2023, 11, 7)),
    ("<h1>A wall</h1><p>" + "The council met again and again. " * 20 + "It was 3 May 2019.</p>", None),
    ("<h1>A wall</h1><p>Flight 2023-11-07-44, version 2023.11.7.1</p>" + "The council met again. " * 20, None),
    ("<h1>A wall</h1><p>Written: 2023-13-45</p>" + "The council met again. " * 20, None)])
def test_a_day_that_stands_at_the_article_beats_those_beside_it(body: str, expected: tuple[int, int, int] | None) -> None:
    assert dated.published(f"<html><body>{body}{LIST}</body></html>") == (expected and datetime.date(*expected))
    stated = '<meta property="article:published_time" content="2020-01-01">'
    assert dated.published(f"<html><head>{stated}</head><body>{body}</body></html>") is None


@pytest.mark.slow
@pytest.mark.skipif(not SAVED.is_dir(), reason="the saved pages are not part of the project")
def test_saved_pages() -> None:
    counts = {"with": [0, 0], "without": [0, 0], "dates": [0, 0]}
    for row in map(json.loads, (SAVED / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        placed = list(read(Source(row["file"], (SAVED / row["file"]).read_bytes()), Call()))
        found = placed[0].document if placed else Document("", "")
        text = " ".join(found.text.split())
        hits = {"with": [" ".join(words.split()) in text for words in row["with"]],
                "without": [" ".join(words.split()) not in text for words in row["without"]],
                "dates": [str(found.published) == row["published"]] if row.get("published") else []}
        for name, right in hits.items():
            counts[name][0] += sum(right)
            counts[name][1] += len(right)
    share = {name: right / number for name, (right, number) in counts.items()}
    assert share["with"] >= 0.95 and share["without"] >= 0.95 and share["dates"] >= 0.9, counts
