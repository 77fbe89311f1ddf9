"""Many threads, signals, and memory."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import partnerkit as pk

ROWS = 50_000


def many(rows: int) -> bytes:
    lines = (f"Agency {n},agency{n}@example.org" for n in range(rows))
    return b"name,email\n" + "\n".join(lines).encode()


def test_another_thread_keeps_running_during_a_long_import(tmp_path: Path) -> None:
    """It counts while no code of Python runs in the importing thread: between two pieces of progress."""
    with pk.open(tmp_path / "bank.db") as system:
        bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
        content, counted, ended = many(ROWS), 0, threading.Event()

        def work() -> None:
            nonlocal counted
            while not ended.is_set():
                counted += 1

        seen: list[int] = []
        thread = threading.Thread(target=work)
        thread.start()
        try:
            bank.import_partners(content, progress=lambda *_: seen.append(counted))
            after = counted
        finally:
            ended.set()
            thread.join()
        assert len(seen) > 10
        # The rows are written after the last progress, in one native call.
        assert after > seen[-1] + 1_000, (after, seen[-1])


def test_many_threads_approve_and_each_partner_is_approved_once(tmp_path: Path) -> None:
    with pk.open(tmp_path / "bank.db") as system:
        bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
        bank.import_partners(many(20))
        partners = [partner.id for partner in bank.partners(limit=50).partners]
        for partner in partners:
            bank.invite(partner)

        def approve(partner: pk.PartnerId) -> str:
            try:
                bank.approve(partner)
            except pk.Rejected as refused:
                return refused.code
            return "done"

        with ThreadPoolExecutor(8) as pool:
            outcomes = list(pool.map(approve, partners * 4))
        assert sorted(outcomes) == sorted(["done"] * 20 + ["already_approved"] * 60)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_ctrl_c_cancels_an_import_and_leaves_nothing(tmp_path: Path) -> None:
    program = textwrap.dedent("""
        import os, signal, sys
        import partnerkit as pk

        system = pk.open(sys.argv[1])
        bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")

        class Endless:
            pieces = 0
            def read(self, size):
                self.pieces += 1
                if self.pieces == 3:
                    os.kill(os.getpid(), signal.SIGINT)
                return b"name,email\\n" + b"\\n" * size

        try:
            bank.import_partners(Endless())
        except KeyboardInterrupt:
            assert bank.receipt() is None and bank.partners(limit=1).partners == ()
            bank.import_partners("name,email\\nArk,ark@example.org\\n")
            print("cancelled")
    """)
    ran = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "bank.db")], capture_output=True, text=True, timeout=120
    )
    assert (ran.returncode, ran.stdout) == (0, "cancelled\n"), ran.stderr


def test_ctrl_c_reaches_an_import_that_runs_no_python(tmp_path: Path) -> None:
    """A timer interrupts while a file of this machine is read."""
    (tmp_path / "partners.csv").write_bytes(many(400_000))

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with pk.memory() as system:
        bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
        before = signal.signal(signal.SIGALRM, interrupt)
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.02)
            with pytest.raises(KeyboardInterrupt):
                bank.preview_import(tmp_path / "partners.csv")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
        assert bank.receipt() is None


def resident() -> int:
    """Bytes of memory in use, from Linux."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux to tell how much memory is used")
def test_a_hundred_thousand_calls_leave_nothing_behind() -> None:
    with pk.memory() as system:
        bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
        done = bank.add_partner("Ark", "ark@example.org")
        assert isinstance(done.created, pk.RowIdPartner)
        partner = done.created.value
        text = '{"actor": {"role": "host"}, "question": "bank"}'

        def calls(rounds: int) -> None:
            for n in range(rounds):
                system.serve(text)
                pk.can("approved", "make_requests")
                pk.allowed_actions("invited")
                if n % 20 == 0:
                    bank.explain(partner, "make_requests")
                    with pytest.raises(pk.Rejected):
                        bank.approve(partner)

        calls(3_000)
        gc.collect()
        before = resident()
        calls(33_000)
        gc.collect()
        grown = resident() - before
        assert grown < 4 << 20, f"{grown} bytes more after 100,000 calls"
