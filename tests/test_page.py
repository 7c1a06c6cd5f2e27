"""The report as a page: what its parts hold, that it is sound HTML which loads nothing, and that no article can write to it.

What needs a browser is in test_page_browser.py.
"""
from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import pytest
from report_sample import CLAIMS, REPORT, verdict

import factcheck
from factcheck.checks.amounts import Span, meet, shared
from factcheck.cli.main import main
from factcheck.model import Document, Report, Skipped, Verdict
from factcheck.report import formats
from factcheck.report.page import render
from factcheck.report.page.axis import axis, spelled, ticks
from factcheck.report.page.build import FULL, page
from factcheck.report.page.cards import Context, card
from factcheck.report.page.lines import line
from factcheck.report.page.quoting import pieces
from factcheck.report.page.sources import address, sources, to_words
from factcheck.report.page.topics import topics
from factcheck.report.page.way import walked
from factcheck.report.shapes import Paper
from factcheck.report.summary import stories
from factcheck.standing import Decision, Fixed, Notice, Standing, Suppression

VOID = {"meta", "input", "link", "br", "col"}


class Walk(HTMLParser):
    """A page → its tags with their attributes, in order; fails when one is not closed by its own end."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute of {tag} stands twice"
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("script", "style"):
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def html(report: Report) -> str:
    out = io.StringIO()
    formats.verdicts("html", report, Paper(out))
    return out.getvalue()


def told(*texts: str, days: Sequence[int] = (3, 4, 5, 6)) -> Report:
    """A story of several publishers."""
    return factcheck.check([Document(f"d{at}", text, datetime.date(2024, 5, days[at]), "s", publisher=f"Paper {at}",
                                     url=f"https://p{at}.example/a") for at, text in enumerate(texts)])


FLOOD = told("The flood in Brackwater destroyed 45 houses.", "The flood in Brackwater destroyed at least 60 houses.",
             "The flood in Brackwater destroyed about 50 houses.", days=(3, 3, 3))


@pytest.fixture(scope="module", params=["sample", "flood", "empty"])
def text(request: pytest.FixtureRequest) -> str:
    return html({"sample": REPORT, "flood": FLOOD, "empty": Report()}[request.param])


def test_it_is_sound(text: str) -> None:
    walk = Walk(text)
    ids = [attributes["id"] for _, attributes in walk.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    inner = [a["href"][1:] for tag, a in walk.tags if tag in ("a", "use") and a.get("href", "").startswith("#")]
    assert set(inner) <= set(ids)
    named = [name for _, a in walk.tags for key in ("aria-labelledby", "for") for name in a.get(key, "").split()]
    assert set(named) <= set(ids)


def test_it_loads_nothing_and_runs_nothing_but_its_own(text: str) -> None:
    walk = Walk(text)
    assert not any(name.startswith("on") or name in ("style", "srcset", "action", "ping") for _, a in walk.tags for name in a)
    assert not any("src" in a for _, a in walk.tags)
    assert not {tag for tag, _ in walk.tags} & {"img", "iframe", "object", "embed", "link", "base", "video", "audio", "image"}
    assert all(re.match(r"#|https?://", a["href"]) for _, a in walk.tags if "href" in a)
    [policy] = [a["content"] for a in walk.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy and "http" not in policy
    for tag in ("style", "script"):
        [inside] = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert render._hash(inside) in policy


def test_headings_and_tables_can_be_walked(text: str) -> None:
    walk = Walk(text)
    levels = [int(tag[1]) for tag, _ in walk.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert len(walk.all("table")) == len(walk.all("caption"))
    assert all(a.get("scope") for a in walk.all("th"))
    assert all(a.get("aria-hidden") == "true" for tag, a in walk.tags if tag == "svg" and "overflow" not in a)


def test_all_that_was_found_is_said() -> None:
    words = Walk(html(REPORT)).text()
    for found in REPORT.verdicts:
        assert found.message in words and found.fingerprint in words
    assert "flood/photo.txt:1: binary (a zero byte at byte 3), expected UTF-8 text" in words
    assert "1 conflict" in words and "≥ 21" in words


def hostile(payload: str) -> Report:
    """A dispute whose every word that a source may choose holds the payload."""
    says = "The flood {0} destroyed {1} houses {0} in Dorn, the mayor of {0} said.\n"
    return factcheck.check([Document(f"{payload}{at}", says.format(payload, number), datetime.date(2024, 5, 3 + at), payload,
                                     title=payload, publisher=payload, url=url)
                            for at, (number, url) in enumerate([(45, "javascript:alert(1)"), (60, f"https://x.example/{payload}")])])


@pytest.mark.parametrize("payload", [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><script>alert(1)</script>", "{{ 7*191 }}{% raw %}",
    "&lt;b&gt;", "javascript:alert(1)", "' onmouseover='alert(1)", "\u202eevil\x1b[31m", "<!--", "]]>", "</script>"])
def test_an_article_stays_text(payload: str) -> None:
    text = html(hostile(payload))
    own, walk = Walk(html(hostile("Quiet"))), Walk(text)
    assert {tag for tag, _ in walk.tags} <= {tag for tag, _ in own.tags}
    assert len(walk.all("script")) == len(walk.all("style")) == 1
    assert not any(name.startswith("on") for _, a in walk.tags for name in a)
    assert all(re.match(r"#|https?://", a["href"]) for _, a in walk.tags if "href" in a)
    assert "1337" not in walk.text()
    assert "\x1b" not in text and "\u202e" not in text


def test_templates_escape_by_themselves() -> None:
    environment = render._environment()
    assert environment.autoescape is True
    assert not [path.name for path in Path(render.FOLDER).glob("*.html") if re.search(r"\|\s*safe|autoescape|Markup", path.read_text())]


@pytest.mark.parametrize("url, good", [
    ("https://a.example/b", True), ("HTTP://a.example", True), ("javascript:alert(1)", False), ("java\nscript:alert(1)", False),
    ("data:text/html,x", False), ("//a.example", False), ("file:///etc/passwd", False), ("https:///x", False),
    ("https://a.example/ b", False), ("", False), (None, False), ("https://[", False)])
def test_links_are_pages_on_the_web(url: str | None, good: bool) -> None:
    assert (address(url) is not None) is good
    assert (to_words(url, "At least 21 people.") is not None) is good


def test_a_link_leads_to_the_words() -> None:
    assert to_words("https://a.example/b", "At least 21, or - so.") == "https://a.example/b#:~:text=At%20least%2021%2C%20or%20%2D%20so."
    assert to_words("https://a.example/b#c", "Yes.") == "https://a.example/b#c:~:text=Yes."
    long = " ".join(f"word{number}" for number in range(60))
    assert to_words("https://a.example", long) == ("https://a.example#:~:text=word0%20word1%20word2%20word3%20word4,"
                                                   "word55%20word56%20word57%20word58%20word59")


def span(low: int | None, high: int | None, open: str = "") -> Span:
    return Span(None if low is None else Fraction(low), None if high is None else Fraction(high), "low" in open, "high" in open)


@pytest.mark.parametrize("spans, expected", [
    ([span(36, 40, "high"), span(32, 48), span(38, 38)], [(span(38, 38), (0, 1, 2))]),
    ([span(31, 31), span(36, 40), span(32, 48)], [(span(36, 40), (1, 2))]),
    ([span(21, None), span(None, 30, "high"), span(12, 12)], [(span(21, 30, "high"), (0, 1)), (span(12, 12), (1, 2))]),
    ([span(1, 2, "high"), span(2, 3)], [(span(1, 2, "high"), (0,)), (span(2, 3), (1,))]),
    ([span(None, None), span(5, 5)], [(span(5, 5), (0, 1))])])
def test_what_most_allow(spans: list[Span], expected: list[tuple[Span, tuple[int, ...]]]) -> None:
    assert shared(spans) == expected
    assert meet(spans[0], spans[1]) is any({0, 1} <= set(which) for _, which in shared(spans[:2]))


def test_axes() -> None:
    assert axis([1, 5000]).log and not axis([10, 40]).log and not axis([0, 5000]).log and not axis([-5, 900]).log
    for numbers in ([3.0], [0.0], [1.5, 1.6], [1, 10 ** 12], [-40, 40], [12e6, 40e6], [0, 1e-9]):
        scale = axis(numbers)
        assert all(0 <= scale.at(number) <= 100 for number in numbers)
        assert 1 <= len(ticks(scale)) <= 12 and all(0 <= tick.at <= 100 for tick in ticks(scale))
    assert [spelled(number) for number in (40e6, 0.25, 1200.0, 2.5e9, -3.0)] == ["40 million", "0.25", "1,200", "2.5 billion", "-3"]


def drawn(report: Report) -> list[tuple[str, str, str, bool]]:
    """The line of a report's one topic → each bar: what it says, both ends, whether it is soft."""
    [story] = stories(report)
    found = line(topics(story)[0], sources(story.documents, {document.id: document for document in report.documents}, report.claims), {})
    assert found is not None
    assert all(0 <= bar.low <= bar.high <= 100 for bar in found.bars)
    return [(bar.says, bar.low_end, bar.high_end, bar.soft) for bar in found.bars]


