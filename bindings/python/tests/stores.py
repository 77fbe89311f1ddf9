"""Stores written in Python, for the tests: the shortest there can be."""

from __future__ import annotations

import asyncio
import bisect
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import partnerkit as pk


class MapInMemory:
    """An ordered map of a dictionary and a lock."""

    def __init__(self) -> None:
        self._entries: dict[bytes, bytes] = {}
        self._writing = threading.Lock()

    @contextmanager
    def transaction(self, write: bool, /) -> Iterator[EntriesInMemory]:
        if not write:
            yield EntriesInMemory(self._entries)
            return
        with self._writing:
            changed = EntriesInMemory(dict(self._entries))
            yield changed
            self._entries = changed.entries  # Only if nothing was raised.


class EntriesInMemory:
    """A view of it; nobody writes to a dictionary that somebody looks at."""

    def __init__(self, entries: dict[bytes, bytes]) -> None:
        self.entries = entries
        self._sorted: list[bytes] | None = None

    def get(self, key: bytes, /) -> bytes | None:
        return self.entries.get(key)

    def page(self, first: bytes, end: bytes, backwards: bool, limit: int, /) -> list[tuple[bytes, bytes]]:
        if self._sorted is None:
            self._sorted = sorted(self.entries)
        keys = self._sorted[bisect.bisect_left(self._sorted, first) : bisect.bisect_left(self._sorted, end)]
        chosen = keys[: -limit - 1 : -1] if backwards else keys[:limit]
        return [(key, self.entries[key]) for key in chosen]

    def put(self, key: bytes, value: bytes, /) -> None:
        self._sorted = None
        self.entries[key] = value

    def remove(self, key: bytes, /) -> None:
        self._sorted = None
        self.entries.pop(key, None)


class Recorded:
    """Calls answered by somebody else, and written down. `fails` names a call that raises."""

    def __init__(self, answer: Callable[[dict[str, Any]], Any], fails: str = "") -> None:
        self.calls: list[str] = []
        self._answer, self._fails = answer, fails

    def call(self, call: dict[str, Any], /) -> Any:
        [name] = call
        self.calls.append(name)
        if name == self._fails:
            raise ConnectionError("the line is dead")
        return self._answer(call)


def no_bank(call: dict[str, Any]) -> Any:
    """Answers for a store in which nothing is, and nothing can be kept."""
    [name] = call
    return {"load": {}, "commit": "stale", "banks": []}[name]


class OneBank:
    """A store of one bank and nothing else, made of coroutines: enough to ask it about the bank."""

    def __init__(self, bank: pk.BankRow) -> None:
        self._row = bank.to_wire()
        self.threads: set[int] = set()

    async def call(self, call: dict[str, Any], /) -> Any:
        self.threads.add(threading.get_ident())
        await asyncio.sleep(0)
        return {"load": {"bank": self._row}, "banks": [json.loads(json.dumps(self._row))]}[next(iter(call))]
