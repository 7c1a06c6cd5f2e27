"""`kind: agreement`: claims that speak of one thing are compared with each other.

A rule for one story knows that what it selects is one thing; a general rule cannot, so it says `match: words` and the words decide, as
they do without a rule. Things that a rule lists under `entities` are one thing for it: "residents" and "exiles" of one camp.
"""
from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from factcheck.rulebook.models import RuleFile


class Agreement(RuleFile):
    """Claims that the rule selects are compared with each other."""

    kind: Literal["agreement"] = Field(description="what the rule does")
    match: Literal["rule", "words"] = Field(
        default="rule", description="what makes two selected claims one thing: that the rule selects both, or that their words say so too")

    def options(self) -> dict[str, Any]:
        """How two claims come to speak of one thing."""
        return {"match": self.match}
