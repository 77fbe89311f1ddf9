"""What the package costs, beside other ways to do the same, as ratios: what is compared runs in turns in one program.

    pip install ./bindings/python transitions django
    python bindings/python/bench/bench.py [ROWS]
"""

from __future__ import annotations

import csv
import io
import json
import logging
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import partnerkit as pk

ROUNDS = 7
ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000


def cost(runs: dict[str, tuple[int, Callable[[], object]]]) -> dict[str, float]:
    """Seconds for one of each, the median of several rounds in turns. Each is given with how many one call does."""
    seen: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, (many, run) in runs.items():
            began = time.perf_counter()
            run()
            seen[name].append((time.perf_counter() - began) / many)
    return {name: statistics.median(times) for name, times in seen.items()}


def say(what: str, ours: float, theirs: float, beside: str) -> None:
    print(f"| {what} | {told(ours)} | {beside} | {told(theirs)} | {theirs / ours:.1f}× |")


def told(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.2f} {unit}"
    return f"{seconds * 1e9:.0f} ns"


def moves() -> dict[str, float]:
    """Says what moves and questions cost, and gives it."""
    from transitions import Machine

    logging.getLogger("transitions").setLevel(logging.ERROR)
    table = [
        (str(action), str(status), cell["to"])
        for (status, action), cell in pk.TRANSITIONS.items()
        if cell.get("to") in list(pk.Status)
    ]

    class Partner:
        pass

    machine = Partner()
    Machine(machine, states=[str(status) for status in pk.Status], initial="uninvited", auto_transitions=False,
            transitions=[{"trigger": name, "source": a, "dest": b} for name, a, b in table])
    cycle = ["invite", "approve", "require_recertification", "submit_for_approval", "approve", "deactivate"]
    n, next_status, can = 20_000, pk.next_status, pk.can
    plain = {(a, b): cell for (a, b), cell in pk.TRANSITIONS.items()}

    def theirs() -> None:
        for _ in range(n // len(cycle)):
            machine.state = "uninvited"  # type: ignore[attr-defined]
            for action in cycle:
                getattr(machine, action)()

    def ours() -> None:
        for _ in range(n // len(cycle)):
            status = "uninvited"
            for action in cycle:
                status = next_status(status, action)

    def question() -> None:
        for _ in range(n):
            can("approved", "make_requests")

    def look_up() -> None:
        for _ in range(n):
            plain[("approved", "approve")]  # type: ignore[index]

    staff = pk.BankStaff(bank=pk.BankId(uuid.UUID(int=1)), person=pk.person_id("ann@example.org"))
    ark = pk.PartnerId(uuid.UUID(int=7))
    lives = [(pk.Case(ark, "Ark", status), action)
             for status, action in zip(["uninvited", "invited", "approved", "recertification_required", "awaiting_review"], cycle)]

    def decisions() -> None:
        for _ in range(n // len(lives)):
            for case, action in lives:
                pk.decide(case, action, staff)

    found = cost({"ours": (n, ours), "theirs": (n, theirs), "question": (n, question), "look-up": (n, look_up),
                  "decision": (n, decisions)})
    say("a decision with its event (`decide`)", found["decision"], found["theirs"], "transitions, a move")
    say("a move (`next_status`)", found["ours"], found["theirs"], "transitions")
    say("a question (`can`)", found["question"], found["theirs"], "transitions, a move")
    say("a question (`can`)", found["question"], found["look-up"], "a dict look-up by two words")
    return found


def commands(move: float) -> None:
    """A decision with its events: a preview decides all, writes the letter, and keeps nothing. The store is in memory."""
    with pk.memory() as system:
        bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
        done = bank.add_partner("Ark", "ark@example.org")
        assert isinstance(done.created, pk.RowIdPartner)
        partner = done.created.value
        command = pk.CommandInvite(partner=partner)
        staff = f'{{"role": "bank_staff", "bank": "{bank.id}", "person": "{pk.person_id("ann@example.org")}"}}'
        text = f'{{"actor": {staff}, "preview": {{"invite": {{"partner": "{partner}"}}}}}}'
        n = 1_000
        found = cost(
            {
                "typed": (n, lambda: [bank.preview(command) for _ in range(n)]),
                "text": (n, lambda: [system.serve(text) for _ in range(n)]),
            }
        )
        say("a decision with event, rows and letter, as text", found["text"], move, "transitions, a move")
        say("the same as values", found["typed"], move, "transitions, a move")


def crossing(found: dict[str, float]) -> None:
    """What a call takes above the same call in Rust, which a program of the workspace measures right before. Those without a
    store were `found` before."""
    root = Path(__file__).parents[3]
    program = ["cargo", "run", "-q", "--release", "--locked", "-p", "benches", "--bin", "calls"]
    rust = {name: nanos * 1e-9 for name, nanos in json.loads(subprocess.check_output(program, cwd=root)).items()}
    with pk.memory() as system:
        bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
        staff = pk.BankStaff(bank=bank.id, person=pk.person_id("ann@example.org"))
        done = bank.add_partner("Ark", "ark@example.org")
        assert isinstance(done.created, pk.RowIdPartner)
        partner, n = done.created.value, 5_000

        def update() -> None:
            for number in range(n):
                bank.update_partner(partner, pk.PartnerPatch(quota=number % 7 + 1), by=staff)

        stored = cost({"update": (n, update), "partner": (n, lambda: [bank.partner(partner, by=staff) for _ in range(n)])})
    for what, ours, theirs in (
        ("a question (`can`)", found["question"], rust["can"]),
        ("a decision (`decide`)", found["decision"], rust["decide"]),
        ("a command to a store in memory (`update_partner`)", stored["update"], rust["update_partner"]),
        ("a question to a store in memory (`partner`)", stored["partner"], rust["partner"]),
    ):
        print(f"| {what} | {told(ours)} | the same in Rust | {told(theirs)} | +{told(ours - theirs)} |")


def imports() -> None:
    content = "name,email\n" + "".join(f"Agency {n},agency{n}@example.org\n" for n in range(ROWS))
    with tempfile.TemporaryDirectory() as folder:
        path, numbers = Path(folder) / "partners.csv", iter(range(1_000))
        path.write_text(content)

        def ours() -> None:
            with pk.open(Path(folder) / f"{next(numbers)}.db") as system:
                bank = system.create_bank("Pawnee Diaper Bank", email="bank@example.org")
                bank.import_partners(path)

        def floor() -> None:
            database = sqlite3.connect(Path(folder) / f"{next(numbers)}.db")
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("CREATE TABLE partner (name TEXT UNIQUE NOT NULL, email TEXT UNIQUE NOT NULL)")
            with path.open(newline="") as file, database:
                rows = ((row["name"], row["email"]) for row in csv.DictReader(file))
                database.executemany("INSERT INTO partner VALUES (?, ?)", rows)
            database.close()

        global ROUNDS
        ROUNDS = 3
        found = cost({"ours": (ROWS, ours), "floor": (ROWS, floor), **django(content, folder)})
        say(f"import of {ROWS:,} rows, a row", found["ours"], found["floor"], "DictReader + executemany, two keys")
        say("", found["ours"], found["bulk"], "Django, validated emails, bulk_create")
        say("", found["ours"], found["each"], "Django, full_clean() and save()")


def django(content: str, folder: str) -> dict[str, tuple[int, Callable[[], object]]]:
    import django
    from django.conf import settings

    file = str(Path(folder) / "django.db")
    settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": file}})
    django.setup()
    from django.core.validators import validate_email
    from django.db import connection, models, transaction

    class Partner(models.Model):
        name = models.CharField(max_length=200, unique=True)
        email = models.EmailField(unique=True)

        class Meta:
            app_label = "bench"

    with connection.schema_editor() as editor:
        editor.create_model(Partner)

    def rows() -> list[Partner]:
        return [Partner(name=row["name"], email=row["email"]) for row in csv.DictReader(io.StringIO(content))]

    def bulk() -> None:
        with transaction.atomic():
            Partner.objects.all().delete()
            partners = rows()
            for partner in partners:
                validate_email(partner.email)
            Partner.objects.bulk_create(partners, batch_size=1_000)

    each_of = min(ROWS, 5_000)

    def each() -> None:
        with transaction.atomic():
            Partner.objects.all().delete()
            for partner in rows()[:each_of]:
                partner.full_clean()
                partner.save()

    return {"bulk": (ROWS, bulk), "each": (each_of, each)}


if __name__ == "__main__":
    print("| what | ours | beside | theirs | ratio |\n|---|--:|---|--:|--:|")
    found = moves()
    commands(found["theirs"])
    crossing(found)
    imports()
