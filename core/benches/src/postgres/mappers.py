"""A locked transition by Django and by SQLAlchemy: prints each one's name and the microseconds one takes.

Both lock the partner's row, look at its status, save it, and add an event, a message and the answer of the command, as a
program would that keeps the library's promises by hand. The best of three rounds, on one connection that stays open.
"""

import datetime
import sys
import time
import uuid

URL, COUNT = sys.argv[1], int(sys.argv[2])
ROUNDS = 3
NOW = datetime.datetime(2027, 1, 15, 8, tzinfo=datetime.timezone.utc)
TEXT = "Your application was approved. You can now request items.\n" * 8
TABLES = """
drop schema if exists bench_mappers cascade;
create schema bench_mappers;
create table bench_mappers.partner (
    id uuid primary key, bank_id uuid not null, name text not null, email text not null, status text not null,
    version bigint not null, approved_at timestamptz, unique (bank_id, name), unique (bank_id, email));
create index on bench_mappers.partner (bank_id, status);
create table bench_mappers.event (
    id bigserial primary key, partner_id uuid not null references bench_mappers.partner, at timestamptz not null,
    actor text not null, what jsonb not null);
create table bench_mappers.message (
    id uuid primary key, partner_id uuid not null references bench_mappers.partner, at timestamptz not null,
    kind text not null, recipient text not null, subject text not null, text text not null, html text not null,
    sent_at timestamptz);
create table bench_mappers.command (id uuid primary key, at timestamptz not null, answer jsonb not null);
"""


def tables():
    import psycopg

    with psycopg.connect(URL, autocommit=True) as connection:
        connection.execute(TABLES)
        partners = [uuid.uuid4() for _ in range(COUNT * ROUNDS)]
        bank = uuid.uuid4()
        with connection.cursor().copy("copy bench_mappers.partner from stdin") as copy:
            for partner in partners:
                row = (partner, bank, f"Ballard {partner}", f"{partner}@partner.example", "awaiting_review", 1, None)
                copy.write_row(row)
        connection.execute("vacuum analyze bench_mappers.partner")
        return partners


def timed(name, approve):
    partners = tables()
    best = float("inf")
    for start in range(0, len(partners), COUNT):
        begun = time.perf_counter()
        for partner in partners[start : start + COUNT]:
            approve(partner)
        best = min(best, time.perf_counter() - begun)
    print(name, best * 1e6 / COUNT)


def django():
    import django
    from django.conf import settings
    from psycopg.conninfo import conninfo_to_dict

    parts = conninfo_to_dict(URL)
    database = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts["dbname"],
        "USER": parts["user"],
        "HOST": parts["host"],
        "PORT": parts["port"],
        "CONN_MAX_AGE": None,
        "OPTIONS": {"options": "-c search_path=bench_mappers"},
    }
    settings.configure(DATABASES={"default": database}, USE_TZ=True)
    django.setup()
    from django.db import models, transaction

    class Partner(models.Model):
        id = models.UUIDField(primary_key=True)
        bank_id = models.UUIDField()
        name = models.TextField()
        email = models.TextField()
        status = models.TextField()
        version = models.BigIntegerField()
        approved_at = models.DateTimeField(null=True)

        class Meta:
            app_label, db_table = "bench", "partner"

    class Event(models.Model):
        id = models.BigAutoField(primary_key=True)
        partner = models.ForeignKey(Partner, models.CASCADE)
        at = models.DateTimeField()
        actor = models.TextField()
        what = models.JSONField()

        class Meta:
            app_label, db_table = "bench", "event"

    class Message(models.Model):
        id = models.UUIDField(primary_key=True, default=uuid.uuid4)
        partner = models.ForeignKey(Partner, models.CASCADE)
        at = models.DateTimeField()
        kind = models.TextField()
        recipient = models.TextField()
        subject = models.TextField()
        text = models.TextField()
        html = models.TextField()
        sent_at = models.DateTimeField(null=True)

        class Meta:
            app_label, db_table = "bench", "message"

    class Command(models.Model):
        id = models.UUIDField(primary_key=True, default=uuid.uuid4)
        at = models.DateTimeField()
        answer = models.JSONField()

        class Meta:
            app_label, db_table = "bench", "command"

    def approve(key):
        with transaction.atomic():
            partner = Partner.objects.select_for_update().get(pk=key)
            assert partner.status == "awaiting_review"
            partner.status, partner.approved_at, partner.version = "approved", NOW, partner.version + 1
            partner.save()
            Event.objects.create(partner=partner, at=NOW, actor="staff", what={"approved": str(key)})
            Message.objects.create(
                partner=partner, at=NOW, kind="approved", recipient=partner.email, subject="Approved", text=TEXT, html=TEXT
            )
            Command.objects.create(at=NOW, answer={"partner": str(key)})

    timed("Django, a locked transition", approve)


def sqlalchemy():
    from sqlalchemy import BigInteger, ForeignKey, MetaData, Text, create_engine
    from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

    class Base(DeclarativeBase):
        metadata = MetaData(schema="bench_mappers")
        type_annotation_map = {str: Text, int: BigInteger, dict: JSONB, datetime.datetime: TIMESTAMP(timezone=True)}

    class Partner(Base):
        __tablename__ = "partner"
        id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
        bank_id: Mapped[uuid.UUID]
        name: Mapped[str]
        email: Mapped[str]
        status: Mapped[str]
        version: Mapped[int]
        approved_at: Mapped[datetime.datetime | None]

    class Event(Base):
        __tablename__ = "event"
        id: Mapped[int] = mapped_column(primary_key=True)
        partner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Partner.id))
        at: Mapped[datetime.datetime]
        actor: Mapped[str]
        what: Mapped[dict]

    class Message(Base):
        __tablename__ = "message"
        id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
        partner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Partner.id))
        at: Mapped[datetime.datetime]
        kind: Mapped[str]
        recipient: Mapped[str]
        subject: Mapped[str]
        text: Mapped[str]
        html: Mapped[str]
        sent_at: Mapped[datetime.datetime | None]

    class Command(Base):
        __tablename__ = "command"
        id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
        at: Mapped[datetime.datetime]
        answer: Mapped[dict]

    engine = create_engine(URL.replace("postgres://", "postgresql+psycopg://"))
    sessions = sessionmaker(engine)

    def approve(key):
        with sessions.begin() as session:
            partner = session.get(Partner, key, with_for_update=True)
            assert partner.status == "awaiting_review"
            partner.status, partner.approved_at, partner.version = "approved", NOW, partner.version + 1
            session.add(Event(partner_id=key, at=NOW, actor="staff", what={"approved": str(key)}))
            session.add(
                Message(
                    partner_id=key,
                    at=NOW,
                    kind="approved",
                    recipient=partner.email,
                    subject="Approved",
                    text=TEXT,
                    html=TEXT,
                )
            )
            session.add(Command(at=NOW, answer={"partner": str(key)}))

    timed("SQLAlchemy, a locked transition", approve)


django()
sqlalchemy()
