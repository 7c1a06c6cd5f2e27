"""Rule files: what loads, what a selector picks, and that every bundled rule says of its examples what they are examples of."""
from __future__ import annotations

import datetime
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import pipeline
from factcheck.claims.words import lemma
from factcheck.data import bundled
from factcheck.groups.select import select
from factcheck.model import KINDS as MENTION_KINDS
from factcheck.model import Claim, Document, Key, Mention, Report, Rule, Selector
from factcheck.rulebook import commands, compile, files
from factcheck.rulebook.errors import SlowPattern
from factcheck.rulebook.examples import try_examples
from factcheck.rulebook.kinds import KINDS
from factcheck.rulebook.load import load, packs, read, read_text
from factcheck.rulebook.models import RuleFile
from factcheck.rulebook.propose import as_text, propose
from factcheck.rulebook.records import from_record, to_record
from factcheck.rulebook.values import decimal, span

STORIES = sorted(path for path in (bundled("rules") / "stories").iterdir() if path.is_dir())
BUNDLED = read([*files.general(), *files.named(STORIES)])
IDS = [item.id for item, _ in BUNDLED]


def claim(quote: str, kind: str = "count", property: str | None = None, date_relation: str | None = None, **key: str | None) -> Claim:
    """A sentence with its [mention] in brackets, and in braces what is counted → a claim."""
    start = quote.index("[")
    end = quote.index("]") - 1
    text = quote.replace("[", "").replace("]", "")
    entity = key.pop("counted", None)
    words = {lemma(word.strip(".,").lower()) for word in text.split()}
    mention = Mention("a", start, end, text[start:end], kind, entity=entity, entity_head=entity.split()[-1].rstrip("s") if entity else None,
                      property=property, unit=key.pop("unit", None), date_relation=date_relation)
    return Claim(mention, 1, start + 1, text, 0, "Post", datetime.date(2024, 5, 16), None, "example", Key(**key), context=frozenset(words))


def picks(selector: dict[str, Any], one: Claim, exclude: dict[str, Any] | None = None) -> bool:
    rule = Rule("test", "agreement", _selector(selector), _selector(exclude) if exclude else None)
    return select(rule, [one]) == [one]


def _selector(content: dict[str, Any]) -> Selector:
    return Selector(**{name: tuple(items) if name == "patterns" else frozenset(items) for name, items in content.items()})


# Loading

def test_the_compiled_packs_are_what_the_files_say() -> None:
    assert not compile.stale(), "run `make data`"
    assert [rule.id for rule in packs()] == [item.id for item, _ in read(files.general())]
    assert packs() == tuple(file.rule(item.id, item.name) for item, file in read(files.general()))


def test_stories_run_only_when_named() -> None:
    assert not [rule.id for rule in load() if rule.id.startswith("stories/")]
    named = load([bundled("rules") / "stories" / "camp-2023"])
    assert {rule.id for rule in load()} < {rule.id for rule in named}
    assert "stories/camp-2023/laptops" in {rule.id for rule in named}


def test_without_the_general_packs() -> None:
    assert load(default=False) == ()
    assert {rule.id.split("/")[1] for rule in load(["rules/stories/camp-2023"], default=False)} == {"camp-2023"}


def test_a_bundled_pack_is_found_from_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = load(["rules/stories/camp-2023"], default=False)
    monkeypatch.chdir(tmp_path)
    assert [rule.id for rule in load(["rules/stories/camp-2023"], default=False)] == [rule.id for rule in here]
    assert load(["stories/camp-2023"], default=False)[0].id == here[0].id


def test_a_rule_of_ones_own_replaces_a_general_one(tmp_path: Path) -> None:
    path = tmp_path / "rules" / "casualties" / "killed.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("kind: agreement\nwhy: Stricter.\nabout: {properties: [killed]}\nseverity: warning\n", encoding="utf-8")
    rules = {rule.id: rule for rule in load([tmp_path / "rules"])}
    assert rules["casualties/killed"].severity == "warning"
    assert len(rules) == len(load())


