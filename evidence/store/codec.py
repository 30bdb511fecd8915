"""Records as JSON-like values and back, by their type hints: nothing is lost on the way."""

import dataclasses
import types
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

R = TypeVar("R")


def plain(value: Any) -> Any:
    """A record, enum, date or tuple as what JSON knows; times are UTC without a zone, as DuckDB keeps them."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return utc(value).isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value


def utc(moment: datetime) -> datetime:
    """The same moment in UTC, without a zone."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def record(kind: type[R], value: Any) -> R:
    """A record of this kind from a mapping with at least its fields."""
    return kind(**{name: _typed(hint, value[name]) for name, hint in _fields(kind)})  # type: ignore[arg-type]


def typed(hint: Any, value: Any) -> Any:
    """A value of the hinted type from its plain form."""
    return _typed(hint, value)


@cache
def _fields(kind: type[Any]) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(field.name, hints[field.name]) for field in dataclasses.fields(kind)]


def _typed(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        kinds = [each for each in get_args(hint) if each is not type(None)]
        return None if value is None else _typed(kinds[0], value)
    if origin is tuple:
        inner = get_args(hint)
        kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else list(inner)
        return tuple(_typed(kind, part) for kind, part in zip(kinds, value, strict=True))
    return _single(hint, value)


def _single(hint: Any, value: Any) -> Any:
    if dataclasses.is_dataclass(hint):
        return value if isinstance(value, hint) else record(hint, value)  # type: ignore[arg-type]
    if hint is datetime:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    if hint is date:
        return date.fromisoformat(value) if isinstance(value, str) else value
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return float(value) if hint is float else value
