"""What is raised: one root, and a class for each category of "no"."""

from __future__ import annotations

import json
from typing import Any

from ._value import from_wire
from .values import Code, ErrorCategory, SaidReason, WireError

__all__ = ["Bug", "Conflict", "InvalidInput", "NotFound", "PartnerkitError", "Rejected", "StoreError", "answered"]


class PartnerkitError(Exception):
    """A refusal or a failure. Nothing was done."""

    code: Code
    """The stable code of the first reason. Never renamed."""
    category: ErrorCategory
    """What kind of "no" it is."""
    params: Any
    """The parameters of the first reason, by name."""
    reasons: tuple[SaidReason, ...]
    """Every reason, all of the same standing."""
    retryable: bool
    """Whether the same call may succeed when simply made again."""

    def __init__(self, error: WireError) -> None:
        super().__init__(error)
        self.code, self.category, self.params = error.code, error.category, error.params
        self.reasons, self.retryable = error.reasons, error.retryable
        self._message = error.message

    def __str__(self) -> str:
        return self._message

    def sentence(self, language: str = "en", audience: str = "staff") -> str:
        """All the reasons for `audience` (`staff` or `partner`), joined by spaces."""
        return " ".join(reason.sentence(language, audience) for reason in self.reasons)


class InvalidInput(PartnerkitError):
    """The input itself is wrong, whatever the state."""


class Rejected(PartnerkitError):
    """The input is fine; the rules say no in this state."""


class Conflict(PartnerkitError):
    """Somebody else was there first, or holds what was asked for."""


class NotFound(PartnerkitError):
    """It does not exist, or it belongs to somebody else."""


class StoreError(PartnerkitError):
    """The store failed. What a store of the host raised is the `__cause__`."""


class Bug(PartnerkitError):
    """A mistake in this library or in a store. Please report it."""


_CLASSES: dict[ErrorCategory, type[PartnerkitError]] = {
    ErrorCategory.INVALID_INPUT: InvalidInput,
    ErrorCategory.REJECTED: Rejected,
    ErrorCategory.CONFLICT: Conflict,
    ErrorCategory.NOT_FOUND: NotFound,
    ErrorCategory.STORE: StoreError,
    ErrorCategory.BUG: Bug,
}


def answered(answer: str, cause: BaseException | None = None) -> Any:
    """What an answer of the wire holds; raises what it refuses, with what the host's own code raised as the cause."""
    read = json.loads(answer)
    if "ok" in read:
        return read["ok"]
    if cause is not None and not isinstance(cause, Exception):
        raise cause  # Ctrl-C and their like are nobody's failure.
    raise refusal(read["error"]) from cause


def refusal(said: Any) -> PartnerkitError:
    """What is raised for an error of the wire."""
    error: WireError = from_wire(WireError, said)
    return _CLASSES[error.category](error)