def test_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.yaml").write_text(f"kind: agreement\nwhy: {name}\nabout: {{words: [{name}]}}\n", encoding="utf-8")
    one, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    assert [rule.id for rule in load([one, other])] == [rule.id for rule in load([other, one])]


@pytest.mark.parametrize(("item", "file"), BUNDLED, ids=IDS)
def test_records_come_back_as_they_went(item: files.RulePath, file: RuleFile) -> None:
    rule = file.rule(item.id, item.name)
    assert from_record(json.loads(json.dumps(to_record(rule)))) == rule


def test_every_key_reaches_the_rule() -> None:
    rule = read_text("""
kind: agreement
why: >
  All keys
  at once.
about: {kinds: [date], near: [settle], date_relations: [since], patterns: ['since {mention}']}
not: {words: [drill]}
tolerance: 5%
scope: document
per: speaker
severity: warning
link: https://example.org/why
widths: {about: {below: 0.2, above: 0.2}, nearly: {open: [low]}, several: {low: 3, high: none}}
""", "r.yaml").rule("x/all", "r.yaml")
    assert rule == Rule(
        "x/all", "agreement", Selector(kinds=frozenset({"date"}), near=frozenset({"settle"}), date_relations=frozenset({"since"}),
                                       patterns=("since {mention}",)),
        Selector(words=frozenset({"drill"})), None, decimal("0.05"), "document", "speaker", "warning", "All keys at once.",
        "https://example.org/why",
        {"about": {"below": "0.2", "above": "0.2"}, "nearly": {"open": ["low"]}, "several": {"low": "3", "high": "none"}},
        {"match": "rule"}, "r.yaml")


@given(st.integers(-10**12, 10**12), st.integers(0, 6))
def test_amounts_keep_their_digits(number: int, places: int) -> None:
    text = f"{number:,}" + (f".{'0' * places}" if places else "")
    assert str(decimal(text)) == text.replace(",", "")


@given(st.dates())
def test_a_date_lies_in_its_month_and_year(day: datetime.date) -> None:
    text = day.isoformat()
    assert span(text) == (day, day)
    for shorter in (text[:7], text[:4]):
        first, last = span(shorter)
        assert first <= day <= last


# Selecting

PICKED = [
    ({"kinds": ["count"]}, claim("Police seized [96] computer units.", counted="computer units")),
    ({"entities": ["computer unit"]}, claim("Police seized [96] computer units.", counted="computer units")),
    ({"entities": ["unit"]}, claim("Police seized [96] computer units.", counted="computer units")),
    ({"entities": ["officer"]}, claim("Police sent [96] policemen.", counted="policemen", entity="officer")),
    ({"properties": ["injured"]}, claim("The storm injured [9] people.", property="injured")),
    ({"properties": ["injury"]}, claim("[Dozens] of injuries were counted.", counted="injury")),
    ({"words": ["hotel", "inn"]}, claim("The inn has [9] rooms.")),
    ({"words": ["tear gas"]}, claim("Tear gas hurt [9] people.")),
    ({"all_words": ["gas", "people"]}, claim("Tear gas hurt [9] people.")),
    ({"near": ["settle"]}, claim("They settled there in [2014], it says.", kind="date")),
    ({"units": ["hectare"]}, claim("The park covers [9 hectares].", kind="measure", unit="hectare")),
    ({"dimensions": ["area"]}, claim("The park covers [9 hectares].", kind="measure", dimension="area")),
    ({"date_relations": ["since"]}, claim("Open since [2014].", kind="date", date_relation="since")),
    ({"places": ["larkhaven"]}, claim("Larkhaven has [9] mills.", place="Larkhaven")),
    ({"times": ["2023"]}, claim("In June it had [9] mills.", time="2023-06")),
    ({"patterns": ["join(ed|s) the union in {mention}"]}, claim("Orrel joined the Union in [1999].", kind="date")),
    ({"patterns": ["no such", r"\bmills\b"]}, claim("Larkhaven has [9] mills.")),
]

