// Imports from anything: with back-pressure, progress and a way out, beside an event loop that goes on.
import assert from 'node:assert/strict';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { PartnerkitError, memory, open } from 'partnerkit';
import { isLong } from './long.mjs';

const FILE = 'name,email\nBallard Food Bank,ballard@example.org\nPantry,pantry@example.org\n';
const fresh = () => memory().createBank({ name: 'Pawnee', email: 'bank@example.org' });
const count = async (bank) => (await bank.partners({ limit: 1 })).counts.uninvited ?? 0;

/** A file of so many rows, made while it is read. */
function* rows(number) {
  yield 'name,email\n';
  for (let at = 0; at < number; at += 1_000) {
    let text = '';
    for (let n = at; n < Math.min(number, at + 1_000); n += 1) text += `Shelter number ${n},shelter${n}@example.org\n`;
    yield text;
  }
}

test('a file may be a path, a URL, bytes, a Blob, a stream, a web stream, or anything that can be iterated', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partnerkit-'));
  try {
    const path = join(folder, 'partners.csv');
    writeFileSync(path, FILE);
    const bytes = Buffer.from(FILE);
    const sources = {
      path,
      url: pathToFileURL(path),
      buffer: bytes,
      'array buffer': bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
      view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
      blob: new Blob([FILE]),
      stream: createReadStream(path),
      'stream of small pieces': createReadStream(path, { highWaterMark: 3 }),
      'web stream': Readable.toWeb(createReadStream(path)),
      'list of texts': [FILE.slice(0, 20), FILE.slice(20)],
      'generator of bytes': (async function* () {
        for (const byte of bytes) yield Uint8Array.of(byte);
      })(),
    };
    const digests = new Set();
    for (const [name, source] of Object.entries(sources)) {
      const bank = await fresh();
      const receipt = await bank.importPartners(source);
      assert.equal(receipt.partners, 2, name);
      assert.equal(receipt.report.rows, 2, name);
      assert.equal(receipt.bytes, bytes.length, name);
      digests.add(receipt.digest);
      assert.equal(await count(bank), 2, name);
    }
    assert.equal(digests.size, 1);
    for (const source of [path, bytes]) {
      const bank = await fresh();
      assert.ok(bank.previewImportSync(source).rows === 2);
      assert.equal(bank.importPartnersSync(source).partners, 2);
    }
    const bank = await fresh();
    for (const wrong of [7, null, undefined, {}]) await assert.rejects(bank.importPartners(wrong), TypeError);
    assert.throws(() => bank.importPartnersSync(Readable.from([FILE])), TypeError);
    await assert.rejects(bank.importPartners(join(folder, 'nowhere.csv')), (error) => error.code === 'import_unreadable' && error.cause instanceof Error);
    assert.equal(await count(bank), 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('once, and never twice: the error has the receipt, and a refused file its report', async () => {
  const bank = await fresh();
  const refused = await bank.importPartners(Buffer.from('name,email\nA,\n,b@b.co\n')).catch((error) => error);
  assert.equal(refused.code, 'import_refused');
  assert.deepEqual(refused.params.report.problems.map(({ line, code }) => [line, code]), [[2, 'email_missing'], [3, 'name_missing']]);
  const first = await bank.importPartners(Buffer.from(FILE), { key: 'spring' });
  const again = await bank.importPartners(Buffer.from(FILE), { key: 'spring' });
  assert.deepEqual({ ...again, report: null }, { ...first, report: null });
  const twice = await bank.importPartners(Buffer.from(FILE)).catch((error) => error);
  assert.ok(PartnerkitError.is(twice));
  assert.equal(twice.code, 'already_imported');
  assert.equal(twice.params.receipt.partners, 2);
});

test('a preview leaves nothing behind', async () => {
  const bank = await fresh();
  const report = await bank.previewImport(Readable.from([FILE]));
  assert.equal(report.rows, 2);
  assert.equal(await count(bank), 0);
});

test('progress is told to the end, and no more is read ahead than is taken', async () => {
  const bank = await fresh();
  const seen = [];
  let read = 0;
  let ahead = 0;
  const source = (async function* () {
    for (const piece of rows(20_000)) {
      read += piece.length;
      ahead = Math.max(ahead, read - (seen.at(-1)?.bytes ?? 0));
      yield piece;
    }
  })();
  const receipt = await bank.importPartners(source, { onProgress: (progress) => seen.push(progress), total: 1_000_000 });
  assert.ok(seen.length > 5);
  assert.deepEqual(seen.map(({ bytes }) => bytes), seen.map(({ bytes }) => bytes).sort((a, b) => a - b));
  assert.equal(seen.at(-1).bytes, receipt.bytes);
  assert.equal(seen.at(-1).rows, 20_000);
  // 64 KiB between two words of progress, a piece that is read, one on its way, and words that are still to come.
  assert.ok(ahead < 512 * 1024, `${ahead} bytes were read ahead`);
});

test('aborting leaves nothing behind, whatever the source does', async () => {
  const why = new Error('changed my mind');
  const stalled = async function* () {
    yield FILE;
    await new Promise(() => {});
  };
  let destroyed = 0;
  const never = () => new Readable({ read() {}, destroy(error, done) { destroyed += 1; done(error); } });
  const endless = async function* () {
    yield 'name,email\n';
    for (let n = 0; ; n += 1) yield `Shelter ${n},s${n}@example.org\n`.repeat(1);
  };
  for (const source of [stalled(), never(), endless()]) {
    const bank = await fresh();
    const controller = new AbortController();
    const importing = bank.importPartners(source, { signal: controller.signal });
    await sleep(20);
    controller.abort(why);
    await assert.rejects(importing, why);
    assert.equal(await count(bank), 0);
    assert.equal((await bank.importPartners(Buffer.from(FILE))).partners, 2, 'the one chance is kept');
  }
  assert.equal(destroyed, 1);
  const bank = await fresh();
  await assert.rejects(bank.importPartners(Buffer.from(FILE), { signal: AbortSignal.abort() }), { name: 'AbortError' });
  await assert.rejects(bank.importPartners(Buffer.from([...rows(200_000)].join('')), { signal: AbortSignal.timeout(30) }), { name: 'TimeoutError' });
  assert.equal(await count(bank), 0);
});

test('a listener that throws, and a source that fails, import nothing', async () => {
  const bank = await fresh();
  const why = new Error('no');
  await assert.rejects(bank.importPartners(rows(100_000), { onProgress: () => { throw why; } }), why);
  const failing = (async function* () {
    yield FILE;
    throw why;
  })();
  const error = await bank.importPartners(failing).catch((caught) => caught);
  assert.equal(error.code, 'import_unreadable');
  assert.equal(error.cause, why);
  const objects = await bank.importPartners(Readable.from([{ name: 'A' }])).catch((caught) => caught);
  assert.ok(objects.code === 'import_unreadable' && objects.cause instanceof TypeError);
  assert.equal(await count(bank), 0);
});

test('a file that is refused early is not read to its end, and its stream is closed', async () => {
  const bank = await fresh();
  let returned = false;
  const source = (function* () {
    try {
      yield 'no,such,header\n';
      for (;;) yield 'a,b,c\n'.repeat(10_000);
    } finally {
      returned = true;
    }
  })();
  await assert.rejects(bank.importPartners(source), { code: 'import_refused' });
  assert.ok(returned);
});

const ROWS = isLong ? 1_000_000 : 100_000;

test(`the event loop goes on during ${ROWS} rows, in flat memory`, { timeout: 540_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'partnerkit-'));
  try {
    const system = await open(join(folder, 'bank.db'), { survivePowerLoss: false });
    const bank = await system.createBank({ name: 'Pawnee', email: 'bank@example.org' });
    let [ticks, worst, last] = [0, 0, performance.now()];
    const before = process.memoryUsage.rss();
    let most = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      worst = Math.max(worst, now - last);
      [ticks, last] = [ticks + 1, now];
      most = Math.max(most, process.memoryUsage.rss());
    }, 5);
    const began = performance.now();
    const receipt = await bank.importPartners(Readable.from(rows(ROWS)));
    const took = performance.now() - began;
    clearInterval(timer);
    assert.equal(receipt.partners, ROWS);
    // Every tick that came in time says that nothing held the loop. A machine that is busy lets some come late.
    assert.ok(ticks > took / 50, `${ticks} ticks in ${took} ms`);
    const more = (most - before) / 2 ** 20;
    t.diagnostic(`${Math.round(took)} ms, ${ticks} ticks, the longest pause ${Math.round(worst)} ms, ${Math.round(more)} MiB more memory`);
    assert.ok(more < 256, `${more} MiB more`);
    await system.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