def test_bars_have_the_ends_that_the_words_give_them() -> None:
    assert drawn(FLOOD) == [("45", "closed", "closed", False), ("40–60", "closed", "closed", True), ("≥ 60", "closed", "none", False)]
    report = told("The flood destroyed more than 60 houses.", "The flood destroyed fewer than 45 houses.")
    assert drawn(report) == [("< 45", "none", "open", False), ("> 60", "open", "none", False)]


def test_losses_lie_below_zero_where_gains_stand_beside_them() -> None:
    def bars(*texts: str) -> list[str]:
        report = told(*texts, days=(3, 3))
        found = Verdict("s", "alignment", "alignment", "conflict", "error", "f1:0", "They differ.", report.claims, ((0,), (1,)), ())
        return [bar[0] for bar in drawn(replace(report, verdicts=(found,)))]
    lost, gained = "The company Dorn Pumps made a loss of 12 million euros.", "The company Dorn Pumps made a profit of 8 million euros."
    assert bars(lost, gained) == ["EUR -12 million", "EUR 8 million"]
    assert bars(lost, lost.replace("12", "15")) == ["EUR 12 million", "EUR 15 million"]


def test_a_quote_marks_number_hedge_thing_and_speaker() -> None:
    found = [(piece.text, piece.role) for piece in pieces(CLAIMS[0])]
    assert found == [("Police", "speaker"), (" said ", ""), ("at least", "hedge"), (" 21", "number"), (" ", ""),
                     ("residents of the lower town", "thing"), (" were hurt.", "")]
    long = replace(CLAIMS[0], quote=CLAIMS[0].quote + " and so on" * 200)
    assert [piece.text for piece in pieces(long)][-1] == "…" and sum(len(piece.text) for piece in pieces(long)) < 450


