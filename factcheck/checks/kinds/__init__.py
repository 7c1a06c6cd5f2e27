"""The self-checks: what one article says that cannot be true by itself. A kind is a module with one function;
their names stand in `rulebook/selfchecks.py`.

Each takes a group (the claims of one document) and gives conflicts only; agreement inside one article is no news.
"""
from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from factcheck.model import Group, Verdict
from factcheck.rulebook.selfchecks import SELF_CHECKS

__all__ = ["SELF_CHECKS", "check"]


def check(group: Group) -> list[Verdict]:
    """The claims of a document under a rule of one of these kinds → its conflicts; the kind's module is loaded on first use."""
    module = import_module(f"factcheck.checks.kinds.{group.rule.kind.replace('-', '_')}")
    run: Callable[[Group], list[Verdict]] = module.check
    return run(group)
