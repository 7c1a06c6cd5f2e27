"""`factcheck store`: what a store holds, its tables as files, and a document forgotten."""
from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from factcheck.cli import output

Command = TypeVar("Command", bound=Callable[..., int])

a_store = click.option("--store", "store", required=True, metavar="FILE", help="The store.")


@click.group("store", short_help="Show, export or forget what a store holds.")
def command() -> None:
    """Show, export or forget what a store holds."""


@command.command("info", short_help="Its numbers.")
@a_store
@click.option("--format", "format", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to print them.")
def info(store: str, format: str) -> int:
    """How many documents, versions and claims a store holds, of which days and stories."""
    from factcheck.store import StoreError, opened
    from factcheck.store.export import info as numbers
    from factcheck.store.export import json_line
    try:
        with opened(store) as file:
            found = numbers(file)
    except StoreError as error:
        return _failed(error)
    if format == "json":
        output.data(json_line(found))
    else:
        width = max(map(len, found))
        output.data("\n".join(f"{name:<{width}}  {'-' if value is None else value}" for name, value in found.items()))
    return 0


@command.command("export", short_help="Its tables as CSV or Parquet files.")
@a_store
@click.argument("folder", metavar="FOLDER")
@click.option("--format", "format", type=click.Choice(("csv", "parquet")), default="csv", show_default=True, help="What to write.")
def export(store: str, folder: str, format: str) -> int:
    """Write the tables of a store to FOLDER: facts, documents, versions."""
    from pathlib import Path

    from factcheck.store import StoreError, opened
    from factcheck.store.export import csv_files, parquet_files
    try:
        with opened(store) as file:
            for path in (csv_files if format == "csv" else parquet_files)(file, Path(folder)):
                output.data(str(path))
    except StoreError as error:
        return _failed(error)
    except OSError as error:
        return _failed(f"{folder}: {(error.strerror or str(error)).lower()}, expected a folder that can be written")
    return 0


@command.command("remove", short_help="Forget documents with all their versions.")
@a_store
@click.argument("documents", nargs=-1, required=True, metavar="URL_OR_ID...")
def remove(store: str, documents: tuple[str, ...]) -> int:
    """Forget documents with all their versions, each named by its URL or its id."""
    from factcheck.store import StoreError, opened
    from factcheck.store.writing import remove as forget
    missing = 0
    try:
        with opened(store, create=_there(store)) as file, file.writing():
            for name in documents:
                number = forget(file, name)
                missing += not number
                output.say(f"{name}: forgotten" if number else f"{name}: no such document in {store}, expected its URL or its id")
    except StoreError as error:
        return _failed(error)
    return 2 if missing else 0


def _there(store: str) -> bool:
    """Whether the file exists: removing from a store makes none."""
    from pathlib import Path
    return Path(store).exists()


def _failed(error: object) -> int:
    output.say(str(error))
    return 2
