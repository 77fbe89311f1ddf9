"""One command, driven by the host on its own connection, so that what it writes joins the host's transaction."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from . import _native
from ._asking import message
from ._errors import answered
from ._value import from_wire, to_wire
from .values import Actor, Command, CommandId, Done

__all__ = ["Flow", "drive", "drive_async"]


class Flow:
    """A command on its way. It does no input or output: it says which call to answer next, and is told the answer.

    flow = Flow(command, by=staff)
    while (call := flow.call) is not None:
        flow.answer(store.call(call))
    done = flow.result()
    """

    __slots__ = ("_flow", "_result", "call")

    call: dict[str, Any] | None
    """The call to answer next: a `load` or a `commit`. None once it is finished."""

    def __init__(
        self,
        command: Command,
        *,
        by: Actor,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> None:
        self._flow = _native.Flow(message(by, "command", to_wire(command), now, command_id))
        self._take(self._flow.start())

    def answer(self, answer: Any) -> None:
        """Takes the answer to `call`."""
        self._take(self._flow.answered(json.dumps(answer)))

    def _take(self, step: str) -> None:
        read = json.loads(step)
        self.call = read.get("call")
        self._result = None if self.call is not None else json.dumps(read["done"])

    def result(self) -> Done:
        """The answer, once it is finished. Raises the refusal."""
        if self._result is None:
            raise RuntimeError("the flow is not finished")
        done: Done = from_wire(Done, answered(self._result))
        return done


def drive(flow: Flow, answer: Callable[[dict[str, Any]], Any]) -> Done:
    """Drives a flow to its end with whoever answers its calls."""
    while flow.call is not None:
        flow.answer(answer(flow.call))
    return flow.result()


async def drive_async(flow: Flow, answer: Callable[[dict[str, Any]], Awaitable[Any]]) -> Done:
    """The same with somebody whose answers are awaited."""
    while flow.call is not None:
        flow.answer(await answer(flow.call))
    return flow.result()
