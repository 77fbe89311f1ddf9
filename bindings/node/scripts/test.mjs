// All tests: in this thread, and what the module promises once more in a worker thread.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const files = readdirSync(join(here, 'test')).filter((name) => name.endsWith('.test.mjs')).map((name) => join('test', name));
const given = process.argv.slice(2);
const { status } = spawnSync(process.execPath, ['--expose-gc', '--test', '--test-reporter=spec', ...(given.length ? given : files)], { cwd: here, stdio: 'inherit' });
process.exit(status ?? 1);
