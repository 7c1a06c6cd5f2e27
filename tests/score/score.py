"""Labelled sentences in, figures out: how well the reader reads them, held against the figures stored before.

    make score               the figures, and status 1 where one fell by more than half a point
    make score UPDATE=1      the new figures are stored
Both write docs/accuracy.md from the stored figures and the rows under `fails:` of the case tables.
    python tests/score/score.py --misses [SLICE …]     each fault
"""
from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from factcheck.extract import extract  # noqa: E402
from score.labels import Row, row, table  # noqa: E402
from score.matching import Answer, answer, tally  # noqa: E402
from score.page import MEASURES, write  # noqa: E402

FIGURES = HERE / "figures.json"
SLACK = 0.5              # points by which a figure may fall
ALL = "all"
Figures = dict[str, dict[str, dict[str, float]]]


def slices(lang: str = "en") -> dict[str, list[Row]]:
    """The name of each slice and its rows."""
    return {path.name.split(".")[0]: [row(record) for record in table(path)] for path in sorted((HERE / "labelled").glob(f"*.{lang}.yaml"))}


def answers(rows: Iterable[Row]) -> list[Answer]:
    return [answer(one, extract(one.document())) for one in rows]


def figures(answered: dict[str, list[Answer]]) -> Figures:
    """Slices with their answers → for each slice, and for all together, the figures of each measure in percent."""
    together = [one for some in answered.values() for one in some]
    counts = {name: tally(some) for name, some in {**answered, ALL: together}.items()}
    return {name: {measure: _figures(count[measure]) for measure in MEASURES if measure in count} for name, count in counts.items()}


def _figures(count: Counter[str]) -> dict[str, float]:
    precision, recall = (100 * count["right"] / (count[of] or 1) for of in ("read", "labelled"))
    f1 = 200 * count["right"] / ((count["read"] + count["labelled"]) or 1)
    return {"precision": round(precision, 1), "recall": round(recall, 1), "f1": round(f1, 1), "labelled": count["labelled"]}


def falls(old: Figures, new: Figures) -> list[str]:
    """Stored and measured figures → a line for each F1 that fell by more than SLACK, or is gone."""
    lines = []
    for name, measures in old.items():
        for measure, stored in measures.items():
            now = new.get(name, {}).get(measure, {}).get("f1", 0.0)
            if now < stored["f1"] - SLACK:
                lines.append(f"{name}: {measure} fell from {stored['f1']} to {now}")
    return lines


def shown(found: Figures) -> Iterable[str]:
    """Figures → F1 a slice and measure as a table, then precision and recall over all slices."""
    measures = list(found[ALL])
    yield f"{'F1':10}" + "".join(f"{measure:>10}" for measure in measures)
    for name, row_of in found.items():
        yield f"{name:10}" + "".join(f"{row_of[measure]['f1'] if measure in row_of else '':>10}" for measure in measures)
    for part in ("precision", "recall", "labelled"):
        yield f"{part:10}" + "".join(f"{found[ALL][measure][part]:>10}" for measure in measures)


def main(arguments: list[str]) -> int:
    chosen = [argument for argument in arguments if not argument.startswith("--")]
    answered = {name: answers(rows) for name, rows in slices().items() if not chosen or name in chosen}
    found = figures(answered)
    if "--misses" in arguments:
        for name, some in answered.items():
            for one in some:
                for fault in one.faults():
                    print(f"{name}: {one.row.text}\n    {fault}")
    print("\n".join(shown(found)))
    if chosen:
        return 0
    if "--update" in arguments:
        FIGURES.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    write()
    fallen = falls(json.loads(FIGURES.read_text(encoding="utf-8")), found)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
