// Worker threads, processes that end by themselves, and memory that does not grow.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { isLong } from './long.mjs';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));

/** Runs a module in a process of its own; it must end by itself. */
async function inProcess(code, ...flags) {
  const { stdout } = await run(process.execPath, [...flags, '--input-type=module', '-e', code], { cwd: here, timeout: 120_000 });
  return stdout.trim();
}

const DAY = `
  import { memory, open } from 'partnerkit';
  const system = await open(PATH);
  const bank = await system.createBank({ name: 'Pawnee', email: 'a@b.co' });
  const { created } = await bank.addPartner({ name: 'Pantry', email: 'pantry@example.org' });
  await bank.invite({ partner: created.partner });
  await bank.importPartners(Buffer.from('name,email\\nA,a@b.co\\n'), { onProgress() {} });
`;

test('a process ends by itself, whether its system was closed or not, and leaves no handle open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partnerkit-'));
  try {
    for (const [n, end] of ['', 'await system.close();', 'system.closeSync();'].entries()) {
      const path = JSON.stringify(join(folder, `${n}.db`));
      const code = `${DAY.replace('PATH', path)} ${end}
        await new Promise((resolve) => setTimeout(resolve, 20));
        console.log(JSON.stringify(process.getActiveResourcesInfo().filter((kind) => !/^(TTYWrap|PipeWrap)$/.test(kind))));`;
      assert.equal(await inProcess(code), '[]');
    }
    const idle = `import { using } from 'partnerkit'; import { sortedMap } from './sorted-map.mjs';
      const system = await using(sortedMap()); await system.createBank({ name: 'Pawnee', email: 'a@b.co' }); console.log('ended');`;
    assert.equal(await inProcess(idle), 'ended');
    const busy = `${DAY.replace('PATH', JSON.stringify(join(folder, 'busy.db')))}
      bank.as(bank.actor).importPartners((async function* () { await new Promise(() => {}); })());
      console.log('ended'); process.exit(0);`;
    assert.equal(await inProcess(busy), 'ended');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('several worker threads share one file, each with the module for itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partnerkit-'));
  try {
    const workerData = { path: join(folder, 'bank.db') };
    const code = `
      const { workerData, parentPort, threadId } = require('node:worker_threads');
      const { open } = require('partnerkit');
      (async () => {
        const system = await open(workerData.path);
        const bank = await system.createBank({ name: 'Bank ' + threadId, email: 'a@b.co' });
        const adding = Array.from({ length: 20 }, (_, n) => bank.addPartner({ name: 'Pantry ' + n, email: n + '@example.org' }));
        await Promise.all(adding);
        const rejected = await bank.addPartner({ name: '', email: '' }).catch((error) => error.code);
        parentPort.postMessage([(await bank.partners({ limit: 100 })).partners.length, rejected]);
        await system.close();
      })();`;
    const workers = Array.from({ length: 4 }, () => new Worker(code, { eval: true, workerData }));
    const ends = workers.map((worker) => once(worker, 'exit'));
    const said = await Promise.all(workers.map((worker) => once(worker, 'message')));
    assert.deepEqual(said.map(([message]) => message), Array(4).fill([20, 'name_missing']));
    assert.deepEqual((await Promise.all(ends)).map(([code]) => code), [0, 0, 0, 0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a worker thread that is ended in the middle of work takes nothing along', async () => {
  const code = `
    const { parentPort } = require('node:worker_threads');
    const { memory, using } = require('partnerkit');
    (async () => {
      const bank = await memory().createBank({ name: 'Pawnee', email: 'a@b.co' });
      bank.importPartners((async function* () { yield 'name,email\\n'; await new Promise(() => {}); })());
      const stuck = await using({ begin: () => ({ get() {}, page: () => [], put() {}, remove() {}, end() {} }) });
      const never = await using({ call: () => new Promise(() => {}) });
      never.banks();
      setInterval(() => stuck.banks(), 1);
      parentPort.postMessage('busy');
    })();`;
  for (let n = 0; n < 5; n += 1) {
    const worker = new Worker(code, { eval: true });
    assert.deepEqual(await once(worker, 'message'), ['busy']);
    await worker.terminate();
  }
});

test('what the module promises holds in a worker thread too', async () => {
  const code = `
    require('node:test');
    import(${JSON.stringify(new URL('api.test.mjs', import.meta.url).href)});`;
  const worker = new Worker(code, { eval: true, stdout: true });
  let told = '';
  worker.stdout.on('data', (piece) => { told += piece; });
  const [exit] = await once(worker, 'exit');
  assert.equal(exit, 0, told);
});

const CALLS = isLong ? 100_000 : 20_000;

test(`${CALLS} calls leave nothing behind`, { timeout: 300_000 }, async () => {
  const code = `
    import { memory, can } from 'partnerkit';
    const bank = await memory().createBank({ name: 'Pawnee', email: 'a@b.co' });
    const { created } = await bank.addPartner({ name: 'Pantry', email: 'pantry@example.org' });
    const row = await bank.partner({ partner: created.partner });
    const round = async (times) => {
      for (let n = 0; n < times; n += 5) {
        bank.partnerSync({ partner: created.partner });
        await bank.partner({ partner: created.partner });
        try { bank.approveSync({ partner: created.partner }); } catch {}
        await bank.approve({ partner: created.partner }).catch(() => {});
        await bank.importPartners(n % 1000 ? 'nowhere.csv' : Buffer.from('x')).catch(() => {});
        can(row, 'sign_in');
      }
      for (let n = 0; n < 5; n += 1) { gc(); await new Promise((resolve) => setTimeout(resolve, 10)); }
      return process.memoryUsage.rss();
    };
    await round(${CALLS / 5});
    const before = await round(${CALLS / 5});
    const after = await round(${CALLS});
    console.log(Math.round((after - before) / 1024));`;
  const more = Number(await inProcess(code, '--expose-gc'));
  // A leak of a hundred bytes a call would be ten megabytes after 100,000 calls.
  assert.ok(more < (isLong ? 8 : 4) * 1024, `${more} KiB more after ${CALLS} calls`);
});
