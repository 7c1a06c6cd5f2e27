"""A plugin for pytest: the examples of rules, and stories with their expected.yaml, as test items.

    [tool.pytest.ini_options]
    factcheck_rules = ["rules"]          # files and folders of rules: an item for each example
    factcheck_stories = ["stories"]      # folders of stories: an item for each line of expected.yaml, and one that nothing else is said

    pytest rules stories

Nothing is collected, nor is anything of factcheck loaded, where these keys are not set. A story's own rules lie in `stories/NAME` of a
folder of rules. A line with `fails` is expected to fail, strictly: when it begins to pass, the run says so.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from factcheck.model import Verdict
    from factcheck.rulebook.examples import Tried
    from factcheck.stories import Expected, Story

RULES, STORIES = "factcheck_rules", "factcheck_stories"
EXPECTED = "expected.yaml"
ENDINGS = (".yaml", ".yml")


class Failed(Exception):
    """An example or a line that is not as expected, in words."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The parser of pytest's configuration → it knows where rules and stories are."""
    parser.addini(RULES, "files and folders of factcheck rules whose examples are tests", type="paths", default=[])
    parser.addini(STORIES, "folders of stories whose expected.yaml are tests", type="paths", default=[])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """A YAML file below one of the folders that were named → its items; of all other files nothing."""
    if file_path.suffix not in ENDINGS:
        return None
    if file_path.name == EXPECTED and _below(file_path, parent.config.getini(STORIES)):
        return StoryFile.from_parent(parent, path=file_path)
    if root := _below(file_path, parent.config.getini(RULES)):
        found: RuleFile = RuleFile.from_parent(parent, path=file_path)
        found.root = root
        return found
    return None


def _below(path: Path, roots: Iterable[Path]) -> Path | None:
    return next((root for root in roots if path == root or root in path.parents), None)


class RuleFile(pytest.File):
    """A rule file: an item for each of its examples."""

    root: Path

    def collect(self) -> Iterator[pytest.Item]:
        from factcheck.rulebook.errors import RuleError
        try:
            names = [example.place for example in self.tried]
        except RuleError as error:
            raise self.CollectError(str(error)) from None
        for name in names:
            yield RuleExample.from_parent(self, name=name)

    @cached_property
    def tried(self) -> list[Tried]:
        """What each example gave; raises RuleError."""
        from functools import partial

        from factcheck.groups.select import select
        from factcheck.pipeline import check
        from factcheck.rulebook.examples import try_examples
        from factcheck.rulebook.files import named
        from factcheck.rulebook.load import read
        paths = [item for item in named([self.root]) if item.file.resolve() == self.path.resolve()]
        return [example for item, content in read(paths)
                for example in try_examples(content.rule(item.id, item.name), content, partial(check, default=False), select)]


class Item(pytest.Item):
    """What the items of this plugin have in common: they fail in words."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        from factcheck.rulebook.errors import RuleError
        from factcheck.stories import StoryError
        words = isinstance(excinfo.value, Failed | RuleError | StoryError)
        return str(excinfo.value) if words else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.path.name}: {self.name}"


class RuleExample(Item):
    """One example of a rule."""

    def runtest(self) -> None:
        assert isinstance(self.parent, RuleFile)
        tried = next(example for example in self.parent.tried if example.place == self.name)
        if not tried.passed:
            said = ", ".join(verdict.outcome for verdict in tried.verdicts) or "nothing"
            selected = ", ".join(f"{claim.mention.text!r} ({claim.mention.document})" for claim in tried.selected) or "nothing"
            raise Failed("\n".join((f"expected {tried.expected}, the rule said {said}; it selected {selected}",
                                    *(verdict.message for verdict in tried.verdicts), *tried.skipped)))


class StoryFile(pytest.File):
    """An expected.yaml: an item for each line that is to be given or not to be given, and one for all other verdicts."""

    def collect(self) -> Iterator[pytest.Item]:
        from factcheck.stories import StoryError
        try:
            story = self.story
        except StoryError as error:
            raise self.CollectError(str(error)) from None
        for line in story.verdicts:
            yield self._marked(StoryLine.from_parent(self, name=str(line), line=line, wanted=True), line)
        for line in story.wrong:
            yield self._marked(StoryLine.from_parent(self, name=f"not {line}", line=line, wanted=False), line)
        yield NothingElse.from_parent(self, name="nothing else is said")

    def _marked(self, item: pytest.Item, line: Expected) -> pytest.Item:
        if line.fails:
            item.add_marker(pytest.mark.xfail(strict=True, reason=line.fails))
        return item

    @cached_property
    def story(self) -> Story:
        from factcheck.stories import read
        return read(self.path)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What is found in the articles beside the file, with the story's own rules."""
        from factcheck.stories import report
        folder = self.path.parent
        own = [rules for root in self.config.getini(RULES) if (rules := root / "stories" / folder.name).is_dir()]
        return report(folder, own).verdicts


class StoryLine(Item):
    """One line of an expected.yaml."""

    def __init__(self, *, line: Expected, wanted: bool, **others: Any) -> None:
        super().__init__(**others)
        self.line, self.wanted = line, wanted

    def runtest(self) -> None:
        from factcheck.stories import described, given
        assert isinstance(self.parent, StoryFile)
        verdicts = self.parent.verdicts
        if given(verdicts, self.line) != self.wanted:
            raise Failed("\n".join((f"{'not given' if self.wanted else 'given'}: {self.line}", "what is said:", *map(described, verdicts))))


class NothingElse(Item):
    """That nothing is said which the file does not list."""

    def runtest(self) -> None:
        from factcheck.stories import others
        assert isinstance(self.parent, StoryFile)
        if unknown := list(others(self.parent.verdicts, self.parent.story)):
            raise Failed("\n".join(("said, and not expected:", *unknown)))
