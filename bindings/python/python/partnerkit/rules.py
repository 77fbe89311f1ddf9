"""The rules that need no store: native look-ups and the tables as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from uuid import UUID

from . import _native
from ._errors import refusal
from ._native import allowed_actions, can, capable, decide_case, next_status
from ._value import from_wire
from .values import (
    Action,
    Actor,
    Answer,
    BankRow,
    Group,
    Item,
    MessageKind,
    Partner,
    PartnerId,
    PartnerUser,
    Permission,
    PersonId,
    Status,
    WhatPartnerMoved,
    WhatPartnerRemoved,
)

__all__ = [
    "RULES",
    "TRANSITIONS",
    "Case",
    "Decided",
    "allowed_actions",
    "can",
    "capable",
    "decide",
    "next_status",
    "permitted",
    "person_id",
]

_statuses, _actions, _answers, _messages = _native.words()
_native.use_words(
    [Status(w) for w in _statuses],
    [Action(w) for w in _actions],
    [Answer(w) for w in _answers],
    [MessageKind(w) for w in _messages],
)

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


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a partner whose life is to be decided on: plain values, from whatever table it is kept in."""

    partner: PartnerId
    """The partner."""

    name: str
    """Its name, for the words of a refusal."""

    status: Status | str
    """Its status."""

    prior: Status | str | None = None
    """While deactivated, the status before."""

    approved_before: bool = False
    """Whether it was ever approved."""

    new_contact: bool = False
    """Whether its contact is somebody else than was invited last, or nobody was. Only reactivating asks."""

    has_login: bool = False
    """Whether its contact has a login already, and so is told of one more role instead of being invited."""

    has_history: bool = False
    """Whether it has any request or distribution, whatever their state: then it cannot be removed."""


class Decided(NamedTuple):
    """What an accepted action does."""

    event: WhatPartnerMoved | WhatPartnerRemoved
    """What happens to the partner."""

    status: Status | None
    """Its status from now on; none if it is removed."""

    prior: Status | None
    """While deactivated, the status before."""

    approved_before: bool
    """Whether it was ever approved."""

    message: MessageKind | None
    """What is told because of it, if anything is."""


def decide(case: Case, action: Action | str, by: Actor, words: str | None = None) -> Decided:
    """What an action on a partner would do, taken by an actor with these words (the note of "ask for changes", the reason
    of "deactivate"), without a store: for hosts that keep partners in tables of their own. The actor is taken to be of the
    partner's bank. Submitting also needs a profile that may be submitted, which is not asked here.

    >>> import partnerkit as pk
    >>> from uuid import UUID
    >>> ark = pk.Case(pk.PartnerId(UUID(int=7)), "Ark", "invited")
    >>> staff = pk.BankStaff(bank=pk.BankId(UUID(int=1)), person=pk.person_id("ann@example.org"))
    >>> decided = pk.decide(ark, "approve", staff)
    >>> decided.status.value, decided.message.value
    ('approved', 'approved')
    >>> pk.decide(ark, "ask_for_changes", staff, "More, please")
    Traceback (most recent call last):
    ...
    partnerkit._errors.Rejected: `Ark` has not submitted for approval yet.

    Raises `PartnerkitError` with every reason there is, and `ValueError` for a word that is no status or action.
    """
    said = decide_case(
        case.name,
        case.status,
        case.prior,
        case.approved_before,
        case.new_contact,
        case.has_login,
        case.has_history,
        action,
        by._tag or "",
        isinstance(by, PartnerUser) and by.partner == case.partner,
        words,
    )
    if isinstance(said, str):
        raise refusal(json.loads(said))
    taken, before, after, prior, approved_before, note, message = said
    if after is None:
        return Decided(WhatPartnerRemoved(case.partner), None, None, False, message)
    event = WhatPartnerMoved(case.partner, taken, before, after, note)
    return Decided(event, after, prior, approved_before, message)


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
