"""The gate as a newsroom meets it: what is known by content and stays known, what is accepted for a reason, what changed in git."""
from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import claims
from factcheck.cli.main import main
from factcheck.data.strict_yaml import parse, plain
from factcheck.extract import extract
from factcheck.gate import baseline, quick
from factcheck.gate.blocks import block, scalar
from factcheck.model import Document

TEXT = st.text(min_size=1).map(str.strip).filter(bool)
FIFTEEN = "A fire in Tolvane injured 15 people, police said.\n"
TWENTY_ONE = "A fire in Tolvane injured 21 people, police said.\n"
FINGERPRINT = "f1:afae20f375329c066520bced"
QUIET = [f"The council of Tolvane met in hall {name}. The bridge over the Sarn is 212 metres long.\n" for name in ("A", "B", "C")]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")      # 28 May 2026
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    Path("flood").mkdir()
    write("flood/a.md", FIFTEEN)
    write("flood/b.md", TWENTY_ONE)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def git(*arguments: str) -> str:
    settings = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgSign=false")
    return subprocess.run(["git", *settings, *arguments], check=True, capture_output=True, encoding="utf-8").stdout


Json = Callable[..., dict[str, Any]]


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Json:
    """`check … --format json` → what it prints, with its status."""
    def run(*arguments: str) -> dict[str, Any]:
        capsys.readouterr()
        status = main(["check", *arguments, "--format", "json"])
        printed = capsys.readouterr()
        result: dict[str, Any] = json.loads(printed.out) | {"status": status, "said": printed.err}
        return result
    return run


def states(found: dict[str, Any]) -> list[str]:
    return [verdict["baseline"] for verdict in found["verdicts"] if verdict["outcome"] == "conflict"]


def moved() -> None:
    write("flood/a.md", "Market day was quiet.\n\nNothing else was told.\n\n" + FIFTEEN)


def reformatted() -> None:
    write("flood/a.md", "A fire in   Tolvane injured 15 people, police\nsaid.\n")


def other_line_ends() -> None:
    write("flood/a.md", "Market day was quiet.\r\n\r\n" + FIFTEEN.replace("\n", "\r\n"))
    write("flood/b.md", "\ufeff" + TWENTY_ONE.replace("\n", "\r\n"))


def renamed() -> None:
    os.rename("flood/a.md", "flood/z-corrected.md")


def in_another_folder() -> None:
    os.rename("flood", "fires")


def reworded() -> None:
    write("flood/a.md", "Police said a fire had injured 15 people in Tolvane.\n")


def one_more_article_with_other_words() -> None:
    write("flood/c.md", "The fire in Tolvane left 15 men injured.\n")


def with_front_matter() -> None:
    write("flood/a.md", "---\ntitle: Fire in Tolvane\n---\n" + FIFTEEN)


CHANGES = [moved, reformatted, other_line_ends, renamed, in_another_folder, reworded, with_front_matter, one_more_article_with_other_words]


@pytest.mark.parametrize("change", CHANGES)
def test_a_finding_of_the_baseline_stays_known(change: Callable[[], None], report: Json) -> None:
    assert report(".")["status"] == 1
    assert report(".", "--write-baseline", "base.yaml")["status"] == 0
    change()
    found = report(".", "--baseline", "base.yaml")
    assert (states(found), found["status"], found["fixed"]) == (["unchanged"], 0, [])
    if change is not one_more_article_with_other_words:
        assert [verdict["fingerprint"] for verdict in found["verdicts"]] == [FINGERPRINT]


def test_only_what_is_new_fails(report: Json) -> None:
    report(".", "--write-baseline", "base.yaml")
    write("flood/c.md", "A fire in Tolvane injured 40 people, police said.\n")
    found = report(".", "--baseline", "base.yaml")
    assert (sorted(states(found)), found["status"]) == (["new", "new", "unchanged"], 1)
    Path("flood/c.md").unlink()
    assert report(".", "--baseline", "base.yaml")["status"] == 0


def test_the_same_contradiction_in_another_story_is_new(report: Json) -> None:
    report(".", "--write-baseline", "base.yaml")
    write("quake/a.md", FIFTEEN)
    write("quake/b.md", TWENTY_ONE)
    found = report(".", "--baseline", "base.yaml")
    assert sorted((verdict["story"], verdict["baseline"]) for verdict in found["verdicts"]) == [("flood", "unchanged"), ("quake", "new")]
    assert found["status"] == 1


