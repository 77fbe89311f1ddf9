"""The same with `await`: each call runs on a thread, so that the event loop goes on.

Stores of the library work as they are. A store of your own may be made of coroutines (`AsyncStore`): its calls hop back
to the loop it was given to, where its connections live.
"""

from __future__ import annotations

import asyncio
import inspect
import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from types import TracebackType
from typing import IO, Any, Protocol

from . import _native, _system
from ._aio_methods import BankMethods, SystemMethods
from ._imports import PartnerList
from ._system import Progress
from .stores import OrderedMap, Store
from .values import (
    Action,
    Actor,
    BankAdmin,
    BankId,
    BankRow,
    BankStaff,
    Capability,
    Command,
    CommandId,
    Done,
    DueDone,
    DueInBank,
    Explanation,
    ExportColumn,
    Exported,
    ImportDone,
    Kept,
    Message,
    NewPerson,
    Noted,
    Outcome,
    PartnerFilter,
    PartnerId,
    PartnerUser,
    PersonId,
    Preview,
    Report,
    Synced,
    TakenAlong,
)

__all__ = ["AsyncStore", "Bank", "System", "connect", "memory", "open", "using"]


class AsyncStore(Protocol):
    """A `partnerkit.Store` whose calls are awaited."""

    async def call(self, call: dict[str, Any], /) -> Any:
        """Answers one call. Runs on the loop the system was made on; many may be under way at once."""


