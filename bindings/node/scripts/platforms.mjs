// The packages that carry the native part, one for each platform.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
export const main = require('../package.json');
export const platformName = require('../lib/platform.cjs');

/** Every platform a release is built for. */
export const PLATFORMS = [
  'linux-x64-gnu', 'linux-arm64-gnu', 'linux-x64-musl', 'linux-arm64-musl', 'darwin-x64', 'darwin-arm64', 'win32-x64-msvc',
];

/** The package.json of a platform's package. npm installs it nowhere else. */
export function platformPackage(name) {
  const [os, cpu, kind] = name.split('-');
  const libc = { gnu: ['glibc'], musl: ['musl'] }[kind];
  return {
    name: `${main.name}-${name}`,
    version: main.version,
    description: `The native part of ${main.name} for ${name}`,
    license: main.license,
    main: 'partnerkit.node',
    files: ['partnerkit.node'],
    os: [os],
    cpu: [cpu],
    ...(libc && os === 'linux' ? { libc } : {}),
    engines: main.engines,
  };
}
