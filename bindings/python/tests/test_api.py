"""The package as its users see it."""

from __future__ import annotations

import copy
import io
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

import partnerkit as pk

CSV = "name,email\nBallard Food Bank,ballard@example.org\nArk,ark@example.org\n"
REPOSITORY = Path(__file__).parents[3]


def invited(bank: pk.Bank, name: str = "Ark") -> pk.PartnerId:
    done = bank.add_partner(name, f"{name.lower()}@example.org")
    assert isinstance(done.created, pk.RowIdPartner)
    bank.invite(done.created.value)
    return done.created.value


def test_a_bank_from_its_creation_to_an_explained_no(tmp_path: Path) -> None:
    (tmp_path / "partners.csv").write_text(CSV)
    with pk.open(tmp_path / "bank.db") as system:
        bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
        staff = bank.staff(pk.person_id("ann@example.org"))
        seen: list[tuple[int, int, int | None]] = []
        report = bank.preview_import(tmp_path / "partners.csv", by=staff)
        assert (report.rows, report.problems) == (2, ())
        done = bank.import_partners(
            tmp_path / "partners.csv", by=staff, progress=lambda *now: seen.append(now)
        )
        assert done.receipt.partners == 2
        assert seen[-1] == (2, len(CSV), len(CSV))
        page = bank.partners(limit=10)
        assert [partner.name for partner in page.partners] == ["Ark", "Ballard Food Bank"]
        partner = page.partners[0].id
        bank.invite(partner, by=staff)
        why = bank.explain(partner, "make_requests")
        assert not why
        assert why.sentence("es") != why.sentence("en") != ""
        assert [type(step.command) for step in why.steps] == [pk.CommandApprove]
        for step in why.steps:
            bank.execute(step.command, by=staff)
        assert bank.explain(partner, "make_requests")
        assert bank.partner(partner).status is pk.Status.APPROVED
    with pk.open(tmp_path / "bank.db") as system:
        [row] = system.banks()
        assert system.bank(row.id).partner(partner).status == "approved"
    with pytest.raises(ValueError, match="closed"):
        system.banks()


def test_every_category_is_a_class_and_every_error_says_why(bank: pk.Bank) -> None:
    partner = invited(bank)
    with pytest.raises(pk.Conflict) as taken:
        bank.add_partner("ARK", "other@example.org")
    assert taken.value.code is pk.Code.NAME_TAKEN
    assert taken.value.params["name"] == "ARK"
    assert str(taken.value) == taken.value.sentence()
    assert taken.value.sentence("es") != taken.value.sentence("en", "partner")
    with pytest.raises(pk.InvalidInput) as several:
        bank.add_partner("", "nonsense")
    assert [reason.code for reason in several.value.reasons] == ["name_missing", "email_invalid"]
    with pytest.raises(pk.Rejected):
        bank.require_recertification(partner)
    with pytest.raises(pk.NotFound):
        bank.partner(pk.PartnerId(uuid4()))
    assert issubclass(pk.StoreError, pk.PartnerkitError) and issubclass(pk.Bug, pk.PartnerkitError)
    again = pickle.loads(pickle.dumps(taken.value))
    assert (type(again), again.code, str(again)) == (pk.Conflict, taken.value.code, str(taken.value))


def test_what_was_recorded_offline_is_taken_in_once_or_told_what_moved(bank: pk.Bank) -> None:
    partner = invited(bank)
    seen = (pk.SeenRow(row=pk.RowIdPartner(partner), version=bank.partner(partner).version),)
    desk, phone = (
        pk.Kept(id=pk.CommandId(uuid4()), command=pk.CommandDeactivate(partner, reason), seen=seen)
        for reason in ("closed", "moved away")
    )
    [accepted] = bank.sync([desk])
    assert accepted.id == desk.id and isinstance(accepted.became, pk.BecameAccepted)
    repeated, conflict = bank.sync([desk, phone])
    assert isinstance(repeated.became, pk.BecameRepeated)
    assert repeated.became.done == accepted.became.done
    assert isinstance(conflict.became, pk.BecameConflict)
    [moved] = conflict.became.moved
    assert moved.row == seen[0].row and moved.seen == seen[0].version
    assert [since.event for since in moved.since] == list(accepted.became.events)