class Bank(BankMethods):
    """One bank of a system: see `partnerkit.Bank`."""

    __slots__ = ()

    def __init__(self, native: _native.System, id: BankId, by: Actor | None = None) -> None:
        self._asks = _system.Bank(native, id, by)

    def __repr__(self) -> str:
        return f"aio.Bank({self.id})"

    @property
    def _bank(self) -> _system.Bank:
        bank = self._asks
        assert isinstance(bank, _system.Bank)  # As it was made above.
        return bank

    def acting(self, by: Actor) -> Bank:
        """The same bank, with another actor where a call names none."""
        return Bank(self._bank._native, self.id, by)

    def admin(self, person: PersonId) -> BankAdmin:
        """A person acting as an admin of this bank."""
        return self._bank.admin(person)

    def staff(self, person: PersonId) -> BankStaff:
        """A person acting as staff of this bank."""
        return self._bank.staff(person)

    def user(self, partner: PartnerId, person: PersonId) -> PartnerUser:
        """A person acting as a user of one partner."""
        return self._bank.user(partner, person)

    async def preview(self, command: Command, *, by: Actor | None = None, now: datetime | None = None) -> Preview:
        """What a command would do now: the same decision, not committed."""
        return await asyncio.to_thread(self._bank.preview, command, by=by, now=now)

    async def execute(
        self,
        command: Command,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Does a command that is at hand as a value."""
        return await asyncio.to_thread(self._bank.execute, command, by=by, now=now, command_id=command_id)

    async def sync(
        self, commands: Sequence[Kept], *, by: Actor | None = None, now: datetime | None = None
    ) -> tuple[Synced, ...]:
        """Takes in commands that somebody recorded without the bank: an answer for each, in the same order."""
        return await asyncio.to_thread(self._bank.sync, commands, by=by, now=now)

    async def explain(
        self,
        partner: PartnerId,
        what: Capability | Action | str,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Explanation:
        """Why a partner has a capability or not, or why an action on it would be refused."""
        return await asyncio.to_thread(self._bank.explain, partner, what, by=by, now=now)

    async def add_admin(self, admin: NewPerson, *, now: datetime | None = None) -> Done:
        """Gives the bank an admin, at once and without an invitation. For the host."""
        return await asyncio.to_thread(self._bank.add_admin, admin, now=now)

    async def preview_import(
        self,
        partners: PartnerList,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Everything an import does but for the import. `progress` is called on another thread."""
        return await asyncio.to_thread(self._bank.preview_import, partners, by=by, now=now, progress=progress)

    async def import_partners(
        self,
        partners: PartnerList,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
        key: str | None = None,
        progress: Progress | None = None,
    ) -> ImportDone:
        """Imports all partners of the bank, once, ever. `progress` is called on another thread.

        When the task is cancelled, so is the import, and nothing is left; the cancellation waits for that.
        """
        cancelled = False

        def stop_or_tell(rows: int, size: int, total: int | None) -> None:
            if cancelled:
                raise asyncio.CancelledError
            if progress is not None:
                progress(rows, size, total)

        work = asyncio.ensure_future(
            asyncio.to_thread(
                self._bank.import_partners,
                partners,
                by=by,
                now=now,
                command_id=command_id,
                key=key,
                progress=stop_or_tell,
            )
        )
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            cancelled = True
            await asyncio.wait([work])
            raise

    async def export_partners(
        self,
        out: IO[bytes],
        columns: Sequence[ExportColumn | str] = tuple(ExportColumn),
        *,
        filter: PartnerFilter | None = None,
        by: Actor | None = None,
    ) -> Exported:
        """Writes partners as CSV into a binary file: all columns, or these in this order."""
        return await asyncio.to_thread(self._bank.export_partners, out, columns, filter=filter, by=by)

    async def write_out(self, out: IO[bytes]) -> TakenAlong:
        """Writes everything there is of the bank as one file. For the host."""
        return await asyncio.to_thread(self._bank.write_out, out)

    async def claim(
        self, limit: int, *, lease: timedelta, link: str = "", now: datetime | None = None
    ) -> tuple[Message, ...]:
        """Hands out messages that wait for delivery."""
        return await asyncio.to_thread(self._bank.claim, limit, lease=lease, link=link, now=now)

    async def settle(self, outcomes: Sequence[Outcome], *, now: datetime | None = None) -> tuple[Noted, ...]:
        """Notes how attempts to deliver went."""
        return await asyncio.to_thread(self._bank.settle, outcomes, now=now)

    async def run_due(self, *, now: datetime | None = None) -> DueDone:
        """The daily job of this bank."""
        return await asyncio.to_thread(self._bank.run_due, now=now)


class System(SystemMethods):
    """A store with the rules in front: see `partnerkit.System`."""

    __slots__ = ()

    def __init__(self, native: _native.System) -> None:
        self._asks = _system.System(native)

    @property
    def _system(self) -> _system.System:
        system = self._asks
        assert isinstance(system, _system.System)  # As it was made above.
        return system

    async def __aenter__(self) -> System:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes it."""
        await asyncio.to_thread(self._system.close)

    def bank(self, id: BankId, *, by: Actor | None = None) -> Bank:
        """The bank with this id."""
        return Bank(self._system._native, id, by)

    async def banks(self) -> tuple[BankRow, ...]:
        """All banks, by name."""
        return await asyncio.to_thread(self._system.banks)

    async def run_due(self, *, now: datetime | None = None) -> tuple[DueInBank, ...]:
        """The daily job of all banks."""
        return await asyncio.to_thread(self._system.run_due, now=now)

    async def read_in(self, file: IO[bytes]) -> Bank:
        """Reads a whole bank from a file of `Bank.write_out`."""
        bank = await asyncio.to_thread(self._system.read_in, file)
        return Bank(bank._native, bank.id)


async def open(path: str | os.PathLike[str]) -> System:  # noqa: A001
    """A system on an SQLite file, which is made if it is not there."""
    return System((await asyncio.to_thread(_system.open, path))._native)


async def connect(url: str) -> System:
    """A system in a PostgreSQL database."""
    return System((await asyncio.to_thread(_system.connect, url))._native)


async def memory() -> System:
    """A system in memory."""
    return System(_system.memory()._native)


class _OnLoop:
    """An `AsyncStore` for the threads of the library."""

    def __init__(self, store: AsyncStore, loop: asyncio.AbstractEventLoop) -> None:
        self._store, self._loop = store, loop

    def call(self, call: dict[str, Any], /) -> Any:
        return asyncio.run_coroutine_threadsafe(self._store.call(call), self._loop).result()


async def using(store: Store | OrderedMap | AsyncStore) -> System:
    """A system on a store of your own, made of coroutines or not. Coroutines run on the loop that is running now."""
    if isinstance(store, OrderedMap):
        return System((await asyncio.to_thread(_system.using, store))._native)
    if inspect.iscoroutinefunction(store.call):
        return System(_system.using(_OnLoop(store, asyncio.get_running_loop()))._native)
    return System(_system.using(store)._native)
