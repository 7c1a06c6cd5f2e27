"""The comment on a pull request: what an editor reads there, how long it is, and that no article can do more in it than be read."""
from __future__ import annotations

import datetime
import re
import shlex
from dataclasses import replace

import pytest
from lxml import html
from machine_sample import CONFLICTS, GATED
from markdown_it import MarkdownIt
from test_machine_formats import written

from factcheck.model import Document, Report, Skipped
from factcheck.pipeline import check
from factcheck.report.as_markdown import LONGEST, MARK
from factcheck.report.question import because, question

DAY = datetime.date(2024, 5, 3)


def shown(comment: str) -> html.HtmlElement:
    """The comment as a page: CommonMark, with the HTML that it lets pass."""
    return html.fromstring(f"<div>{MarkdownIt('commonmark').enable('table').render(comment)}</div>")


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).replace("\u200b", "").split())


def pair(one: str, other: str, days: int = 0, **more: str) -> Report:
    return check([Document("a.txt", one, DAY, "s", publisher="Valley Herald"),
                  Document("b.txt", other, DAY + datetime.timedelta(days), "s", publisher="Harbour Post", **more)])


def test_it_has_all_that_an_editor_needs() -> None:
    page = shown(written("markdown", pair("The flood destroyed nearly 40 houses in Sallow, the mayor said.",
                                          "The flood destroyed 52 houses in Sallow. It killed three people.", lang="en")))
    text = words(page)
    assert "factcheck: 1 conflict to settle" in text
    [table] = page.xpath("//table[not(ancestor::details)]")
    assert [[words(cell) for cell in row] for row in table] == [
        ["b.txt:1:21", "a.txt:1:21"], ["Harbour Post, 3 May 2024", "Valley Herald, 3 May 2024"],
        ["“The flood destroyed 52 houses in Sallow.”", "“The flood destroyed nearly 40 houses in Sallow, the mayor said.”"],
        ["52", "[36, 40) · the mayor said"]]
    assert [words(bold) for bold in table.xpath(".//b")] == ["52", "nearly 40"]
    assert re.search(r"Diagnosis: .*To ask: .*\?.*To decide: ", text)
    calls = [shlex.split(line) for line in page.xpath("string(//pre)").strip().splitlines()]
    assert [call[:2] for call in calls] == [["factcheck", "suppress"]] * 2 and {call[2][:3] for call in calls} == {"f1:"}
    assert calls[0][3:] == ["--stands", "b.txt", "--by", "NAME", "--reason", "…"] and calls[1][3:] == ["--reason", "…"]


def test_one_figure_that_contradicts_many_articles_is_one_thing_to_settle() -> None:
    held = [Document(f"{houses}.txt", f"The flood destroyed {houses} houses in Sallow.", DAY, "s") for houses in range(40, 49)]
    report = check([Document("z.txt", "The flood destroyed 97 houses in Sallow.", DAY, "s"), *held])
    loud = [verdict for verdict in report.verdicts if any(claim.mention.document == "z.txt" for claim in verdict.claims)]
    page = shown(written("markdown", replace(report, verdicts=tuple(loud))))
    assert "9 conflicts to settle" in words(page) and len(page.xpath("//h4")) == 1
    rows = [words(row) for row in page.xpath("//ul/li")]
    assert len(rows) == 6 and rows[-1] == "3 more" and all("97 houses" in row and "f1:" in row for row in rows[:-1])


def test_what_was_known_or_agrees_is_folded() -> None:
    page = shown(written("markdown"))
    folded = [words(summary) for summary in page.xpath("//details/summary")]
    assert folded == ["1 figure that a later one replaced", "4 findings known before", "1 fact agreed"]
    assert len(page.xpath("//h4")) == 1 and len(CONFLICTS) - 4 == 2 and "The same figure, with other articles:" in words(page)
    assert "Both counts are official <i>|</i> ](x)" in words(page) and "decided by M. Varn" in words(page)
    assert "a.jsonl:7: id: missing" in words(page) and "binds to no finding" in words(page)


def test_nothing_to_say_is_said_in_a_line() -> None:
    calm = written("markdown", check([Document("a.txt", "It rained.")]))
    assert calm == f"{MARK}\n\n### factcheck: nothing to settle\n\n1 article, 0 facts.\n"


