"""`kind: weekday`, `conversion` …: self-checks, which need one article. They have no keys of their own, and `about` may be absent.

    kind: weekday
    why: A date falls on one day of the week.
    severity: warning

What each finds and lets pass stands in `factcheck/checks/kinds/`, in the module of the same name.
"""
from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from factcheck.rulebook.models import About, RuleFile
from factcheck.rulebook.selfchecks import SelfCheckKind


class SelfCheck(RuleFile):
    """What one article says that cannot be true by itself; without `about` every claim is looked at."""

    outcomes: ClassVar[tuple[str, ...]] = ("conflict", "silent")

    kind: SelfCheckKind = Field(description="what the rule does")
    about: About = Field(default=About.model_construct(), description="which claims the rule is about; all of them when it is absent")
    scope: Literal["document", "story", "all"] = Field(default="document", description="an article with itself: document")
