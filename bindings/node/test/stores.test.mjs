// Stores in JavaScript: the promises of a store, and what becomes of a host's own transaction and errors.
import assert from 'node:assert/strict';
import test from 'node:test';
import Database from 'better-sqlite3';
import { memory, using } from 'partnerkit';
import { checkStore, runCase, storeCases } from 'partnerkit/testing';
import { sqliteMap } from '../examples/stores/better-sqlite3.mjs';
import { someOf } from './long.mjs';
import { sortedMap } from './sorted-map.mjs';

const inSqlite = () => {
  const database = new Database(':memory:');
  return { ...sqliteMap(database), close: () => database.close() };
};

test('a map in JavaScript, whose every answer takes a turn of the loop, keeps every promise', async (t) => {
  assert.ok(storeCases().length > 120);
  const cases = someOf(storeCases());
  for (const name of cases) await runCase(name, sortedMap);
  t.diagnostic(`${cases.length} promises`);
});

test('the store on better-sqlite3 keeps every promise', async (t) => {
  const cases = someOf(storeCases());
  for (const name of cases) await runCase(name, inSqlite);
  t.diagnostic(`${cases.length} promises`);
});

test('a store that breaks a promise is caught', async () => {
  const forgetful = () => {
    const map = sortedMap();
    return { begin: async (what) => ({ ...(await map.begin(what)), end() {} }) };
  };
  await assert.rejects(runCase('rows a_partner_comes_back_as_written', forgetful));
  const dirty = () => {
    const map = sortedMap();
    return {
      async begin(what) {
        const transaction = await map.begin(what);
        return { ...transaction, end: () => transaction.end(true) };
      },
    };
  };
  await assert.rejects(runCase('keys a_partner_name_is_held_once', dirty), /something was written all the same/);
  const never = () => Promise.reject(new Error('no disk'));
  await assert.rejects(checkStore(never), (error) => error instanceof AggregateError && error.errors.length === storeCases().length);
  await assert.rejects(runCase('no such case', sortedMap), RangeError);
});

test('nothing lasts unless the host commits its own transaction', async () => {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE notes (text TEXT)');
  const system = await using(sqliteMap(database));
  const bank = await system.createBank({ name: 'Pawnee', email: 'a@b.co' });
  for (const end of ['ROLLBACK', 'COMMIT']) {
    database.exec('BEGIN IMMEDIATE');
    database.exec("INSERT INTO notes VALUES ('a new partner')");
    await bank.addPartner({ name: 'Pantry', email: 'pantry@example.org' });
    assert.equal((await bank.partners({ limit: 10 })).partners.length, 1);
    database.exec(end);
    const kept = end === 'COMMIT' ? 1 : 0;
    assert.equal((await bank.partners({ limit: 10 })).partners.length, kept);
    assert.equal(database.prepare('SELECT count(*) FROM notes').pluck().get(), kept);
  }
  await system.close();
  database.close();
});

test('an error of the host is the cause of ours, the very same one', async () => {
  const why = new TypeError('the host has lost its mind');
  let lost = false;
  const map = sortedMap();
  const system = await using({
    begin(what) {
      if (lost) throw why;
      return map.begin(what);
    },
  });
  const bank = await system.createBank({ name: 'Pawnee', email: 'a@b.co' });
  lost = true;
  const error = await bank.dashboard().catch((caught) => caught);
  assert.equal(error.code, 'store_failed');
  assert.equal(error.category, 'store');
  assert.equal(error.cause, why);
  lost = false;
  assert.ok(await bank.dashboard());
  await system.close();
});

test('the twins that block are refused, for they would wait for themselves', async () => {
  const system = await using(sortedMap());
  assert.throws(() => system.createBankSync({ name: 'Pawnee', email: 'a@b.co' }), { code: 'wire_invalid' });
  assert.throws(() => system.banksSync(), { code: 'wire_invalid' });
  await assert.rejects(using({}), TypeError);
  await system.close();
});

test('many commands at once, and an import, on one store in JavaScript', async () => {
  const system = await using(sortedMap());
  const bank = await system.createBank({ name: 'Pawnee', email: 'a@b.co' });
  const adding = Array.from({ length: 50 }, (_, n) => bank.addPartner({ name: `Pantry ${n}`, email: `p${n}@example.org` }));
  await Promise.all(adding);
  const rows = Array.from({ length: 2_000 }, (_, n) => `Shelter ${n},s${n}@example.org`);
  const receipt = await bank.importPartners([`name,email\n${rows.join('\n')}\n`]);
  assert.equal(receipt.partners, 2_000);
  assert.equal((await bank.partners({ limit: 1 })).counts.uninvited, 2_050);
  await system.close();
});

test('a store that answers every call itself', async () => {
  // What a call says is in core/schema/store.schema.json; here only that it comes, and its answer goes.
  const calls = [];
  const system = await using({
    async call(call) {
      calls.push(Object.keys(call)[0]);
      return [];
    },
  });
  assert.deepEqual(await system.banks(), []);
  assert.deepEqual(calls, ['banks']);
  await system.close();
  await memory().close();
});
