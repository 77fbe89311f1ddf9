"""Stores written in Python, through one of two doors.

`OrderedMap` is the short one: five small methods over whatever keeps bytes in order and has transactions, one table of two
columns, say. `Store` is the long one: it answers every call by itself, in its own tables.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, runtime_checkable

from . import _native
from ._errors import answered

__all__ = ["Dropped", "Entries", "OrderedMap", "Store", "native_system"]


class Dropped(Exception):
    """Raised inside a transaction of an `OrderedMap` to undo it. It comes out of `transaction` again, or does not."""


class Entries(Protocol):
    """The entries of a map inside one transaction, which sees its own changes."""

    def get(self, key: bytes, /) -> bytes | None:
        """The value of a key."""
        ...

    def page(self, first: bytes, end: bytes, backwards: bool, limit: int, /) -> Sequence[tuple[bytes, bytes]]:
        """At most `limit` entries with `first <= key < end`, compared byte by byte, from one end. Fewer mean no more."""
        ...

    def put(self, key: bytes, value: bytes, /) -> object:
        """Sets the value of a key."""

    def remove(self, key: bytes, /) -> object:
        """Takes a key out. That it is not there is no error."""


@runtime_checkable
class OrderedMap(Protocol):
    """An ordered map from bytes to bytes with transactions."""

    def transaction(self, write: bool, /) -> AbstractContextManager[Entries]:
        """One consistent view, and for writing a transaction that no other writes beside.

        Left by an exception, nothing in it has happened. Within a transaction that the host has open on the same
        connection it is a part of it.
        """
        ...


@runtime_checkable
class Store(Protocol):
    """Answers calls: one dictionary in, what it is answered with out. `core/schema/store.schema.json` has all of them.

    Called from many threads. The calls of one piece of work (`begin_import`, for one) come one after the other, from
    the thread that asked for it. An exception fails the call with `store_failed`, or with the code in its attribute
    `code`, and is the `__cause__` of what the caller gets.
    """

    def call(self, call: dict[str, Any], /) -> Any:
        """Answers one call, such as `{"load": {"bank": "0198…", "needs": ["receipt"]}}`."""


def native_system(store: Store | OrderedMap) -> _native.System:
    """A system over a store of Python. It works in the process it was made in, and not in a fork of it."""
    if isinstance(store, OrderedMap):
        native, said, raised = _native.System.on_map(_InOneProcess(store), Dropped)
        answered(said, raised)
        assert native is not None  # It is there unless an error was raised above.
        return native
    if not isinstance(store, Store):
        raise TypeError(f"{type(store).__name__} has neither `call` nor `transaction`")
    here = os.getpid()

    def ask(text: str) -> str:
        _refuse_fork(here)
        return json.dumps(store.call(json.loads(text)))

    return _native.System.calling(ask)


class _InOneProcess:
    def __init__(self, map: OrderedMap) -> None:
        self._map = map
        self._here = os.getpid()

    def transaction(self, write: bool, /) -> AbstractContextManager[Entries]:
        _refuse_fork(self._here)
        return self._map.transaction(write)


def _refuse_fork(here: int) -> None:
    if os.getpid() != here:
        raise RuntimeError("the system was made before a fork: make one in the process that uses it")
