// What the module promises beyond the wire.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import * as esm from 'partnerkit';

const { ACTIONS, Bank, PartnerkitError, STATUSES, System, allowedActions, can, capable, decide, describe, memory, move, open, openSync, permitted, personId, sentence } = esm;
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** A bank with one partner, uninvited. */
async function pawnee() {
  const system = memory();
  const bank = await system.createBank({ name: 'Pawnee Diaper Bank', email: 'bank@example.org' });
  const { created } = await bank.addPartner({ name: 'Pantry', email: 'pantry@example.org' });
  return { system, bank, partner: created.partner };
}

test('ES modules and CommonJS get the same classes', () => {
  const cjs = createRequire(import.meta.url)('partnerkit');
  assert.deepEqual(Object.keys(esm).filter((name) => name !== 'default' && name !== 'module.exports').sort(), Object.keys(cjs).sort());
  for (const name of Object.keys(cjs)) assert.equal(esm[name], cjs[name], name);
});

test('there is a method and a twin for every command and question of the rules', () => {
  const rules = describe();
  assert.ok(rules.commands.length > 40 && rules.questions.length > 20);
  for (const name of [...rules.commands, ...rules.questions]) {
    const on = [Bank, System].filter((where) => typeof where.prototype[camel(name)] === 'function');
    assert.equal(on.length, 1, `${name} is a method of ${on.length} classes`);
    assert.equal(typeof on[0].prototype[`${camel(name)}Sync`], 'function', name);
  }
});

test('the host, and nobody else, can say what only the system has methods for', async () => {
  const { system, bank, partner } = await pawnee();
  const rules = describe();
  for (const name of [...rules.commands, ...rules.questions]) {
    const hosts = typeof System.prototype[camel(name)] === 'function';
    const verb = rules.commands.includes(name) ? 'command' : 'question';
    if (!hosts) continue;
    const content = { create_bank: { name: 'B', email: 'b@b.co' }, add_admin: { bank: bank.id, admin: { email: 'a@b.co' } },
      accept_invitation: { token: 'x', email: 'a@b.co' }, roles_of: { person: personId('a@b.co') } }[name];
    assert.ok(content, `${name} is new: say here what it takes`);
    await assert.rejects(bank.send(verb, { [name]: content }), { code: 'not_permitted' }, name);
    await assert.rejects(bank.as({ role: 'partner_user', partner, person: bank.actor.person }).send(verb, { [name]: content }),
      (error) => ['not_permitted', 'not_found'].includes(error.code), name);
  }
  await system.close();
});

test('what was recorded offline is taken in once, or told what moved', async () => {
  const { bank, partner } = await pawnee();
  const seen = [{ row: { partner }, version: (await bank.partner({ partner })).version }];
  const [desk, phone] = ['closed', 'moved away'].map((reason) => ({ id: randomUUID(), command: { deactivate: { partner, reason } }, seen }));
  const [{ id, became: { accepted } }] = await bank.sync([desk]);
  assert.equal(id, desk.id);
  const [{ became: { repeated } }, { became: { conflict } }] = bank.syncSync([desk, phone]);
  assert.deepEqual(repeated.done, accepted.done);
  assert.deepEqual(conflict.moved.map(({ row, seen: version }) => ({ row, version })), seen);
  assert.deepEqual(conflict.moved[0].since.map(({ event }) => event), accepted.events);
});

