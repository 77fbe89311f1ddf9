-- Version 1.
--
-- Every key begins with the bank's id, and no statement spans banks: the same schema runs on one server and on a cluster
-- that is sharded by bank. So there is no trigger, no deferred or database-wide constraint, no SET NULL, no sequence and no
-- clock in it. Times are moments (`timestamptz`), closed words are their wire spelling, and keys that are compared or
-- sorted are compared byte by byte (`collate "C"`), like in every other store. One statement ends with each `;` at the end
-- of a line.

create table partnerkit.banks (
    bank_id                     uuid        not null primary key,
    version                     bigint      not null check (version >= 0),
    name                        text        not null collate "C",
    email                       text        not null,
    one_step_invite_and_approve boolean     not null,
    ungrouped_may_request       text        not null check (ungrouped_may_request in ('all', 'none')),
    request_kinds               jsonb       not null,
    over_quota                  text        not null check (over_quota in ('warn', 'refuse')),
    copies_of_requests          boolean     not null,
    time_zone                   text        not null,
    -- The list of languages grows with the library, so it is not checked here.
    language                    text        not null,
    keeps_people                boolean     not null,
    reminders                   jsonb,
    reminders_since             timestamptz,
    recertification             jsonb,
    recertification_since       timestamptz,
    distribution_reminders      boolean     not null,
    -- Profile: which sections are on, and the bank's own fields.
    profile_sections            jsonb       not null,
    profile_fields              jsonb       not null,
    -- The bank's own texts of messages, by kind and language.
    message_texts               jsonb       not null,
    -- The places given out last in `events` and `messages`: one counter a bank, never one for all. Every transaction that
    -- changes a row of the bank raises them first, and so takes its turn.
    last_seq                    bigint      not null default 0 check (last_seq >= 0),
    last_message                bigint      not null default 0 check (last_message >= 0)
);

create table partnerkit.categories (
    bank_id  uuid   not null references partnerkit.banks on delete restrict,
    id       uuid   not null,
    version  bigint not null check (version >= 0),
    name     text   not null,
    name_key text   not null collate "C",
    primary key (bank_id, id),
    unique (bank_id, name_key)
);

create table partnerkit.items (
    bank_id             uuid    not null references partnerkit.banks on delete restrict,
    id                  uuid    not null,
    version             bigint  not null check (version >= 0),
    name                text    not null,
    name_key            text    not null collate "C",
    active              boolean not null,
    visible             boolean not null,
    category_id         uuid,
    quantity_per_person bigint  not null check (quantity_per_person >= 0),
    primary key (bank_id, id),
    unique (bank_id, name_key),
    foreign key (bank_id, category_id) references partnerkit.categories (bank_id, id) on delete restrict
);
create index items_in_category on partnerkit.items (bank_id, category_id) where category_id is not null;

create table partnerkit.item_units (
    bank_id uuid not null,
    item_id uuid not null,
    unit    text not null collate "C",
    primary key (bank_id, item_id, unit),
    foreign key (bank_id, item_id) references partnerkit.items (bank_id, id) on delete cascade
);

create table partnerkit.groups (
    bank_id         uuid   not null references partnerkit.banks on delete restrict,
    id              uuid   not null,
    version         bigint not null check (version >= 0),
    name            text   not null,
    name_key        text   not null collate "C",
    reminders       jsonb,
    reminders_since timestamptz,
    primary key (bank_id, id),
    unique (bank_id, name_key)
);

create table partnerkit.group_categories (
    bank_id     uuid not null,
    group_id    uuid not null,
    category_id uuid not null,
    primary key (bank_id, group_id, category_id),
    foreign key (bank_id, group_id) references partnerkit.groups (bank_id, id) on delete cascade,
    foreign key (bank_id, category_id) references partnerkit.categories (bank_id, id) on delete restrict
);
create index groups_with_category on partnerkit.group_categories (bank_id, category_id);

create table partnerkit.group_caps (
    bank_id  uuid   not null,
    group_id uuid   not null,
    item_id  uuid   not null,
    cap      bigint not null check (cap >= 0),
    primary key (bank_id, group_id, item_id),
    foreign key (bank_id, group_id) references partnerkit.groups (bank_id, id) on delete cascade,
    foreign key (bank_id, item_id) references partnerkit.items (bank_id, id) on delete restrict
);

