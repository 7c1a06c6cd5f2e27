"""`kind: agreement`: claims that speak of one thing are compared with each other. It has no keys of its own."""
from __future__ import annotations

from typing import Literal

from pydantic import Field

from factcheck.rulebook.models import RuleFile


class Agreement(RuleFile):
    """Claims that the rule selects are compared with each other."""

    kind: Literal["agreement"] = Field(description="what the rule does")
