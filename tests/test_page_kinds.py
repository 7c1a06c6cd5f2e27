"""Pages of the kinds that web archives hold: what each puts around, between and in place of its article, and what it is written in."""
from __future__ import annotations

import datetime
import json

import pytest

from factcheck.documents.html import read
from factcheck.documents.shapes import Call, Placed, Source
from factcheck.model import Document

BODY = ("The council of Dornach voted on Tuesday to raise the wall of the reservoir by 3 metres, at a cost of about 2.4 million euros.",
        "Engineers had measured 118 millimetres of rain in one night, and the spillway was open for 14 hours before the level fell again.",
        "Work begins in March and takes 20 months, said the head of the water office, who expects 60 people to be employed on the site.",
        "The town had asked the province for 1.1 million euros in 2021 and was refused twice, according to minutes published last week.",
        "Residents of the lower quarter, where 212 houses stand, have kept sandbags in their cellars since the flood of 1998.")
DAY = '<meta property="article:published_time" content="2024-02-06T08:00:00+01:00">'
NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>'
FOOT = "<footer><p>Valley Herald Media, registered in Lowmark under the number 447 112. All rights reserved.</p></footer>"
TITLE = "<h1>Dornach raises its wall</h1>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


def page(inside: str, head: str = DAY) -> str:
    return f'<!DOCTYPE html><html lang="en"><head><title>Dornach</title>{head}</head><body>{NAV}{inside}{FOOT}</body></html>'


def article(between: str = "", after: str = "", head: str = DAY) -> str:
    return page(f"<article>{TITLE}{paragraphs(*BODY[:2])}{between}{paragraphs(*BODY[2:])}{after}</article>", head)


def document(source: str | bytes) -> Document:
    [placed] = read(Source("page.html", source if isinstance(source, bytes) else source.encode()), Call())
    assert isinstance(placed, Placed)
    return placed.document


LIVE = "".join(f'<article class="block"><time datetime="2024-02-06T1{at}:05:00Z">1{at}.05</time><h2>Update {at}</h2><p>{text}</p></article>'
               for at, text in enumerate(BODY))
TALK = "".join(f'<li class="comment"><b>reader{at}</b><p>I counted {at}00 trucks on that road, and nobody at the town hall will say who '
               f"pays the {at} million that it costs us in the end.</p></li>" for at in range(3, 6))
CELLS = "".join(f"<tr><td>{town}</td><td>{number}</td></tr>" for town, number in (("Dornach", "1,250"), ("Lowmark", "870")))
ANSWERS = "".join(f"<p><strong>{asked}</strong></p><p>{said}</p>" for asked, said in (
    ("How high will it be?", "It will be 44 metres. We measured twice."), ("When?", "In March. We have 20 months.")))
OLD = (f'<HTML><BODY><TABLE><TR><TD COLSPAN=3><IMG SRC="a.gif"></TD></TR><TR><TD><FONT><A HREF="/">Home</A><BR>Weather: 14 degrees</FONT>'
       f"</TD><TD>{TITLE}<FONT>By Ilse Varn<BR>Tuesday, February 6, 2024<P>{'<P>'.join(BODY)}</FONT></TD><TD>Win 5,000 crowns in our game!"
       "</TD></TR><TR><TD COLSPAN=3>Valley Herald, circulation 31,000</TD></TR></TABLE></BODY></HTML>")

