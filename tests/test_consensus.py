"""What many statements about one thing can agree on: the interval that all allow, or the fewest to leave out for one to exist."""
from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks.amounts import Span, shared
from factcheck.checks.consensus import Consensus, every
from factcheck.cli.main import cli
from factcheck.model import Document
from factcheck.pipeline import check
from factcheck.report.records import to_dict

FLOOD = ("The flood in Larkhaven killed 14 people.", "The Larkhaven flood killed at least 12 people, police said.",
         "In Larkhaven the flood killed 19 people.", "Some 14 people were killed by the flood in Larkhaven.")


def run(*texts: str) -> list[Consensus]:
    documents = [Document(f"d{number}", text, None, "example", publisher=f"P{number}") for number, text in enumerate(texts)]
    return every(check(documents).verdicts)


def test_the_fewest_to_leave_out() -> None:
    (found,) = run(*FLOOD)
    assert (found.statements, found.fitting, found.origins) == (4, 3, 4)
    (way,) = found.ways
    assert (way.allows, [claim.mention.document for claim in way.left_out]) == (Span(Fraction(14), Fraction(14)), ["d2"])


def test_what_all_allow() -> None:
    (found,) = run(FLOOD[0], FLOOD[1], "The flood in Larkhaven killed nearly 15 people.")
    assert found.fitting == found.statements == 3
    assert found.ways[0].left_out == ()
    assert found.ways[0].allows == Span(Fraction(14), Fraction(14))


def test_one_text_printed_by_three_publishers_is_one_origin() -> None:
    (found,) = run(FLOOD[0], FLOOD[0], FLOOD[0])
    assert (found.statements, found.origins) == (3, 1)


def test_two_statements_are_no_count() -> None:
    assert run(*FLOOD[:2]) == []


def test_the_order_of_documents_changes_nothing() -> None:
    assert [_numbers(found) for found in run(*FLOOD)] == [_numbers(found) for found in run(*reversed(FLOOD))]


def _numbers(found: Consensus) -> Any:
    ways = [(way.allows, sorted(claim.mention.text for claim in way.left_out)) for way in found.ways]
    return found.statements, found.fitting, found.origins, ways


def test_json_has_it() -> None:
    documents = [Document(f"d{number}", text, None, "example") for number, text in enumerate(FLOOD)]
    record = json.loads(json.dumps(to_dict(check(documents))))["consensus"]
    assert [(each["statements"], each["fitting"], each["origins"]) for each in record] == [(4, 3, 4)]
    assert record[0]["ways"] == [{"allows": {"low": "14", "high": "14", "low_open": False, "high_open": False},
                                  "left_out": [{"document": "d2", "start": 30, "end": 32, "text": "19"}]}]


def test_explain_tells_it(tmp_path: Any) -> None:
    path = tmp_path / "flood.jsonl"
    path.write_text("".join(json.dumps({"id": f"d{at}", "story": "s", "text": text}) + "\n" for at, text in enumerate(FLOOD)))
    first = CliRunner().invoke(cli, ["check", str(path), "--format", "jsonl"]).output.splitlines()[0]
    told = CliRunner().invoke(cli, ["explain", json.loads(first)["fingerprint"], str(path)]).output
    assert "nothing is allowed by all 4 statements in 4 different texts; at most 3 fit together:" in told
    assert "14 without d2:1 “19”" in told


SPANS = st.builds(lambda low, length, low_open, high_open: Span(Fraction(low), Fraction(low + length), low_open and length > 0,
                                                                high_open and length > 0),
                  st.integers(0, 8), st.integers(0, 4), st.booleans(), st.booleans())


@given(st.lists(SPANS, min_size=1, max_size=6))
def test_no_other_choice_leaves_out_fewer(spans: list[Span]) -> None:
    ways = shared(spans)
    fitting = len(ways[0][1])
    assert all(_holds_together([spans[at] for at in way]) for _, way in ways)
    assert not any(_holds_together(some) for size in range(fitting + 1, len(spans) + 1) for some in combinations(spans, size))


def _holds_together(spans: Sequence[Span]) -> bool:
    """Whether some number lies in all of them: tried at every end and between any two."""
    ends = sorted({end for span in spans for end in span.ends()})
    tried = [*ends, *((low + high) / 2 for low, high in zip(ends, ends[1:], strict=False))]
    return any(all(_inside(number, span) for span in spans) for number in tried)


def _inside(number: Fraction, span: Span) -> bool:
    above = span.low is None or number > span.low or (number == span.low and not span.low_open)
    return above and (span.high is None or number < span.high or (number == span.high and not span.high_open))
