// The example in examples/express, over HTTP.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as send } from 'node:http';
import test from 'node:test';
import { memory, personId } from 'partnerkit';
import { app } from '../examples/express/app.mjs';

/** The application with a bank; `ask` speaks as staff unless somebody else is named. */
async function started(t) {
  const system = memory();
  const bank = await system.createBank({ name: 'Pawnee', email: 'bank@example.org' });
  const people = new Map([['staff', { role: 'bank_staff', bank: bank.id, person: personId('staff@example.org') }]]);
  const server = app(system, (request) => people.get(request.get('Authorization'))).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  const at = `http://127.0.0.1:${server.address().port}`;
  const ask = async (path, { who = 'staff', body, headers, ...more } = {}) => {
    const json = body && typeof body !== 'string';
    const response = await fetch(at + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: who, ...(json && { 'Content-Type': 'application/json' }), ...headers },
      body: json ? JSON.stringify(body) : body,
      ...more,
    });
    return [response.status, await response.json()];
  };
  return { system, bank, people, ask, at };
}

const FILE = 'name,email\nBallard Food Bank,ballard@example.org\nPantry,pantry@example.org\n';

test('the guide of a bank over HTTP, from the import to a request that is refused', async (t) => {
  const { bank, people, ask } = await started(t);
  assert.deepEqual((await ask('/partners', { who: 'nobody' }))[0], 401);
  const [created, receipt] = await ask('/partners/import', { body: FILE, headers: { 'Idempotency-Key': 'spring' } });
  assert.deepEqual([created, receipt.partners], [201, 2]);
  const [twice, refused] = await ask('/partners/import', { body: FILE });
  assert.deepEqual([twice, refused.code, refused.params.receipt.partners], [409, 'already_imported', 2]);

  const [, page] = await ask('/partners?text=pantry');
  assert.deepEqual(page.partners.map(({ name }) => name), ['Pantry']);
  const partner = page.partners[0].id;
  const [, row] = await ask(`/partners/${partner}`);
  assert.ok(row.actions.includes('invite'));
  const [, why] = await ask(`/partners/${partner}/why/make_requests`);
  assert.equal(why.allowed, false);

  // What the explanation says is done, one command after the other; then the answer is yes.
  for (const step of why.steps) assert.equal((await ask('/commands', { body: step.command }))[0], 200);
  assert.equal((await ask(`/partners/${partner}/why/make_requests`))[1].allowed, true);

  people.set('user', { role: 'partner_user', bank: bank.id, partner, person: personId('pantry@example.org') });
  const body = { submit_request: { partner, kind: 'quantity', lines: [] } };
  const [status, said] = await ask('/commands', { who: 'user', body, headers: { 'Accept-Language': 'es' } });
  assert.equal(status, 400);
  assert.equal(said.code, 'no_lines');
  assert.ok(!/At least/.test(said.message), said.message);
  const other = page.partners[0].id.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  assert.deepEqual((await ask(`/partners/${other}`))[0], 404);
});

test('a repeated click is done once', async (t) => {
  const { bank, ask } = await started(t);
  const headers = { 'Idempotency-Key': 'ba7816bf-8f01-4fea-8141-40de5dae2223' };
  const body = { add_category: { name: 'Diapers' } };
  const first = await ask('/commands', { body, headers });
  assert.deepEqual(await ask('/commands', { body, headers }), first);
  assert.equal((await bank.categories()).length, 1);
});

test('a client that goes away in the middle of its file imports nothing', async (t) => {
  const { bank, at, ask } = await started(t);
  const upload = send(`${at}/partners/import`, { method: 'POST', headers: { Authorization: 'staff', 'Content-Length': 1_000_000 } });
  upload.on('error', () => {});
  upload.write(FILE);
  await new Promise((resolve) => setTimeout(resolve, 50));
  upload.destroy();
  // The one chance is kept: the whole file comes through afterwards.
  assert.equal((await ask('/partners/import', { body: FILE }))[1].partners, 2);
  assert.equal((await bank.partners({ limit: 10 })).partners.length, 2);
});
