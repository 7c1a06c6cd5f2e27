"""A store: every claim comes back digit for digit, nothing is read twice or lost, and the current version alone counts."""
from __future__ import annotations

import csv
import datetime
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.archive import check, ingest
from factcheck.cli.main import cli
from factcheck.data import bundled
from factcheck.documents import read
from factcheck.model import Document, Report, Skipped
from factcheck.pipeline import check as plain_check
from factcheck.pipeline import judged, keyed, loaded
from factcheck.pipeline import read as readings
from factcheck.report.shapes import Reading
from factcheck.store import Store, StoreError, opened
from factcheck.store.finding import whole
from factcheck.store.schema import STEPS
from factcheck.store.writing import notice, remove

DAY = datetime.date(2024, 5, 3)
URL = "https://herald.example/flood"


def article(id: str, killed: object = 12, *, day: int = 0, **more: object) -> Document:
    text = str(more.pop("text", f"The flood in Brackwater killed {killed} people, the governor of Lowmark said. "
                                "The river Ostrel rose by 7.2 metres."))
    return Document(id, text, published=DAY + datetime.timedelta(day), **more)     # type: ignore[arg-type]


def states(store: Store, *documents: Document) -> list[str]:
    return [item.state if not isinstance(item, Skipped) else item.reason for item in ingest(documents, store)]


def content(path: Path) -> list[list[tuple[object, ...]]]:
    """All rows of all tables."""
    with opened(str(path)) as store:
        return [store.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in ("documents", "versions", "claims", "names")]


def outcomes(report: Report) -> list[tuple[str, str]]:
    return [(verdict.outcome, verdict.message) for verdict in report.verdicts]


def against(path: Path, *documents: Document) -> Report:
    with opened(str(path)) as store:
        return check(documents, store)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "held.db"


@pytest.fixture(scope="module")
def seeds() -> tuple[Document, ...]:
    return read([str(bundled("seeds"))]).documents


def test_every_claim_comes_back(path: Path, seeds: tuple[Document, ...]) -> None:
    made = [claim for reading in readings(seeds) if isinstance(reading, Reading) for claim in keyed(reading)]    # type: ignore[union-attr]
    with opened(str(path), create=True) as store:
        list(ingest(seeds, store))
        held = whole(store, [int(str(row[0])) for row in store.rows("SELECT id FROM claims")])
    assert held == made and len(made) > 100


def test_what_is_held_is_compared_as_if_it_were_given(path: Path, seeds: tuple[Document, ...]) -> None:
    """The law of the store: the same verdicts as `check` gives with all articles at once, for each article as the new one."""
    rules = loaded(())
    claims = [claim for reading in readings(seeds) if isinstance(reading, Reading) for claim in keyed(reading)]    # type: ignore[union-attr]
    together = [verdict for verdict in judged(rules, claims, []) if verdict.kind in ("alignment", "agreement")]
    with opened(str(path), create=True) as store:
        list(ingest(seeds, store))
        missed = total = 0
        for document in seeds:
            expected = {(v.outcome, v.fingerprint) for v in together if document.id in {c.mention.document for c in v.claims}}
            found = {(v.outcome, v.fingerprint) for v in check([document], store).verdicts if v.kind in ("alignment", "agreement")}
            total += len(expected)
            missed += len(expected - found)
    assert missed <= 0.02 * total and total > 50, (missed, total)


def test_an_unchanged_document_is_not_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(str(path), create=True) as store:
        assert states(store, article("a"), article("b", 14)) == ["new", "new"]
        before = content(path)
        monkeypatch.setattr("factcheck.archive.read", lambda _: pytest.fail("read again"))
        assert states(store, article("a"), article("b", 14)) == ["unchanged", "unchanged"]
    assert content(path) == before