LEFT = [
    ({"kinds": ["date"]}, claim("Police seized [96] computer units.", counted="computer units")),
    ({"entities": ["computer unit"]}, claim("The computer needs [9] units.", counted="units")),
    ({"entities": ["computer"]}, claim("Police seized [96] computer units.", counted="computer units")),
    ({"properties": ["injured"]}, claim("The storm killed [9] people.", property="killed")),
    ({"words": ["tear gas"]}, claim("A gas leak hurt [9] people.")),
    ({"all_words": ["gas", "tear"]}, claim("A gas leak hurt [9] people.")),
    ({"near": ["settle"]}, claim("They settled there after many long and hard years of travel in [2014].", kind="date")),
    ({"date_relations": ["since"]}, claim("Opened in [2014].", kind="date")),
    ({"times": ["2023"]}, claim("In June it had [9] mills.", time="2022-06")),
    ({"times": ["2023"]}, claim("It has [9] mills.")),
    ({"patterns": ["joined the union in {mention}"]}, claim("After [1998], Orrel joined the union in 1999.", kind="date")),
    ({"kinds": ["count"], "words": ["mill"]}, claim("Open since [2014], the mill thrives.", kind="date")),
]


@pytest.mark.parametrize(("selector", "one"), PICKED)
def test_picks(selector: dict[str, Any], one: Claim) -> None:
    assert picks(selector, one)
    assert not picks(selector, one, exclude=selector)


@pytest.mark.parametrize(("selector", "one"), LEFT)
def test_leaves(selector: dict[str, Any], one: Claim) -> None:
    assert not picks(selector, one)


def test_one_item_of_any_key_excludes() -> None:
    one = claim("The drill injured [9] people.", property="injured")
    assert not picks({"kinds": ["count"]}, one, exclude={"words": ["drill"], "properties": ["killed"]})


def test_a_slow_pattern_is_stopped_and_named() -> None:
    rule = Rule("x/slow", "agreement", Selector(patterns=("(a|aa)+$",)), path="x/slow.yaml")
    with pytest.raises(SlowPattern, match=r"x/slow\.yaml: patterns: '\(a\|aa\)\+\$' took longer than .* on a:1; the rule was not used"):
        select(rule, [claim("[9] " + "a" * 5000 + "!")])


# Commands

def test_list_is_a_table_with_every_rule() -> None:
    lines = commands.list_rules().splitlines()
    assert lines[0].split() == list(commands.COLUMNS)
    assert [line.split()[0] for line in lines[1:]] == [rule.id for rule in load()]


def test_schema_knows_every_kind_and_takes_every_bundled_rule() -> None:
    schema = json.loads(commands.schema())
    assert set(schema["discriminator"]["mapping"]) == set(KINDS)
    assert schema["$defs"]["About"]["properties"]["kinds"]["items"]["enum"] == list(MENTION_KINDS)
    assert "not" in schema["$defs"]["Agreement"]["properties"]
    assert schema["$defs"]["Expected"]["required"] == ["kind", "why", "about"]
    assert schema["$defs"]["Expected"]["anyOf"] == [{"required": ["citation"]}, {"required": ["values"]}]


# Examples

@pytest.mark.parametrize(("item", "file"), BUNDLED, ids=IDS)
def test_examples_are_enough(item: files.RulePath, file: RuleFile) -> None:
    assert item.file.suffix == ".yaml"
    assert os.path.normcase(item.id) == item.id
    if item.id.startswith("stories/") and not item.id.startswith("stories/camp-2023/"):
        return
    too_few = [outcome for outcome in file.outcomes if len(getattr(file.examples, outcome)) < (3 if outcome == "silent" else 2)]
    assert not too_few


