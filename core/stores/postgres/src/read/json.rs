//! Rows as the JSON of the wire, made by the server: what is read is one text for each kind of row, and decoding it is what
//! the domain's types do already. Every subquery names its bank, so that a cluster asks one server.

/// A bank `b`.
pub(crate) const BANK: &str = "json_build_object('id', b.bank_id, 'version', b.version, 'name', b.name, 'email', b.email, \
    'keeps_people', b.keeps_people, 'settings', json_build_object(\
    'one_step_invite_and_approve', b.one_step_invite_and_approve, 'ungrouped_may_request', b.ungrouped_may_request, \
    'request_kinds', b.request_kinds, 'over_quota', b.over_quota, 'copies_of_requests', b.copies_of_requests, \
    'time_zone', b.time_zone, 'language', b.language, 'reminders', b.reminders, 'reminders_since', b.reminders_since, \
    'recertification', b.recertification, 'recertification_since', b.recertification_since, \
    'distribution_reminders', b.distribution_reminders, 'profile_sections', b.profile_sections, \
    'profile_fields', b.profile_fields, 'message_texts', b.message_texts))";

/// A category `c`.
pub(crate) const CATEGORY: &str = "json_build_object('id', c.id, 'version', c.version, 'name', c.name)";

/// An item `i`.
pub(crate) const ITEM: &str = "json_build_object('id', i.id, 'version', i.version, 'name', i.name, 'active', i.active, \
    'visible', i.visible, 'category', i.category_id, 'quantity_per_person', i.quantity_per_person, \
    'units', coalesce((select json_agg(u.unit) from partnerkit.item_units u \
    where u.bank_id = $1 and u.item_id = i.id), '[]'))";

/// A group `g`.
pub(crate) const GROUP: &str = "json_build_object('id', g.id, 'version', g.version, 'name', g.name, \
    'categories', coalesce((select json_agg(c.category_id) from partnerkit.group_categories c \
    where c.bank_id = $1 and c.group_id = g.id), '[]'), \
    'caps', coalesce((select json_object_agg(c.item_id, c.cap) from partnerkit.group_caps c \
    where c.bank_id = $1 and c.group_id = g.id), '{}'), \
    'reminders', g.reminders, 'reminders_since', g.reminders_since)";

/// A partner `p`.
pub(crate) const PARTNER: &str = "json_build_object('id', p.id, 'version', p.version, 'name', p.name, 'email', p.email, \
    'group', p.group_id, 'quota', p.quota, 'send_emails', p.send_emails, \
    'default_storage_location', p.default_storage_location, 'notes', p.notes, 'info_for_partner', p.info_for_partner, \
    'external_id', p.external_id, 'language', p.language, 'proxy', p.proxy, 'status', p.status, 'prior', p.prior, \
    'invited_email', p.invited_email, 'approved_at', p.approved_at, 'submitted_at', p.submitted_at, \
    'reactivated_at', p.reactivated_at, 'group_since', p.group_since, 'emails_since', p.emails_since, \
    'added_at', p.added_at, 'import_line', p.import_line, 'profile', p.profile, \
    'exceptions', coalesce((select json_object_agg(e.item_id, json_build_object('rule', e.rule, 'last_day', e.last_day)) \
    from partnerkit.partner_exceptions e where e.bank_id = $1 and e.partner_id = p.id), '{}'))";

/// A request `r`.
pub(crate) const REQUEST: &str = "json_build_object('id', r.id, 'version', r.version, 'partner', r.partner_id, \
    'kind', r.kind, 'state', r.state, 'comment', r.comment, 'filed_by', r.filed_by, 'filed_at', r.filed_at, \
    'claimed_by', r.claimed_by, 'cancel_reason', r.cancel_reason, 'distribution', r.distribution_id, \
    'lines', coalesce((select json_agg(json_build_object('item', l.item_id, 'item_name', l.item_name, 'unit', l.unit, \
    'quantity', l.quantity, 'per_person', l.per_person) order by l.place) from partnerkit.request_lines l \
    where l.bank_id = $1 and l.request_id = r.id), '[]'))";

/// A distribution `d`.
pub(crate) const DISTRIBUTION: &str = "json_build_object('id', d.id, 'version', d.version, 'partner', d.partner_id, \
    'request', d.request_id, 'state', d.state, 'date', d.day, 'method', d.method, 'comment', d.comment, \
    'recorded_by', d.recorded_by, 'recorded_at', d.recorded_at, \
    'lines', coalesce((select json_agg(json_build_object('item', l.item_id, 'item_name', l.item_name, \
    'quantity', l.quantity) order by l.place) from partnerkit.distribution_lines l \
    where l.bank_id = $1 and l.distribution_id = d.id), '[]'))";

/// A person `h`, whose roles are those of the bank of `h`.
pub(crate) const PERSON: &str = "json_build_object('id', h.id, 'version', h.version, 'email', h.email, 'name', h.name, \
    'language', h.language, 'roles', coalesce((select json_agg(json_build_object(\
    'role', case when k.partner_id is null then to_json(k.role) \
    else json_build_object(k.role, json_build_object('partner', k.partner_id)) end, \
    'accepted_at', k.accepted_at, 'invitation', k.invitation, 'last_used_at', k.last_used_at)) \
    from partnerkit.person_roles k where k.bank_id = h.bank_id and k.person_id = h.id), '[]'))";

/// A reminder `m`.
pub(crate) const REMINDER: &str = "json_build_object('id', m.id, 'version', m.version, 'partner', m.partner_id, \
    'of', m.occurrence, 'sent_at', m.sent_at)";

/// The receipt `r` of the import.
pub(crate) const RECEIPT: &str = "json_build_object('command', r.command_id, 'at', r.at, 'by', r.actor, \
    'partners', r.partners, 'bytes', r.bytes, 'digest', r.digest, 'key', r.idempotency_key)";

/// What a command `a` was answered.
pub(crate) const COMMAND: &str =
    "json_build_object('id', a.id, 'digest', encode(a.digest, 'hex'), 'at', a.at, 'answer', a.answer)";

/// An event `e` with its place.
pub(crate) const EVENT: &str = "json_build_object('seq', e.seq, 'event', json_build_object('at', e.at, 'by', e.actor, \
    'command', e.command_id, 'what', e.what))";

/// How far the delivery of a message `m` has come.
pub(crate) const DELIVERY: &str = "json_build_object('state', m.delivery, 'attempts', m.attempts, \
    'not_before', m.not_before, 'sent_at', m.sent_at, 'error', m.error)";

/// A message `m` but for its delivery, which follows.
pub(crate) const MESSAGE: &str = "json_build_object('id', m.id, 'kind', m.kind, 'partner', m.partner_id, \
    'invitation', m.invitation, 'recipients', m.recipients, 'language', m.language, 'subject', m.subject, \
    'text', m.text, 'html', m.html, 'data', m.data, 'at', m.at, 'delivery', ";

/// A message `m`.
pub(crate) fn message() -> String {
    format!("{MESSAGE}{DELIVERY})")
}
