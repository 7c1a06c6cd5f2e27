"""A class with annotated fields in, a frozen slotted dataclass out: `@frozen` is short for `@dataclass(frozen=True, slots=True)`."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from typing import Any, TypeVar, dataclass_transform

Noun = TypeVar("Noun")
MANY = 20                   # fields from which making an object is the greater part of its cost


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Noun]) -> type[Noun]:
    """A class → the same, frozen and with slots."""
    if len(cls.__annotations__) < MANY:
        return dataclass(frozen=True, slots=True)(cls)
    twin = type(cls.__name__, (), {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")})
    made = dataclass(frozen=True, slots=True)(cls)
    _quickly_made(made, dataclass(slots=True)(twin))
    return made


def _quickly_made(made: Any, twin: Any) -> None:
    """A frozen class and an open one with the same slots → the first, whose objects are of the other while they are filled: 2.1 µs for the
    thirty fields of a mention instead of 6.4, as a frozen object sets each field through `object.__setattr__`.
    """
    opened, fill = object.__setattr__, twin.__init__

    @wraps(made.__init__)
    def filled(self: Any, *args: Any, **kwargs: Any) -> None:
        opened(self, "__class__", twin)
        fill(self, *args, **kwargs)
        self.__class__ = made

    made.__init__ = filled


def later(module: str, function: str) -> Callable[[Any], Any]:
    """A module of a later stage and its function → a method of a noun, which looks for it when it is called: nouns know no stage, and
    the noun costs nothing where nobody asks."""
    def method(self: Any) -> Any:
        return getattr(import_module(module), function)(self)
    return method