def test_a_file_whose_bytes_are_the_same_is_not_parsed_again(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "a.html"
    page.write_text(f"<!DOCTYPE html><html><body><article><p>{article('x').text}</p></article></body></html>")
    assert "1 new" in run("ingest", page, "--store", path)[2]
    monkeypatch.setattr("factcheck.documents.html.parsed", lambda _: pytest.fail("parsed again"))
    assert "1 unchanged" in run("ingest", page, "--store", path)[2]
    monkeypatch.undo()
    assert "1 read again" in run("ingest", page, "--store", path, "--story", "flood")[2].replace("1 changed", "1 read again")
    page.write_text(page.read_text().replace("killed 12", "killed 14"))
    assert "1 changed" in run("ingest", page, "--store", path, "--story", "flood")[2]
    assert run("store", "remove", "--store", path, page)[0] == 0
    assert "1 new" in run("ingest", page, "--store", path)[2]
    monkeypatch.setattr("factcheck.archive.stamp", lambda: "next")
    assert "1 read again" in run("ingest", page, "--store", path)[2]


def test_another_program_or_other_language_data_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(str(path), create=True) as store:
        states(store, article("a"))
        monkeypatch.setattr("factcheck.archive.stamp", lambda: "next")
        assert states(store, article("a")) == ["read again"]
        assert states(store, article("a")) == ["unchanged"]
        assert store.rows("SELECT count(*), max(number) FROM versions") == [(1, 1)]


def test_an_article_that_is_corrected_twice(path: Path) -> None:
    with opened(str(path), create=True) as store:
        for number in (12, 14, 13):
            assert states(store, article("a", number, day=number == 14, url=URL)) == ["new" if number == 12 else "changed"] or number == 13
        assert states(store, article("a", 13, day=2, url=URL)) == ["changed"]
        assert store.rows("SELECT number, current, text LIKE '%killed 12%' FROM versions ORDER BY number") == [
            (1, 0, 1), (2, 0, 0), (3, 0, 0), (4, 1, 0)]
        assert {row[0] for row in store.rows("SELECT words FROM facts")} == {"13", "7.2 metres"}
    report = against(path, article("new", 13, day=3))
    assert {claim.mention.text for verdict in report.verdicts for claim in verdict.claims} <= {"13", "7.2 metres"}


def test_an_older_version_that_comes_late_is_kept_and_not_compared(path: Path) -> None:
    with opened(str(path), create=True) as store:
        assert states(store, article("b", 14, day=2, url=URL), article("a", 12, url=URL)) == ["new", "changed"]
        assert store.rows("SELECT name, current FROM versions ORDER BY id") == [("b", 1), ("a", 0)]
        assert states(store, article("b", 14, day=2, url=URL), article("a", 12, url=URL)) == ["unchanged"] * 2


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_replaces_takes_the_place_of_another_whichever_came_first(path: Path, order: tuple[int, int]) -> None:
    both = article("a", 12, url=URL), article("b", 14, replaces=URL)
    with opened(str(path), create=True) as store:
        states(store, *(both[at] for at in order))
        assert store.rows("SELECT name FROM versions WHERE current = 1") == [("b",)]
        assert states(store, *both) == ["unchanged"] * 2
        assert store.rows("SELECT name FROM versions WHERE current = 1") == [("b",)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Two died.\n\nCorrection: an earlier version said three.\nMore.", "Correction: an earlier version said three."),
    ("An earlier version of this article said 12. It was 14.", "An earlier version of this article said 12. It was 14."),
    ("The correction of the course cost 3 million euros.", None), ("Two died.", None)])
def test_a_correction_notice_is_kept(text: str, expected: str | None) -> None:
    assert notice(Document("a", text)) == expected


def test_a_later_fact_makes_held_articles_out_of_date(path: Path) -> None:
    with opened(str(path), create=True) as store:
        states(store, article("a", 12, story="flood"), article("b", 12, day=1, story="flood"), article("far", 30, story="fire"))
    report = against(path, article("new", 19, day=3, story="flood"))
    assert [(item.document, item.text, item.by_text) for item in report.outdated or ()] == [("a", "12", "19"), ("b", "12", "19")]
    assert against(path, article("old", 9, day=-3, story="flood")).outdated == ()