test('an error is an Error with everything that is known', async () => {
  const { bank, partner } = await pawnee();
  const error = await bank.approve({ partner }).catch((caught) => caught);
  assert.ok(error instanceof Error && error instanceof PartnerkitError && PartnerkitError.is(error));
  assert.equal(error.name, 'PartnerkitError');
  assert.equal(error.code, 'not_invited_yet');
  assert.equal(error.category, 'rejected');
  assert.deepEqual(error.params, { partner: 'Pantry' });
  assert.equal(error.retryable, false);
  assert.equal(error.message, '`Pantry` has not been invited yet: invite it first.');
  assert.equal(error.sentence(), error.message);
  assert.equal(error.sentence('es', 'partner'), 'Su agencia todavía no ha sido invitada.');
  assert.equal(sentence(error.reasons, 'en', 'partner'), 'Your agency has not been invited yet.');
  assert.ok(error.stack.includes('api.test.mjs'), error.stack);
  assert.throws(() => bank.approveSync({ partner }), { code: 'not_invited_yet', reasons: error.reasons });
  const several = await bank.addPartner({ name: '', email: 'no address' }).catch((caught) => caught);
  assert.deepEqual(several.reasons.map(({ code, field }) => [code, field]), [['name_missing', 'name'], ['email_invalid', 'email']]);
});

test('sentences are in the language that was asked for', async () => {
  const { bank, partner } = await pawnee();
  const spanish = bank.as(bank.actor, { language: 'es' });
  const wanted = (await bank.approve({ partner }).catch((error) => error)).sentence('es');
  await assert.rejects(spanish.approve({ partner }), { message: wanted });
  await assert.rejects(bank.approve({ partner }, { language: 'es' }), { message: wanted });
});

test('a message that cannot be one is refused before it is sent', async () => {
  const { bank, partner } = await pawnee();
  const refused = [
    { partner, patch: { quota: Number.NaN } },
    { partner, patch: { quota: Infinity } },
    { partner, patch: { quota: 2n ** 60n } },
    { partner, patch: { quota: 1.5 } },
    { partner, patch: { unheard_of: 1 } },
    { partner: 7, patch: {} },
  ];
  for (const body of refused) await assert.rejects(bank.updatePartner(body), { code: 'wire_invalid', category: 'invalid_input' });
  await assert.rejects(bank.partnerAsOf({ partner, at: new Date(Number.NaN) }), { code: 'wire_invalid' });
  const ring = {};
  ring.ring = ring;
  const error = await bank.updatePartner(ring).catch((caught) => caught);
  assert.equal(error.code, 'wire_invalid');
  assert.ok(error.cause instanceof TypeError);
});

test('times are dates or texts, whole numbers may be big, and sets are lists', async () => {
  const { bank, partner } = await pawnee();
  const before = (await bank.partner({ partner })).added_at;
  await bank.updatePartner({ partner, patch: { quota: 12n } }, { at: new Date(Date.now() + 60_000) });
  assert.equal((await bank.partner({ partner })).quota, 12);
  assert.equal((await bank.partnerAsOf({ partner, at: new Date(Date.parse(before) + 1_000) })).quota ?? null, null);
  const { partners } = await bank.partners({ filter: { statuses: new Set(['uninvited']) }, limit: 10 });
  assert.deepEqual(partners.map(({ id }) => id), [partner]);
});

test('the keys of user data are left alone', async () => {
  const { bank, partner } = await pawnee();
  const label = { en: 'Parking spots', es: 'Lugares' };
  await bank.updateBank({ profile_fields: [{ key: 'own_parking_spots_2', label, type: 'number' }] });
  await bank.updateProfile({ partner, patch: { above_1_2_fpl: '33.3', city: 'Pawnee', own_parking_spots_2: 3 } });
  const { profile } = await bank.partner({ partner });
  assert.deepEqual(profile, { above_1_2_fpl: '33.3', city: 'Pawnee', own_parking_spots_2: 3 });
});

test('the same id twice is done once', async () => {
  const { bank, partner } = await pawnee();
  const id = 'ba7816bf-8f01-4fea-8141-40de5dae2223';
  const first = await bank.invite({ partner }, { id });
  assert.deepEqual(await bank.invite({ partner }, { id }), first);
  await assert.rejects(bank.deactivate({ partner }, { id }), { code: 'command_id_reused' });
});

