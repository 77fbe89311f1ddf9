"""What all values have in common, and how they stand on the wire."""

from __future__ import annotations

import enum
import functools
import json
import re
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, timezone
from typing import Any, ClassVar, Final, Union
from uuid import UUID

from . import _native

__all__ = ["EMPTY", "UNSET", "Explained", "FrozenMap", "Sentence", "StrEnum", "Unset", "Value"]


class StrEnum(str, enum.Enum):
    """A word that is its own spelling on the wire. (`enum.StrEnum` came with Python 3.11.)"""

    def __str__(self) -> str:
        return str(self.value)


class Unset(enum.Enum):
    """Stands for a field of a change that is not named. `None` clears a field; `UNSET` leaves it as it is."""

    UNSET = "unset"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
"""A field that is not named."""


class FrozenMap(Mapping[str, Any]):
    """A mapping that never changes, and so can be hashed."""

    __slots__ = ("_hash", "_items")
    _items: dict[str, Any]
    _hash: int | None

    def __init__(self, items: Mapping[str, Any] | None = None) -> None:
        self._items = dict(items or {})
        self._hash = None

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset(self._items.items()))
        return self._hash

    def __repr__(self) -> str:
        return repr(self._items)


EMPTY: Final = FrozenMap()
"""The mapping without entries."""


class Value:
    """A value that never changes: compared, hashed and pickled by its fields."""

    __slots__ = ()
    # How a variant of a union stands on the wire: `{tag: {fields}}`, `{tag: value}`, or the bare tag.
    _tag: ClassVar[str | None] = None
    _body: ClassVar[str] = "fields"
    # The field that names the variant, where there is one.
    _tagged_in: ClassVar[str | None] = None

    def to_wire(self) -> Any:
        """The value as JSON has it."""
        kind: Any = type(self)
        body = {
            wire: to_wire(held)
            for name, wire, is_optional in _names(kind)
            if (held := getattr(self, name)) is not UNSET and not (held is None and is_optional)
        }
        if self._tag is None:
            return body
        if self._tagged_in is not None:
            return {self._tagged_in: self._tag, **body}
        if self._body == "nothing":
            return self._tag
        return {self._tag: body["value"] if self._body == "value" else body}


