// Packs what is published into a folder: the module, and the native part of every platform that was built.
// node scripts/pack.mjs FOLDER
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PLATFORMS, main } from './platforms.mjs';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const npmPack = (folder, to) =>
  JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', to], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))[0].filename;

/** Packs into `to`; gives the names of the files, the module first. */
export function pack(to) {
  const folder = mkdtempSync(join(tmpdir(), 'partnerkit-pack-'));
  try {
    for (const name of ['bin', 'lib', 'types', 'README.md']) cpSync(join(here, name), join(folder, name), { recursive: true });
    const { devDependencies, scripts, ...published } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
    // Only here: in a checkout the native part is built, and none of these packages need be there.
    published.optionalDependencies = Object.fromEntries(PLATFORMS.map((name) => [`${main.name}-${name}`, main.version]));
    writeFileSync(join(folder, 'package.json'), JSON.stringify(published, null, 2));
    const platforms = PLATFORMS.map((name) => join(here, 'npm', name)).filter((path) => existsSync(path));
    return [folder, ...platforms].map((path) => npmPack(path, to));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const name of pack(resolve(process.argv[2] ?? '.'))) console.log(name);
}