def test_the_way_says_each_thing_once() -> None:
    [found] = [found for found in FLOOD.verdicts if found.outcome == "conflict"][:1]
    steps = walked(found.trail)
    assert [step.name for step in steps] == [step.step for step in found.trail]
    assert all("left bounds" not in step.read for step in steps) and steps[-1].wrote


def test_what_is_about_one_thing_is_one_card() -> None:
    report = replace(REPORT, verdicts=(verdict("conflict", "a", (0,), (1,)), verdict("compatible", "b", (2,), (0,)),
                                       verdict("agree", "c", (3, 4), rule="alignment")))
    [story] = stories(report)
    found = topics(story)
    assert [(topic.outcome, len(topic.findings), len(topic.claims)) for topic in found] == [("conflict", 2, 3), ("agree", 1, 2)]
    assert [topic.name for topic in found] == ["count", "7.2 metres"] or found[0].name
    anchors = {id(each): f"f{at}" for at, each in enumerate(report.verdicts)}
    shown = card("a", found[0], sources(story.documents, {d.id: d for d in report.documents}, report.claims), Context({}, anchors, False))
    assert (len(shown.findings), len(shown.rest), len(shown.quotes)) == (1, 1, 3)
    assert shown.names == ("Harbour Post", "Northern Wire", "Valley Herald")


def test_what_was_known_is_folded_and_says_why() -> None:
    [found] = [verdict for verdict in FLOOD.verdicts if verdict.outcome == "conflict"]
    key = (found.story, found.fingerprint)
    assert '<article class="fact o-conflict"' in html(replace(FLOOD, standings={key: Standing(baseline="new")}))
    assert "new since the baseline" in Walk(html(replace(FLOOD, standings={key: Standing(baseline="new")}))).text()
    for known, words in ((Standing(suppression=Suppression(found.fingerprint, "<b>typo</b>", by="Ada")), "suppressed by Ada: <b>typo</b>"),
                         (Standing(decision=Decision(found.fingerprint, "d0", "Ada", "counted again")), "d0 stands, by Ada: counted again"),
                         (Standing(baseline="unchanged"), "in the baseline")):
        text = html(replace(FLOOD, standings={key: known}))
        assert words in Walk(text).text() and found.message in Walk(text).text()
        assert '<details class="fact o-known"' in text and "article class" not in text
        assert "No conflict" in Walk(text).text() and "1 known" in Walk(text).text()