@functools.cache
def _names(kind: type[Any]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a value: the name, the name on the wire, and whether it may be left out."""
    named = fields(kind)
    return tuple((field.name, field.name.rstrip("_"), field.default is None) for field in named)


# What most values are, and JSON has too. Looked at by its very type: words that are an `Enum` are texts as well.
_AS_IT_IS: Final = frozenset({type(None), bool, int, float, str})


def to_wire(value: Any) -> Any:
    """A value as JSON has it. Times must say their zone."""
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, Value):
        return value.to_wire()
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (str, UUID)):
        return str(value)
    if isinstance(value, datetime):
        if value.tzinfo is timezone.utc:
            return value.isoformat()
        if value.tzinfo is None or value.utcoffset() is None:
            raise ValueError("a time needs a zone: datetime.now(timezone.utc), say")
        return value.astimezone(timezone.utc).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(to_wire(key)): to_wire(held) for key, held in value.items()}
    if isinstance(value, (Sequence, set, frozenset)) and not isinstance(value, (bytes, bytearray)):
        return [to_wire(held) for held in value]
    raise TypeError(f"{type(value).__name__} is nothing that can be sent")


def frozen(data: Any) -> Any:
    """JSON that can be hashed."""
    if isinstance(data, dict):
        return FrozenMap({key: frozen(held) for key, held in data.items()})
    if isinstance(data, list):
        return tuple(frozen(held) for held in data)
    return data


_MOMENT: Final = re.compile(r"(.{19})(?:\.(\d{1,6})\d*)?(Z|[+-]\d\d:\d\d)")


def moment(text: str) -> datetime:
    """A time of the wire. Python 3.10 reads neither `Z` nor any number of digits."""
    read = _MOMENT.fullmatch(text)
    if read is None:
        raise ValueError(f"`{text}` is no time")
    second, digits, zone = read.groups()
    offset = "+00:00" if zone == "Z" else zone
    return datetime.fromisoformat(f"{second}.{digits or '':0<6}{offset}")


@functools.cache
def reader(hint: Any) -> typing.Callable[[Any], Any]:
    """What makes a value of a type hint of what JSON has."""
    if hint is Any:
        return frozen
    if isinstance(hint, typing.NewType):
        return reader(hint.__supertype__)
    if hint in (bool, int, float, str, type(None), object):
        return lambda data: data
    if hint is datetime:
        return moment
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, Value):
        return _value_reader(hint)
    if isinstance(hint, type):
        return hint
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType):
        return _union_reader(arguments)
    if origin is tuple and arguments[-1:] == (...,):
        each = reader(arguments[0])
        return lambda data: tuple(map(each, data))
    if origin is tuple:
        readers = [reader(argument) for argument in arguments]
        return lambda data: tuple(read(held) for read, held in zip(readers, data))
    if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
        held_reader = reader(arguments[1])
        return lambda data: FrozenMap({key: held_reader(held) for key, held in data.items()})
    raise TypeError(f"{hint!r} is no type of a value")


def _value_reader(kind: type[Value]) -> typing.Callable[[Any], Any]:
    readers: list[tuple[str, str, typing.Callable[[Any], Any]]] = []

    def read(data: Any) -> Any:
        if not readers:  # Now, and not earlier: a type may hold itself.
            readers.extend((name, name.rstrip("_"), reader(hint)) for name, hint in _hints(kind).items())
        if kind._tag is not None and kind._tagged_in is None:
            if kind._body == "nothing":
                return kind()
            body = data[kind._tag]
            data = {"value": body} if kind._body == "value" else body
        return kind(**{name: read_field(data[wire]) for name, wire, read_field in readers if wire in data})

    return read


def _hints(kind: type[Value]) -> dict[str, Any]:
    """The hints of all fields. (`typing.get_type_hints` would take a field `date` for the type of that name.)"""
    from . import values

    texts, names = kind.__annotations__, dict(vars(values))
    return {field.name: eval(texts[field.name], names) for field in fields(kind)}  # type: ignore[arg-type]


def _union_reader(kinds: tuple[Any, ...]) -> typing.Callable[[Any], Any]:
    others = [kind for kind in kinds if kind is not type(None) and kind is not Unset]
    if len(others) == 1:
        only = reader(others[0])
        return lambda data: None if data is None else only(data)
    tagged = {kind._tag: reader(kind) for kind in others}
    tagged_in = others[0]._tagged_in

    def read(data: Any) -> Any:
        if data is None:
            return None
        if isinstance(data, str):
            return tagged[data](data)
        return tagged[data[tagged_in] if tagged_in else next(iter(data))](data)

    return read


def from_wire(hint: Any, data: Any) -> Any:
    """The value of a type that JSON has; the type may be the text of a hint."""
    return reader(_named_hint(hint) if isinstance(hint, str) else hint)(data)


@functools.cache
def _named_hint(hint: str) -> Any:
    from . import values

    return eval(hint, dict(vars(values)))  # The texts are those of the generated methods.


def sentence(code: str, params: Mapping[str, Any], language: str, audience: str) -> str:
    """One plain sentence for a code."""
    return _native.sentence(code, json.dumps(to_wire(params)), language, audience)


class Sentence(Value):
    """A reason that can be said in every language."""

    __slots__ = ()

    def sentence(self, language: str = "en", audience: str = "staff") -> str:
        """One plain sentence for `audience` (`staff` or `partner`)."""
        code: str = getattr(self, "code")
        params: Mapping[str, Any] = getattr(self, "params")
        return sentence(code, params, str(language), str(audience))


class Explained(Value):
    """A yes or a no: true for a yes, and also for a yes that is only to look."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return str(getattr(self, "answer")) != "no"

    def sentence(self, language: str = "en", audience: str = "staff") -> str:
        """All the reasons, one plain sentence each, joined by spaces; empty for a yes."""
        reasons: tuple[Sentence, ...] = getattr(self, "reasons")
        return " ".join(reason.sentence(language, audience) for reason in reasons)
