"""A class with annotated fields in, a frozen slotted dataclass out: `@frozen` is short for `@dataclass(frozen=True, slots=True)`."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Noun = TypeVar("Noun")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Noun]) -> type[Noun]:
    """A class → the same, frozen and with slots."""
    return dataclass(frozen=True, slots=True)(cls)
