"""Judging: short pairs with the verdict a careful editor expects, the laws that every run keeps, and trails that can be walked again."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.checks import check, replay, settled
from factcheck.claims import claims
from factcheck.data.compile import read
from factcheck.extract import extract
from factcheck.groups import groups
from factcheck.groups.times import in_words
from factcheck.model import Document, Step, Verdict

FOLDER = Path(__file__).parent / "cases" / "judge"


def merged(*names: str) -> dict[str, Any]:
    """Files of pairs → their rows by outcome, and those that fail by outcome under `fails`."""
    found: dict[str, Any] = {"fails": {}}
    for name in names:
        given = read(FOLDER / f"{name}.en.yaml")
        for into, rows in ((found["fails"], given.pop("fails", {})), (found, given)):
            for outcome, members in rows.items():
                into.setdefault(outcome, []).extend(members)
    return found


CASES = merged("pairs", "named", "encyclopedia")
DAY = datetime.date(2024, 5, 14)
BRACKETS = re.compile(r"\[([^\]]*)\]")


def run(*documents: Document) -> list[Verdict]:
    """Documents → their verdicts by alignment alone."""
    found = [claim for document in documents for claim in claims(document, extract(document))]
    return settled(verdict for group in groups((), found) for verdict in check(group))


def documents(row: dict[str, Any]) -> tuple[Document, Document]:
    days = {"1": (DAY, DAY), "2": (DAY, DAY + datetime.timedelta(2)), "none": (None, None)}[row["day"]]
    return tuple(Document(id=side, text=BRACKETS.sub(r"\1", row[side]), published=day, story="one", publisher=f"Paper {side}")  # type: ignore[return-value]
                 for side, day in zip("ab", days, strict=True))


def focus(row: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """The words of either side that the verdict must lie on."""
    found = {}
    for number, side in enumerate("ab"):
        text = BRACKETS.sub(r"\1", row[side])
        words = row["focus"][number] if "focus" in row else BRACKETS.findall(row[side])[0]
        found[side] = (text.index(words), text.index(words) + len(words))
    return found


def on_focus(verdict: Verdict, spans: dict[str, tuple[int, int]]) -> bool:
    touched = {claim.mention.document for claim in verdict.claims
               if claim.mention.start < spans[claim.mention.document][1] and claim.mention.end > spans[claim.mention.document][0]}
    return len(touched) == 2


def rows(section: dict[str, Any]) -> Iterator[Any]:
    for outcome, members in section.items():
        for row in members:
            yield pytest.param(outcome, row, id=f"{outcome}: {row['a']} | {row['b']}")


def judge(outcome: str, row: dict[str, Any]) -> None:
    spans = focus(row)
    found = run(*documents(row))
    there = {verdict.outcome for verdict in found if on_focus(verdict, spans)}
    others = [verdict.message for verdict in found if not on_focus(verdict, spans) and verdict.outcome == "conflict"]
    assert there == (set() if outcome == "silent" else {outcome}), [verdict.message for verdict in found]
    assert not others


@pytest.mark.parametrize(("outcome", "row"), list(rows({name: rows_ for name, rows_ in CASES.items() if name != "fails"})))
def test_pairs(outcome: str, row: dict[str, Any]) -> None:
    judge(outcome, row)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("outcome", "row"), list(rows(CASES.get("fails", {}))))
def test_known_failures(outcome: str, row: dict[str, Any]) -> None:
    judge(outcome, row)


def plain(verdicts: list[Verdict]) -> list[tuple[object, ...]]:
    return sorted((v.outcome, v.fingerprint, v.message, v.disputed) for v in verdicts)


ALL = [row for name, members in CASES.items() if name != "fails" for row in members]


@pytest.mark.parametrize("row", ALL[::4], ids=lambda row: row["a"])
def test_the_order_of_documents_changes_nothing(row: dict[str, Any]) -> None:
    one, other = documents(row)
    assert plain(run(one, other)) == plain(run(other, one))


@pytest.mark.parametrize("row", ALL[::4], ids=lambda row: row["a"])
def test_an_unrelated_sentence_changes_nothing(row: dict[str, Any]) -> None:
    one, other = documents(row)
    longer = replace(one, text=one.text + "\n\nThe choir of Wendover sang in the old harbour hall, and nobody counted the songs.")
    assert plain(run(one, other)) == plain(run(longer, other))


@pytest.mark.parametrize("row", ALL[::2], ids=lambda row: row["a"])
def test_a_trail_can_be_walked_again(row: dict[str, Any]) -> None:
    for verdict in run(*documents(row)):
        assert replay(verdict.trail) == verdict.outcome
        assert replay([{"step": s.step, "input": s.input, "output": s.output} for s in verdict.trail]) == verdict.outcome


def test_an_altered_input_changes_the_outcome() -> None:
    row = CASES["agree"][0]
    verdict = run(*documents(row))[0]
    step = verdict.trail[0]
    altered = replace(step, input={**step.input, "number": {"low": "900", "high": "900"}})
    assert replay([altered, *verdict.trail[1:]]) == "conflict"


def altered(trail: tuple[Step, ...]) -> Iterator[list[Step]]:
    """A trail → the same with its first input altered: the left side says what the right says, or something far away."""
    first = trail[0]
    if first.step == "dates":
        other = {
            **first.input["left"],
            "timex": "1066-10-14",
            "interval": {"start": "1066-10-14", "end": "1066-10-14", "granularity": "day"},
        }
        for left in (first.input["right"], other, {**other, "kind": "time", "timex": "T04:07", "interval": None}):
            yield [Step(first.step, {**first.input, "left": left}, first.output), *trail[1:]]
        return
    right = next(step for step in trail if step.step == "bounds" and step.input["side"] == "right")
    for changes in ({**right.input, "side": "left"}, {"number": {"low": "987654321", "high": "987654321"}, "modifier": "exact"},
                    {"number": None, "given": {"low": None, "high": None, "low_open": False, "high_open": False}, "modifier": "vague"}):
        yield [Step(first.step, {**first.input, **changes}, first.output), *trail[1:]]


@pytest.mark.parametrize("row", ALL[::3], ids=lambda row: row["a"])
def test_every_trail_hangs_on_its_inputs(row: dict[str, Any]) -> None:
    for verdict in run(*documents(row)):
        outcomes = {replay(trail) for trail in altered(verdict.trail)}
        assert outcomes - {verdict.outcome}, verdict.message


def test_names_of_files_do_not_change_the_fingerprint() -> None:
    row = CASES["conflict"][0]
    one, other = documents(row)
    moved = replace(one, id="archive/2024/moved.md", text="A first line.\n\n" + one.text, story="one")
    assert [v.fingerprint for v in run(one, other)] == [v.fingerprint for v in run(moved, other)]


def test_one_wire_text_is_one_source() -> None:
    text = "The landslide near Tamsin killed nine people, the mayor said."
    verdict, = run(*(Document(id=name, text=text, story="one", publisher=name) for name in ("post", "mail", "times")))
    assert verdict.outcome == "agree" and "one and the same text" in verdict.message and len(verdict.claims) == 3


def test_who_cites_the_post_is_no_second_source() -> None:
    one = Document(id="a", text="The landslide near Tamsin killed nine people.", story="one", publisher="Tamsin Post")
    other = Document(
        id="b", text="Nine people were killed in the landslide near Tamsin, the Tamsin Post reported.", story="one", publisher="Mail"
    )
    verdict, = run(one, other)
    assert verdict.outcome == "agree" and "one and the same text" in verdict.message


@pytest.mark.parametrize("text", ["Citing the Post, the mayor said nine people died in the landslide near Tamsin.",
                                  "Nine people died in the landslide near Tamsin, it said, citing the Post."])
def test_who_cites_a_paper_by_half_its_name_is_no_second_source(text: str) -> None:
    one = Document(id="a", text="The landslide near Tamsin killed nine people.", story="one", publisher="Tamsin Post")
    verdict, = run(one, Document(id="b", text=text, story="one", publisher="Mail"))
    other, = run(one, Document(id="b", text=text.replace("Post", "Star"), story="one", publisher="Mail"))
    assert "one and the same text" in verdict.message and "one and the same text" not in other.message


def test_two_speakers_who_differ_dispute() -> None:
    one = Document(id="a", text="The blast killed 12 people in Dorn, the interior ministry said.", story="one", published=DAY)
    other = Document(id="b", text="The blast killed 40 people in Dorn, the miners' union said.", story="one", published=DAY)
    verdict, = run(one, other)
    assert (verdict.outcome, verdict.disputed, verdict.severity) == ("conflict", True, "info")


# The day of publication

LINE = "TAMSIN, May 14, 2024 – Nine people died in the landslide near Tamsin."


def test_a_dateline_tells_the_day_of_publication_when_nothing_else_does() -> None:
    from factcheck.pipeline import check as whole
    report = whole([Document("a", LINE, None, "s"), Document("b", LINE, datetime.date(2024, 5, 20), "s"),
                    Document("c", "No day.", None, "s")])
    assert [document.published for document in report.documents] == [datetime.date(2024, 5, 14), datetime.date(2024, 5, 20), None]
    assert {claim.published for claim in report.claims if claim.mention.document == "a"} == {datetime.date(2024, 5, 14)}


def test_what_a_dateline_says_orders_the_figures() -> None:
    from factcheck.pipeline import check as whole
    later = LINE.replace("May 14", "May 16").replace("Nine", "Eleven")
    assert [verdict.outcome for verdict in whole([Document("a", LINE, None, "s"), Document("b", later, None, "s")]).verdicts
            if verdict.claims[0].mention.kind == "count"] == ["superseded"]


@pytest.mark.parametrize(("days", "outcomes"), [(1, {"conflict"}), (140, set())])
def test_an_event_named_by_its_date_is_another_months_later(days: int, outcomes: set[str]) -> None:
    one = Document("a", "In the local election of May 2024, turnout in Dorn was 48.7 percent.", published=DAY, story="s", publisher="A")
    later = DAY + datetime.timedelta(days)
    other = Document("b", "Turnout in the election in Dorn was 61.4 percent.", published=later, story="s", publisher="B")
    assert {verdict.outcome for verdict in run(one, other)} & {"conflict", "superseded"} == outcomes


@pytest.mark.parametrize(("time", "said"), [
    ("XXXX-03", "March"), ("2024-03-05", "5 March 2024"), ("2024", "2024"), ("XXXX-WXX-5", "a Friday"),
    ("../2024-03-31", "until 31 March 2024"), ("2024-03-01/..", "since 1 March 2024"),
    ("2024-03-01/2024-03-15", "1 March 2024 to 15 March 2024")])
def test_a_reason_says_times_as_people_do(time: str, said: str) -> None:
    assert in_words(time) == said
