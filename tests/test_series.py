"""Two issues of a series, and two reports of one event that only differ in something."""
from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from factcheck.archive import check, ingest
from factcheck.model import Document
from factcheck.store.file import opened

DAY = datetime.date(2024, 5, 3)
MARKET = ("The Reserve Bank of Orlen offered Lowmark banks help worth {} million crowns. "
          "Lowmark banks paid {} percent for money overnight. "
          "The shortage of Lowmark banks was put at {} million crowns by the Reserve Bank of Orlen.")
RATES = ("The Reserve Bank of Orlen lent Lowmark banks {} million crowns for 30 days at 4.25 percent and {} million crowns for 90 days "
         "at 4.75 percent.")
FLOOD = ("The Brackwater flood killed {} people, the governor of Lowmark said. The Brackwater flood injured {} people in Lowmark. "
         "The Brackwater flood destroyed {} houses in Lowmark.")


def found(path: Path, old: str, new: str, later: int) -> list[str]:
    """Two texts → the outcomes of a check of the second against a store that holds the first."""
    with opened(str(path), create=True) as store:
        list(ingest([Document("old", old, published=DAY)], store))
    with opened(str(path)) as store:
        report = check([Document("new", new, published=DAY + datetime.timedelta(later))], store)
    return [verdict.outcome for verdict in report.verdicts if verdict.outcome in ("conflict", "superseded")]


@pytest.mark.parametrize(("text", "old", "new", "expected"), [
    (MARKET, (45, "4.25", 300), (228, "4.75", 150), 0),            # each true of its day
    (MARKET, (45, "4.25", 300), (45, "4.25", 150), 1),             # one report, corrected
    (RATES, (45, 300), (45, 150), 1),
    (RATES, (45, 300), (228, 150), 0),
    (FLOOD, (12, 30, 100), (19, 45, 160), 3),                      # what grows while the event goes on
])
def test_issues_of_a_series(tmp_path: Path, text: str, old: tuple[object, ...], new: tuple[object, ...], expected: int) -> None:
    assert len(found(tmp_path / "held.db", text.format(*old), text.format(*new), later=1)) == expected
