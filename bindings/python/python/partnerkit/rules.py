"""The rules that need no store: native look-ups and the tables as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from . import _native
from ._native import allowed_actions, can, capable, next_status
from ._value import from_wire
from .values import Action, Answer, BankRow, Group, Item, Partner, Permission, PersonId, Status

__all__ = [
    "RULES",
    "TRANSITIONS",
    "allowed_actions",
    "can",
    "capable",
    "next_status",
    "permitted",
    "person_id",
]

_statuses, _actions, _answers = _native.words()
_native.use_words([Status(w) for w in _statuses], [Action(w) for w in _actions], [Answer(w) for w in _answers])

RULES: Final[Mapping[str, Any]] = MappingProxyType(json.loads(_native.describe()))
"""All rules as data: statuses, transitions, capabilities, codes, words."""

TRANSITIONS: Final[Mapping[tuple[Status, Action], Mapping[str, Any]]] = MappingProxyType(
    {
        (Status(status), Action(row["action"])): MappingProxyType(cell)
        for row in RULES["transitions"]
        for status, cell in row["cells"].items()
    }
)
"""What each action does in each status: `{"to": …}`, or `{"refused": code}` and perhaps what to do instead."""


def permitted(bank: BankRow, partner: Partner, group: Group | None, item: Item, day: date) -> Permission:
    """Whether a partner may request an item on a day of the bank's time zone, and by which rule."""
    rows = [None if row is None else json.dumps(row.to_wire()) for row in (bank, partner, group, item)]
    bank_row, partner_row, group_row, item_row = rows
    assert bank_row is not None and partner_row is not None and item_row is not None
    answer = _native.permitted(bank_row, partner_row, group_row, item_row, json.dumps(day.isoformat()))
    permission: Permission = from_wire(Permission, json.loads(answer))
    return permission


def person_id(email: str) -> PersonId:
    """The id of the person at an address: the same in every bank and store."""
    return PersonId(UUID(_native.person_id(email)))
