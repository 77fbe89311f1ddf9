"""partnerkit's store: a table of two columns, on the connection and in the transaction that Django has open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import partnerkit as pk
from django.db import connection, transaction

TABLE = "agencies_partnerkitentry"


class DjangoEntries:
    """The entries within one transaction."""

    def get(self, key: bytes, /) -> bytes | None:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT value FROM {TABLE} WHERE key = %s", [key])
            row = cursor.fetchone()
        return None if row is None else bytes(row[0])

    def page(self, first: bytes, end: bytes, backwards: bool, limit: int, /) -> list[tuple[bytes, bytes]]:
        order = "DESC" if backwards else "ASC"
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT key, value FROM {TABLE} WHERE key >= %s AND key < %s ORDER BY key {order} LIMIT %s",
                [first, end, limit],
            )
            return [(bytes(key), bytes(value)) for key, value in cursor.fetchall()]

    def put(self, key: bytes, value: bytes, /) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {TABLE} (key, value) VALUES (%s, %s)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, value],
            )

    def remove(self, key: bytes, /) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE} WHERE key = %s", [key])


class DjangoMap:
    """All entries. Inside `transaction.atomic()` of a view, a command of partnerkit is a savepoint of it."""

    @contextmanager
    def transaction(self, write: bool, /) -> Iterator[DjangoEntries]:
        with transaction.atomic():
            if write and connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(7217)")
            yield DjangoEntries()


def system() -> pk.System:
    """The system on Django's database, for the process that asks."""
    return pk.using(DjangoMap())
