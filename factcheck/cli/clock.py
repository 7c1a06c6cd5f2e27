"""The only clock of the program: which day it is, for the day until which a suppression counts. Nothing else asks."""
from __future__ import annotations

import datetime
import os

import click


def today(given: datetime.date | None = None) -> datetime.date:
    """`--today`, else SOURCE_DATE_EPOCH (seconds since 1970, in UTC), else the day by this machine's clock, in UTC."""
    if given is not None:
        return given.date() if isinstance(given, datetime.datetime) else given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH: {epoch[:40]!r} is no time, expected seconds since 1970") from None
