"""A store with the rules in front, and a bank in it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from types import TracebackType
from typing import IO, Any
from uuid import uuid4

from . import _native
from ._asking import BankAsks, message, named
from ._errors import answered
from ._imports import PartnerList, as_source
from ._methods import BankMethods, SystemMethods
from ._value import Value, from_wire, to_wire
from .stores import OrderedMap, Store, native_system
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
    Language,
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
    RoleOf,
    Synced,
    TakenAlong,
)

__all__ = ["Bank", "Progress", "System", "connect", "memory", "open", "using"]

Progress = Callable[[int, int, "int | None"], object]
"""Told how far an import has come: partners and bytes read so far, and the bytes of the whole if known."""


class Bank(BankMethods):
    """One bank of a system: a method for every command and every question about it.

    Who acts is said by `by`. Without it, it is the actor of the handle: see `acting`.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Bank({self.id})"

    def acting(self, by: Actor) -> Bank:
        """The same bank, with another actor where a call names none."""
        return Bank(self._native, self.id, by)

    def admin(self, person: PersonId) -> BankAdmin:
        """A person acting as an admin of this bank."""
        return BankAdmin(bank=self.id, person=person)

    def staff(self, person: PersonId) -> BankStaff:
        """A person acting as staff of this bank."""
        return BankStaff(bank=self.id, person=person)

    def user(self, partner: PartnerId, person: PersonId) -> PartnerUser:
        """A person acting as a user of one partner."""
        return PartnerUser(bank=self.id, partner=partner, person=person)

    def preview(self, command: Command, *, by: Actor | None = None, now: datetime | None = None) -> Preview:
        """What a command would do now: the same decision, not committed."""
        preview: Preview = from_wire(
            Preview, self._serve(message(by or self._by, "preview", to_wire(command), now))
        )
        return preview

    def execute(
        self,
        command: Command,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Does a command that is at hand as a value: a step of an explanation, say."""
        text = message(by or self._by, "command", to_wire(command), now, command_id)
        done: Done = from_wire(Done, self._serve(text))
        return done

    def sync(
        self, commands: Sequence[Kept], *, by: Actor | None = None, now: datetime | None = None
    ) -> tuple[Synced, ...]:
        """Takes in commands that somebody recorded without the bank: an answer for each, in the same order.

        Each is carried out once, however often it is handed over; one that was decided on what has moved since is not
        carried out. All are decided at `now`. At most 1,000.
        """
        answer = self._serve(message(by or self._by, "sync", to_wire(list(commands)), now))
        synced: tuple[Synced, ...] = from_wire("tuple[Synced, ...]", answer)
        return synced

    def explain(
        self,
        partner: PartnerId,
        what: Capability | Action | str,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Explanation:
        """Why a partner has a capability or not, or why an action on it would be refused: true for a yes."""
        if what in Capability._value2member_map_:
            return self.explain_capability(partner, Capability(what), by=by, now=now)
        command = from_wire("Command", {str(Action(what)): {"partner": str(partner), **_WORDS.get(str(what), {})}})
        return self.explain_command(command, by=by, now=now)

    def add_admin(self, admin: NewPerson, *, now: datetime | None = None) -> Done:
        """Gives the bank an admin, at once and without an invitation. For the host."""
        return System(self._native).add_admin(self.id, admin, now=now)

    def preview_import(
        self,
        partners: PartnerList,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Everything an import does but for the import, and what it found: `Report.is_importable` is for the caller."""
        order = self._order(by, now, None, None)
        answer = self._native.preview_import(order, as_source(partners), progress)
        report: Report = from_wire(Report, answered(*answer))
        return report

    def import_partners(
        self,
        partners: PartnerList,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
        key: str | None = None,
        progress: Progress | None = None,
    ) -> ImportDone:
        """Imports all partners of the bank, which it can do once, ever. All of them or none.

        The same `command_id` or `key` with the same content gets the first receipt again. Ctrl-C, and whatever
        `progress` raises, cancel it and leave nothing.
        """
        order = self._order(by, now, command_id, key)
        answer = self._native.import_partners(order, as_source(partners), progress)
        done: ImportDone = from_wire(ImportDone, answered(*answer))
        return done

    def _order(self, by: Actor | None, now: datetime | None, id: CommandId | None, key: str | None) -> str:
        at = now if now is not None else datetime.now(timezone.utc)
        order = {"id": str(id if id is not None else uuid4()), "at": at, "actor": by or self._by, "key": key}
        return json.dumps({name: to_wire(held) for name, held in order.items() if held is not None})

    def export_partners(
        self,
        out: IO[bytes],
        columns: Sequence[ExportColumn | str] = tuple(ExportColumn),
        *,
        filter: PartnerFilter | None = None,
        by: Actor | None = None,
    ) -> Exported:
        """Writes partners as CSV into a binary file: all columns, or these in this order."""
        export = {"actor": by or self._by, "columns": list(columns), "filter": filter or PartnerFilter()}
        written: Exported = from_wire(
            Exported, answered(*self._native.export_partners(json.dumps(to_wire(export)), out))
        )
        return written

    def write_out(self, out: IO[bytes]) -> TakenAlong:
        """Writes everything there is of the bank as one file, for another store to read in. For the host."""
        taken: TakenAlong = from_wire(TakenAlong, answered(*self._native.write_out(str(self.id), out)))
        return taken

    def claim(
        self, limit: int, *, lease: timedelta, link: str = "", now: datetime | None = None
    ) -> tuple[Message, ...]:
        """Hands out messages that wait for delivery; nobody else gets them until `lease` has passed.

        link: The page that lets invited people in, with `{token}` where the token goes.
        """
        asked = {"claim": {"lease_seconds": int(lease.total_seconds()), "limit": limit, "link": link}}
        claimed = self._serve(message(self._scheduler, "outbox", asked, now))["claimed"]
        messages: tuple[Message, ...] = from_wire("tuple[Message, ...]", claimed)
        return messages

    def settle(self, outcomes: Sequence[Outcome], *, now: datetime | None = None) -> tuple[Noted, ...]:
        """Notes how attempts to deliver went; the answers stand in the same order."""
        asked = {"settle": {"outcomes": to_wire(outcomes)}}
        noted = self._serve(message(self._scheduler, "outbox", asked, now))["settled"]
        return tuple(Noted(word) for word in noted)

    def run_due(self, *, now: datetime | None = None) -> DueDone:
        """The daily job of this bank. Call it as often as you like: each reminder goes out at most once."""
        done: DueDone = from_wire(DueDone, self._serve(message(self._scheduler, "run_due", {}, now)))
        return done


# What an action needs beside its partner to be asked about; the words themselves are for a person to write.
_WORDS: Mapping[str, Mapping[str, str]] = {"ask_for_changes": {"note": "…"}}


class System(SystemMethods):
    """A store with the rules in front. Any number of threads may use it at once."""

    __slots__ = ()

    def __init__(self, native: _native.System) -> None:
        self._native = native

    def __enter__(self) -> System:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes it. What is under way in other threads goes on to its end."""
        self._native.close()

    def bank(self, id: BankId, *, by: Actor | None = None) -> Bank:
        """The bank with this id. Whether it is there is asked by the first call."""
        return Bank(self._native, id, by)

    def banks(self) -> tuple[BankRow, ...]:
        """All banks, by name."""
        rows: tuple[BankRow, ...] = from_wire("tuple[BankRow, ...]", answered(*self._native.banks()))
        return rows

    def run_due(self, *, now: datetime | None = None) -> tuple[DueInBank, ...]:
        """The daily job of all banks. What fails in one does not keep it from the next."""
        from .values import Host

        answer = self._serve(message(Host(), "run_due", {}, now))
        done: tuple[DueInBank, ...] = from_wire("tuple[DueInBank, ...]", answer)
        return done

    def read_in(self, file: IO[bytes]) -> Bank:
        """Reads a whole bank from a file of `Bank.write_out`; the store must not hold it yet."""
        taken = answered(*self._native.read_in(file))
        return Bank(self._native, from_wire(BankId, taken["bank"]))

    def serve(self, text: str) -> str:
        """Serves one message of the wire format: JSON text in, JSON text out."""
        answer, _ = self._native.serve(text)
        return answer


def open(path: str | os.PathLike[str]) -> System:  # noqa: A001
    """A system on an SQLite file, which is made if it is not there."""
    native, said = _native.System.open(os.fspath(path))
    answered(said)
    assert native is not None  # It is there unless an error was raised above.
    return System(native)


def connect(url: str) -> System:
    """A system in a PostgreSQL database, `postgres://user@host/database`; tables are made if they are not there."""
    native, said = _native.System.connect(url)
    answered(said)
    assert native is not None  # It is there unless an error was raised above.
    return System(native)


def memory() -> System:
    """A system in memory, for tests and previews; gone with the process."""
    return System(_native.System.memory())


def using(store: Store | OrderedMap) -> System:
    """A system on a store of your own: see `partnerkit.stores`."""
    return System(native_system(store))


def write_rejected(
    partners: PartnerList, report: Report, out: IO[bytes], *, language: Language | str = Language.EN
) -> int:
    """Reads a list again and writes its rejected rows as CSV, each with the reasons; says how many."""
    written = _native.System.write_rejected(
        as_source(partners), json.dumps(report.to_wire()), out, str(language)
    )
    return int(answered(*written))
