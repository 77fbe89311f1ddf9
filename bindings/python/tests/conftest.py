"""What the tests share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone

import pytest

import partnerkit as pk

NOW = datetime(2026, 3, 2, 9, tzinfo=timezone.utc)


@pytest.fixture
def system() -> Iterator[pk.System]:
    with pk.memory() as system:
        yield system


@pytest.fixture
def bank(system: pk.System) -> pk.Bank:
    return system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
