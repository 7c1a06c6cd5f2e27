"""A group of commands that imports a command's module when that command is called, and names the nearest when none has that name."""
from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from factcheck.frozen import frozen


@frozen
class Row:
    """A command in its group's table: its name, the module that holds it as `command`, and its line in --help."""

    name: str
    module: str
    help: str


class LazyGroup(click.Group):
    """A click group made from a table of rows."""

    def __init__(self, *args: Any, rows: Sequence[Row] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {row.name: row for row in rows}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.rows)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.rows:
            return None
        command: click.Command = import_module(self.rows[cmd_name].module).command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.rows and not name.startswith("-") and not ctx.resilient_parsing:
            from difflib import get_close_matches
            near = get_close_matches(name, self.rows, 1)
            hint = f"did you mean {near[0]}?" if near else f"expected one of {', '.join(self.rows)}"
            raise click.UsageError(f"no command {name!r}, {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(row.name, row.help) for row in self.rows.values()])
