"""What the documentation shows is what happens: its commands are run, their output compared to the letter.

In a `console` block `$ cat FILE` shows a file, which is made here; any other `$ command` is run in the folder of those files, and what
follows it is its output. A `python` block is run there too, and a `text` block right after it is what it prints.

`python tests/test_readme.py` writes the pages anew with what is printed now; read the difference before you accept it.
"""
from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)(?P<target>[^)#]+)")
TARGET = re.compile(r"\bmake (?P<name>[a-z]+)\b")


def commands(body: str) -> Iterator[tuple[str, str]]:
    """A console block → each command with the output that is shown below it."""
    for piece in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = piece.partition("\n")
        yield command, output


def run(command: list[str] | str, folder: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=folder, shell=isinstance(command, str), env=environment, encoding="utf-8", timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout


def told(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def rewritten(page: Path, folder: Path) -> str:
    """A page → the page with what its commands and its Python print now."""
    printed: list[str] = []

    def block(match: re.Match[str]) -> str:
        language, body = match["language"], match["body"]
        if language == "console":
            body = "".join(f"$ {command}\n{_output(command, output, folder)}" for command, output in commands(body))
        elif language == "text" and printed:
            body = printed.pop()
        elif language == "python":
            printed.append(told(run([sys.executable, "-c", body], folder)) + "\n")
        return f"```{language}\n{body}```"

    return BLOCK.sub(block, page.read_text(encoding="utf-8"))


def _output(command: str, shown: str, folder: Path) -> str:
    file = folder / command.removeprefix("cat ")
    if command.startswith("cat ") and not file.exists():
        file.parent.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8")
        return shown
    return told(run(command, folder)) + "\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_commands_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    assert rewritten(page, tmp_path) == page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "ARCHITECTURE.md"], ids=lambda path: path.name)
def test_links_and_make_targets_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [link["target"] for link in LINK.finditer(text) if not (page.parent / link["target"]).exists()] == []
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = re.findall(r"`[^`\n]*`|^(?: {4}|\$ )[^\n]*$|^```sh\n.*?^```", text, re.MULTILINE | re.DOTALL)
    assert {match["name"] for match in TARGET.finditer("\n".join(shown))} <= targets


def test_the_map_names_what_exists() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w/.`, -]+?)` \|", text, re.MULTILINE)
    inside = re.findall(r"^`(\w+)/`: (.*?)\n\n", text, re.MULTILINE | re.DOTALL)
    assert rows and len(inside) == 3
    named = [(ROOT, ROOT / "factcheck", name) for row in rows for name in row.replace("`", "").split(", ")]
    named += [(ROOT / "factcheck" / stage,) * 2 + (name,) for stage, said in inside for name in re.findall(r"`([\w/]+(?:\.py|/))`", said)]
    assert [name for first, second, name in named if not ((first / name).exists() or (second / name).exists())] == []


def test_the_page_on_rules_names_every_key() -> None:
    from factcheck.rulebook.kinds import KINDS
    from factcheck.rulebook.models import About

    named = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "write-a-rule.md").read_text(encoding="utf-8")))
    keys = {field.alias or name for model in (About, *KINDS.values()) for name, field in model.model_fields.items()}
    assert keys <= named


def test_the_pages_name_every_kind_and_self_check() -> None:
    from factcheck.rulebook.kinds import KINDS

    pages = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("write-a-rule.md", "check-a-draft.md"))
    rules = {path.relative_to(ROOT / "rules").with_suffix("").as_posix() for path in (ROOT / "rules" / "self").glob("*.yaml")}
    assert set(KINDS) | rules <= set(re.findall(r"`(?:self/)?([\w-]+)`", pages)) | set(re.findall(r"`(self/[\w-]+)`", pages))


if __name__ == "__main__":
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(rewritten(page, Path(folder)), encoding="utf-8")
