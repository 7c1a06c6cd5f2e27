"""`factcheck init`: a folder → a configuration with every key explained, and a first rule with examples that pass."""
from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli import output, target

NEXT = ("next: factcheck rules test {rules}", "      factcheck check ARTICLE...", "      factcheck check --show-settings")


@click.command("init", short_help="Write a commented configuration and a first rule.")
@click.argument("folder", default=".", metavar="[FOLDER]")
def command(folder: str) -> int:
    """Write a commented configuration, factcheck.toml, and a first rule with examples that pass. Nothing that is there is overwritten."""
    from factcheck.settings.start import start
    files = start(Path(folder))
    there = [file.path for file in files if file.path.exists() or file.path.is_symlink()]
    for path in there:
        output.say(f"{path}: is there already, expected a folder without it; nothing was written")
    if there:
        return 2
    for file in files:
        if not _written(file.path, file.text):
            return 2
        output.say(f"{file.path}: written")
    for line in NEXT:
        click.echo(line.format(rules=files[-1].path.parent), err=True)
    return 0


def _written(path: Path, text: str) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        output.say(f"{path.parent}: cannot be made ({(error.strerror or str(error)).lower()}), expected a folder that can be written")
        return False
    return target.write(str(path), lambda out: out.write(text))