HOSTILE = (
    "@all", "@org/team", "#12", "GH-12", "http://evil.example", "https://evil.example/x", "www.evil.example", "me@evil.example", ":tada:",
    "user/repo#1", "ftp://evil.example", "javascript:alert(1)",
    "[x](http://evil.example)", "![x](http://evil.example/x.png)", "<b>bold</b>", "<script>alert(1)</script>", "<img src=x onerror=y>",
    "<!-- -->", "-->", "</table>", "</details>", "|", "||", "```", "`x`", "***", "# Head", "> quote", "- item", "1. item", "---", "$x$",
    "$5", "\\", "&lt;", "&amp;", "&#64;all", "~~gone~~", "[^1]", "\u202eevil", "\x1b[31mred", "a\u2028\u2028b", "<a href=x>y</a>", "==x==",
    "[[x]]",
)


TAGS = set("div h3 h4 p b br code pre table thead tbody tr th td ul li details summary span".split())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("where", ["text", "publisher", "id", "skipped"])
def test_words_of_an_article_are_only_words(text: str, where: str) -> None:
    hostile = {"text": f"The flood destroyed 52 houses in Sallow {text} and more.", "publisher": text, "id": f"b{text}.txt"}
    report = check([Document("a.txt", "The flood destroyed nearly 40 houses in Sallow.", DAY, "s"),
                    Document(hostile["id"] if where == "id" else "b.txt",
                             hostile["text"] if where == "text" else "The flood destroyed 52 houses in Sallow.",
                             DAY, "s", publisher=text if where == "publisher" else None),
                    *([Skipped(f"{text}.txt", f"{text} is no {text}")] if where == "skipped" else [])])
    comment = written("markdown", report)
    page = shown(comment)
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= TAGS
    assert [str(comment_) for comment_ in page.xpath("//comment()")] == [MARK]
    assert len(page.xpath("//h4")) == 1 and len(page.xpath("//table[not(ancestor::details)]")) == 1
    outside = " ".join(page.xpath("//text()[not(ancestor::code or ancestor::pre)]"))
    assert not re.search(r"[@#]\w|\bGH-\d|://|www\.|:[a-z_]+:|\$\S+\$", outside)
    assert all(char.isprintable() or char in "\n\u200b" for char in comment)


def test_a_command_is_one_word_of_the_shell_for_any_name() -> None:
    for name in ("a b.txt", "it's.txt", "$(rm x).txt", "`rm`.txt", '"; rm.txt', "-x.txt", "```.txt"):
        report = check([Document("a.txt", "The flood destroyed 40 houses in Sallow.", DAY, "s"),
                        Document(name, "The flood destroyed 52 houses in Sallow.", DAY, "s", url=None)])
        [call, _] = shown(written("markdown", report)).xpath("string(//pre)").strip().splitlines()
        assert shlex.split(call)[4] in (name, "a.txt") and len(shlex.split(call)) == 9


def test_a_long_comment_says_what_it_leaves_out() -> None:
    [verdict] = [verdict for verdict in GATED.verdicts if verdict.story == "fire"]
    conflict = replace(CONFLICTS[-1], message="x" * 900)
    loud = [replace(conflict, fingerprint=f"f1:{number:024x}", claims=tuple(
        replace(claim, mention=replace(claim.mention, document=f"{number}.txt")) for claim in conflict.claims)) for number in range(200)]
    quiet = [replace(verdict, story=f"{number}", message="y" * 900, fingerprint=f"f1:{number:024x}") for number in range(200)]
    comment = written("markdown", replace(GATED, standings={}, verdicts=(*loud, *quiet)))
    assert len(comment) < 65_536 and len(comment) <= LONGEST + 200
    assert "190 more conflicts" in comment and "<p>150 more</p>" in comment
    assert comment.rstrip().endswith("has all of it.") and "left out, the comment would be too long" in comment
    page = shown(comment)
    assert len(page.xpath("//h4")) == 10


@pytest.mark.parametrize(("one", "other", "days", "diagnosis", "asked"), [
    ("The flood destroyed 412 houses in Sallow.", "The flood destroyed 421 houses in Sallow.", 0, "Two digits are swapped.", "same thing"),
    ("The flood destroyed 52 houses in Sallow, Mayor Ilse Varn said.", "The flood destroyed 40 houses in Sallow, Mayor Ilse Varn said.", 0,
     "no value is in both", "What did Mayor Ilse Varn say, and when?"),
    ("It was opened on Sunday, October 14, 2023.", "", 0, "do not fit together", "Which of these did the writer mean?"),
])
def test_the_question_fits_the_finding(one: str, other: str, days: int, diagnosis: str, asked: str) -> None:
    report = pair(one, other or "It rained.", days)
    [verdict] = [verdict for verdict in report.verdicts if verdict.outcome == "conflict"]
    claims = (verdict.claims[0], verdict.claims[-1])
    assert diagnosis in because(verdict, *claims) and asked in question(verdict, *claims)