def test_values_are_compared_hashed_kept_and_changed_by_their_fields(bank: pk.Bank) -> None:
    partner = bank.partner(invited(bank))
    assert partner == bank.partner(partner.id) and hash(partner) == hash(bank.partner(partner.id))
    assert pickle.loads(pickle.dumps(partner)) == partner
    assert copy.deepcopy(partner) == partner
    assert "Ark" in repr(partner)
    other = replace(partner, name="Zoo")
    assert (other.name, partner.name) == ("Zoo", "Ark") and other != partner
    if sys.version_info >= (3, 13):
        assert copy.replace(partner, name="Zoo") == other
    with pytest.raises(AttributeError):
        partner.name = "Zoo"  # type: ignore[misc]
    words: dict[str, int] = {partner.status: 1}
    assert words["invited"] == 1


def test_a_change_tells_left_alone_from_cleared(bank: pk.Bank) -> None:
    partner = invited(bank)
    bank.update_partner(partner, pk.PartnerPatch(quota=5, notes="Closed on Mondays"))
    bank.update_partner(partner, pk.PartnerPatch(notes=None))
    row = bank.partner(partner)
    assert (row.quota, row.notes) == (5, None)
    bank.update_profile(partner, {"city": "Pawnee"})
    assert bank.partner(partner).profile["city"] == "Pawnee"


def test_times_say_their_zone(bank: pk.Bank) -> None:
    with pytest.raises(ValueError, match="zone"):
        bank.bank(now=datetime(2026, 3, 2))
    elsewhere = timezone(timedelta(hours=-7))
    now = datetime(2026, 3, 2, 9, 0, 0, 123456, elsewhere)
    done = bank.add_partner("Zoo", "zoo@example.org", now=now)
    assert isinstance(done.created, pk.RowIdPartner)
    assert bank.partner(done.created.value).added_at == now


def test_a_command_said_twice_is_done_once(bank: pk.Bank) -> None:
    id = pk.CommandId(uuid4())
    first = bank.add_category("Diapers", command_id=id)
    assert bank.add_category("Diapers", command_id=id) == first
    with pytest.raises(pk.Conflict) as reused:
        bank.add_category("Soap", command_id=id)
    assert reused.value.code == "command_id_reused"


