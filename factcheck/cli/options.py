"""Options that several commands share, and what they turn into."""
from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.progress import watched
from factcheck.documents.formats import NAMES
from factcheck.frozen import frozen
from factcheck.model import Skipped

if TYPE_CHECKING:
    from factcheck.archive import Kept
    from factcheck.documents import Call
    from factcheck.report.shapes import Reading
    from factcheck.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType):     # type: ignore[type-arg,unused-ignore]
    """`--published`: a date or a time with zone."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        from factcheck.documents.metadata import published
        from factcheck.documents.shapes import Unusable
        try:
            return value if isinstance(value, datetime.date) else published(value)
        except Unusable as error:
            self.fail(error.reason.removeprefix("published: "), param, ctx)


class Language(click.ParamType):     # type: ignore[type-arg,unused-ignore]
    """`--lang`: one that has tables."""

    name = "lang"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from factcheck.documents.metadata import language
        from factcheck.documents.shapes import Unusable
        try:
            return language(value)
        except Unusable as error:
            self.fail(error.reason.removeprefix("lang: "), param, ctx)


def together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator, in --help in the order given."""
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command
    return decorate


reading = together(
    click.option("--input", type=click.Choice(("auto", *NAMES)), default="auto", show_default=True, help="How to read the files."),
    click.option("--published", type=Day(), metavar="DATE", help="Date of the articles that do not say theirs: 2023-06-21."),
    click.option("--story", metavar="NAME", help="Story of the articles that do not say theirs."),
    click.option("--lang", type=Language(), default="en", show_default=True, metavar="LANG", help="Their language."),
    click.option("--file-list", metavar="FILE", help="A file with more paths, one a line."),
)

limits = together(
    click.option("--max-size", type=click.FloatRange(0, min_open=True), default=20, show_default=True, metavar="MB",
                 help="A larger document is skipped."),
    click.option("--max-memory", type=click.IntRange(64), default=1024, show_default=True, metavar="MB",
                 help="A document that needs more memory to be read is skipped."),
    click.option("--max-time", type=click.FloatRange(0, min_open=True), default=60, show_default=True, metavar="SECONDS",
                 help="A document that takes longer to read is skipped."),
)

inputs = together(
    click.argument("paths", nargs=-1, metavar="PATH..."),
    reading,
    click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N",
                 help="Processes that read; what is printed is the same for any number."),
    limits,
)

skipping = click.option("--skipped", "on_skipped", type=click.Choice(("fail", "warn")), default="fail", show_default=True,
                        help="Whether a document that could not be used makes the exit status 2.")

rules = together(
    click.option("--rules", "rules", multiple=True, metavar="FILE_OR_FOLDER", help="More rules; may be repeated."),
    click.option("--no-default-rules", is_flag=True, help="Leave the general packs out."),
)

known = together(
    click.option("--baseline", metavar="FILE", help="Findings that this file holds do not fail the run."),
    click.option("--suppressions", metavar="FILE", help="What `suppress` wrote. [default: factcheck-suppressions.yaml, if there]"),
    click.option("--today", type=Day(), metavar="DATE", help="The day for suppressions that end. [default: SOURCE_DATE_EPOCH, else today]"),
)

gate = together(
    known,
    click.option("--write-baseline", metavar="FILE", help="Write them there; a file that is there only shrinks."),
    click.option("--grow-baseline", is_flag=True, help="Let --write-baseline take new findings into a file that is there."),
    click.option("--since", multiple=True, metavar="REV", help="Only what changed in git since REV is new, all else is held; REV..BRANCH "
                                                               "takes what BRANCH changed. May be repeated."),
    click.option("--notices", "on_notices", type=click.Choice(("fail", "warn")), default="warn", show_default=True,
                 help="Whether a suppression that has ended or binds to nothing makes the exit status 1."),
)

looks = together(
    click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True,
                 help="Colour in text; NO_COLOR turns it off too."),
    click.option("-v", "--verbose", is_flag=True, help="Unfold what agrees and every source of a fact."),
)


@frozen
class Inputs:
    """The documents a call names, and the options that tell how to read them."""

    paths: tuple[str, ...]
    input: str = "auto"
    published: datetime.date | None = None
    story: str | None = None
    lang: str = "en"
    file_list: str | None = None
    jobs: int = 1
    max_size: float = 20
    max_memory: int = 1024
    max_time: float = 60

    def call(self) -> Call:
        """What is said about every document."""
        from factcheck.documents import Call, Limits
        if not self.paths and self.file_list is None:
            raise click.UsageError("no article named, expected PATH... or - for standard input")
        limits = Limits(int(self.max_size * 2 ** 20), self.max_memory * 2 ** 20, self.max_time)
        return Call(self.input, self.published, self.story, self.lang, limits)

    def readings(self, *, claims: bool = True) -> Iterator[Reading | Skipped]:
        """Every document, read, and what was skipped; what is merely odd is said on standard error at once."""
        from factcheck.documents import unparsed
        from factcheck.workers import readings
        call = self.call()
        found = readings(unparsed(self.paths, call, self.file_list), call, self.jobs, claims)
        yield from watched(_without_notes(found), self._expected)

    def kept(self, store: Store) -> Iterator[Kept | Skipped]:
        """What became of each document in a store."""
        from factcheck.archive import ingest
        from factcheck.documents import unparsed
        call = self.call()
        found = ingest(unparsed(self.paths, call, self.file_list), store, call, self.jobs)
        yield from watched(_without_notes(found), self._expected)

    def _expected(self) -> int | None:
        """How many documents there will be, if that can be told from the names of the files."""
        from factcheck.documents.sources import how_many
        return None if self.file_list is not None else how_many(self.paths, self.input)


def _without_notes(items: Iterable[Any]) -> Iterator[Any]:
    """What is merely odd is said on standard error at once; the rest as it comes."""
    from factcheck.cli.output import say
    from factcheck.documents import Note
    for item in items:
        if isinstance(item, Note):
            say(f"{item.path}:{item.line}: {item.reason}" if item.line else f"{item.path}: {item.reason}")
        else:
            yield item
