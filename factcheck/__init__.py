"""What articles say in numbers and dates, compared across sources by rules that people can read.

    import factcheck
    document = factcheck.Document(id="raid", text="At least 21 people were hurt.")
    mentions = factcheck.extract(document)          # or a plain string
    report = factcheck.check([document, other])     # report.verdicts, report.skipped

The names below are loaded when they are first used, so that `import factcheck` costs nothing.
"""
from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.checks import replay as replay
    from factcheck.checks.compare import compare as compare
    from factcheck.checks.compare import read as read
    from factcheck.extract import extract as extract
    from factcheck.model import Bounds as Bounds
    from factcheck.model import Claim as Claim
    from factcheck.model import Document as Document
    from factcheck.model import Mention as Mention
    from factcheck.model import Report as Report
    from factcheck.model import Rule as Rule
    from factcheck.model import Skipped as Skipped
    from factcheck.model import Verdict as Verdict
    from factcheck.pipeline import check as check
    from factcheck.report.records import to_dict as to_dict
    from factcheck.rulebook.errors import RuleError as RuleError

__version__ = "0.1.0"

PUBLIC = {
    "Document": "model", "Mention": "model", "Bounds": "model", "Claim": "model", "Verdict": "model", "Report": "model", "Rule": "model",
    "Skipped": "model", "extract": "extract", "check": "pipeline", "to_dict": "report.records", "replay": "checks",
    "read": "checks.compare", "compare": "checks.compare", "RuleError": "rulebook.errors",
}
__all__ = ["__version__", *PUBLIC]


def __getattr__(name: str) -> Any:
    if name not in PUBLIC:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}; it has {', '.join(PUBLIC)}")
    value = globals()[name] = getattr(import_module(f"factcheck.{PUBLIC[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """Importing the folder `factcheck/extract/` would put the folder where the function `factcheck.extract` belongs; the function stays."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in PUBLIC and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