def test_what_is_fixed_and_what_expired_is_said() -> None:
    report = replace(FLOOD, fixed=(Fixed("f1:0", "r", "“4” and “5” differ.", ("a",), True),),
                     notices=(Notice("accepted.yaml", 7, "expired", "f1:0 expired on 2024-05-01"),))
    words = Walk(html(report)).text()
    assert "1 fixed since the baseline “4” and “5” differ. Superseded now." in words
    assert "accepted.yaml:7: f1:0 expired on 2024-05-01" in words


def test_what_was_skipped_is_never_hidden() -> None:
    text = html(replace(FLOOD, skipped=tuple(Skipped(f"a{at}.txt", "empty file") for at in range(14))))
    words = Walk(text).text()
    assert "14 not used" in words and "4 more" in words and all(f"a{at}.txt: empty file" in words for at in range(14))


def test_growing_figures_are_a_series_per_speaker() -> None:
    report = told("The flood in Dorn killed four people, the fire service said.",
                  "The flood in Dorn killed seven people, the fire service said.",
                  "The flood in Dorn killed eleven people, the mayor said.")
    assert {found.outcome for found in report.verdicts} == {"superseded"}
    words = Walk(html(report)).text()
    assert "fire service 4 Paper 0, 3 May 2024 → 7 Paper 1, 4 May 2024" in words and "mayor 11 Paper 2, 5 May 2024" in words


def test_a_large_page_says_what_it_leaves_out() -> None:
    many = FULL + 20
    claims = tuple(replace(claim, mention=replace(claim.mention, start=claim.mention.start, document=f"{claim.mention.document}{at}"))
                   for at in range(many) for claim in CLAIMS[3:5])
    verdicts = tuple(replace(REPORT.verdicts[2], claims=claims[2 * at:2 * at + 2], fingerprint=f"f1:{at:06}") for at in range(many))
    report = Report((*REPORT.verdicts, *verdicts), REPORT.documents, (*CLAIMS, *claims))
    assert page(report, {}).brief == many + 1
    words = Walk(html(report)).text()
    assert f"Each of the {many + 1} facts without a conflict is a row" in words
    assert words.count("f1:0") == many and words.count("The way from the words to this") == 2


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, number in (("a", 45), ("b", 60)):
        (tmp_path / f"{name}.txt").write_text(f"The flood in Dorn destroyed {number} houses.\n")
    target = tmp_path / "page.html"
    assert main(["report", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "-o", str(target)]) == 0
    assert Walk(target.read_text(encoding="utf-8")).text().count("cannot both be true") >= 2
    assert "page.html" in capsys.readouterr().err
    assert main(["report", str(tmp_path / "a.txt"), str(tmp_path / "none.txt"), "-o", "-"]) == 2
    out = capsys.readouterr().out
    assert out.startswith("<!DOCTYPE html>") and "1 not used" in Walk(out).text()
    assert main(["report", str(tmp_path / "a.txt"), "-o", str(tmp_path / "no" / "page.html")]) == 2


def test_a_page_is_kept_when_nothing_could_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "articles").mkdir()
    target = tmp_path / "page.html"
    target.write_text("the page of yesterday")
    assert main(["report", f"{tmp_path / 'artcles'}/", "-o", str(target)]) == 2
    assert target.read_text() == "the page of yesterday"
    said = capsys.readouterr().err
    assert f"did you mean {tmp_path / 'articles'}?" in said and "not written, no article could be read" in said


def test_a_store_is_reported_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held, draft, store = tmp_path / "held.jsonl", tmp_path / "draft.txt", str(tmp_path / "s.db")
    held.write_text("".join(f'{{"id": "h{number}", "story": "dorn", "publisher": "Paper {number}", "published": "2024-05-03", '
                            f'"text": "The flood in Dorn destroyed {number} houses."}}\n' for number in (45, 60)))
    draft.write_text("The flood in Dorn destroyed 52 houses.\n")
    assert main(["ingest", str(held), "--store", store]) == 0
    capsys.readouterr()
    assert main(["report", "--store", store, "-o", "-"]) == 0
    words = Walk(capsys.readouterr().out).text()
    assert "“45 houses” and “60 houses” cannot both be true." in words and "Paper 45" in words
    assert main(["report", str(draft), "--story", "dorn", "--against", store, "-o", "-"]) == 0
    assert "“52 houses”" in Walk(capsys.readouterr().out).text()
    assert main(["report", "--store", str(tmp_path / "none.db"), "-o", "-"]) == 2
    assert main(["report", str(draft), "--store", store]) == 2


def test_the_page_does_not_depend_on_the_order_of_articles() -> None:
    documents = list(FLOOD.documents)
    assert html(factcheck.check(documents)) == html(factcheck.check(documents[::-1]))
