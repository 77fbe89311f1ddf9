"""The rules between an essentials bank and its partner agencies.

>>> import partnerkit as pk
>>> with pk.memory() as system:
...     bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
...     done = bank.import_partners("name,email\\nBallard Food Bank,ballard@example.org\\n")
...     [partner] = bank.partners(limit=10).partners
...     invited = bank.invite(partner.id)
...     why = bank.explain(partner.id, "make_requests")
>>> done.receipt.partners
1
>>> bool(why), why.sentence("es") != why.sentence("en")
(False, True)
"""

from . import rules as rules
from . import values as values
from ._errors import Bug, Conflict, InvalidInput, NotFound, PartnerkitError, Rejected, StoreError
from ._imports import PartnerList, template
from ._native import VERSION as __version__
from ._system import Bank, Progress, System, connect, memory, open, using, write_rejected
from ._value import EMPTY, UNSET, FrozenMap, Unset
from .flow import Flow, drive
from .rules import (
    RULES,
    TRANSITIONS,
    Case,
    Decided,
    allowed_actions,
    can,
    capable,
    decide,
    next_status,
    permitted,
    person_id,
)
from .stores import Dropped, Entries, OrderedMap, Store
from .values import *  # noqa: F403

__all__ = [
    "EMPTY",
    "RULES",
    "TRANSITIONS",
    "UNSET",
    "Bank",
    "Bug",
    "Case",
    "Conflict",
    "Decided",
    "Dropped",
    "Entries",
    "Flow",
    "FrozenMap",
    "InvalidInput",
    "NotFound",
    "OrderedMap",
    "PartnerList",
    "PartnerkitError",
    "Progress",
    "Rejected",
    "Store",
    "StoreError",
    "System",
    "Unset",
    "__version__",
    "allowed_actions",
    "can",
    "capable",
    "connect",
    "decide",
    "drive",
    "memory",
    "next_status",
    "open",
    "permitted",
    "person_id",
    "rules",
    "template",
    "using",
    "values",
    "write_rejected",
]
__all__ += values.__all__
