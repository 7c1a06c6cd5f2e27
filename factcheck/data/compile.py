"""YAML tables in, JSON tables out: `python -m factcheck.data.compile` after an edit; `--check` only compares."""
from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from factcheck.data import HERE
from factcheck.data.strict_yaml import parse, plain


def sources() -> dict[str, Path]:
    """The name of each table and its YAML file."""
    return {".".join(path.relative_to(HERE).with_suffix("").parts): path for path in sorted(HERE.rglob("*.yaml"))}


def read(path: Path) -> Any:
    """A YAML file → its content with every scalar as the string that was written."""
    return plain(parse(path.read_text(encoding="utf-8")))


def compiled(name: str) -> Path:
    """The name of a table → the path of its JSON."""
    return HERE / "compiled" / f"{name}.json"


def stale() -> list[str]:
    """Names of the tables whose JSON is not what their YAML says."""
    return [name for name, path in sources().items() if not compiled(name).exists()
            or json.loads(compiled(name).read_text(encoding="utf-8")) != read(path)]


def main(arguments: list[str]) -> int:
    """The command line → 0 when all tables are compiled; compiles those that are not, or with --check names them and gives 1."""
    old = stale()
    if "--check" in arguments:
        for name in old:
            print(f"factcheck/data: {name} is not compiled; run `make data`", file=sys.stderr)
        return 1 if old else 0
    (HERE / "compiled").mkdir(exist_ok=True)
    for name in old:
        compiled(name).write_text(json.dumps(read(sources()[name]), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
