"""Stores written in Python, blocking ones and those of coroutines."""

from __future__ import annotations

import asyncio
import os
import threading
from datetime import timedelta
from typing import Any

import pytest

import partnerkit as pk
from partnerkit import aio, testing
from partnerkit.values import CommandInvite

from .stores import MapInMemory, OneBank, Recorded, no_bank

CSV = "name,email\nBallard Food Bank,ballard@example.org\nArk,ark@example.org\n"


@pytest.mark.parametrize("case", testing.cases(), ids=str)
def test_an_ordered_map_of_python_keeps_every_promise(case: testing.Case) -> None:
    case.check(MapInMemory)


def test_a_store_that_breaks_a_promise_is_told_of_it() -> None:
    class Forgetful(MapInMemory):
        def transaction(self, write: bool, /) -> Any:
            return MapInMemory().transaction(write)

    names = {"rows-a_bank_comes_back_as_written", "imports-a_bank_imports_once"}
    cases = [case for case in testing.cases() if str(case) in names]
    assert len(cases) == len(names)
    for case in cases:
        with pytest.raises(AssertionError):
            case.check(Forgetful)


def test_what_a_store_raises_is_the_cause() -> None:
    for fails, kind in [("load", "store_failed"), ("banks", "store_failed")]:
        store = Recorded(no_bank, fails)
        with pk.using(store) as system, pytest.raises(pk.StoreError) as failed:
            system.banks()
            system.create_bank("Pawnee Diaper Bank", "bank@example.org")
        assert failed.value.code == kind
        assert isinstance(failed.value.__cause__, ConnectionError)


def test_a_store_may_name_a_code() -> None:
    class Busy(Exception):
        code = "store_busy"

    class Store:
        def call(self, call: dict[str, Any], /) -> Any:
            raise Busy

    with pk.using(Store()) as system, pytest.raises(pk.StoreError) as busy:
        system.banks()
    assert (busy.value.code, busy.value.retryable) == (pk.Code.STORE_BUSY, True)


def test_commands_that_are_never_written_end() -> None:
    store = Recorded(no_bank)
    with pk.using(store) as system, pytest.raises(pk.Conflict) as conflicts:
        system.create_bank("Pawnee Diaper Bank", "bank@example.org")
    assert conflicts.value.code == "too_many_conflicts"
    assert store.calls.count("commit") == 32


def test_a_flow_is_driven_by_its_host(bank: pk.Bank) -> None:
    """The host answers as a store that knows one partner would, and gets the change set in hand."""
    done = bank.add_partner("Ark", "ark@example.org")
    assert isinstance(done.created, pk.RowIdPartner)
    partner = done.created.value
    flow = pk.Flow(CommandInvite(partner=partner), by=bank.staff(pk.person_id("ann@example.org")))
    written = []

    def answer(call: dict[str, Any]) -> Any:
        if "commit" in call:
            written.append(call["commit"])
            return "done"
        row = bank.partner(partner).to_wire()
        return {"bank": bank.bank().to_wire(), "seq": 2, "partners": {str(partner): row}}

    assert pk.drive(flow, answer) == pk.Done()
    [changes] = written
    assert changes["writes"][0]["put"]["partner"]["status"] == "invited"
    assert [message["kind"] for message in changes["messages"]] == ["invitation"]
    with pytest.raises(RuntimeError, match="not finished"):
        pk.Flow(CommandInvite(partner=partner), by=bank.staff(pk.person_id("ann@example.org"))).result()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_system_made_before_a_fork_is_refused_in_the_child(tmp_path: Any) -> None:
    for system in (pk.open(tmp_path / "bank.db"), pk.using(MapInMemory())):
        child = os.fork()
        if child == 0:
            try:
                system.banks()
            except pk.StoreError:
                os._exit(0)
            os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert system.banks() == ()


def test_the_same_with_await() -> None:
    async def day() -> None:
        async with await aio.memory() as system:
            bank = await system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
            done = await bank.import_partners(CSV)
            assert done.receipt.partners == 2
            page = await bank.partners(limit=10)
            await asyncio.gather(*(bank.invite(partner.id) for partner in page.partners))
            assert len(await bank.claim(10, lease=timedelta(minutes=5))) == 2
            assert not await bank.explain(page.partners[0].id, "make_requests")
            with pytest.raises(pk.Conflict):
                await bank.import_partners("name,email\nOther,other@example.org\n")

    asyncio.run(day())


def test_an_import_is_cancelled_with_its_task() -> None:
    class Slow:
        """A file that is read in pieces, each when the test says so."""

        def __init__(self) -> None:
            self.reading, self.go_on = threading.Event(), threading.Event()

        def read(self, size: int, /) -> bytes:
            self.reading.set()
            assert self.go_on.wait(30)
            return b"name,email\n" + b"\n" * (1 << 17)

    async def day() -> None:
        async with await aio.memory() as system:
            bank = await system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
            file = Slow()
            task = asyncio.create_task(bank.import_partners(file))
            assert await asyncio.to_thread(file.reading.wait, 30)
            task.cancel()
            await asyncio.sleep(0)
            file.go_on.set()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await bank.receipt() is None

    asyncio.run(day())


def test_a_store_of_coroutines_runs_on_its_loop(bank: pk.Bank) -> None:
    async def ask() -> None:
        store = OneBank(bank.bank())
        async with await aio.using(store) as system:
            rows = await asyncio.gather(*(system.bank(bank.id).bank() for _ in range(20)))
            assert set(rows) == {bank.bank()}
            assert store.threads == {threading.get_ident()}

    asyncio.run(ask())