def test_a_file_of_our_own_hand_is_read_without_yaml() -> None:
    main(["check", ".", "--write-baseline", "base.yaml"])
    code = "import sys;from factcheck.cli.main import main; main(['check', '.', '--baseline', 'base.yaml']);print('ruamel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60)
    assert done.stdout.splitlines()[-1] == "False"


def test_a_baseline_only_shrinks_unless_told(report: Json) -> None:
    report(".", "--write-baseline", "base.yaml")
    before = Path("base.yaml").read_text()
    write("flood/c.md", "A fire in Tolvane injured 40 people, police said.\n")
    found = report(".", "--write-baseline", "base.yaml")
    assert found["status"] == 1 and "2 new left out (--grow-baseline takes them in)" in found["said"]
    assert Path("base.yaml").read_text() == before
    found = report(".", "--write-baseline", "base.yaml", "--grow-baseline")
    assert found["status"] == 0 and len(baseline.read("base.yaml")) == 3
    Path("flood/c.md").unlink()
    found = report(".", "--write-baseline", "base.yaml")
    assert len(found["fixed"]) == 2 and Path("base.yaml").read_text() == before


def test_what_is_fixed_and_what_is_superseded_are_told_apart(report: Json) -> None:
    report(".", "--write-baseline", "base.yaml")
    write("flood/b.md", FIFTEEN)
    assert [one["superseded"] for one in report(".", "--baseline", "base.yaml")["fixed"]] == [False]
    write("flood/a.md", "---\npublished: 2024-05-03\n---\nA fire in Tolvane killed 4 people.\n")
    write("flood/b.md", "---\npublished: 2024-05-03\n---\nA fire in Tolvane killed 7 people.\n")
    Path("base.yaml").unlink()
    assert len(report(".", "--write-baseline", "base.yaml")["verdicts"]) == 1
    write("flood/b.md", "---\npublished: 2024-05-06\n---\nA fire in Tolvane killed 7 people.\n")
    found = report(".", "--baseline", "base.yaml")
    assert [verdict["outcome"] for verdict in found["verdicts"]] == ["superseded"]
    assert [one["superseded"] for one in found["fixed"]] == [True] and found["status"] == 0


def test_a_baseline_is_the_same_from_wherever_the_articles_are_named(report: Json) -> None:
    written = []
    for path in (".", "flood", "./flood/../flood", os.path.abspath("flood")):
        assert report(path, "--write-baseline", "base.yaml", "--story", "fire")["status"] == 0
        written.append(Path("base.yaml").read_text())
        Path("base.yaml").unlink()
    assert len(set(written)) == 1


def test_a_headline_below_a_comment_is_one() -> None:
    for above in ("", f"{IGNORE}\n", f"{IGNORE}\n\n<!-- draft -->\n"):
        document = Document("a", f"{above}Fire in Tolvane injures 15\n\nIt injured 21 people.\n")
        [first, second] = claims(document, extract(document))
        assert (first.headline, second.headline) == (True, False)


def test_what_was_not_looked_at_is_not_called_fixed(report: Json) -> None:
    report(".", "--write-baseline", "base.yaml")
    before = Path("base.yaml").read_text()
    found = report("flood/a.md", "--write-baseline", "base.yaml")
    assert found["fixed"] == [] and Path("base.yaml").read_text() == before
    assert report(".", "--baseline", "base.yaml", "--no-default-rules")["fixed"] == []


@pytest.mark.parametrize(("content", "says"), [
    ("fingerprint: f1:abcd\n", "base.yaml:1:1: expected a baseline: a list of blocks"),
    ("- fingerprint: f1:abcd\n", "base.yaml:1:3: rule: this key is missing"),
    ("- fingerprint: 17\n  rule: x\n", "base.yaml:1:16: fingerprint: '17' is no fingerprint; expected one that"),
    ("- fingerprint: f1:abcd\n  rule: x\n  fingerprnt: y\n", "base.yaml:3:3: fingerprnt: unknown key; did you mean 'fingerprint'?"),
    ("- fingerprint: [\n", "base.yaml:2:1: not YAML"),
    ("- one\n", "base.yaml:1:3: expected keys with values"),
    ("\xff", "base.yaml:1:1: the byte 0xff; expected UTF-8"),
    (None, "base.yaml: cannot be read: No such file or directory"),
])
def test_a_baseline_that_cannot_be_used_is_refused_with_its_place(content: str | None, says: str, report: Json) -> None:
    if content is not None:
        Path("base.yaml").write_bytes(content.encode("latin-1"))
    found = report(".", "--baseline", "base.yaml")
    assert found["status"] == 2 and says in found["said"] and len(found["verdicts"]) == 1