test('pure questions answer as the store does', async () => {
  const { bank, partner } = await pawnee();
  const stations = [
    ['invite', {}], ['deactivate', {}], ['reactivate', {}], ['approve', {}], ['requireRecertification', {}], ['deactivate', {}],
  ];
  for (const [action, more] of stations) {
    const row = await bank.partner({ partner });
    const allowed = await bank.allowedActions({ partner });
    assert.deepEqual(allowedActions(bank.actor, row), allowed);
    for (const capability of describe().capability_names) {
      const explained = await bank.explain(row, capability);
      // A reminder also needs a schedule and a partner with emails; the table is about the status alone.
      if (!explained.allowed && can(row, capability)) assert.match(capability, /reminders|emails/);
      else assert.equal(capable(row, capability), explained.answer, `${capability} while ${row.status}`);
    }
    for (const name of describe().actions) assert.equal('refused' in move(row, name), !allowed.includes(name), name);
    const moved = move(row, action === 'requireRecertification' ? 'require_recertification' : action);
    await bank[action]({ partner, ...more });
    assert.equal((await bank.partner({ partner })).status, moved.moved.status);
  }
  assert.throws(() => can({ status: 'approved' }, 'toString'), { code: 'wire_invalid' });
  assert.throws(() => move({ status: '__proto__' }, 'invite'), { code: 'wire_invalid' });
});

test('a life is decided without a store', () => {
  const [bank, ark, other] = [1, 7, 8].map((n) => `00000000-0000-0000-0000-00000000000${n}`);
  const staff = { role: 'bank_staff', bank, person: personId('ann@example.org') };
  let accepted = 0;
  for (const status of STATUSES) {
    for (const action of ACTIONS) {
      const partner = { id: ark, name: 'Ark', status, prior: status === 'deactivated' ? 'invited' : null };
      const words = action === 'ask_for_changes' ? 'More, please' : undefined;
      const table = move(partner, action);
      if ('refused' in table) {
        assert.throws(() => decide(partner, action, staff, words), { code: table.refused, category: 'rejected' });
        continue;
      }
      accepted += 1;
      const { event, standing } = decide(partner, action, staff, words);
      if ('gone' in table) assert.deepEqual([event, standing], [{ partner_removed: { partner: ark } }, null]);
      else {
        const note = words === undefined ? {} : { note: words };
        assert.deepEqual(event, { partner_moved: { partner: ark, action, from: status, to: table.moved.status, ...note } });
        assert.deepEqual(standing, { ...table.moved });
      }
    }
  }
  assert.ok(accepted > 15);
  const invited = { id: ark, name: 'Ark', status: 'invited' };
  assert.equal(decide({ ...invited, status: 'uninvited', has_login: true }, 'invite', staff).message, 'role_added');
  assert.equal(decide({ ...invited, status: 'uninvited' }, 'invite', staff).message, 'invitation');
  const user = (partner) => ({ role: 'partner_user', bank, partner, person: staff.person });
  assert.equal(decide(invited, 'submit_for_approval', user(ark)).standing.status, 'awaiting_review');
  assert.throws(() => decide(invited, 'approve', user(ark)), { code: 'not_permitted' });
  assert.throws(() => decide(invited, 'submit_for_approval', user(other)), { code: 'not_found' });
  assert.throws(() => decide({ ...invited, status: 'uninvited', has_history: true }, 'remove', staff), { code: 'partner_has_history' });
  assert.throws(() => decide(invited, 'ask_for_changes', staff), (error) => error.reasons.length === 2 && /Ark/.test(error.sentence('es')));
  assert.throws(() => decide({ ...invited, status: 'nonsense' }, 'approve', staff), { code: 'wire_invalid' });
  assert.throws(() => decide(invited, 'nonsense', staff), { code: 'wire_invalid' });
  assert.throws(() => decide({ id: ark }, 'approve', staff), { code: 'wire_invalid' });
  assert.throws(() => decide({ ...invited, has_login: 'no' }, 'approve', staff), { code: 'wire_invalid' });
});