create table partnerkit.partners (
    bank_id                  uuid    not null references partnerkit.banks on delete restrict,
    id                       uuid    not null,
    version                  bigint  not null check (version >= 0),
    name                     text    not null,
    name_key                 text    not null collate "C",
    look_key                 text    not null collate "C",
    email                    text    not null,
    email_key                text    not null collate "C",
    group_id                 uuid,
    quota                    bigint  check (quota >= 0),
    send_emails              boolean not null,
    default_storage_location text,
    notes                    text,
    info_for_partner         text,
    external_id              text    collate "C",
    language                 text,
    proxy                    boolean not null,
    status                   text    not null collate "C" check (status in
        ('uninvited', 'invited', 'awaiting_review', 'approved', 'recertification_required', 'deactivated')),
    prior                    text    check (prior in
        ('uninvited', 'invited', 'awaiting_review', 'approved', 'recertification_required', 'deactivated')),
    invited_email            text,
    approved_at              timestamptz,
    submitted_at             timestamptz,
    reactivated_at           timestamptz,
    group_since              timestamptz,
    emails_since             timestamptz,
    added_at                 timestamptz not null,
    import_line              bigint  check (import_line >= 0),
    profile                  jsonb   not null,
    -- Whether the profile switches a kind of request off, so that those partners are found without reading all.
    narrowed                 boolean not null,
    primary key (bank_id, id),
    unique (bank_id, name_key),
    unique (bank_id, email_key),
    foreign key (bank_id, group_id) references partnerkit.groups (bank_id, id) on delete restrict
);
create unique index partners_external_id on partnerkit.partners (bank_id, external_id) where external_id is not null;
create index partners_by_looks on partnerkit.partners (bank_id, look_key, id);
create index partners_by_status on partnerkit.partners (bank_id, status, name_key);
create index partners_in_group on partnerkit.partners (bank_id, group_id, name_key) where group_id is not null;
create index partners_by_approval on partnerkit.partners (bank_id, approved_at, id) where status = 'approved';
create index partners_narrowed on partnerkit.partners (bank_id) where narrowed;

create table partnerkit.partner_exceptions (
    bank_id    uuid not null,
    partner_id uuid not null,
    item_id    uuid not null,
    rule       text not null check (rule in ('allow', 'deny')),
    last_day   date,
    primary key (bank_id, partner_id, item_id),
    foreign key (bank_id, partner_id) references partnerkit.partners (bank_id, id) on delete cascade,
    foreign key (bank_id, item_id) references partnerkit.items (bank_id, id) on delete restrict
);

create table partnerkit.requests (
    bank_id         uuid        not null references partnerkit.banks on delete restrict,
    id              uuid        not null,
    version         bigint      not null check (version >= 0),
    partner_id      uuid        not null,
    kind            text        not null check (kind in ('quantity', 'individuals', 'children')),
    state           text        not null collate "C" check (state in ('pending', 'started', 'fulfilled', 'cancelled')),
    comment         text,
    filed_by        uuid        not null,
    filed_at        timestamptz not null,
    claimed_by      uuid,
    cancel_reason   text,
    -- No foreign key: a request and its distribution name each other, and one of them must be written first.
    distribution_id uuid,
    primary key (bank_id, id),
    foreign key (bank_id, partner_id) references partnerkit.partners (bank_id, id) on delete restrict
);
create index requests_of_partner on partnerkit.requests (bank_id, partner_id, id);
create index requests_in_state on partnerkit.requests (bank_id, state, id);

create table partnerkit.request_lines (
    bank_id    uuid   not null,
    request_id uuid   not null,
    place      bigint not null check (place >= 0),
    item_id    uuid   not null,
    item_name  text   not null,
    unit       text,
    quantity   bigint not null check (quantity >= 0),
    per_person bigint check (per_person >= 0),
    primary key (bank_id, request_id, place),
    foreign key (bank_id, request_id) references partnerkit.requests (bank_id, id) on delete cascade,
    foreign key (bank_id, item_id) references partnerkit.items (bank_id, id) on delete restrict
);

create table partnerkit.distributions (
    bank_id     uuid        not null references partnerkit.banks on delete restrict,
    id          uuid        not null,
    version     bigint      not null check (version >= 0),
    partner_id  uuid        not null,
    request_id  uuid,
    state       text        not null check (state in ('scheduled', 'complete', 'taken_back')),
    day         date        not null,
    method      text        not null check (method in ('pick_up', 'delivery', 'shipped')),
    comment     text,
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    primary key (bank_id, id),
    foreign key (bank_id, partner_id) references partnerkit.partners (bank_id, id) on delete restrict,
    foreign key (bank_id, request_id) references partnerkit.requests (bank_id, id) on delete restrict
);
create index distributions_of_partner on partnerkit.distributions (bank_id, partner_id, id);
create index distributions_scheduled on partnerkit.distributions (bank_id, day, id) where state = 'scheduled';
-- A request is fulfilled by one distribution at a time.
create unique index distributions_of_request on partnerkit.distributions (bank_id, request_id)
    where request_id is not null and state <> 'taken_back';

create table partnerkit.distribution_lines (
    bank_id         uuid   not null,
    distribution_id uuid   not null,
    place           bigint not null check (place >= 0),
    item_id         uuid   not null,
    item_name       text   not null,
    quantity        bigint not null check (quantity >= 0),
    primary key (bank_id, distribution_id, place),
    foreign key (bank_id, distribution_id) references partnerkit.distributions (bank_id, id) on delete cascade,
    foreign key (bank_id, item_id) references partnerkit.items (bank_id, id) on delete restrict
);

