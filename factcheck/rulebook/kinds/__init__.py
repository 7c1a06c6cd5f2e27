"""The kinds of rules one may write: a module each with the keys that only it has, and its line in `KINDS`.

What a kind does with the claims that its rule selects stands in `factcheck/checks/`, in the module of the same name.
"""
from __future__ import annotations

from factcheck.rulebook.kinds.agreement import Agreement
from factcheck.rulebook.kinds.expected import Expected
from factcheck.rulebook.kinds.selfcheck import SelfCheck
from factcheck.rulebook.models import RuleFile
from factcheck.rulebook.selfchecks import SELF_CHECKS

KINDS: dict[str, type[RuleFile]] = {
    "agreement": Agreement,
    "expected": Expected,
    **dict.fromkeys(SELF_CHECKS, SelfCheck),
}