def test_options_that_do_not_go_together() -> None:
    write("one.yaml", "")
    write("two.yaml", "")
    assert main(["check", ".", "--grow-baseline"]) == 2
    assert main(["check", ".", "--baseline", ""]) == main(["check", ".", "--write-baseline", ""]) == 2
    assert main(["check", ".", "--baseline", "one.yaml", "--write-baseline", "two.yaml"]) == 2
    assert main(["check", ".", "--write-baseline", "no/such/folder/base.yaml"]) == 2


@pytest.mark.parametrize("text", [
    "plain", "two words", "- [x]: 'y' # z", "\"quoted\" \\ back", "tab\there", "line\nbreak", "no", "1.20", "", "\x00\x1b[31m",
    "\u202eabc\u2028",
    "né 😀", "a: b", "~", "null", "*a", "&b", "!c", "%d", "@e", "`f", "-", "a:"])
def test_every_text_reads_back_from_its_block(text: str) -> None:
    assert plain(parse(f"- key: {scalar(text)}\n")) == [{"key": text}]
    assert plain(parse(block({"a": text or "x", "b": [{"c": text or "x"}, text or "x"]}))) == [
        {"a": text or "x", "b": [{"c": text or "x"}, text or "x"]}]


SIDES = st.lists(st.fixed_dictionaries({"document": TEXT, "quote": TEXT}), max_size=2)
ENTRY = st.fixed_dictionaries({"fingerprint": st.from_regex(r"f1:[0-9a-f]{4,24}(\.[2-9])?", fullmatch=True), "rule": TEXT, "message": TEXT,
                               "sides": SIDES})


@given(st.lists(ENTRY, max_size=3))
def test_a_baseline_reads_back_quickly_and_as_yaml(blocks: list[dict[str, Any]]) -> None:
    written = baseline.written([baseline.Entry.model_validate(block) for block in blocks])
    found = quick.blocks(written)
    assert found is not None and [values for values, _ in found] == (plain(parse(written)) or [])
    assert [line for _, line in found] == [node.line for node in parse(written).value or []]


@pytest.mark.parametrize("content", [
    "- a: b\n  a: c\n", "  a: b\n", "- a: 'b'\n", "- a: b # c\n", "- a: [b]\n", "-  a: b\n", "- a:\n  - b\n",
    '- a: "\\n"\n', "- a: b\r\n", "- a: b\n    - c: d\n", "---\n", "- a:\n      c: d\n", "- a: é\n", "x"])
def test_what_we_would_not_have_written_is_left_to_yaml(content: str) -> None:
    assert quick.blocks(content) is None


def test_a_suppression_needs_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    for blank in ([], ["--reason", ""], ["--reason", " \n "]):
        assert main(["suppress", FINGERPRINT, *blank]) == 2
        assert "no reason given" in capsys.readouterr().err
    assert not Path("factcheck-suppressions.yaml").exists()
    write("factcheck-suppressions.yaml", f"- fingerprint: {FINGERPRINT}\n  reason: ''\n")
    assert main(["check", "."]) == 2
    assert "factcheck-suppressions.yaml:2:11: reason: nothing in it; expected a few words" in capsys.readouterr().err


def test_a_suppressed_finding_does_not_fail_until_its_day_has_passed(report: Json) -> None:
    assert main(["suppress", FINGERPRINT, "--reason", "both are told on purpose", "--until", "2026-06-30", "--by", "Ann Orr"]) == 0
    found = report(".")
    assert found["status"] == 0 and found["notices"] == []
    assert found["verdicts"][0]["suppressed"] == {
        "reason": "both are told on purpose", "until": "2026-06-30", "by": "Ann Orr", "path": "factcheck-suppressions.yaml", "line": 3,
        "inline": False}
    assert report(".", "--today", "2026-06-30")["status"] == 0
    found = report(".", "--today", "2026-07-01")
    assert found["status"] == 1 and found["verdicts"][0]["suppressed"] is None
    assert [(notice["kind"], notice["path"], notice["line"]) for notice in found["notices"]] == [
        ("expired", "factcheck-suppressions.yaml", 3)]
    assert "factcheck-suppressions.yaml:3: f1:afae" in found["said"]


