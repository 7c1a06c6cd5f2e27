"""The scorer itself: what a label says, who answers it, how it is counted; and that the page shows the stored figures."""
from __future__ import annotations

import json
from decimal import Decimal

import pytest
from score.labels import Row, canonical, differences, row
from score.matching import answer, tally
from score.page import PAGE, page
from score.score import FIGURES, falls, figures, slices

from factcheck.model import Attribution, Mention, Range

AT_LEAST = Mention("row", 16, 27, "at least 21", "count", number=Range(Decimal(21), Decimal(21)), modifier="at_least",
                   entity_head="person", property="pulled")
PULLED = {"say": "Rescuers pulled [at least 21] people out.", "reads": [{"count": "21", "modifier": "at_least", "of": "person"}]}


def test_brackets_leave_the_sentence_and_its_spans() -> None:
    one = row({"say": "[Five] of [?the] crew", "reads": [{"count": "5"}]})
    assert one.text == "Five of the crew"
    assert [(label.start, label.end) for label in one.labels] == [(0, 4)]
    assert one.optional == ((8, 11),)


@pytest.mark.parametrize(("record", "fault"), [
    ({"say": "[Five] men", "reads": []}, "1 brackets and 0 labels"),
    ({"say": "[Five] men", "reads": [{"cuont": "5"}]}, "unknown key 'cuont'"),
    ({"say": "[Five] men", "reads": [{"count": "5", "modifier": "atleast"}]}, "modifier cannot be 'atleast'"),
    ({"say": "Five men", "raeds": []}, "unknown key 'raeds'"),
])
def test_wrong_labels_are_named(record: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        row(record)


def test_a_right_mention_has_no_differences() -> None:
    assert not differences(row(PULLED).labels[0], AT_LEAST)


@pytest.mark.parametrize(("field", "value", "fault"), [
    ("count", "22", "number: 21, not 22"),
    ("modifier", "exact", "modifier: at_least, not exact"),
    ("of", "man|woman", "of: person, not man|woman"),
    ("of", "none", "of: person, not none"),
    ("unit", "kilogram", "unit: none, not kilogram"),
])
def test_a_wrong_field_is_told(field: str, value: str, fault: str) -> None:
    label = row({**PULLED, "reads": [{**PULLED["reads"][0], field: value}]}).labels[0]          # type: ignore[dict-item]
    assert differences(label, AT_LEAST) == [fault]


def test_values_are_compared_as_numbers_and_words_without_dress() -> None:
    assert canonical("number", "0.50") == canonical("number", "1/2")
    assert canonical("number", "10..20.0") == canonical("number", "10..20")
    assert canonical("unit", "kilometer-hour") == canonical("unit", "kilometre hour")
    assert canonical("speaker", "The mayor’s office") == canonical("speaker", "mayor's office")


def test_the_better_fit_answers_first() -> None:
    far = Mention("row", 0, 12, "Rescuers pul", "identifier")
    other = Mention("row", 16, 24, "at least", "count", number=Range(Decimal(1), Decimal(1)))
    found = answer(row(PULLED), [far, other, AT_LEAST])
    assert [mention for _, mention in found.pairs] == [AT_LEAST]
    assert found.extra == (other,)


def test_a_false_alarm_costs_precision_and_a_miss_recall() -> None:
    one = row(PULLED)
    hit, alarm, miss = answer(one, [AT_LEAST]), answer(row("Call 112."), [AT_LEAST]), answer(one, [])
    count = tally([hit, alarm, miss])["number"]
    assert (count["right"], count["read"], count["labelled"]) == (1, 2, 2)
    assert tally([alarm])["silent"]["right"] == 0


def test_a_field_nobody_labelled_is_not_judged() -> None:
    count = tally([answer(row(PULLED), [AT_LEAST])])
    assert "property" not in count and "speaker" not in count


def test_speakers_count_where_they_are_labelled() -> None:
    said = Mention("row", 0, 2, "12", "count", number=Range(Decimal(12), Decimal(12)), attribution=Attribution("the vet", 10, 17))
    right, wrong = ({"say": "[12] cows, the vet said", "reads": [{"count": "12", "speaker": speaker}]} for speaker in ("The vet", "none"))
    assert tally([answer(row(right), [said])])["speaker"]["right"] == 1
    assert tally([answer(row(right), [said]), answer(row(wrong), [said])])["speaker"]["read"] == 2


def test_a_fall_beyond_half_a_point_is_told() -> None:
    old = {"counts": {"span": {"f1": 90.0}}}
    assert not falls(old, {"counts": {"span": {"f1": 89.5}}})
    assert falls(old, {"counts": {"span": {"f1": 89.4}}}) == ["counts: span fell from 90.0 to 89.4"]
    assert falls(old, {}) == ["counts: span fell from 90.0 to 0.0"]


def test_the_labelled_set_is_large_and_well_formed() -> None:
    rows: list[Row] = [one for some in slices().values() for one in some]
    assert len(rows) >= 300
    assert len({one.text for one in rows}) == len(rows)


def test_every_slice_has_figures() -> None:
    stored = json.loads(FIGURES.read_text(encoding="utf-8"))
    assert stored.keys() == {*slices(), "all"}
    assert figures({})["all"] == {}


def test_the_page_shows_the_stored_figures() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make score`"


def test_nothing_is_more_than_all_of_it() -> None:
    """A field that a mention may leave empty counts nowhere when it does."""
    reads = [{"count": "21", "modifier": "at_least", "speaker": "police|none"}]
    left_out = row({"say": "Rescuers pulled [at least 21] people out.", "reads": reads})
    assert "speaker" not in tally([answer(left_out, [AT_LEAST])])
    stored = json.loads(FIGURES.read_text(encoding="utf-8"))
    every = [figure for measures in stored.values() for figure in measures.values()]
    assert all(figure[part] <= 100 for figure in every for part in ("precision", "recall", "f1"))
