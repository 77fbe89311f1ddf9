// Pure questions. The tables are data made from the rules, so most of them never leave JavaScript.
'use strict';

const native = require('./native.cjs');
const tables = require('./tables.cjs');
const { invalid, taken } = require('./error.cjs');
const { encode } = require('./message.cjs');

/** The same tables without what every object inherits, so that a name that is in no table is not found in one. */
const bare = (value) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || Object.isFrozen(value)) return value;
  return Object.assign(Object.create(null), Object.fromEntries(Object.entries(value).map(([k, v]) => [k, bare(v)])));
};
const CAPABLE = bare(tables.CAPABLE);
const MOVES = bare(tables.MOVES);
/** The same as `CAPABLE`, each answer as whether it is a yes. */
const yes = (value) => (typeof value === 'string' ? tables.IS_YES[value] : Object.fromEntries(Object.entries(value).map(([k, v]) => [k, yes(v)])));
const CAN = bare(yes(tables.CAPABLE));

/** The cell of a table for where a partner stands. */
function cell(table, row, partner) {
  const priors = table[row]?.[partner.status];
  const found = priors?.[partner.status === 'deactivated' ? partner.prior ?? 'none' : 'none'];
  if (found === undefined) throw invalid(`no ${row} is known for a partner that is ${partner.status}`);
  return found;
}

function capable(partner, capability) {
  return cell(CAPABLE, capability, partner);
}

function can(partner, capability) {
  return cell(CAN, capability, partner);
}

/** Whether a partner was ever approved, said outright or by when it last was. */
function approvedBefore(partner) {
  return partner.approved_before ?? partner.approved_at != null;
}

function move(partner, action) {
  return cell(MOVES, action, partner)[approvedBefore(partner) ? 1 : 0];
}

function decide(partner, action, by, words) {
  const isOwn = by.role === 'partner_user' && String(by.partner).toLowerCase() === String(partner.id).toLowerCase();
  const { refused, gone, status, prior, approvedBefore: everApproved, note, message = null } = asked(
    'decide', partner.name, partner.status, partner.prior ?? undefined, approvedBefore(partner),
    partner.new_contact ?? false, partner.has_login ?? false, partner.has_history ?? false, action, by.role, isOwn, words ?? undefined,
  );
  if (refused !== undefined) return taken(refused);
  if (gone) return { event: { partner_removed: { partner: partner.id } }, standing: null, message };
  const moved = { partner: partner.id, action, from: partner.status, to: status };
  if (note !== undefined) moved.note = note;
  return { event: { partner_moved: moved }, standing: { status, prior: prior ?? null, approved_before: everApproved }, message };
}

/** What the native part says; what it cannot read is invalid. */
function asked(question, ...given) {
  try {
    return native[question](...given);
  } catch (error) {
    throw invalid(error.message, error);
  }
}

function allowedActions(actor, partner) {
  return asked('allowedActions', encode(actor), encode(partner));
}

function permitted({ bank, partner, group, items, categories, today }) {
  const day = today instanceof Date ? today.toISOString().slice(0, 10) : today;
  return JSON.parse(asked('permitted', encode({ bank, partner, group, items, categories, today: day })));
}

function sentence(reasons, language = 'en', audience = 'staff') {
  const plain = reasons.map(({ code, params, field, section, line }) => ({ code, params, field, section, line }));
  return asked('sentence', encode(plain), language, audience);
}

function describe() {
  return JSON.parse(native.describe());
}

module.exports = { capable, can, move, decide, allowedActions, permitted, sentence, describe, personId: native.personId };