-- A person's id is made from its address: nothing about people stands outside the banks.
create table partnerkit.people (
    bank_id  uuid   not null references partnerkit.banks on delete restrict,
    id       uuid   not null,
    version  bigint not null check (version >= 0),
    email    text   not null,
    name     text,
    language text,
    primary key (bank_id, id)
);

create table partnerkit.person_roles (
    bank_id      uuid   not null,
    person_id    uuid   not null,
    place        bigint not null check (place >= 0),
    role         text   not null check (role in ('bank_admin', 'bank_staff', 'partner_user')),
    partner_id   uuid   check ((role = 'partner_user') = (partner_id is not null)),
    accepted_at  timestamptz,
    invitation   jsonb,
    last_used_at timestamptz,
    primary key (bank_id, person_id, place),
    foreign key (bank_id, person_id) references partnerkit.people (bank_id, id) on delete cascade,
    foreign key (bank_id, partner_id) references partnerkit.partners (bank_id, id) on delete restrict
);
-- Which banks a person has a role in is asked before anybody acts in one, so it cannot begin with the bank.
create index roles_of_person on partnerkit.person_roles (person_id, bank_id);
create index users_of_partner on partnerkit.person_roles (bank_id, partner_id) where partner_id is not null;
create index people_of_bank on partnerkit.person_roles (bank_id) where partner_id is null;

-- The token itself is nowhere, only its SHA-256.
create table partnerkit.invitation_tokens (
    bank_id    uuid  not null,
    digest     bytea not null check (length(digest) = 32),
    person_id  uuid  not null,
    invitation jsonb not null,
    primary key (bank_id, digest),
    foreign key (bank_id, person_id) references partnerkit.people (bank_id, id) on delete cascade
);
create index tokens_of_person on partnerkit.invitation_tokens (bank_id, person_id);

-- What went out once. The id is made from the partner and what it is about, so that the primary key keeps a second one out.
-- It outlives its partner: partner_id refers to nothing.
create table partnerkit.reminders (
    bank_id    uuid        not null references partnerkit.banks on delete restrict,
    id         uuid        not null,
    version    bigint      not null check (version >= 0),
    partner_id uuid        not null,
    kind       text        not null collate "C",
    -- Of the reminder, of the recertification, or of the distribution.
    day        date        not null,
    occurrence jsonb       not null,
    sent_at    timestamptz not null,
    primary key (bank_id, id)
);
create index reminders_of_partner on partnerkit.reminders (bank_id, partner_id, kind, day);

-- A bank imports once: its id is the whole key.
create table partnerkit.imports (
    bank_id         uuid        not null primary key references partnerkit.banks on delete restrict,
    command_id      uuid        not null,
    at              timestamptz not null,
    actor           jsonb       not null,
    partners        bigint      not null check (partners >= 0),
    bytes           bigint      not null check (bytes >= 0),
    digest          text        not null,
    idempotency_key text
);

-- What has happened stays, also when the partner is removed: partner_id refers to nothing.
create table partnerkit.events (
    bank_id    uuid        not null references partnerkit.banks on delete restrict,
    seq        bigint      not null check (seq >= 1),
    at         timestamptz not null,
    actor      jsonb       not null,
    command_id uuid        not null,
    partner_id uuid,
    what       jsonb       not null,
    primary key (bank_id, seq)
);
create index events_of_partner on partnerkit.events (bank_id, partner_id, seq) where partner_id is not null;

-- The list of kinds grows with the library, so it is not checked here. Messages, too, outlive their partner.
create table partnerkit.messages (
    bank_id    uuid        not null references partnerkit.banks on delete restrict,
    place      bigint      not null check (place >= 1),
    id         uuid        not null,
    kind       text        not null,
    partner_id uuid,
    invitation jsonb,
    recipients jsonb       not null,
    language   text        not null,
    subject    text        not null,
    text       text        not null,
    html       text        not null,
    data       jsonb       not null,
    at         timestamptz not null,
    -- How far delivery has come. A claim raises `attempts`, which names its lease.
    delivery   text        not null check (delivery in ('waiting', 'claimed', 'failed', 'sent', 'given_up')),
    attempts   bigint      not null check (attempts >= 0),
    not_before timestamptz,
    sent_at    timestamptz,
    error      text,
    primary key (bank_id, place),
    unique (bank_id, id)
);
create index messages_to_deliver on partnerkit.messages (bank_id, place)
    where delivery in ('waiting', 'claimed', 'failed');
create index messages_of_partner on partnerkit.messages (bank_id, partner_id, place);

create table partnerkit.commands (
    bank_id uuid        not null references partnerkit.banks on delete restrict,
    id      uuid        not null,
    digest  bytea       not null check (length(digest) = 32),
    at      timestamptz not null,
    answer  jsonb       not null,
    primary key (bank_id, id)
);
