"""How methods become messages, and answers values."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from . import _native
from ._errors import answered
from ._value import from_wire, to_wire
from .values import Actor, BankAdmin, BankId, CommandId, Done, Host, PersonId, RowIdBank, Scheduler

if TYPE_CHECKING:
    from ._system import Bank

__all__ = ["HOST", "BankAsks", "SystemAsks", "message"]

HOST = PersonId(UUID(int=0))
"""Who acts where a bank keeps no people and the host names nobody."""


def message(actor: Actor, verb: str, content: Any, now: datetime | None, id: CommandId | None = None) -> str:
    """A message of the wire; without a time, of now."""
    at = now if now is not None else datetime.now(timezone.utc)
    sent = {"at": to_wire(at), "actor": to_wire(actor), verb: content, "id": str(id if id is not None else uuid4())}
    return json.dumps(sent)


def named(name: str, body: Any) -> Any:
    """A command or question by its name; what is `None` is left to the library."""
    if body is None:
        return name
    if isinstance(body, dict):
        body = {field: held for field, held in body.items() if held is not None}
    return {name: to_wire(body)}


class Asks:
    """Sends messages to a system."""

    __slots__ = ("_native",)
    _native: _native.System

    def _serve(self, text: str) -> Any:
        return answered(*self._native.serve(text))


class SystemAsks(Asks):
    """Speaks as the host."""

    __slots__ = ()

    def _command(self, name: str, body: Any, now: datetime | None, id: CommandId | None) -> Done:
        done: Done = from_wire(Done, self._serve(message(Host(), "command", named(name, body), now, id)))
        return done

    def _question(self, name: str, body: Any, answer: str, now: datetime | None) -> Any:
        (reply,) = self._serve(message(Host(), "question", named(name, body), now)).values()
        return from_wire(answer, reply)

    def _created(self, done: Done) -> Bank:
        from ._system import Bank

        assert isinstance(done.created, RowIdBank)  # The core's promise for this command.
        return Bank(self._native, done.created.value)


class BankAsks(Asks):
    """Speaks as somebody of one bank: whoever a call names, or else whoever the handle was made for."""

    __slots__ = ("_by", "id")
    id: BankId
    """Which bank it is."""
    _by: Actor

    def __init__(self, native: _native.System, id: BankId, by: Actor | None = None) -> None:
        self._native = native
        self.id = id
        self._by = by if by is not None else BankAdmin(bank=id, person=HOST)

    def _command(self, command: str, body: Any, by: Actor | None, now: datetime | None, id: CommandId | None) -> Done:
        text = message(by or self._by, "command", named(command, body), now, id)
        done: Done = from_wire(Done, self._serve(text))
        return done

    def _question(self, question: str, body: Any, answer: str, by: Actor | None, now: datetime | None) -> Any:
        text = message(by or self._by, "question", named(question, body), now)
        (reply,) = self._serve(text).values()
        return from_wire(answer, reply)

    @property
    def _scheduler(self) -> Actor:
        return Scheduler(bank=self.id)
