"""An import, an approval race, a refused item, and one transaction for both sides."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import partnerkit as pk
from django.db import connection, transaction
from django.test import Client, TransactionTestCase
from partnerkit.testing import cases

from .models import Agency, PartnerkitEntry
from .store import DjangoMap, system

LIST = Path(__file__).parents[3] / "tests" / "data" / "partners.csv"
BY = {"X-Staff": "ann@example.org"}


class Office(TransactionTestCase):
    def setUp(self) -> None:
        self.bank = system().create_bank("Pawnee Diaper Bank", email="bank@example.org")

    def post(self, path: str, body: bytes | str = b"", **headers: str) -> tuple[int, Any]:
        answer = Client().post(
            path, body, content_type="application/octet-stream", headers={**BY, **headers}
        )
        return answer.status_code, json.loads(answer.content)

    def partner(self, name: str = "Ark") -> pk.PartnerId:
        done = self.bank.add_partner(name, f"{name.lower()}@example.org")
        assert isinstance(done.created, pk.RowIdPartner)
        Agency.objects.create(partner=done.created.value)
        self.bank.invite(done.created.value)
        return done.created.value

    def test_a_list_is_imported_once_with_the_rows_of_our_own(self) -> None:
        bad = self.post("/import/", "name,email\nArk,ark@example.org\nark,other@example.org\n")
        self.assertEqual((bad[0], bad[1]["no"][0]["code"]), (422, "import_refused"))
        self.assertEqual(Agency.objects.count(), 0)
        self.assertEqual(self.post("/import/", LIST.read_bytes()), (200, {"partners": 372}))
        self.assertEqual(Agency.objects.count(), 372)
        status, answer = self.post("/import/", "name,email\nArk,ark@example.org\n")
        self.assertEqual((status, answer["no"][0]["code"]), (409, "already_imported"))

    def test_of_two_approvals_at_once_one_is_done(self) -> None:
        partner = self.partner()
        start, answers = threading.Barrier(2), dict[str, int]()

        def approve(who: str) -> None:
            try:
                start.wait()
                answers[who] = self.post(f"/agencies/{partner}/approve/", **{"X-Staff": who})[0]
            finally:
                connection.close()

        threads = [threading.Thread(target=approve, args=[who]) for who in ("ann@example.org", "bob@example.org")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(answers.values()), [200, 409])
        [winner] = [who for who, status in answers.items() if status == 200]
        # The loser's own row was taken back with its command.
        self.assertEqual(Agency.objects.get(partner=partner).approved_by, winner)
        happened = [recorded.event.what for recorded in self.bank.history(limit=100)]
        moves = [what.action for what in happened if isinstance(what, pk.WhatPartnerMoved)]
        self.assertEqual(moves, [pk.Action.INVITE, pk.Action.APPROVE])

    def test_an_item_that_is_not_permitted_is_refused_with_the_reason(self) -> None:
        partner = self.partner()
        self.bank.approve(partner)
        group, item = self.bank.add_group("Schools").created, self.bank.add_item("Diapers").created
        assert isinstance(group, pk.RowIdGroup) and isinstance(item, pk.RowIdItem)
        self.bank.update_partner(partner, pk.PartnerPatch(group=group.value))
        order = json.dumps({str(item.value): 5})
        status, answer = self.post(f"/agencies/{partner}/requests/", order, **{"Accept-Language": "es"})
        self.assertEqual((status, answer["no"][0]["code"]), (409, "item_without_category"))
        self.assertIn("Diapers", answer["no"][0]["why"])
        self.bank.set_exception(partner, item.value, pk.ExceptionRule.ALLOW)
        status, answer = self.post(f"/agencies/{partner}/requests/", order)
        self.assertEqual((status, list(answer)), (200, ["request"]))

    def test_what_the_library_writes_joins_our_transaction(self) -> None:
        partner = self.partner()
        with self.assertRaises(LookupError), transaction.atomic():
            self.bank.approve(partner)
            self.assertEqual(self.bank.partner(partner).status, "approved")
            raise LookupError("we thought better of it")
        self.assertEqual(self.bank.partner(partner).status, "invited")

    def test_a_partner_of_nobody_is_not_found(self) -> None:
        path = "/agencies/00000000-0000-0000-0000-000000000001/approve/"
        self.assertEqual(self.post(path)[0], 404)


class Promises(TransactionTestCase):
    """What every store of partnerkit promises.

    Left out are the cases with threads of their own. Those are not Python's: what Django keeps for a thread, its connection, is gone
    after each call in them. Races are tried above.
    """

    def test_the_store_keeps_the_promises_of_a_store(self) -> None:
        with_threads = ("races", "outbox", "whole", "due")
        tried = [case for case in cases() if case.theme not in with_threads]
        self.assertGreater(len(tried), 90)
        for case in tried:
            PartnerkitEntry.objects.all().delete()
            with self.subTest(str(case)):
                case.check(DjangoMap)
