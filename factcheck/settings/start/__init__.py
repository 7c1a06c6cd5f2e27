"""A folder in, the files of a beginning out: a configuration with every key explained, and a first rule that passes its own examples."""
from __future__ import annotations

from pathlib import Path

from factcheck.frozen import frozen

HERE = Path(__file__).parent


@frozen
class Start:
    """One file to write: where, and what is in it."""

    path: Path
    text: str


def start(folder: Path) -> tuple[Start, ...]:
    """The files that `factcheck init` writes below a folder."""
    return (Start(folder / "factcheck.toml", _text("factcheck.toml")), Start(folder / "rules" / "visitors.yaml", _text("visitors.yaml")))


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
