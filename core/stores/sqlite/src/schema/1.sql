-- Version 1.
--
-- Every key begins with the bank's id, and no statement spans banks. Ids are 16 bytes, times are microseconds since 1970
-- in UTC, days are ISO dates, and closed words are their wire spelling. Nothing here is a trigger or deferred: the same
-- shape runs on a PostgreSQL that is sharded by bank.

CREATE TABLE banks (
    bank_id                     BLOB    NOT NULL PRIMARY KEY CHECK (length(bank_id) = 16),
    version                     INTEGER NOT NULL CHECK (version >= 0),
    name                        TEXT    NOT NULL,
    email                       TEXT    NOT NULL,
    one_step_invite_and_approve INTEGER NOT NULL CHECK (one_step_invite_and_approve IN (0, 1)),
    ungrouped_may_request       TEXT    NOT NULL CHECK (ungrouped_may_request IN ('all', 'none')),
    request_kinds               TEXT    NOT NULL CHECK (json_valid(request_kinds)),
    over_quota                  TEXT    NOT NULL CHECK (over_quota IN ('warn', 'refuse')),
    copies_of_requests          INTEGER NOT NULL CHECK (copies_of_requests IN (0, 1)),
    time_zone                   TEXT    NOT NULL,
    -- The list of languages grows with the library, so it is not checked here.
    language                    TEXT    NOT NULL,
    keeps_people                INTEGER NOT NULL CHECK (keeps_people IN (0, 1)),
    reminders                   TEXT    CHECK (json_valid(reminders)),
    reminders_since             INTEGER,
    recertification             TEXT    CHECK (json_valid(recertification)),
    recertification_since       INTEGER,
    distribution_reminders      INTEGER NOT NULL CHECK (distribution_reminders IN (0, 1)),
    -- Profile: which sections are on, and the bank's own fields.
    profile_sections            TEXT    NOT NULL CHECK (json_valid(profile_sections)),
    profile_fields              TEXT    NOT NULL CHECK (json_valid(profile_fields)),
    -- The bank's own texts of messages, by kind and language.
    message_texts               TEXT    NOT NULL CHECK (json_valid(message_texts)),
    -- The places given out last in `events` and `messages`: one counter a bank, never one for all.
    last_seq                    INTEGER NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
    last_message                INTEGER NOT NULL DEFAULT 0 CHECK (last_message >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE categories (
    bank_id  BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    id       BLOB    NOT NULL CHECK (length(id) = 16),
    version  INTEGER NOT NULL CHECK (version >= 0),
    name     TEXT    NOT NULL,
    name_key TEXT    NOT NULL,
    PRIMARY KEY (bank_id, id),
    UNIQUE (bank_id, name_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
    bank_id             BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    id                  BLOB    NOT NULL CHECK (length(id) = 16),
    version             INTEGER NOT NULL CHECK (version >= 0),
    name                TEXT    NOT NULL,
    name_key            TEXT    NOT NULL,
    active              INTEGER NOT NULL CHECK (active IN (0, 1)),
    visible             INTEGER NOT NULL CHECK (visible IN (0, 1)),
    category_id         BLOB,
    quantity_per_person INTEGER NOT NULL CHECK (quantity_per_person >= 0),
    PRIMARY KEY (bank_id, id),
    UNIQUE (bank_id, name_key),
    FOREIGN KEY (bank_id, category_id) REFERENCES categories (bank_id, id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
CREATE INDEX items_in_category ON items (bank_id, category_id) WHERE category_id IS NOT NULL;

CREATE TABLE item_units (
    bank_id BLOB NOT NULL,
    item_id BLOB NOT NULL,
    unit    TEXT NOT NULL,
    PRIMARY KEY (bank_id, item_id, unit),
    FOREIGN KEY (bank_id, item_id) REFERENCES items (bank_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE groups (
    bank_id  BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    id       BLOB    NOT NULL CHECK (length(id) = 16),
    version  INTEGER NOT NULL CHECK (version >= 0),
    name     TEXT    NOT NULL,
    name_key TEXT    NOT NULL,
    reminders       TEXT CHECK (json_valid(reminders)),
    reminders_since INTEGER,
    PRIMARY KEY (bank_id, id),
    UNIQUE (bank_id, name_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_categories (
    bank_id     BLOB NOT NULL,
    group_id    BLOB NOT NULL,
    category_id BLOB NOT NULL,
    PRIMARY KEY (bank_id, group_id, category_id),
    FOREIGN KEY (bank_id, group_id) REFERENCES groups (bank_id, id) ON DELETE CASCADE,
    FOREIGN KEY (bank_id, category_id) REFERENCES categories (bank_id, id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
CREATE INDEX groups_with_category ON group_categories (bank_id, category_id);

CREATE TABLE group_caps (
    bank_id  BLOB    NOT NULL,
    group_id BLOB    NOT NULL,
    item_id  BLOB    NOT NULL,
    cap      INTEGER NOT NULL CHECK (cap >= 0),
    PRIMARY KEY (bank_id, group_id, item_id),
    FOREIGN KEY (bank_id, group_id) REFERENCES groups (bank_id, id) ON DELETE CASCADE,
    FOREIGN KEY (bank_id, item_id) REFERENCES items (bank_id, id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE partners (
    bank_id                  BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    id                       BLOB    NOT NULL CHECK (length(id) = 16),
    version                  INTEGER NOT NULL CHECK (version >= 0),
    name                     TEXT    NOT NULL,
    name_key                 TEXT    NOT NULL,
    look_key                 TEXT    NOT NULL,
    email                    TEXT    NOT NULL,
    email_key                TEXT    NOT NULL,
    group_id                 BLOB,
    quota                    INTEGER CHECK (quota >= 0),
    send_emails              INTEGER NOT NULL CHECK (send_emails IN (0, 1)),
    default_storage_location TEXT,
    notes                    TEXT,
    info_for_partner         TEXT,
    external_id              TEXT,
    language                 TEXT,
    proxy                    INTEGER NOT NULL CHECK (proxy IN (0, 1)),
    status                   TEXT    NOT NULL CHECK (status IN
        ('uninvited', 'invited', 'awaiting_review', 'approved', 'recertification_required', 'deactivated')),
    prior                    TEXT    CHECK (prior IN
        ('uninvited', 'invited', 'awaiting_review', 'approved', 'recertification_required', 'deactivated')),
    invited_email            TEXT,
    approved_at              INTEGER,
    submitted_at             INTEGER,
    reactivated_at           INTEGER,
    group_since              INTEGER,
    emails_since             INTEGER,
    added_at                 INTEGER NOT NULL,
    import_line              INTEGER CHECK (import_line >= 0),
    profile                  TEXT    NOT NULL CHECK (json_valid(profile)),
    -- Whether the profile switches a kind of request off, so that those partners are found without reading all.
    narrowed                 INTEGER NOT NULL CHECK (narrowed IN (0, 1)),
    PRIMARY KEY (bank_id, id),
    UNIQUE (bank_id, name_key),
    UNIQUE (bank_id, email_key),
    FOREIGN KEY (bank_id, group_id) REFERENCES groups (bank_id, id) ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX partners_external_id ON partners (bank_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX partners_by_looks ON partners (bank_id, look_key, id);
CREATE INDEX partners_by_status ON partners (bank_id, status, name_key);
CREATE INDEX partners_in_group ON partners (bank_id, group_id, name_key) WHERE group_id IS NOT NULL;
CREATE INDEX partners_by_approval ON partners (bank_id, approved_at, id) WHERE status = 'approved';
CREATE INDEX partners_narrowed ON partners (bank_id) WHERE narrowed = 1;

CREATE TABLE partner_exceptions (
    bank_id    BLOB NOT NULL,
    partner_id BLOB NOT NULL,
    item_id    BLOB NOT NULL,
    rule       TEXT NOT NULL CHECK (rule IN ('allow', 'deny')),
    last_day   TEXT,
    PRIMARY KEY (bank_id, partner_id, item_id),
    FOREIGN KEY (bank_id, partner_id) REFERENCES partners (bank_id, id) ON DELETE CASCADE,
    FOREIGN KEY (bank_id, item_id) REFERENCES items (bank_id, id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE requests (
    bank_id         BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    id              BLOB    NOT NULL CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 0),
    partner_id      BLOB    NOT NULL,
    kind            TEXT    NOT NULL CHECK (kind IN ('quantity', 'individuals', 'children')),
    state           TEXT    NOT NULL CHECK (state IN ('pending', 'started', 'fulfilled', 'cancelled')),
    comment         TEXT,
    filed_by        BLOB    NOT NULL CHECK (length(filed_by) = 16),
    filed_at        INTEGER NOT NULL,
    claimed_by      BLOB    CHECK (length(claimed_by) = 16),
    cancel_reason   TEXT,
    -- No foreign key: a request and its distribution name each other, and one of them must be written first.
    distribution_id BLOB    CHECK (length(distribution_id) = 16),
    PRIMARY KEY (bank_id, id),
    FOREIGN KEY (bank_id, partner_id) REFERENCES partners (bank_id, id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX requests_of_partner ON requests (bank_id, partner_id, id);
CREATE INDEX requests_in_state ON requests (bank_id, state, id);

CREATE TABLE request_lines (
    bank_id    BLOB    NOT NULL,
    request_id BLOB    NOT NULL,
    place      INTEGER NOT NULL CHECK (place >= 0),
    item_id    BLOB    NOT NULL,
    item_name  TEXT    NOT NULL,
    unit       TEXT,
    quantity   INTEGER NOT NULL CHECK (quantity >= 0),
    per_person INTEGER CHECK (per_person >= 0),
    PRIMARY KEY (bank_id, request_id, place),
    FOREIGN KEY (bank_id, request_id) REFERENCES requests (bank_id, id) ON DELETE CASCADE,
    FOREIGN KEY (bank_id, item_id) REFERENCES items (bank_id, id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE distributions (
    bank_id     BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    id          BLOB    NOT NULL CHECK (length(id) = 16),
    version     INTEGER NOT NULL CHECK (version >= 0),
    partner_id  BLOB    NOT NULL,
    request_id  BLOB,
    state       TEXT    NOT NULL CHECK (state IN ('scheduled', 'complete', 'taken_back')),
    day         TEXT    NOT NULL,
    method      TEXT    NOT NULL CHECK (method IN ('pick_up', 'delivery', 'shipped')),
    comment     TEXT,
    recorded_by BLOB    NOT NULL CHECK (length(recorded_by) = 16),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (bank_id, id),
    FOREIGN KEY (bank_id, partner_id) REFERENCES partners (bank_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (bank_id, request_id) REFERENCES requests (bank_id, id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX distributions_of_partner ON distributions (bank_id, partner_id, id);
CREATE INDEX distributions_scheduled ON distributions (bank_id, day, id) WHERE state = 'scheduled';
-- A request is fulfilled by one distribution at a time.
CREATE UNIQUE INDEX distributions_of_request ON distributions (bank_id, request_id)
    WHERE request_id IS NOT NULL AND state <> 'taken_back';

CREATE TABLE distribution_lines (
    bank_id         BLOB    NOT NULL,
    distribution_id BLOB    NOT NULL,
    place           INTEGER NOT NULL CHECK (place >= 0),
    item_id         BLOB    NOT NULL,
    item_name       TEXT    NOT NULL,
    quantity        INTEGER NOT NULL CHECK (quantity >= 0),
    PRIMARY KEY (bank_id, distribution_id, place),
    FOREIGN KEY (bank_id, distribution_id) REFERENCES distributions (bank_id, id) ON DELETE CASCADE,
    FOREIGN KEY (bank_id, item_id) REFERENCES items (bank_id, id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

-- A person's id is made from its address: nothing about people stands outside the banks.
CREATE TABLE people (
    bank_id  BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    id       BLOB    NOT NULL CHECK (length(id) = 16),
    version  INTEGER NOT NULL CHECK (version >= 0),
    email    TEXT    NOT NULL,
    name     TEXT,
    language TEXT,
    PRIMARY KEY (bank_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_roles (
    bank_id      BLOB    NOT NULL,
    person_id    BLOB    NOT NULL,
    place        INTEGER NOT NULL CHECK (place >= 0),
    role         TEXT    NOT NULL CHECK (role IN ('bank_admin', 'bank_staff', 'partner_user')),
    partner_id   BLOB    CHECK ((role = 'partner_user') = (partner_id IS NOT NULL)),
    accepted_at  INTEGER,
    invitation   TEXT    CHECK (json_valid(invitation)),
    last_used_at INTEGER,
    PRIMARY KEY (bank_id, person_id, place),
    FOREIGN KEY (bank_id, person_id) REFERENCES people (bank_id, id) ON DELETE CASCADE,
    FOREIGN KEY (bank_id, partner_id) REFERENCES partners (bank_id, id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
-- Which banks a person has a role in is asked before anybody acts in one, so it cannot begin with the bank.
CREATE INDEX roles_of_person ON person_roles (person_id);
CREATE INDEX users_of_partner ON person_roles (bank_id, partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX people_of_bank ON person_roles (bank_id) WHERE partner_id IS NULL;

-- The token itself is nowhere, only its SHA-256.
CREATE TABLE invitation_tokens (
    bank_id    BLOB NOT NULL,
    digest     BLOB NOT NULL CHECK (length(digest) = 32),
    person_id  BLOB NOT NULL,
    invitation TEXT NOT NULL CHECK (json_valid(invitation)),
    PRIMARY KEY (bank_id, digest),
    FOREIGN KEY (bank_id, person_id) REFERENCES people (bank_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_of_person ON invitation_tokens (bank_id, person_id);
-- What went out once. The id is made from the partner and what it is about, so that the primary key keeps a second one
-- out. It outlives its partner: partner_id refers to nothing. Ids come in no order, so the rows themselves lie elsewhere, in
-- the order they were written.
CREATE TABLE reminders (
    bank_id    BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    id         BLOB    NOT NULL CHECK (length(id) = 16),
    version    INTEGER NOT NULL CHECK (version >= 0),
    partner_id BLOB    NOT NULL CHECK (length(partner_id) = 16),
    kind       TEXT    NOT NULL,
    -- Of the reminder, of the recertification, or of the distribution.
    day        TEXT    NOT NULL,
    occurrence TEXT    NOT NULL CHECK (json_valid(occurrence)),
    sent_at    INTEGER NOT NULL,
    PRIMARY KEY (bank_id, id)
) STRICT;
CREATE INDEX reminders_of_partner ON reminders (bank_id, partner_id, kind, day);

-- A bank imports once: its id is the whole key.
CREATE TABLE imports (
    bank_id         BLOB    NOT NULL PRIMARY KEY REFERENCES banks ON DELETE RESTRICT,
    command_id      BLOB    NOT NULL CHECK (length(command_id) = 16),
    at              INTEGER NOT NULL,
    actor           TEXT    NOT NULL CHECK (json_valid(actor)),
    partners        INTEGER NOT NULL CHECK (partners >= 0),
    bytes           INTEGER NOT NULL CHECK (bytes >= 0),
    digest          TEXT    NOT NULL,
    idempotency_key TEXT
) STRICT, WITHOUT ROWID;

-- What has happened stays, also when the partner is removed: partner_id refers to nothing.
CREATE TABLE events (
    bank_id    BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    seq        INTEGER NOT NULL CHECK (seq >= 1),
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    command_id BLOB    NOT NULL CHECK (length(command_id) = 16),
    partner_id BLOB    CHECK (length(partner_id) = 16),
    what       TEXT    NOT NULL,
    PRIMARY KEY (bank_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_of_partner ON events (bank_id, partner_id, seq) WHERE partner_id IS NOT NULL;

-- The list of kinds grows with the library, so it is not checked here. Messages, too, outlive their partner.
CREATE TABLE messages (
    bank_id    BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    place      INTEGER NOT NULL CHECK (place >= 1),
    id         BLOB    NOT NULL CHECK (length(id) = 16),
    kind       TEXT    NOT NULL,
    partner_id BLOB    CHECK (length(partner_id) = 16),
    invitation TEXT    CHECK (json_valid(invitation)),
    recipients TEXT    NOT NULL CHECK (json_valid(recipients)),
    language   TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    html       TEXT    NOT NULL,
    data       TEXT    NOT NULL CHECK (json_valid(data)),
    at         INTEGER NOT NULL,
    -- How far delivery has come. A claim raises `attempts`, which names its lease.
    delivery   TEXT    NOT NULL CHECK (delivery IN ('waiting', 'claimed', 'failed', 'sent', 'given_up')),
    attempts   INTEGER NOT NULL CHECK (attempts >= 0),
    not_before INTEGER,
    sent_at    INTEGER,
    error      TEXT,
    PRIMARY KEY (bank_id, place),
    UNIQUE (bank_id, id)
) STRICT;
CREATE INDEX messages_to_deliver ON messages (bank_id, place)
    WHERE delivery IN ('waiting', 'claimed', 'failed');
CREATE INDEX messages_of_partner ON messages (bank_id, partner_id, place);

CREATE TABLE commands (
    bank_id BLOB    NOT NULL REFERENCES banks ON DELETE RESTRICT,
    id      BLOB    NOT NULL CHECK (length(id) = 16),
    digest  BLOB    NOT NULL CHECK (length(digest) = 32),
    at      INTEGER NOT NULL,
    answer  TEXT    NOT NULL CHECK (json_valid(answer)),
    PRIMARY KEY (bank_id, id)
) STRICT;
