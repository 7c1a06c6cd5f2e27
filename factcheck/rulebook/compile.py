"""The general rule packs in, `compiled.json` out: `python -m factcheck.rulebook.compile` after an edit; `--check` only compares."""
from __future__ import annotations

import json
import sys
from typing import Any

from factcheck.rulebook.files import general
from factcheck.rulebook.load import COMPILED, read
from factcheck.rulebook.records import to_record


def records() -> list[dict[str, Any]]:
    """The general packs as their YAML says, by id."""
    return sorted((to_record(content.rule(item.id, item.name)) for item, content in read(general())), key=lambda record: str(record["id"]))


def text() -> str:
    """What `compiled.json` should hold: a line a rule."""
    lines = (json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in records())
    return "[\n" + ",\n".join(lines) + "\n]\n"


def stale() -> bool:
    """Whether `compiled.json` is not what the rule files say."""
    return not COMPILED.exists() or COMPILED.read_text(encoding="utf-8") != text()


def main(arguments: list[str]) -> int:
    """The command line → 0 when the rules are compiled; compiles them, or with --check says that they are not and gives 1."""
    old = stale()
    if "--check" in arguments:
        if old:
            print("factcheck/rulebook: the rules are not compiled; run `make data`", file=sys.stderr)
        return 1 if old else 0
    if old:
        COMPILED.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