def test_without_a_story_the_event_is_found_by_names_and_days(path: Path) -> None:
    with opened(str(path), create=True) as store:
        states(store, article("a", 12, story="one"), article("later", 15, day=400),
               article("else", text="The flood in Kestmoor killed 40 people, the mayor of Varn said."))
    report = against(path, article("new", 19, day=3))
    assert {claim.mention.document for verdict in report.verdicts for claim in verdict.claims} == {"a", "new"}


COMPANY = ("{} said it filed with the Harbour Exchange Board a plan for an issue of notes. Orlen Bank leads the sale.\n\n"
           "The payment date is {} April 2024.")
TABLE = "Sales {} vs {}\n    Profit {} vs {}\n    Note: in the Year Sales of Orlen Bank are left out, and those of the Lowmark unit, too.\n"


@pytest.mark.parametrize(("one", "other"), [
    (Document("a", COMPANY.format("Brell Foods", 3)), Document("b", COMPANY.format("Tarn Mills", 16))),
    (Document("a", TABLE.format(12, 14, 3, 4), title="BRELL FOODS 4TH QTR"),
     Document("b", TABLE.format(31, 29, 8, 5), title="TARN MILLS 4TH QTR")),
    (Document("a", "The ferry Halden had 40 people aboard off Lowmark Point, Orlen Police said."),
     Document("b", "Two people were hurt at Torvik. The ferry had 21 people aboard off Lowmark Point, Orlen Police said.")),
])
@pytest.mark.parametrize("held", [True, False])
def test_reports_that_are_about_others_are_not_compared(path: Path, one: Document, other: Document, held: bool) -> None:
    one, other = replace(one, published=DAY), replace(other, published=DAY)
    with opened(str(path), create=True) as store:
        states(store, *([one] if held else []))
    assert [verdict.message for verdict in against(path, *([other] if held else [one, other])).verdicts] == []


@pytest.mark.parametrize("held", [True, False])
def test_reports_that_name_each_other_s_subject_are(path: Path, held: bool) -> None:
    one = Document("a", "The ferry Halden had 40 people aboard, Orlen Police said.", published=DAY, title="FERRY HALDEN ADRIFT")
    other = Document("b", "Orlen Police said 21 people were aboard the ferry Halden.", published=DAY)
    with opened(str(path), create=True) as store:
        states(store, *([one] if held else []))
    assert [verdict.outcome for verdict in against(path, *([other] if held else [one, other])).verdicts] == ["conflict"]


def test_a_document_is_not_compared_with_what_it_said_before(path: Path) -> None:
    with opened(str(path), create=True) as store:
        states(store, article("a", 12, url=URL))
    assert against(path, article("a", 19, day=3)).verdicts == against(path, article("x", 19, day=3, url=URL)).verdicts == ()


def test_what_is_removed_is_gone(path: Path) -> None:
    with opened(str(path), create=True) as store:
        states(store, article("a", 12, url=URL), article("b", 12))
        states(store, article("a", 14, url=URL))
        with store.writing():
            assert (remove(store, URL), remove(store, "b"), remove(store, "c")) == (1, 1, 0)
    assert content(path) == [[], [], [], []]


SQL = "'; DROP TABLE claims; --"


def test_sql_in_names_is_text(path: Path) -> None:
    with opened(str(path), create=True) as store:
        states(store, article(SQL, story=SQL, url=SQL, publisher=SQL, title=SQL))
        assert store.rows("SELECT name, story FROM versions") == [(SQL, SQL)]
    assert len(against(path, article("b", story=SQL)).verdicts) == 2
    with opened(str(path), create=True) as store, store.writing():
        assert remove(store, SQL) == 1


# More than one process, and processes that die.

