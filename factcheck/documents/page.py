"""The readings of one page in, its article's text out: what surrounds an article is cut, what belongs to it is kept.

Precision mode decides where the article begins and ends. Between those, a paragraph of prose that only the wider reading has is the
article's own. The standfirst, which many pages print outside the article, is known by the page's own description of itself.
"""
from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factcheck.data import load

TIMES_MORE = 2          # when the wider reading has so much more prose, precision mode threw the article away
SCANT, FAR_MORE = 1500, 4       # characters of prose; when a script carries so much more, the page draws its article from it
PROSE = 100             # characters from which a paragraph with a full stop is prose
SHORT = 25              # characters from which a line is known again in what the page states
ASKS = 250              # characters up to which a paragraph may be a request to the reader
STANDFIRST = range(60, 600)
SENTENCE_END = re.compile(r"[.!?][\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})]*\Z")
UNSEEN = re.compile(r"<(script|style|head|noscript|template)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
LINKED_DATA = re.compile(r"<script[^>]{0,200}application/ld\+json[^>]{0,200}>(.*?)</script", re.DOTALL | re.IGNORECASE)
SCRIPT = re.compile(r"<script\b[^<>]{0,500}>(.*?)</script", re.DOTALL | re.IGNORECASE)
STRING = re.compile(r'"((?:[^"\\\n]|\\.){80,})"')
PARAGRAPH = re.compile(r"<p\b|&lt;p\b|\\u003cp\b", re.IGNORECASE)
HEADLINE = re.compile(r"</h1\s*>", re.IGNORECASE)
BELOW, NEAR = 20_000, 2_000     # characters below it in which a standfirst stands above the text, and where it does not know the text
TAG = re.compile(r"<[^<>]{0,5000}>")


def article(precise: str, wide: str, description: str | None, page: str) -> str:
    """The two readings of a page, its description of itself and its source → the article's text."""
    if _prose(wide) > TIMES_MORE * _prose(precise):
        precise = wide
    if _prose(body := _stated(page)) > TIMES_MORE * _prose(precise):
        precise = wide = body
    if _prose(precise) < SCANT and _prose(carried := _carried(page)) > FAR_MORE * _prose(precise):
        precise = wide = carried
    lines = [line for line in laid_out(_filled(precise.split("\n"), wide.split("\n"), body)) if not asks(line)]
    opening = _standfirst(description, "\n".join(lines), page)
    return "\n".join([opening, *lines] if opening else lines)


@cache
def cuts() -> tuple[str, ...]:
    """What is cut from a page before its article is looked for, as XPath; never what holds the whole article.

    Beside what its class tells: boxes that ask for an e-mail address, offers to get past a wall, and the columns beside the article of a
    page that is laid out as a table.
    """
    tests = " or ".join(
        f"contains(translate(concat(@class, ' ', @id), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), '{name}')"
        for name in load("lang.en.pages")["classes"]
    )
    box = "*[self::div or self::section or self::aside or self::p or self::ul or self::form]"
    return (f".//{box}[{tests}][not(.//h1)][count(.//p) < 8]",
            f".//{box}[.//input[@type='email']][not(.//h1)][count(.//p) < 4]",
            f".//{box}[contains(@class, 'paywall')][.//button or .//form][not(.//h1)][count(.//p) < 8]",
            ".//td[ancestor::table[1]//h1][not(.//h1)][count(.//p) < 2]")


def asks(line: str) -> bool:
    """Whether a paragraph asks the reader for something ("Sign up here"), or leads elsewhere, and tells nothing."""
    said, known = line.lower().strip(), load("lang.en.pages")
    return len(line) < ASKS and (any(words in said for words in known["lines"]) or said.startswith(tuple(known["openers"])))


def laid_out(lines: Iterable[str]) -> Iterator[str]:
    """Lines of which some are rows of tables → the same; where a row holds prose, it lays out the page, and its cells are paragraphs."""
    for line in lines:
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")] if line.startswith("| ") else []
        yield from filter(None, cells) if any(map(_prose, cells)) else [line]


def _prose(text: str) -> int:
    """The characters of a text that stand in paragraphs of prose."""
    return sum(len(line) for line in text.split("\n") if len(line) >= PROSE and SENTENCE_END.search(line.strip()))


def _stated(page: str) -> str:
    """The article as the page's own metadata give it (schema.org `articleBody`), the longest if there are several, or nothing."""
    found = [""]
    for block in LINKED_DATA.findall(page):
        try:
            found += _bodies(json.loads(block))
        except (ValueError, RecursionError):
            continue
    return "\n".join(line.strip() for line in html.unescape(TAG.sub("\n", max(found, key=len))).splitlines() if line.strip())


def _carried(page: str) -> str:
    """The paragraphs that the script with most of them carries as strings, for pages that draw their article from it, or nothing."""
    return max((_paragraphs(script) for script in SCRIPT.findall(page)), key=len, default="")


def _paragraphs(script: str) -> str:
    found = []
    for text in STRING.findall(script):
        if PARAGRAPH.search(text):
            try:
                found.append(html.unescape(TAG.sub("\n", html.unescape(json.loads(f'"{text}"')))))
            except ValueError:
                continue
    return "\n".join(line for line in (" ".join(line.split()) for text in found for line in text.split("\n")) if line)


def _bodies(node: object) -> list[str]:
    if isinstance(node, list):
        return [body for item in node for body in _bodies(item)]
    if not isinstance(node, dict):
        return []
    own = node.get("articleBody")
    return ([own] if isinstance(own, str) else []) + [
        body for item in node.values() if isinstance(item, list | dict) for body in _bodies(item)
    ]


def _filled(precise: Sequence[str], wide: Sequence[str], body: str) -> list[str]:
    """The lines of precision mode, with what only the wider reading has: prose between them, and what the page states as its article."""
    kept = {line.strip(): at for at, line in enumerate(precise) if line.strip()}
    common = [at for at, line in enumerate(wide) if line.strip() in kept]
    result = list(precise)
    if len(common) * 2 < len(kept):                  # they part the page differently
        return result
    said, stated, place, added = "\n".join(precise), " ".join(body.split()), 0, 0
    for at, line in enumerate(map(str.strip, wide)):
        if line in kept:
            place = kept[line] + 1
            continue
        between = common and common[0] < at < common[-1] and wide[at - 1].strip() in kept
        prose = between and len(line) >= PROSE and SENTENCE_END.search(line)
        if line and line not in said and (prose or (len(line) >= SHORT and " ".join(line.split()) in stated)):
            result.insert(place + added, line)
            added += 1
    return result


def _standfirst(description: str | None, text: str, page: str) -> str | None:
    """The page's description of itself, where a reader sees it on the page, or what the page classes as its opening below the headline;
    nothing where the article's text has it."""
    said = " ".join((description or "").split())
    if _opens(said, text) and said in _seen(UNSEEN.sub(" ", page)):
        return said
    headline = HEADLINE.search(page)
    below = page[headline.end():headline.end() + BELOW] if headline else ""
    known = [place for line in text.split("\n") if len(line) >= PROSE and (place := below.find(line[:SHORT])) >= 0]
    above = below[:min(known, default=NEAR)]
    return next((said for found in _classed().finditer(above) if _opens(said := _seen(found["inside"]), text)), None)


def _opens(said: str, text: str) -> bool:
    """Whether words may be a standfirst, and the article's text lacks them."""
    return len(said) in STANDFIRST and bool(SENTENCE_END.search(said)) and not asks(said) and said not in " ".join(text.split())


def _seen(source: str) -> str:
    """What a reader sees of a piece of a page."""
    return " ".join(html.unescape(TAG.sub(" ", source)).split())


@cache
def _classed() -> re.Pattern[str]:
    """What has the class of a standfirst: <p class="article-lead">."""
    names = "|".join(load("lang.en.pages")["standfirsts"])
    named = rf"""class\s*=\s*["'][^"'<>]{{0,200}}?(?<![a-z])(?:{names})(?![a-z])"""
    return re.compile(rf"<(p|div|h2|h3|section)\b[^<>]{{0,300}}?\b{named}[^<>]{{0,300}}>(?P<inside>.{{1,5000}}?)</\1\s*>",
                      re.DOTALL | re.IGNORECASE)
