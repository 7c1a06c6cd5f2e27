"""`factcheck schema`: the JSON schema of what `check` and `extract` write."""
from __future__ import annotations

import json

import click

from factcheck.cli import output
from factcheck.report.schema import OUTPUTS


@click.command("schema", short_help="Print the JSON schema of what check and extract write.")
@click.argument("name", type=click.Choice(OUTPUTS), metavar=f"[{'|'.join(OUTPUTS)}]")
def command(name: str) -> int:
    """Print the JSON schema of an output: check and extract for --format json, verdict and mention for a line of --format jsonl,
    tick for check --tick --format json."""
    from factcheck.report.schema import schema
    output.data(json.dumps(schema(name), ensure_ascii=False, indent=1))
    return 0
