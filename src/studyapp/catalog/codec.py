"""Values to JSON and back: a dataclass is a list of its fields in order."""

import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

Value = TypeVar("Value")
Decoder = Callable[[Any], Any]


def encoded(value: Any) -> Any:
    """What ``json.dumps`` can write of a frozen value."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return [encoded(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple | list):
        return [encoded(part) for part in value]
    return value


def decoded(kind: type[Value], data: Any) -> Value:
    """The value that ``encoded`` wrote.

    Raises ValueError, TypeError, KeyError or IndexError for anything else.
    """
    decode: Decoder = _decoder(kind)  # type: ignore[arg-type]  # a class is hashable
    value: Value = decode(data)
    return value


@cache
def _decoder(kind: Any) -> Decoder:
    origin = typing.get_origin(kind)
    if origin is types.UnionType or origin is typing.Union:
        return _optional(next(part for part in typing.get_args(kind) if part is not types.NoneType))
    if origin is tuple:
        return _tuple(typing.get_args(kind))
    if isinstance(kind, type):
        if is_dataclass(kind):
            return _dataclass(kind)
        if issubclass(kind, Enum):
            return kind
        if kind is date:
            return date.fromisoformat
    return _same


def _same(data: Any) -> Any:
    return data


def _optional(kind: Any) -> Decoder:
    inner = _decoder(kind)
    return lambda data: None if data is None else inner(data)


def _tuple(parts: tuple[Any, ...]) -> Decoder:
    if len(parts) == 2 and parts[1] is Ellipsis:
        inner = _decoder(parts[0])
        if inner is _same:
            return tuple
        return lambda data: tuple([inner(part) for part in data])
    inners = [_decoder(part) for part in parts]
    return lambda data: tuple([inner(part) for inner, part in zip(inners, data, strict=True)])


def _dataclass(kind: Any) -> Decoder:
    hints = typing.get_type_hints(kind)
    inners = [_decoder(_unwrapped(hints[field.name])) for field in fields(kind)]
    special = [(index, inner) for index, inner in enumerate(inners) if inner is not _same]
    count = len(inners)

    def decode(data: Any) -> Any:
        if len(data) != count:
            raise ValueError(f"{kind.__name__} has {count} fields, not {len(data)}")
        values = list(data)
        for index, inner in special:
            values[index] = inner(values[index])
        return kind(*values)

    return decode


def _unwrapped(kind: Any) -> Any:
    return getattr(kind, "__supertype__", kind)