@pytest.mark.parametrize("kind", ["path", "bytes", "text", "binary file", "text file", "dicts", "pandas", "polars"])
def test_partners_are_imported_from_whatever_holds_them(bank: pk.Bank, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "partners.csv"
    path.write_text(CSV)
    rows = [{"name": "Ballard Food Bank", "email": "ballard@example.org"}, {"name": "Ark", "email": "ark@example.org"}]
    source: Any
    match kind:
        case "path":
            source = path
        case "bytes":
            source = CSV.encode()
        case "text":
            source = CSV
        case "binary file":
            source = path.open("rb")
        case "text file":
            source = io.StringIO(CSV)
        case "dicts":
            source = (row for row in rows)
        case "pandas":
            source = pytest.importorskip("pandas").DataFrame(rows)
        case _:
            source = pytest.importorskip("polars").DataFrame(rows)
    assert bank.import_partners(source).receipt.partners == 2
    if hasattr(source, "close"):
        source.close()


def test_a_real_list_is_imported_and_its_rejected_rows_come_back(bank: pk.Bank) -> None:
    report = bank.preview_import(REPOSITORY / "tests/data/partners_messy.csv")
    rejected = io.BytesIO()
    rows = pk.write_rejected(REPOSITORY / "tests/data/partners_messy.csv", report, rejected)
    assert rows > 0 and len(rejected.getvalue().splitlines()) > rows
    in_spanish = io.BytesIO()
    assert pk.write_rejected(REPOSITORY / "tests/data/partners_messy.csv", report, in_spanish, language="es") == rows
    assert in_spanish.getvalue() != rejected.getvalue()
    with pytest.raises(pk.InvalidInput) as refused:
        bank.import_partners(REPOSITORY / "tests/data/partners_messy.csv")
    assert refused.value.code == "import_refused"
    assert len(refused.value.params["report"]["problems"]) == len(report.problems)
    assert bank.import_partners(REPOSITORY / "tests/data/partners.csv").receipt.partners == 372
    with pytest.raises(pk.Conflict) as again:
        bank.import_partners(CSV)
    assert again.value.code == "already_imported"
    out = io.BytesIO()
    assert bank.export_partners(out, [pk.ExportColumn.NAME, "email"]).partners == 372
    assert len(out.getvalue().splitlines()) == 373
    every = io.BytesIO()
    assert bank.export_partners(every).partners == 372
    header = every.getvalue().decode("utf-8-sig").splitlines()[0]
    assert sorted(header.split(",")) == sorted(pk.ExportColumn)
    with pytest.raises(ValueError, match="shoe_size"):
        bank.export_partners(io.BytesIO(), ["shoe_size"])


def test_what_a_file_or_progress_raises_cancels_the_import(bank: pk.Bank) -> None:
    class Broken:
        def read(self, size: int, /) -> bytes:
            raise OSError("the disk is gone")

    with pytest.raises(pk.StoreError) as unreadable:
        bank.import_partners(Broken())
    assert unreadable.value.code == "import_unreadable"
    assert isinstance(unreadable.value.__cause__, OSError)

    def stop(rows: int, size: int, total: int | None) -> None:
        raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"):
        bank.import_partners(CSV, progress=stop)
    assert bank.partners(limit=1).partners == () and bank.receipt() is None


def test_a_bank_moves_to_another_store_as_a_file(bank: pk.Bank, tmp_path: Path) -> None:
    partner = invited(bank)
    with (tmp_path / "bank.taken").open("wb") as out:
        taken = bank.write_out(out)
        assert taken.bank == bank.id and taken.pieces > 3
    with pk.open(tmp_path / "other.db") as other, (tmp_path / "bank.taken").open("rb") as file:
        moved = other.read_in(file)
        assert (moved.id, moved.partner(partner)) == (bank.id, bank.partner(partner))


def test_messages_are_handed_out_and_settled(bank: pk.Bank) -> None:
    invited(bank)
    [message] = bank.claim(10, lease=timedelta(minutes=5), link="https://bank.example/join#{token}")
    assert message.kind is pk.MessageKind.INVITATION
    assert "https://bank.example/join#" in message.text
    sent = pk.Outcome(message=message.id, attempt=message.delivery.attempts, result=pk.AttemptSent())
    assert bank.settle([sent]) == (pk.Noted.DONE,)
    assert bank.claim(10, lease=timedelta(minutes=5)) == ()
    assert bank.run_due().reminded == 0


def test_the_rules_are_asked_without_a_store() -> None:
    assert pk.can("approved", "make_requests") and not pk.can(pk.Status.INVITED, pk.Capability.MAKE_REQUESTS)
    assert pk.capable("deactivated", "sign_in") is pk.Answer.READ_ONLY
    assert pk.capable("deactivated", "sign_in", "uninvited") is pk.Answer.NO
    assert pk.next_status("invited", "approve") is pk.Status.APPROVED
    assert pk.next_status("deactivated", "reactivate", "invited") is pk.Status.INVITED
    assert pk.next_status("uninvited", "remove") is None
    with pytest.raises(KeyError, match="not_submitted_yet"):
        pk.next_status("recertification_required", "approve")
    with pytest.raises(ValueError, match="nonsense"):
        pk.can("nonsense", "make_requests")
    for status in pk.Status:
        moves = tuple(action for action in pk.Action if "to" in pk.TRANSITIONS[status, action])
        assert set(pk.allowed_actions(status)) == set(moves)


def test_a_life_is_decided_without_a_store() -> None:
    bank, ark = pk.BankId(UUID(int=1)), pk.PartnerId(UUID(int=7))
    person = pk.person_id("ann@example.org")
    staff = pk.BankStaff(bank=bank, person=person)
    allowed = 0
    for status in pk.Status:
        for action in pk.Action:
            case = pk.Case(ark, "Ark", status, prior=pk.Status.INVITED if status == "deactivated" else None)
            words = "More, please" if action is pk.Action.ASK_FOR_CHANGES else None
            try:
                decided = pk.decide(case, action, staff, words)
            except pk.Rejected as no:
                assert no.code.value == pk.TRANSITIONS[status, action]["refused"]
                continue
            allowed += 1
            assert decided.status == pk.next_status(status, action, case.prior)
            if decided.status is None:
                assert decided.event == pk.WhatPartnerRemoved(ark)
            else:
                assert decided.event == pk.WhatPartnerMoved(ark, action, status, decided.status, words)
    assert allowed == sum(len(pk.allowed_actions(status)) for status in pk.Status)

    invited = pk.Case(ark, "Ark", "uninvited", has_login=True)
    assert pk.decide(invited, "invite", staff).message is pk.MessageKind.ROLE_ADDED
    gone = pk.decide(pk.Case(ark, "Ark", "approved", approved_before=True), "deactivate", staff, " for a while ")
    assert (gone.status, gone.prior, gone.approved_before) == (pk.Status.DEACTIVATED, pk.Status.APPROVED, True)
    assert isinstance(gone.event, pk.WhatPartnerMoved) and gone.event.note == "for a while"


def test_who_may_not_decide_on_a_life_is_told_so() -> None:
    bank, ark, other = pk.BankId(UUID(int=1)), pk.PartnerId(UUID(int=7)), pk.PartnerId(UUID(int=8))
    person = pk.person_id("ann@example.org")
    case = pk.Case(ark, "Ark", "invited")
    own = pk.PartnerUser(bank=bank, partner=ark, person=person)
    assert pk.decide(case, "submit_for_approval", own).status is pk.Status.AWAITING_REVIEW
    with pytest.raises(pk.PartnerkitError) as no:
        pk.decide(case, "approve", own)
    assert no.value.code is pk.Code.NOT_PERMITTED
    with pytest.raises(pk.NotFound):
        pk.decide(case, "submit_for_approval", pk.PartnerUser(bank=bank, partner=other, person=person))
    staff = pk.BankStaff(bank=bank, person=person)
    with pytest.raises(pk.Rejected) as no:
        pk.decide(pk.Case(ark, "Ark", "uninvited", has_history=True), "remove", staff)
    assert no.value.code is pk.Code.PARTNER_HAS_HISTORY and "Ark" in no.value.sentence("es")
    with pytest.raises(pk.Rejected) as no:
        pk.decide(case, "ask_for_changes", staff)
    assert [reason.code for reason in no.value.reasons] == [pk.Code.NOT_SUBMITTED_YET, pk.Code.NOTE_MISSING]
    with pytest.raises(ValueError, match="nonsense"):
        pk.decide(pk.Case(ark, "Ark", "nonsense"), "approve", staff)
    with pytest.raises(ValueError, match="nonsense"):
        pk.decide(case, "nonsense", staff)


def test_permitted_is_the_answer_of_the_bank(bank: pk.Bank) -> None:
    done = bank.add_item("Diapers")
    assert isinstance(done.created, pk.RowIdItem)
    partner = bank.partner(invited(bank))
    [item] = bank.items()
    [answer] = bank.permitted(partner.id)
    alone = pk.permitted(bank.bank(), partner, None, item, datetime.now(timezone.utc).date())
    assert alone == answer.permission


def test_the_module_is_the_command_line(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "partnerkit"]
    demo = subprocess.run([*program, "demo", "--db", str(tmp_path / "demo.db")], capture_output=True, text=True)
    assert demo.returncode == 0 and "372" in demo.stdout, demo.stderr
    none = [*program, "--db", str(tmp_path / "none.db"), "partners"]
    assert subprocess.run(none, capture_output=True, text=True).returncode == 1
    assert subprocess.run([*program, "nonsense"], capture_output=True, text=True).returncode == 2


def test_banks_are_kept_in_postgresql() -> None:
    """`tests/postgres` starts a server and names it here."""
    with pk.connect(os.environ["PARTNERKIT_POSTGRES_URL"]) as system:
        bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
        assert bank.import_partners(CSV).receipt.partners == 2
        partner = bank.partners(limit=1).partners[0]
        bank.invite(partner.id)
        assert bank.partner(partner.id).status is pk.Status.INVITED
    with pytest.raises(pk.StoreError) as away:
        pk.connect("postgres://nobody@127.0.0.1:1/nothing")
    assert away.value.code == "store_unavailable"
