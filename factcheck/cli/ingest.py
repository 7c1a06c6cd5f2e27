"""`factcheck ingest`: articles → a store that keeps what they state."""
from __future__ import annotations

from collections import Counter
from typing import Any

import click

from factcheck.cli import options, output


@click.command("ingest", short_help="Read articles and keep what they state in a store.")
@options.inputs
@click.option("--store", "store", required=True, metavar="FILE", help="The store; made when it is not there.")
@options.skipping
@click.option("-v", "--verbose", is_flag=True, help="Name every article and what became of it.")
def command(store: str, on_skipped: str, verbose: bool, **inputs: Any) -> int:
    """Read articles and keep what they state, so that `check --against FILE` finds it again.

    An article that the store has is not read again. One whose content changed under the same URL (or id) becomes its next version. A run
    that was stopped is simply run again.
    """
    from factcheck.model import Skipped
    from factcheck.store import StoreError, opened

    counts: Counter[str] = Counter()
    claims = 0
    try:
        with opened(store, create=True) as file:
            for item in output.naming(options.Inputs(**inputs).kept(file), []):
                if isinstance(item, Skipped):
                    counts["skipped"] += 1
                    continue
                counts[item.state] += 1
                claims += item.claims
                if verbose:
                    output.say(f"{item.document}: {item.state}" + (f", {item.claims} claims" if item.state != "unchanged" else ""))
    except StoreError as error:
        output.say(str(error))
        return 2
    said = ", ".join(f"{counts[name]} {name}" for name in ("new", "changed", "read again", "unchanged", "skipped") if counts[name])
    output.say(f"{store}: {said or 'no article'}; {claims} claims kept")
    return 2 if counts["skipped"] and on_skipped == "fail" else 0
