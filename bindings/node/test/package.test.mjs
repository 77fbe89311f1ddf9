// What is published: installed from the tarballs into an empty project, and what is said where the native part is missing.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { pack } from '../scripts/pack.mjs';
import { main, platformName } from '../scripts/platforms.mjs';

const run = promisify(execFile);
const USE = `const bank = memory().createBankSync({ name: 'Pawnee', email: 'a@b.co' });
  console.log(bank.dashboardSync() !== undefined, checkStore.name);`;

/** An empty project with the given tarballs installed, and nothing from a registry. */
async function project(t, tarballs) {
  const folder = mkdtempSync(join(tmpdir(), 'partnerkit-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true }');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], { cwd: folder });
  const node = async (...args) => (await run(process.execPath, args, { cwd: folder })).stdout.trim();
  return { folder, node };
}

test('the tarballs install into an empty project, for both kinds of modules and the command', async (t) => {
  const to = mkdtempSync(join(tmpdir(), 'partnerkit-'));
  t.after(() => rmSync(to, { recursive: true }));
  const names = pack(to);
  assert.ok(names.includes(`partnerkit-${main.version}.tgz`));
  assert.ok(names.includes(`partnerkit-${platformName()}-${main.version}.tgz`), names.join());
  const [whole, alone] = await Promise.all([project(t, names.map((name) => join(to, name))), project(t, [join(to, names[0])])]);

  const esm = `import { memory } from 'partnerkit'; import { checkStore } from 'partnerkit/testing'; ${USE}`;
  const cjs = `const { memory } = require('partnerkit'); const { checkStore } = require('partnerkit/testing'); ${USE}`;
  assert.equal(await whole.node('--input-type=module', '-e', esm), 'true checkStore');
  assert.equal(await whole.node('--input-type=commonjs', '-e', cjs), 'true checkStore');
  const { stdout } = await run('npx', ['--offline', 'partnerkit', 'demo'], { cwd: whole.folder });
  assert.match(stdout, /372 partners/);
  assert.match(stdout, /has imported its partners already/);
  await assert.rejects(run('npx', ['--offline', 'partnerkit', 'fly'], { cwd: whole.folder }), { code: 2 });

  const missing = await alone.node('-e', cjs).catch((error) => error.stderr);
  assert.match(missing, new RegExp(`no native part for this platform \\(${platformName()}\\)`));
  assert.match(missing, /--include=optional/);
});
