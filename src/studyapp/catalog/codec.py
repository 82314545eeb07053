"""Values to JSON and back: a dataclass is a list of its fields in order.

Proofs and citations, which many values share, stand once in a table and are named by their number there.
"""

import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar

from studyapp.catalog.proof import Proof
from studyapp.catalog.source import Citation

Value = TypeVar("Value")
Tables = dict[str, list[Any]]
"""The shared values of one document, by the name of their class."""
Decoder = Callable[[Any, Tables], Any]

SHARED: Final = (Proof, Citation)
_PLAIN: Final = frozenset((str, int, bool, type(None)))


def document(values: dict[str, list[Any]]) -> dict[str, Any]:
    """What ``json.dumps`` can write of values by kind."""
    tables: dict[str, dict[Any, int]] = {kind.__name__: {} for kind in SHARED}
    body: dict[str, Any] = {kind: [encoded(value, tables) for value in some] for kind, some in values.items()}
    for name, table in tables.items():
        if table:
            body[name] = [[getattr(value, field.name) for field in fields(value)] for value in table]
    return body


def values_in(body: dict[str, Any], kind: str, value: type[Value]) -> Iterable[Value]:
    """The values of one kind in what ``document`` made. Raises ValueError, TypeError or LookupError."""
    tables = {shared.__name__: [shared(*row) for row in body.get(shared.__name__, ())] for shared in SHARED}
    decode: Decoder = _decoder(value)  # type: ignore[arg-type]  # a class is hashable
    return (decode(data, tables) for data in body.get(kind, ()))


def encoded(value: Any, tables: dict[str, dict[Any, int]] | None = None) -> Any:
    """What ``json.dumps`` can write of one frozen value."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, SHARED) and tables is not None:
        table = tables[type(value).__name__]
        return table.setdefault(value, len(table))
    if is_dataclass(value):
        return [encoded(getattr(value, field.name), tables) for field in fields(value)]
    if isinstance(value, tuple | list):
        return [encoded(part, tables) for part in value]
    return value


def decoded(kind: type[Value], data: Any) -> Value:
    """The value that ``encoded`` wrote alone. Raises ValueError, TypeError or LookupError for anything else."""
    decode: Decoder = _decoder(kind)  # type: ignore[arg-type]  # a class is hashable
    value: Value = decode(data, {})
    return value


@cache
def _decoder(kind: Any) -> Decoder:
    origin = typing.get_origin(kind)
    if origin is types.UnionType or origin is typing.Union:
        return _optional(next(part for part in typing.get_args(kind) if part is not types.NoneType))
    if origin is tuple:
        return _tuple(typing.get_args(kind))
    if isinstance(kind, type):
        if kind in SHARED:
            return _from_table(kind.__name__)
        if is_dataclass(kind):
            return _dataclass(kind)
        if issubclass(kind, Enum):
            return lambda data, _: kind(data)
        if kind is date:
            return lambda data, _: date.fromisoformat(data)
    return _same


def _same(data: Any, tables: Tables) -> Any:  # noqa: ARG001 - what every decoder is handed
    return data


def _from_table(name: str) -> Decoder:
    return lambda data, tables: tables[name][data]


def _optional(kind: Any) -> Decoder:
    inner = _decoder(kind)
    return lambda data, tables: None if data is None else inner(data, tables)


def _tuple(parts: tuple[Any, ...]) -> Decoder:
    if len(parts) == 2 and parts[1] is Ellipsis:
        inner = _decoder(parts[0])
        if inner is _same:
            return lambda data, _: tuple(data)
        return lambda data, tables: tuple([inner(part, tables) for part in data])
    inners = [_decoder(part) for part in parts]
    return lambda data, tables: tuple([inner(part, tables) for inner, part in zip(inners, data, strict=True)])


def _dataclass(kind: Any) -> Decoder:
    hints = typing.get_type_hints(kind)
    inners = [_decoder(_unwrapped(hints[field.name])) for field in fields(kind)]
    special = [(index, inner) for index, inner in enumerate(inners) if inner is not _same]
    count = len(inners)

    def decode(data: Any, tables: Tables) -> Any:
        if len(data) != count:
            raise ValueError(f"{kind.__name__} has {count} fields, not {len(data)}")
        for index, inner in special:
            data[index] = inner(data[index], tables)
        return kind(*data)

    return decode


def _unwrapped(kind: Any) -> Any:
    return getattr(kind, "__supertype__", kind)
