"""Rules side by side: two that disagree, one that is too slow, a story of one article; and what `rules test` and `explain` tell of it."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli.main import cli
from factcheck.model import Document
from factcheck.pipeline import check, loaded
from factcheck.rulebook.errors import RuleError
from factcheck.rulebook.load import read_text

STRICT = "kind: agreement\nwhy: One bridge has one length.\nabout: {units: [metre], words: [bridge]}\n"
LOOSE = STRICT + "tolerance: 10%\n"
TWO = [Document("a", "The bridge is 201 metres long.", None, "s"), Document("b", "The bridge is 211 metres long.", None, "s")]


def written(folder: Path, **files: str) -> list[Path]:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [folder / f"{name}.yaml" for name in files]


def test_two_rules_that_disagree_both_speak_and_say_so(tmp_path: Path) -> None:
    report = check(TWO, written(tmp_path, strict=STRICT, loose=LOOSE), default=False)
    said = {verdict.rule.rpartition("/")[2]: (verdict.outcome, verdict.message) for verdict in report.verdicts}
    assert {name: outcome for name, (outcome, _) in said.items()} == {"strict": "conflict", "loose": "compatible"}
    assert said["strict"][1].endswith("/loose says compatible.") and "Two rules disagree here: " in said["strict"][1]
    assert said["loose"][1].endswith("/strict says conflict.")


def test_two_rules_that_agree_say_nothing_of_it(tmp_path: Path) -> None:
    report = check(TWO, written(tmp_path, strict=STRICT, other=STRICT), default=False)
    assert len(report.verdicts) == 2
    assert not [verdict for verdict in report.verdicts if "disagree" in verdict.message]


def test_a_slow_pattern_is_stopped_and_named_and_the_others_go_on(tmp_path: Path) -> None:
    slow = "kind: agreement\nwhy: Slow.\nabout: {patterns: ['(a|aa)+$']}\n"
    text = "The bridge is 201 metres long, " + "a" * 60 + "b" + "."
    report = check([Document("a", text, None, "s"), TWO[1]], written(tmp_path, slow=slow, strict=STRICT), default=False)
    (skipped,) = report.skipped
    assert skipped.path.endswith("slow.yaml") and "took longer than" in skipped.reason and "(a|aa)+$" in skipped.reason
    assert [verdict.outcome for verdict in report.verdicts] == ["conflict"]


def test_a_story_of_one_article_still_gets_its_self_checks() -> None:
    report = check([Document("a", "The vote is on Monday, 5 November 2024.", None, "alone"), *TWO])
    assert [(verdict.story, verdict.kind) for verdict in report.verdicts if verdict.rule.startswith("self/")] == [("alone", "weekday")]


@pytest.mark.parametrize(("text", "says"), [
    ("kind: agreement\nwhy: &w x\nabout: {words: [*w]}\n", "r.yaml:3:17"),
    ("kind: !!python/name:os.system x\nwhy: x\nabout: {words: [x]}\n", "r.yaml:1:7"),
    (STRICT + STRICT, "the key 'kind' for the second time; the first is on line 1"),
    (STRICT + "---\n" + STRICT, "a second document; one is expected"),
])
def test_yaml_that_is_refused(text: str, says: str) -> None:
    with pytest.raises(RuleError) as caught:
        read_text(text, "r.yaml")
    assert says in str(caught.value)


def test_a_large_file_of_rules_is_read_quickly(tmp_path: Path) -> None:
    words = ", ".join(f"word{'x' * (number % 7)}{chr(97 + number % 26)}" for number in range(20_000))
    (rule,) = loaded(written(tmp_path, many=STRICT.replace("[bridge]", f"[bridge, {words}]")), default=False)
    assert len(rule.about.words) > 100


def test_rules_test_says_why_an_example_is_silent(tmp_path: Path) -> None:
    text = STRICT + ("examples:\n  silent:\n    - [The bridge is 200 metres long., The bridge opened in 1990.]\n"
                     "    - [The mill has four sails., The mill has five sails.]\n")
    done = CliRunner().invoke(cli, ["rules", "test", str(written(tmp_path, bridge=text)[0])])
    assert "  ok   silent 1: silent\n         the rule selected '200 metres' (a)\n" in done.output
    assert "  ok   silent 2: silent\n         the rule selected nothing\n" in done.output


def test_explain_takes_a_line_of_json_lines_as_the_article_on_it(tmp_path: Path) -> None:
    path = tmp_path / "bridge.jsonl"
    path.write_text("".join(json.dumps({"id": each.id, "story": "s", "text": f"News.\n{each.text} It cost 4 million euros."}) + "\n"
                            for each in TWO), encoding="utf-8")
    told = CliRunner().invoke(cli, ["explain", f"{path}:1", f"{path}:2"]).output
    assert "2 and 2 numbers or dates there, 4 pairs: those with a verdict first; FILE:LINE:COLUMN picks one" in told
    assert "a:2:15" in told and "b:2:15" in told
    one = CliRunner().invoke(cli, ["explain", "a:2:15", "b:2:15", str(path)]).output
    assert "pairs" not in one and "201 metres" in one
    assert "no such document" in CliRunner().invoke(cli, ["explain", f"{path}:1", f"{path}:9"]).output