FEED = """
import sys
from factcheck.archive import ingest
from factcheck.model import Document
from factcheck.store import opened
path, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with opened(path, create=True) as store:
    documents = (Document(f"d{n}", f"The flood in Brackwater killed {n} people on {n % 28 + 1} May 2024.") for n in range(first, last))
    for item in ingest(documents, store):
        print(item.document, item.state, flush=True)
"""


def feeding(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", FEED, str(path), str(first), str(last)], stdout=subprocess.PIPE, text=True,
                            cwd=Path(__file__).parent.parent)


def finished(processes: Iterable[subprocess.Popen[str]]) -> None:
    for process in processes:
        process.communicate(timeout=120)
        assert process.returncode == 0


@pytest.mark.slow
def test_killed_twenty_times_the_store_is_that_of_a_clean_run(tmp_path: Path) -> None:
    chance = random.Random(20)
    finished([feeding(tmp_path / "clean.db", 0, 400)])
    for _ in range(20):
        process = feeding(tmp_path / "killed.db", 0, 400)
        assert process.stdout is not None
        for _ in range(chance.randrange(60)):
            process.stdout.readline()
        time.sleep(chance.random() / 50)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        if (tmp_path / "killed.db").exists():
            assert sqlite3.connect(tmp_path / "killed.db").execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finished([feeding(tmp_path / "killed.db", 0, 400)])
    assert content(tmp_path / "killed.db") == content(tmp_path / "clean.db")


def test_two_writers_wait_for_each_other_and_a_reader_for_none(path: Path) -> None:
    with opened(str(path), create=True) as store:
        states(store, article("first"))
        writers = [feeding(path, 0, 100), feeding(path, 100, 200)]
        with opened(str(path)) as beside:
            while any(writer.poll() is None for writer in writers):
                assert len(check([article("new", 19, day=2)], beside).documents) == 1
        finished(writers)
        assert store.rows("SELECT count(*) FROM documents") == [(201,)]


# The file.

def test_a_store_of_an_earlier_schema_is_brought_up_to_date(path: Path) -> None:
    later = (*STEPS, "ALTER TABLE versions ADD COLUMN section TEXT;\nUPDATE versions SET section = 'news';")
    with opened(str(path), create=True) as store:
        states(store, article("a"))
    with opened(str(path), steps=later) as store:              # a reader brings it up to date as well
        assert store.version == len(later) and store.rows("SELECT name, section FROM versions") == [("a", "news")]
    with pytest.raises(StoreError, match="made by a later factcheck"), opened(str(path), create=True):
        pass


V1 = Path(__file__).parent / "store_v1.sql"


def test_a_store_that_the_first_program_made_opens_and_finds_what_it_found(path: Path) -> None:
    made = sqlite3.connect(path)
    made.executescript(V1.read_text(encoding="utf-8"))
    made.execute("PRAGMA application_id = 0x66637431")
    made.execute("PRAGMA user_version = 1")
    made.commit()
    made.close()
    report = against(path, article("new", 19, day=3, story="flood"))
    assert [(item.document, item.text, item.by_text) for item in report.outdated or ()] == [("a", "12", "19")]
    with opened(str(path), create=True) as store:
        assert store.version == len(STEPS)
        assert states(store, article("a", 12, story="flood")) == ["read again"]


def test_a_step_that_fails_leaves_the_store_as_it_was(path: Path) -> None:
    with opened(str(path), create=True) as store:
        states(store, article("a"))
    before = content(path)
    broken = (*STEPS, "ALTER TABLE versions ADD COLUMN section TEXT;\nUPDATE nothing SET x = 1;")
    with pytest.raises(StoreError), opened(str(path), create=True, steps=broken):
        pass
    assert content(path) == before