@pytest.mark.parametrize("change", CHANGES)
def test_a_suppression_stays_with_its_finding(change: Callable[[], None], report: Json) -> None:
    main(["suppress", FINGERPRINT, "--reason", "both are told on purpose", "flood/a.md", "flood/b.md"])
    change()
    found = report(".")
    assert found["status"] == 0 and found["notices"] == []


def test_a_suppression_that_binds_to_nothing_is_told(report: Json) -> None:
    main(["suppress", "f1:0123456789abcdef01234567", "--reason", "of an earlier day"])
    found = report(".")
    assert [notice["kind"] for notice in found["notices"]] == ["unused"] and found["status"] == 1
    assert "factcheck-suppressions.yaml:3: f1:0123456789abcdef01234567: this suppression binds to nothing" in found["said"]


def test_nothing_is_said_of_a_suppression_whose_articles_were_not_read(report: Json) -> None:
    assert main(["suppress", FINGERPRINT, "--reason", "both are told on purpose", "flood/a.md", "flood/b.md"]) == 0
    assert report("flood/a.md")["notices"] == []
    write("flood/b.md", FIFTEEN)
    assert [notice["kind"] for notice in report(".")["notices"]] == ["unused"]


def test_what_stands_in_the_file_of_suppressions_stays_as_it_is() -> None:
    write("s.yaml", f"# ours\r\n\r\n- reason: kept  # because\r\n  fingerprint:   '{FINGERPRINT}'\r\n")
    before = Path("s.yaml").read_bytes()
    assert main(["suppress", "f1:00aa", "--reason", "r", "--suppressions", "s.yaml"]) == 0
    after = Path("s.yaml").read_bytes()
    assert after.startswith(before) and b"\n" not in after.replace(b"\r\n", b"")
    assert main(["suppress", FINGERPRINT, "--reason", "again", "--suppressions", "s.yaml"]) == 2
    assert Path("s.yaml").read_bytes() == after
    write("flow.yaml", f"[{{fingerprint: '{FINGERPRINT}', reason: r}}]\n")
    assert main(["suppress", "f1:00aa", "--reason", "r", "--suppressions", "flow.yaml"]) == 2


def test_both_sentences_stand_beside_a_suppression() -> None:
    assert main(["suppress", "f1:afae", "--reason", "r", "flood/a.md", "./flood/b.md"]) == 0
    text = Path("factcheck-suppressions.yaml").read_text()
    assert "# “15 people” and “21 people” cannot both be true" in text and f"fingerprint: {FINGERPRINT}\n" in text
    assert f'    - document: flood/a.md\n      quote: "{FIFTEEN.strip()}"\n    - document: flood/b.md\n' in text


