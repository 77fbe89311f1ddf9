"""The same as `_asking`, with every call on a thread of its own so that no event loop waits."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING, Any

from . import _asking
from .values import Actor, BankId, CommandId, Done

if TYPE_CHECKING:
    from .aio import Bank

__all__ = ["BankAsks", "SystemAsks"]


class SystemAsks:
    """Speaks as the host."""

    __slots__ = ("_asks",)
    _asks: _asking.SystemAsks

    async def _command(self, name: str, body: Any, now: datetime | None, id: CommandId | None) -> Done:
        return await asyncio.to_thread(self._asks._command, name, body, now, id)

    async def _question(self, name: str, body: Any, answer: str, now: datetime | None) -> Any:
        return await asyncio.to_thread(self._asks._question, name, body, answer, now)

    def _created(self, done: Done) -> Bank:
        from .aio import Bank

        created = self._asks._created(done)
        return Bank(created._native, created.id)


class BankAsks:
    """Speaks as somebody of one bank."""

    __slots__ = ("_asks",)
    _asks: _asking.BankAsks

    @property
    def id(self) -> BankId:
        """Which bank it is."""
        return self._asks.id

    async def _command(
        self, command: str, body: Any, by: Actor | None, now: datetime | None, id: CommandId | None
    ) -> Done:
        return await asyncio.to_thread(self._asks._command, command, body, by, now, id)

    async def _question(self, question: str, body: Any, answer: str, by: Actor | None, now: datetime | None) -> Any:
        return await asyncio.to_thread(self._asks._question, question, body, answer, by, now)