def test_other_files_are_refused_and_left_alone(path: Path) -> None:
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE recipes (name)")
    foreign.commit()
    foreign.close()
    before = path.read_bytes()
    for create in (True, False):
        with pytest.raises(StoreError, match="another program"), opened(str(path), create=create):
            pass
    assert path.read_bytes()[100:] == before[100:]
    path.write_text("no database at all")
    for create in (True, False):
        with pytest.raises(StoreError, match="no store"), opened(str(path), create=create):
            pass


def test_a_full_disk_is_said_and_costs_nothing_that_was_written(path: Path) -> None:
    with opened(str(path), create=True) as store:
        states(store, article("a"))
        store.db.execute("PRAGMA max_page_count = 40")
        with pytest.raises(StoreError, match="full; what was written before is kept"):
            states(store, *(article(f"b{n}", n) for n in range(2000)))
    with opened(str(path)) as store:
        assert store.rows("SELECT count(*) > 0 FROM documents WHERE identity = 'a'") == [(1,)]


# The commands.

def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments], standalone_mode=False)
    if result.exception:
        raise result.exception
    return int(result.return_value or 0), result.stdout, result.stderr


def test_the_commands(tmp_path: Path, path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, number, day in (("a", 12, 3), ("b", 19, 5)):
        (tmp_path / "in" / f"{name}.txt").write_text(f"---\npublished: 2024-05-0{day}\nstory: flood\n---\n{article('x', number).text}\n")
    status, _, words = run("ingest", tmp_path / "in" / "a.txt", "--store", path)
    assert status == 0 and "1 new; 2 claims kept" in words
    status, _, words = run("ingest", tmp_path / "in" / "a.txt", tmp_path / "none.txt", "--store", path)
    assert status == 2 and "1 unchanged, 1 skipped" in words
    status, out, _ = run("check", tmp_path / "in" / "b.txt", "--against", path, "--fail-on", "superseded")
    assert status == 1 and 'a.txt:5 "12", now "19" in' in out
    status, out, _ = run("check", tmp_path / "in" / "b.txt", "--against", path, "--format", "json")
    assert status == 0 and json.loads(out)["outdated"][0]["by"]["text"] == "19"
    status, out, _ = run("store", "info", "--store", path, "--format", "json")
    assert json.loads(out)["claims"] == 2
    status, out, _ = run("store", "export", "--store", path, tmp_path / "out")
    with (tmp_path / "out" / "facts.csv").open(newline="") as facts:
        assert [row["words"] for row in csv.DictReader(facts)] == ["12", "7.2 metres"]
    status, _, words = run("store", "remove", "--store", path, tmp_path / "in" / "a.txt")
    assert status == 0 and "forgotten" in words
    assert run("store", "remove", "--store", path, "a.txt")[0] == 2
    assert run("check", tmp_path / "in" / "b.txt", "--against", tmp_path / "none.db")[0] == 2
    assert run("store", "remove", "--store", tmp_path / "none.db", "a")[0] == 2 and not (tmp_path / "none.db").exists()


def test_a_formula_is_text_in_the_export(tmp_path: Path, path: Path) -> None:
    with opened(str(path), create=True) as store:
        states(store, article("a", title="=HYPERLINK(1)", publisher="@x", text="Profit fell by -4.5 percent, the firm said."))
    run("store", "export", "--store", path, tmp_path)
    assert "'=HYPERLINK(1)" in (tmp_path / "facts.csv").read_text() and "'@x" in (tmp_path / "versions.csv").read_text()


def test_the_quote_has_its_prefix_and_suffix(path: Path) -> None:
    with opened(str(path), create=True) as store:
        states(store, article("a", 12))
        [(words, prefix, suffix, start, quote)] = store.rows("SELECT words, prefix, suffix, start, quote FROM facts WHERE words = '12'")
    text = article("a", 12).text
    assert f"{prefix}{words}{suffix}" in text and len(str(suffix)) == 32 and text.index("12") == start and str(quote) in text


def test_plain_check_says_nothing_of_a_store() -> None:
    assert plain_check([article("a")]).outdated is None
