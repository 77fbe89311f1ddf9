// Files out: whole or not at all, and a refusal leaves a stream as it was.
import assert from 'node:assert/strict';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { PartnerkitError, memory, open, using, writeRejected, writeRejectedSync } from 'partnerkit';
import { sortedMap } from './sorted-map.mjs';

const LIST = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../../tests/data/partners.csv');
const fresh = () => memory().createBank({ name: 'Pawnee', email: 'bank@example.org' });
const refused = (code, more = () => true) => (error) => PartnerkitError.is(error) && error.code === code && more(error);

async function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'partnerkit-'));
  try {
    await use((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A stream of which everything written can be read. */
function collected() {
  const stream = new PassThrough();
  return { stream, content: text(stream) };
}

test('partners are exported to a path, a URL or a stream, and can be imported elsewhere', () => inFolder(async (at) => {
  const bank = await fresh();
  await bank.importPartners(LIST);
  const columns = ['name', 'email', 'group', 'quota', 'send_emails', 'default_storage_location', 'notes', 'info_for_partner', 'external_id'];
  const { stream, content } = collected();
  assert.deepEqual(await bank.exportPartners(stream, { columns }), { partners: 372, changed_meanwhile: false });
  await bank.exportPartners(at('async.csv'), { columns });
  await bank.exportPartners(createWriteStream(at('stream.csv')), { columns });
  bank.exportPartnersSync(pathToFileURL(at('sync.csv')), { columns });
  for (const name of ['async.csv', 'stream.csv', 'sync.csv']) assert.equal(readFileSync(at(name), 'utf8').replace('\uFEFF', ''), (await content).replace('\uFEFF', ''), name);
  assert.equal((await (await fresh()).importPartners(at('sync.csv'))).partners, 372);
  const all = collected();
  await bank.exportPartners(all.stream, { filter: { text: 'no such name' } });
  assert.match(await all.content, /^.?name,email,status,/);
}));

test('a file that is there is never written over, and a refusal leaves a stream untouched', () => inFolder(async (at) => {
  const bank = await fresh();
  writeFileSync(at('mine.csv'), 'mine');
  await assert.rejects(bank.exportPartners(at('mine.csv')), refused('export_failed'));
  assert.throws(() => bank.writeOutSync(at('mine.csv')), refused('take_along_unwritable'));
  assert.equal(readFileSync(at('mine.csv'), 'utf8'), 'mine');
  const stranger = bank.as({ role: 'partner_user', partner: '00000000-0000-4000-8000-000000000000', person: bank.actor.person });
  const { stream } = collected();
  const no = await stranger.exportPartners(stream, { language: 'es' }).then(assert.fail, (error) => error);
  assert.ok(refused('not_permitted')(no) || refused('not_found')(no), String(no));
  assert.equal(no.message, no.sentence('es', 'partner'));
  assert.ok(stream.writable && !stream.destroyed && stream.readableLength === 0);
  await assert.rejects(stranger.exportPartners(at('none.csv')), PartnerkitError);
  assert.ok(!existsSync(at('none.csv')));
  assert.throws(() => bank.exportPartnersSync(at('none.csv'), { columns: ['shoe_size'] }), refused('wire_invalid', ({ params }) => params.detail.includes('shoe_size')));
}));

test('what fails in a stream, or is aborted, ends the writing and is told', async () => {
  const bank = await fresh();
  await bank.importPartners(async function* () {
    yield 'name,email\n';
    for (let n = 0; n < 5_000; n += 1) yield `Shelter number ${n},shelter${n}@example.org\n`;
  }());
  let taken = 0;
  const full = new Writable({
    write(chunk, _, done) {
      taken += chunk.length;
      done(taken > 100_000 ? new Error('the disk is full') : null);
    },
  });
  await assert.rejects(bank.exportPartners(full), refused('export_failed', ({ cause }) => cause.message === 'the disk is full'));
  const stop = new AbortController();
  const slow = new Writable({ write(_, __, done) { stop.abort(new Error('enough')); setImmediate(done); } });
  await assert.rejects(bank.exportPartners(slow, { signal: stop.signal }), /enough/);
  assert.ok(slow.destroyed);
  await assert.rejects(bank.exportPartners(new PassThrough(), { signal: stop.signal }), /enough/);
});

test('a bank in a store in JavaScript is written out, and an end to it holds up nobody', async () => {
  const bank = await (await using(sortedMap())).createBank({ name: 'Pawnee', email: 'bank@example.org' });
  await bank.importPartners(LIST);
  const { stream, content } = collected();
  const { pieces } = await bank.writeOut(stream);
  assert.equal((await content).trimEnd().split('\n').length, pieces + 2);
  const stop = new AbortController();
  const slow = new Writable({ highWaterMark: 1, write() { stop.abort(new Error('enough')); } });
  await assert.rejects(bank.writeOut(slow, { signal: stop.signal }), /enough/);
  assert.equal((await bank.partners({ limit: 1 })).counts.uninvited, 372);
});

test('a bank moves to another store as a file', () => inFolder(async (at) => {
  const system = memory();
  const bank = await system.createBank({ name: 'Pawnee', email: 'bank@example.org' });
  const { created: { partner } } = await bank.addPartner({ name: 'Pantry', email: 'pantry@example.org' });
  const taken = await bank.writeOut(createWriteStream(at('bank.taken')));
  assert.equal(taken.bank, bank.id);
  const other = await open(at('other.db'));
  assert.deepEqual(await other.readIn(pathToFileURL(at('bank.taken'))), taken);
  assert.deepEqual(await other.as(bank.actor).partner({ partner }), await bank.partner({ partner }));
  await assert.rejects(other.readIn(at('bank.taken')), PartnerkitError);
  await other.close();
  const half = readFileSync(at('bank.taken')).subarray(0, -100);
  writeFileSync(at('half.taken'), half);
  assert.throws(() => memory().readInSync(at('half.taken')), refused('take_along_truncated'));
  assert.throws(() => memory().readInSync(at('none.taken')), refused('take_along_unreadable'));
}));

test('rejected rows come back with their reasons, in the language asked for', () => inFolder(async (at) => {
  const list = Buffer.from('name,email\nBallard Food Bank,n/a\nPantry,pantry@example.org\n');
  const bank = await fresh();
  const report = await bank.previewImport(list, { language: 'es' });
  const { stream, content } = collected();
  assert.equal(await writeRejected(list, report, stream, { language: 'es' }), 1);
  assert.equal(writeRejectedSync(list, report, at('rejected.csv')), 1);
  assert.match(await content, /Ballard Food Bank,n\/a,.*n\/a/);
  assert.ok((await content).includes(report.problems[0].sentence), await content);
  await assert.rejects(writeRejected(Buffer.from('name,email\n'), report, at('other.csv')), refused('other_file'));
  assert.ok(!existsSync(at('other.csv')));
}));
