// Builds the native part for this machine into npm/<platform>, from where the loader takes it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { platformName, platformPackage } from './platforms.mjs';

const here = dirname(dirname(fileURLToPath(import.meta.url)));

/** Compiles the native part; gives its path. */
function compile() {
  const messages = execFileSync(
    'cargo',
    ['rustc', '--release', '--locked', '-p', 'partnerkit-node', '--lib', '--message-format=json-render-diagnostics', '--', '-C', 'strip=symbols'],
    { cwd: here, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const built = messages
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter((message) => message.reason === 'compiler-artifact' && message.target.name === 'partnerkit_node');
  const library = built.at(-1)?.filenames.find((name) => /\.(so|dylib|dll)$/.test(name));
  if (!library) throw new Error('cargo built no library');
  return library;
}

// A folder in which the libraries of all languages are built already (tests/run).
const folderOfBuilt = process.env.PARTNERKIT_BUILT;
const library = folderOfBuilt ? join(folderOfBuilt, 'libpartnerkit_node.so') : compile();

const name = platformName();
const folder = join(here, 'npm', name);
mkdirSync(folder, { recursive: true });
// A new file, for a program that runs has the old one mapped into its memory.
rmSync(join(folder, 'partnerkit.node'), { force: true });
copyFileSync(library, join(folder, 'partnerkit.node'));
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(platformPackage(name), null, 2)}\n`);
console.log(`built ${join('npm', name, 'partnerkit.node')}`);
