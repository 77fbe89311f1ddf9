// The store on pg, inside a transaction that the host has begun (tests/postgres gives a server).
import assert from 'node:assert/strict';
import test from 'node:test';
import pg from 'pg';
import { connect, connectSync, using } from 'partnerkit';
import { runCase, storeCases } from 'partnerkit/testing';
import { createTable, pgMap } from '../examples/stores/pg.mjs';
import { someOf } from './long.mjs';

const connectionString = process.env.PARTNERKIT_POSTGRES_URL;
assert.ok(connectionString, 'no server: run tests/postgres npm test, or name one in PARTNERKIT_POSTGRES_URL');

async function connected() {
  const client = new pg.Client({ connectionString: connectionString.replace(/\?.*$/, '') });
  await client.connect();
  return client;
}

test('the store on pg keeps every promise, within one transaction of the host', { timeout: 540_000 }, async (t) => {
  const client = await connected();
  try {
    const fresh = async () => {
      await client.query('BEGIN');
      await createTable(client);
      return { ...pgMap(client), close: () => client.query('ROLLBACK') };
    };
    const cases = someOf(storeCases());
    for (const name of cases) await runCase(name, fresh);
    t.diagnostic(`${cases.length} promises`);
  } finally {
    await client.end();
  }
});

test('the host decides whether its rows and ours last, together', async () => {
  const [client, other] = [await connected(), await connected()];
  try {
    await client.query('DROP TABLE IF EXISTS partnerkit; DROP TABLE IF EXISTS notes; CREATE TABLE notes (text text)');
    await createTable(client);
    await client.query('BEGIN');
    const system = await using(pgMap(client));
    const bank = await system.createBank({ name: 'Pawnee', email: 'a@b.co' });
    await client.query('COMMIT');
    for (const [end, kept] of [['ROLLBACK', 0], ['COMMIT', 1]]) {
      await client.query('BEGIN');
      await client.query("INSERT INTO notes VALUES ('a new partner')");
      await bank.addPartner({ name: 'Pantry', email: 'pantry@example.org' });
      await assert.rejects(bank.addPartner({ name: 'Pantry', email: 'pantry@example.org' }), { code: 'name_taken' });
      // A refusal of ours leaves the host's transaction in order.
      await client.query(end);
      assert.equal((await other.query('SELECT count(*)::int FROM notes')).rows[0].count, kept);
      await other.query('BEGIN');
      const seen = await using(pgMap(other));
      assert.equal((await seen.as(bank.actor).partners({ limit: 9 })).partners.length, kept);
      await other.query('ROLLBACK');
    }
    await client.query('DROP TABLE partnerkit; DROP TABLE notes');
  } finally {
    await Promise.all([client.end(), other.end()]);
  }
});

test('our own store on PostgreSQL, by URL', async () => {
  const system = await connect(connectionString, { connections: 2 });
  const bank = await system.createBank({ name: 'Pawnee', email: 'a@b.co' });
  await bank.addPartner({ name: 'Pantry', email: 'pantry@example.org' });
  const again = connectSync(connectionString);
  assert.equal(again.as(bank.actor).partnersSync({ limit: 9 }).partners.length, 1);
  await system.close();
  again.closeSync();
  await assert.rejects(connect('postgres://nobody@127.0.0.1:1/none'), { code: 'store_unavailable' });
});