@pytest.mark.parametrize(("arguments", "says"), [
    (["17"], "is no fingerprint"),
    ([FINGERPRINT, "--until", "soon"], "expected a date"),
    ([FINGERPRINT, "--until", "2020-01-01"], "2020-01-01 has passed, expected a day from 2026-05-28 on"),
    ([FINGERPRINT, "--stands", "flood/a.md"], "a decision without `by`"),
    ([FINGERPRINT, "--stands", "flood/a.md", "--by", "A", "--until", "2027-01-01"], "a decision with `until`"),
    ([FINGERPRINT, "--stands", "flood/z.md", "--by", "A", "flood"], "--stands: flood/z.md has no part in f1:"),
    (["f1:0000", "flood"], "f1:0000: no finding with this fingerprint"),
    ([FINGERPRINT, "gone.md"], "gone.md: no such file or folder"),
    ([FINGERPRINT, "--suppressions", "no/such/s.yaml"], "no/such/s.yaml: cannot be written (no such file or directory)"),
])
def test_a_suppression_that_cannot_be_written(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suppress", *arguments, "--reason", "r"]) == 2
    assert says in capsys.readouterr().err
    assert list(Path(".").glob("**/*.yaml")) == list(Path(".").glob("**/*.tmp")) == []


def test_a_decision_shows_in_every_later_report(report: Json, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suppress", FINGERPRINT, "--stands", "flood/b.md", "--by", "Ann Orr", "--reason", "the hospital's list", "flood"]) == 0
    renamed()
    found = report(".")
    assert found["status"] == 0 and found["notices"] == []
    assert found["verdicts"][0]["decision"] == {
        "stands": "flood/b.md", "by": "Ann Orr", "reason": "the hospital's list", "says": TWENTY_ONE.strip(),
        "path": "factcheck-suppressions.yaml", "line": 4}
    os.rename("flood/b.md", "flood/y.md")
    assert main(["check", "."]) == 0
    assert "flood/b.md stands, by Ann Orr: the hospital's list" in capsys.readouterr().out
    write("flood/y.md", "A fire in Tolvane injured 22 people, police said.\n")
    assert main(["check", "."]) == 1


def test_a_decision_for_a_document_without_a_part(report: Json) -> None:
    main(["suppress", FINGERPRINT, "--stands", "flood/z.md", "--by", "Ann Orr", "--reason", "r"])
    found = report(".")
    assert found["status"] == 1 and "flood/z.md has no part in" in found["said"]


IGNORE = "<!-- factcheck: ignore casualties/injured told in 2 ways by 30 people on purpose -->"
PAGE = """<html><head><title>Fire</title></head><body><article><h1>Fire in Tolvane</h1>
<p>Market day was quiet in Tolvane, and the shops were open until late.</p>{0}<p>{1}A fire in Tolvane injured 15 people, police said.{2}</p>
<p>Nothing else was told of it, and the road was open again soon.</p></article></body></html>"""


@pytest.mark.parametrize(("path", "text"), [
    ("flood/a.md", f"{IGNORE}\n{FIFTEEN}"),
    ("flood/a.md", f"Quiet.\r\n\r\n{IGNORE}\r\n\r\n{FIFTEEN}"),
    ("flood/a.md", f"{FIFTEEN.strip()} {IGNORE}\n"),
    ("flood/a.md", f"{IGNORE.replace('casualties/injured', FINGERPRINT)}\n{FIFTEEN}"),
    ("flood/a.html", PAGE.format(IGNORE, "", "")),
    ("flood/a.html", PAGE.format("", IGNORE, "")),
    ("flood/a.html", PAGE.format("", "", IGNORE)),
])
def test_a_comment_in_the_article_suppresses(path: str, text: str, report: Json) -> None:
    Path("flood/a.md").unlink()
    write(path, text)
    found = report(".")
    assert [verdict["outcome"] for verdict in found["verdicts"]] == ["conflict"]
    assert found["verdicts"][0]["suppressed"]["reason"] == "told in 2 ways by 30 people on purpose"
    assert found["verdicts"][0]["suppressed"]["inline"] is True
    assert found["status"] == 0 and found["notices"] == []


@pytest.mark.parametrize(("path", "text"), [
    ("flood/a.md", f"{IGNORE}\nMarket day was quiet.\n{FIFTEEN}"),
    ("flood/a.md", f"{FIFTEEN}\n{IGNORE}\n"),
    ("flood/a.md", f"{IGNORE.replace('injured', 'killed')}\n{FIFTEEN}"),
    ("flood/a.html", PAGE.format("", "", "").replace("<p>Nothing", f"{IGNORE}<p>Nothing")),
])
def test_a_comment_elsewhere_suppresses_nothing_and_is_told(path: str, text: str, report: Json) -> None:
    Path("flood/a.md").unlink()
    write(path, text)
    found = report(".")
    assert found["status"] == 1 and [notice["kind"] for notice in found["notices"]] == ["unused"]


@pytest.mark.parametrize(("comment", "told"), [
    (IGNORE, False), (IGNORE.replace("casualties/injured", FINGERPRINT), False), (IGNORE.replace("injured", "injurd"), True),
    (IGNORE.replace("casualties/injured", "self/weekday"), True)])
def test_of_an_article_alone_only_what_looks_at_it_alone_is_told(comment: str, told: bool, report: Json) -> None:
    write("flood/a.md", f"{comment}\n{FIFTEEN}")
    assert [notice["kind"] for notice in report("flood/a.md")["notices"]] == ["unused"] * told


def test_a_finding_with_what_a_store_holds_can_be_accepted(report: Json) -> None:
    assert main(["ingest", "flood/a.md", "--store", "held.db", "--story", "fire"]) == 0
    call = ("flood/b.md", "--against", "held.db", "--story", "fire")
    assert report(*call)["status"] == 1
    assert main(["suppress", FINGERPRINT, "--reason", "both are told on purpose", *call]) == 0
    found = report(*call)
    assert found["status"] == 0 and found["notices"] == []


@pytest.mark.parametrize("comment", ["<!-- factcheck: ignore casualties/injured -->", "<!-- factcheck: ignore -->",
                                     "<!--factcheck:skip x y-->"])
def test_a_comment_without_a_reason_cannot_be_used(comment: str, report: Json) -> None:
    write("flood/a.md", f"Quiet.\n\n{comment}\n{FIFTEEN}")
    found = report(".")
    assert found["status"] == 2 and "flood/a.md:3: comment: " in found["said"] and "and why" in found["said"]
    assert len(found["verdicts"]) == 1


def test_a_comment_that_is_none_of_ours_is_neither_read_nor_told(report: Json) -> None:
    write("flood/a.md", f"<!-- injured: 99 people -->\n{FIFTEEN}<!-- never closed")
    found = report(".")
    assert len(found["verdicts"]) == 1 and found["verdicts"][0]["fingerprint"] == FINGERPRINT and found["notices"] == []


def test_since_takes_what_changed_for_new_and_all_else_for_held(report: Json) -> None:
    write("flood/c.md", QUIET[0])
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    assert report(".", "--since", "HEAD")["verdicts"] == []
    write("flood/c.md", QUIET[1] + "A fire in Tolvane injured 40 people, police said.\n")
    found = report(".", "--since", "HEAD")
    assert sorted(claim["document"]
                  for verdict in found["verdicts"] for claim in verdict["claims"]) == ["./flood/a.md", "./flood/b.md", "./flood/c.md",
                                                                                       "./flood/c.md"]
    assert found["status"] == 1 and [document["id"] for document in found["documents"]] == ["./flood/c.md"]
    git("mv", "flood/a.md", "flood/renamed.md")
    Path("flood/c.md").unlink()
    found = report(".", "--since", "HEAD")
    assert [document["id"] for document in found["documents"]] == ["./flood/renamed.md"] and len(found["verdicts"]) == 1


def test_what_others_did_on_the_branch_meanwhile_is_not_new(report: Json) -> None:
    git("init", "-q")
    git("add", "flood/a.md")
    git("commit", "-qm", "one")
    git("branch", "topic")
    git("add", "flood/b.md")
    git("commit", "-qm", "two")
    git("checkout", "-q", "topic")
    write("flood/c.md", QUIET[0])
    found = report("flood", "--since", "main")
    assert [document["id"] for document in found["documents"]] == ["flood/c.md"] and found["status"] == 0


def test_two_branches_that_contradict_only_each_other(report: Json) -> None:
    os.rename("flood/a.md", "a")
    os.rename("flood/b.md", "b")
    write("flood/old.md", QUIET[0])
    git("init", "-q")
    git("add", "flood")
    git("commit", "-qm", "one")
    for name in ("a", "b"):
        git("checkout", "-q", "-b", f"pr-{name}", "main")
        write(f"flood/{name} é.md", Path(name).read_text())
        git("add", "flood")
        git("commit", "-qm", name)
    git("checkout", "-q", "main")
    assert report("flood", "--since", "main..pr-a")["status"] == 0
    found = report("flood", "--since", "main..pr-a", "--since", "main...pr-b")
    assert found["status"] == 1 and len(found["verdicts"]) == 1
    assert [document["id"] for document in found["documents"]] == ["pr-a:flood/a é.md", "pr-b:flood/b é.md"]
    git("checkout", "-q", "pr-a")
    assert report("flood", "--since", "main")["status"] == 0
    assert report("flood", "--since", "main", "--since", "main..pr-b")["status"] == 1
    git("worktree", "add", "-q", "other", "pr-b")
    assert report("flood", "other/flood", "--since", "main", "--story", "fire")["status"] == 1


def test_since_without_a_repository_or_a_revision(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["check", "flood", "--since", "main"]) == 2
    assert "--since: flood: not in a git repository, expected articles that git keeps" in capsys.readouterr().err
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    for revision in ("no-such", "--all", "", "main..no-such", "no-such..main"):
        assert main(["check", "flood", "--since", revision]) == 2
        assert "--since: no revision" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "/nowhere")
    assert main(["check", "flood", "--since", "main"]) == 2
    assert "git is not installed" in capsys.readouterr().err


def test_today_is_asked_in_one_place() -> None:
    package = Path(__file__).parent.parent / "factcheck"
    asking = [path.relative_to(package).as_posix() for path in package.rglob("*.py")
              if any(word in path.read_text() for word in (".today()", ".now(", ".utcnow(", "time.time("))]
    assert asking == ["cli/clock.py"]


@pytest.mark.parametrize("epoch", ["soon", "-9e99", "9" * 40])
def test_a_clock_that_is_none(epoch: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["check", "."]) == 2
    assert "SOURCE_DATE_EPOCH: " in capsys.readouterr().err
