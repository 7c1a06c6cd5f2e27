"""`factcheck`: the table of commands, and what happens to every error on its way out.

Exit status: 0 nothing to report, 1 a finding at or above --fail-on, 2 the call, a rule file or an input could not be used.
"""
from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence

import click

from factcheck.cli.lazy import LazyGroup, Row

ROWS = (
    Row("extract", "factcheck.cli.extract", "Show the numbers and dates that articles state."),
    Row("check", "factcheck.cli.check", "Say where articles agree and where they cannot both be right."),
    Row("suppress", "factcheck.cli.suppress", "Accept a finding for a reason, or decide which side stands."),
    Row("report", "factcheck.cli.report", "Write the consistency report of articles as one HTML page."),
    Row("ingest", "factcheck.cli.ingest", "Read articles and keep what they state in a store."),
    Row("diff", "factcheck.cli.diff", "Show what changed in the facts of an article."),
    Row("store", "factcheck.cli.store", "Show, export or forget what a store holds."),
    Row("explain", "factcheck.cli.explain", "Show the way to a verdict, why two places have none, or what a rule says."),
    Row("rules", "factcheck.cli.rules", "List rules, test their examples, print their schema, propose new ones."),
    Row("schema", "factcheck.cli.schema", "Print the JSON schema of what check and extract write."),
    Row("demo", "factcheck.cli.demo", "Show the report of the bundled sample stories."),
    Row("init", "factcheck.cli.init", "Write a commented configuration and a first rule."),
    Row("completion", "factcheck.cli.completion", "Print what makes a shell complete commands and options."),
)
INTERRUPTED = 130
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
YOUNG = 50_000          # objects after which Python looks for unused cycles: articles make many objects and hardly a cycle


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from factcheck import __version__
        click.echo(f"factcheck {__version__}")
        context.exit()


@click.group(cls=LazyGroup, rows=ROWS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
             epilog="Data goes to standard output, all else to standard error. Exit status: 0 nothing to report, 1 a finding, 2 something "
                    "could not be used.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version and stop.")
def cli() -> None:
    """What articles say in numbers and dates, compared across sources by rules that people can read.

    Begin with `factcheck demo`, then `factcheck check a.txt b.txt`.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """The arguments of the command line → the exit status; every message on standard error is one that a person can act on."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.set_threshold(YOUNG)
    try:
        status = cli.main(args=None if arguments is None else list(arguments), prog_name="factcheck", standalone_mode=False)
        return _flushed(status if isinstance(status, int) else 0)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("factcheck: interrupted", err=True)
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, OSError) and error.errno in FULL:
            from factcheck.cli.output import silence
            silence()
            click.echo(f"factcheck: cannot write on ({(error.strerror or str(error)).lower()}); what was printed is not whole", err=True)
            return 2
        if os.environ.get("FACTCHECK_TRACEBACK"):
            raise
        click.echo(f"factcheck: {type(error).__name__}: {error}\nThis is a fault of factcheck; FACTCHECK_TRACEBACK=1 shows where.",
                   err=True)
        return 2


def _flushed(status: int) -> int:
    """The status, when all has been written or nobody reads on."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        from factcheck.cli.output import silence
        silence()
    return status
