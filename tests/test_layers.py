"""Data moves right only: no module imports from a stage to its right, and each third-party parser has one door."""
from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "factcheck"

LAYERS = ("frozen", "columns", "standing", "model", "data", "measures", "bounds", "documents", "extract", "claims", "rulebook", "groups",
          "store", "checks", "gate", "report", "pipeline", "workers", "archive", "spacy", "settings", "cli", "stories",
          "pytest_plugin")

# Not parsers, but the ground several modules of one stage stand on. Everything else is imported by exactly one module.
SHARED = {"click": {"cli"}, "rich": {"report", "cli"}, "pydantic": {"documents", "rulebook", "gate", "settings", "report", "cli"},
          "pydantic_core": {"rulebook"}, "regex": {"documents", "extract", "claims", "rulebook", "groups", "checks"}}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "bundled" not in path.parts)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


NAMES = {name_of(path) for path in modules()}


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """A module's file → every dotted name that it imports, at the top or inside a function, with the line."""
    package = name_of(path) if path.name == "__init__.py" else name_of(path).rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[:len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            yield from ((f"{base}.{alias.name}" if f"{base}.{alias.name}" in NAMES else base, node.lineno) for alias in node.names)


def layer(name: str) -> str:
    """"factcheck.extract.tokens" → "extract"; the package itself is above all stages."""
    return name.split(".")[1] if "." in name else ""


def test_every_module_has_a_stage() -> None:
    unknown = {name for path in modules() if (name := name_of(path)) != "factcheck" and layer(name) not in LAYERS}
    assert not unknown - {"factcheck.__main__"}, "give it a place in LAYERS and in ARCHITECTURE.md"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    here = layer(name_of(path))
    if here not in LAYERS:
        return                                     # factcheck/__init__.py and __main__.py gather the names for the public
    wrong = [f"line {line}: {name}" for name, line in imports(path)
             if name.split(".")[0] == "factcheck" and layer(name) in LAYERS and LAYERS.index(layer(name)) > LAYERS.index(here)]
    assert not wrong, f"{name_of(path)} imports from its right"


def test_no_module_needs_itself() -> None:
    needs = {name_of(path): {name for name, _ in imports(path) if name in NAMES and name != name_of(path)} for path in modules()}
    list(TopologicalSorter(needs).static_order())           # names the modules of a circle where there is one


def test_third_party_parsers_have_one_door() -> None:
    users: dict[str, set[str]] = defaultdict(set)
    for path in modules():
        for name, _ in imports(path):
            top = name.split(".")[0]
            if top not in sys.stdlib_module_names and top != "factcheck":
                users[top].add(name_of(path))
    for library, stages in SHARED.items():
        outside = {name for name in users.pop(library, set()) if layer(name) not in stages}
        assert not outside, f"{library} belongs to {', '.join(sorted(stages))}"
    crowded = {library: sorted(names) for library, names in users.items() if len(names) > 1}
    assert not crowded


def test_the_map_names_the_stages_in_order() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert "  <  ".join(LAYERS) in text


def test_modules_fit_a_minute() -> None:
    long = {name_of(path): lines for path in modules() if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300}
    assert not long, "split past 300 lines"