test('permitted is one call for all items, and says what the store says', async () => {
  const { bank, partner } = await pawnee();
  const { created: category } = await bank.addCategory({ name: 'Diapers' });
  const { created: group } = await bank.addGroup({ name: 'Schools', categories: [category.category] });
  for (const name of ['Size 1', 'Size 2']) await bank.addItem({ name, category: category.category });
  await bank.addItem({ name: 'Wipes' });
  await bank.updatePartner({ partner, patch: { group: group.group } });
  const [{ bank: row }, items, groups, categories, one] = await Promise.all([
    bank.send('question', 'bank'), bank.items(), bank.groups(), bank.categories(), bank.partner({ partner }),
  ]);
  const today = new Date().toISOString().slice(0, 10);
  const pure = permitted({ bank: row, partner: one, group: groups[0], items, categories, today });
  assert.deepEqual(pure, await bank.permitted({ partner }));
  assert.deepEqual(pure.map(({ name, permitted: yes }) => [name, yes]), [['Size 1', true], ['Size 2', true], ['Wipes', false]]);
  assert.throws(() => permitted({ bank: row, partner: one, items: [{}], today }), { code: 'wire_invalid' });
});

test('explaining a command', async () => {
  const { bank, partner } = await pawnee();
  const why = await bank.explain({ approve: { partner } });
  assert.equal(why.allowed, false);
  assert.deepEqual(why.steps.map(({ command }) => command), [{ invite: { partner } }]);
  assert.equal(bank.explainSync({ invite: { partner } }).allowed, true);
});

test('a file is opened, made, and refused in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partnerkit-'));
  try {
    const path = join(folder, 'bank.db');
    const system = await open(path);
    const bank = await system.createBank({ name: 'Pawnee', email: 'a@b.co' });
    await system.close();
    await assert.rejects(bank.dashboard(), { code: 'wire_invalid' });
    const again = openSync(new URL(`file://${path}`), { readOnly: true });
    assert.deepEqual((await again.banks()).map(({ id }) => id), [bank.id]);
    assert.deepEqual(again.banksSync().length, 1);
    assert.throws(() => again.createBankSync({ name: 'B', email: 'a@b.co' }), { code: 'store_read_only' });
    again.closeSync();
    const other = join(folder, 'other.db');
    writeFileSync(other, 'not a database at all, but long enough to be looked at as one');
    await assert.rejects(open(other), { code: 'store_unrecognised', category: 'store' });
    assert.throws(() => openSync(join(folder, 'no', 'folder.db')), (error) => error.code === 'store_unavailable' && error.cause instanceof Error);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('closing waits for what is under way', async () => {
  const { system, bank, partner } = await pawnee();
  const under = bank.invite({ partner });
  await system.close();
  assert.deepEqual((await under).warnings ?? [], []);
  assert.equal(system.isOpen, false);
  await system.close();
});

test('a system can be disposed of', async () => {
  const dispose = Symbol.dispose ?? Symbol.for('nodejs.dispose');
  const asyncDispose = Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose');
  for (const how of [dispose, asyncDispose]) {
    const system = memory();
    await system[how]();
    assert.equal(system.isOpen, false);
  }
});

test('an aborted signal keeps a message from being sent', async () => {
  const { bank, partner } = await pawnee();
  const why = new Error('changed my mind');
  await assert.rejects(bank.invite({ partner }, { signal: AbortSignal.abort(why) }), why);
  assert.equal((await bank.partner({ partner })).status, 'uninvited');
});

test('the outbox is delivered', async () => {
  const { bank, partner } = await pawnee();
  await bank.invite({ partner });
  const messages = await bank.claim({ lease_seconds: 60, limit: 10, link: 'https://bank.example/join#{token}' });
  assert.deepEqual(messages.map(({ kind }) => kind), ['invitation']);
  assert.match(messages[0].text, /https:\/\/bank\.example\/join#\S{64}/);
  const outcome = { message: messages[0].id, attempt: messages[0].delivery.attempts, result: 'sent' };
  assert.deepEqual(await bank.settle({ outcomes: [outcome] }), ['done']);
});