KINDS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "a live blog": (page(f"<main>{TITLE}<div class='liveblog'>{LIVE}</div></main>"), (), ()),
    "behind a wall, with its offer": (
        page(f"<article>{TITLE}{paragraphs(*BODY[:2])}<div class='paywalled'>{paragraphs(*BODY[2:])}</div></article>"
             "<div class='paywall-offer'><p>Get all 40,000 articles of our archive for 1 euro in the first month, and cancel at any time."
             "</p><button>Subscribe</button></div>"), (), ("40,000 articles",)),
    "AMP": (f"<!doctype html><html amp><head>{DAY}<title>Dornach</title></head><body><article class='amp-wp-article'>{TITLE}"
            f"<div class='amp-wp-article-content'>{paragraphs(*BODY[:2])}<amp-ad></amp-ad>{paragraphs(*BODY[2:])}</div></article>"
            "<footer class='amp-wp-footer'><p>Powered by 3 engines of the Herald group since 1999.</p></footer></body></html>",
            (), ("3 engines",)),
    "other stories in the middle": (article(
        '<div class="inline-related"><h4>Read also</h4><ul><li><a href="/a">Ski lift carries 1.3 million guests</a></li></ul></div>'
        '<p><b>READ MORE: <a href="/c">Bakery sold 9,000 buns in a day</a></b></p>'), (), ("1.3 million guests", "9,000 buns")),
    "comments": (article(after=f'</article><div id="comments"><ol>{TALK}</ol></div><article>'), (), ("300 trucks", "5 million")),
    "a box for a newsletter": (article(
        '<div class="c-nl"><h3>The Morning Letter</h3><p>Join the 85,000 readers who start their day with our editors and get the news at '
        '6 a.m. every weekday.</p><form><input type="email"><button>OK</button></form></div>'), (), ("85,000 readers",)),
    "a banner for cookies": (article().replace("<nav>", '<div id="cookie-banner"><p>We and our 842 partners store information on your '
                                               "device, and you can change that at any time, as often as you wish.</p></div><nav>"), (),
                             ("842 partners",)),
    "tables": (article(f"<table><caption>Households, with meters</caption><tr><th>Town</th><th>2023</th></tr>{CELLS}</table>"),
               ("| Lowmark | 870 |", "Households, with meters"), ()),
    "an interview": (article(ANSWERS), ("It will be 44 metres. We measured twice.", "When?", "In March. We have 20 months."), ()),
    "a fact box and a list": (article(
        "<div class='factbox'><h3>In figures</h3><p>It was built in 1962 by 340 workers and holds 40 million litres when it is full.</p>"
        "</div><ul><li>A 44-metre wall of concrete</li><li>2 pumps that empty the pool in 6 hours</li></ul>"),
        ("built in 1962 by 340 workers", "A 44-metre wall", "2 pumps that empty"), ()),
    "what partners paid for": (article(after='<div class="OUTBRAIN"><p>These 9 dogs will make you laugh for a week, says a vet who '
                                       'has seen them.</p></div><div class="partner-content"><p>Save 40 percent on all shoes by the 12th '
                                       "the month, while stocks last and the snow stays.</p></div>"), (), ("9 dogs", "40 percent on all")),
    "laid out as a table": (OLD, (), ("14 degrees", "5,000 crowns")),
    "an opening above its columns": (
        page(f"<header>{TITLE}<p class='article-lead'>{BODY[0]}</p></header><div class='main'>{paragraphs(*BODY[1:])}</div>"
             "<div class='side'><p class='summary'>The ski lift above Lowmark carried 1.3 million guests in its 30th winter, or more."
             "</p></div>"), (), ("1.3 million guests",)),
    "fields of fields": (
        page(f"<div class='node'>{TITLE}<div class='field field-lead'><div><div>{BODY[0]}</div></div></div><div class='field field-body'>"
             f"<div>{paragraphs(*BODY[1:])}</div></div></div><div class='leaderboard'>Win 5,000 crowns in our game, which ends on Friday "
             "at the hall of the town.</div>"), (), ("5,000 crowns",)),
    "its own application": (
        page(f"<main><section><h1>Dornach</h1></section><section>{paragraphs(*BODY[:3])}<p>Story continues below</p></section>"
             "<section class='promo'><p>More than 50,000 people read the Herald on their phone, and so can you, at no cost for 30 days.</p>"
             f"</section><section>{paragraphs(*BODY[3:])}</section></main>"), (), ("50,000 people", "Story continues")),
    "drawn by a script": (f"<html><head>{DAY}<title>Dornach</title></head><body><div id='app'></div><script type='application/json'>"
                          f"{json.dumps([{'html': f'<p>{text}</p>'} for text in BODY * 3])}</script></body></html>", (), ()),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page(kind: str) -> None:
    source, more, without = KINDS[kind]
    found = document(source)
    text = " ".join(found.text.split())
    assert [words for words in (*BODY, *more) if words not in text] == []
    assert [words for words in (*without, "447 112", "Home") if words in text] == []
    assert found.published == datetime.date(2024, 2, 6)


@pytest.mark.parametrize("line", [
    "<div>Updated: 9 February 2024, 11:20 First published: 6 February 2024, 08:00</div>",
    "<p>Posted <time datetime='2024-02-06T08:00:00Z'>February 6, 2024</time> | Last modified <time datetime='2024-02-09'>9 Feb</time></p>",
    "<p>Tuesday 6 Feb 2024 08.00 GMT</p><p>Last modified on Fri 9 Feb 2024 10.12 GMT</p>",
    "<span>02/06/2024 8:00 AM EST</span>", "<span>02/06/2024, 8:00 a.m. (PT)</span>"])
def test_the_day_of_the_first_version(line: str) -> None:
    assert document(page(f"<article>{TITLE}{line}{paragraphs(*BODY)}</article>", "")).published == datetime.date(2024, 2, 6)


PLAIN = article().replace("Dornach", "Dörnäch")
NAMED = PLAIN.replace("<head>", '<head><meta http-equiv="Content-Type" content="text/html; charset={}">')
QUOTED = NAMED.replace("sandbags", "“sandbags” – 12 €")


@pytest.mark.parametrize("data", [
    PLAIN.encode(), b"\xef\xbb\xbf" + PLAIN.encode(), PLAIN.encode("utf-16"), PLAIN.encode("cp1252"),
    NAMED.format("iso-8859-1").encode("latin-1"), NAMED.format("windows-1252").encode("cp1252"),
    QUOTED.format("iso-8859-1").encode("cp1252"), QUOTED.format("utf-8").encode("cp1252"),
    QUOTED.format("rot13").encode("cp1252"), NAMED.format("no-such").encode(),
    QUOTED.replace("<head>", f"<head><!--{'x' * 3000}-->").format("latin1").encode("cp1252"),
    PLAIN.encode().replace(b"212 houses", b"212 \xe9 houses"), NAMED.format("macintosh").encode("mac-roman")])
def test_the_character_set_is_the_one_a_browser_takes(data: bytes) -> None:
    text = document(data).text
    assert "The council of Dörnäch voted" in text and "Ã" not in text
    assert "sandbags" in text and ("“" not in text or "“sandbags” – 12 €" in text)