def _check(documents: Sequence[Document], rules: Sequence[Rule]) -> Report:
    return pipeline.check(documents, rules, default=False)


@pytest.mark.parametrize(("item", "file"), BUNDLED, ids=IDS)
def test_examples(item: files.RulePath, file: RuleFile) -> None:
    tried = try_examples(file.rule(item.id, item.name), file, _check, select)
    assert [(one.place, [verdict.message for verdict in one.verdicts], one.skipped) for one in tried if not one.passed] == []
    assert any(one.selected for one in tried), "selects nothing"


def test_examples_run_with_the_rule_alone() -> None:
    """A rule's examples are judged by what it says itself; alignment, which also speaks, does not count."""
    file = read_text("""
kind: agreement
why: One mill has one number of sails.
about: {words: [windmill], entities: [sail]}
examples:
  agree: [[The mill has four wings., The mill has four wings.]]
  conflict: [[The windmill has four sails., The windmill has five sails.]]
  silent: [[The windmill has four doors., The windmill has five doors.]]
""", "r.yaml")
    tried = try_examples(file.rule("x/sails", "r.yaml"), file, _check, select)
    assert [(one.place, one.passed) for one in tried] == [("agree 1", False), ("conflict 1", True), ("silent 1", True)]


def test_test_says_what_each_example_gave_and_why(tmp_path: Path) -> None:
    path = tmp_path / "rules" / "mills" / "sails.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("""
kind: agreement
why: One mill has one number of sails.
about: {entities: [sail]}
examples:
  agree: [[The mill has four sails., The mill has five sails.]]
  conflict: [[The mill has four sails., The mill has five sails.]]
  silent: [The mill has four sails., The mill has six doors.]
""", encoding="utf-8")
    outcome = commands.test_rules(_check, select, [path])
    said = [line for line in outcome.text.splitlines() if "cannot both be true" not in line]
    assert len(outcome.text.splitlines()) == len(said) + 2, "each conflict comes with its message"
    assert (outcome.status, said) == (1, [
        "mills/sails",
        "  FAIL agree 1: conflict",
        "         expected agree; the rule selected 'four' (a), 'five' (b)",
        "  ok   conflict 1: conflict",
        "  ok   silent 1: silent",
        "         the rule selected 'four' (a)",
        "  ok   silent 2: silent",
        "         the rule selected nothing",
        "",
        "1 rule, 4 examples, 1 failed"])


def test_a_rule_that_selects_nothing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rules" / "mills" / "sails.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("kind: agreement\nwhy: One number.\nabout: {entities: [sails]}\n"
                    "examples: {silent: [[The mill has four sails., The mill has five sails.]]}\n", encoding="utf-8")
    text = commands.test_rules(_check, select, [path]).text
    assert "selects nothing: no number or date of its examples is what `about` describes" in text
    assert "has no example for agree and conflict" in text


def test_without_examples_a_rule_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rules" / "mills.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("kind: agreement\nwhy: One number.\nabout: {entities: [sail]}\n", encoding="utf-8")
    assert "has no example for agree and conflict and silent" in commands.test_rules(_check, select, [path]).text


def test_proposals_hold(tmp_path: Path) -> None:
    documents = [Document("a", "The wind broke 12 windows of the school. Nobody paid the 40 euros.", story="storm", publisher="A"),
                 Document("b", "At the school, the wind broke 12 windows.", story="storm", publisher="B")]
    proposals = propose(_check(documents, ()), _check, select)
    assert [proposal.id for proposal in proposals] == ["stories/storm/broke-window"]
    assert as_text(proposals).startswith("# save as rules/stories/storm/broke-window.yaml\nkind: agreement\n")
    path = tmp_path / "rules" / f"{proposals[0].id}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(proposals[0].text, encoding="utf-8")
    assert commands.test_rules(_check, select, [path]).status == 0
