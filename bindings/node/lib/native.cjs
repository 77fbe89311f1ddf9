// Finds the native part: the package of this platform, or what `npm run build` made in this folder.
'use strict';

const { version } = require('../package.json');
const platform = require('./platform.cjs');

/** Loads the first place that has it. Anything but "there is nothing" is an error of its own. */
function load(name) {
  const places = [`partnerkit-${name}`, `../npm/${name}`];
  for (const place of places) {
    let path;
    try {
      path = require.resolve(place);
    } catch (error) {
      if (error.code === 'MODULE_NOT_FOUND') continue;
      throw error;
    }
    return require(path);
  }
  throw new Error(
    `partnerkit has no native part for this platform (${name}). It comes in the package partnerkit-${name}, which npm ` +
      'installs along unless told to leave out optional packages; try `npm install --include=optional`. In a checkout, ' +
      'run `npm run build` in bindings/node (this needs Rust).',
  );
}

const native = load(platform());
if (native.version() !== version) {
  throw new Error(
    `partnerkit ${version} found a native part of version ${native.version()}. Both must be of one version: install anew.`,
  );
}

module.exports = native;
