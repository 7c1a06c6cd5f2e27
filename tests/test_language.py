"""A folder of tables is all that a language takes: the package with a folder more, compiled as `make data` does, reads an invented one."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.data import HERE

TABLES = {
    "numerals": """
        decimal_comma: "yes"
        ones: {sol: 1, dva: 2, tur: 3, kvar: 4, pim: 5, sis: 6, sep: 7, okt: 8, nin: 9, des: 10}
        scales: {mil: 1000}
        """,
    "modifiers": """
        before: {at_least: [malmin], more_than: [pli ol], nearly: [apen]}
        """,
    "units": """
        kilometre: [kilomet, kilometi]
        """,
    "dates": """
        joints: [va]
        months: {names: {unor: 1, dunor: 2, trinor: 3}}
        weekdays: {names: {luntag: 1}}
        days: {hodi: {shift: 0}}
        """,
}
TEXT = "Tur baroj ve malmin 1.200 persoj. Apen 3,5 kilometi! Pli ol pim mil persoj va 5. dunor va 2023. Sis hodi"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package in which the language "xx" has its tables."""
    home = tmp_path_factory.mktemp("language")
    shutil.copytree(HERE.parent, home / "factcheck", ignore=shutil.ignore_patterns("__pycache__"))
    folder = home / "factcheck" / "data" / "lang" / "xx"
    folder.mkdir()
    for name, rows in TABLES.items():
        (folder / f"{name}.yaml").write_text(rows, encoding="utf-8")
    run(home, "-m", "factcheck.data.compile")
    return home


def run(home: Path, *arguments: str, text: str = "") -> str:
    done = subprocess.run([sys.executable, *arguments], input=text, text=True, capture_output=True, check=True, cwd=home,
                          env={**os.environ, "PYTHONPATH": str(home), "PYTHONUTF8": "1"})
    return done.stdout


def mentions(home: Path, lang: str) -> list[dict[str, Any]]:
    lines = run(home, "-m", "factcheck", "extract", "-", "--lang", lang, "--published", "2023-03-01", "--format", "jsonl", text=TEXT)
    return [json.loads(line) for line in lines.splitlines()]


def test_numerals_modifiers_units_and_months_of_a_new_folder_are_read(home: Path) -> None:
    assert [(one["text"], one["modifier"], one["unit"], one["timex"]) for one in mentions(home, "xx")] == [
        ("Tur", "exact", None, None), ("malmin 1.200", "at_least", None, None), ("Apen 3,5 kilometi", "nearly", "kilometre", None),
        ("Pli ol pim mil", "more_than", None, None), ("5. dunor va 2023", "exact", None, "2023-02-05"), ("Sis", "exact", None, None),
        ("hodi", "exact", None, "2023-03-01")]
    assert [one["number"]["low"] for one in mentions(home, "xx") if one["number"]] == ["3", "1200", "3.5", "5000", "6"]


def test_its_words_say_nothing_in_another_language(home: Path) -> None:
    assert [(one["text"], one["modifier"]) for one in mentions(home, "en")] == [("1.200", "exact"), ("5", "exact")]
