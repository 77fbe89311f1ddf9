"""Certifies stores written in Python: the same cases that every store of the library is held to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import _native
from .stores import OrderedMap, Store, native_system

__all__ = ["Case", "cases", "check_store"]


@dataclass(frozen=True)
class Case:
    """One promise of a store."""

    theme: str
    """What it is about."""
    name: str
    """The promise."""
    number: int
    """Its place among all of them."""

    def __str__(self) -> str:
        return f"{self.theme}-{self.name}"

    def check(self, factory: Callable[[], Store | OrderedMap]) -> None:
        """Checks it on a fresh, empty store.

        Raises `AssertionError` when the promise is broken.
        """
        _native.run_case(self.number, native_system(factory()))


def cases() -> list[Case]:
    """All promises: for `pytest.mark.parametrize("case", cases(), ids=str)`."""
    return [Case(theme, name, number) for number, (theme, name) in enumerate(_native.cases())]


def check_store(factory: Callable[[], Store | OrderedMap]) -> int:
    """Checks every promise, each on a fresh store of `factory`, and says how many there are.

    Raises `AssertionError` with all that are broken.
    """
    broken, checked = [], 0
    for case in cases():
        checked += 1
        try:
            case.check(factory)
        except AssertionError as failed:
            broken.append(f"{case}: {failed}")
    if broken:
        raise AssertionError(f"{len(broken)} of {checked} promises are broken:\n" + "\n".join(broken))
    return checked
