// Whether a store in JavaScript keeps every promise of a store: the same cases that our own stores are held to.
'use strict';

const native = require('./native.cjs');
const { nativeStore } = require('./store.cjs');

/** The names of all cases. */
function storeCases() {
  return native.cases();
}

/** Runs one case on a fresh store; rejects with what is wrong. */
async function runCase(name, factory) {
  const number = native.cases().indexOf(name);
  if (number < 0) throw new RangeError(`there is no case "${name}"`);
  const store = await factory();
  try {
    const { asked, isMap } = nativeStore(store);
    const wrong = await native.runCase(number, asked, isMap);
    if (wrong !== null && wrong !== undefined) throw new Error(`${name}: ${wrong}`);
  } finally {
    await store.close?.();
  }
}

/** Runs all of them, one after the other; rejects with all that is wrong. */
async function checkStore(factory, { onCase } = {}) {
  const cases = native.cases();
  const wrong = [];
  for (const name of cases) {
    let error;
    try {
      await runCase(name, factory);
    } catch (caught) {
      error = caught;
      wrong.push(caught);
    }
    onCase?.(name, error);
  }
  if (wrong.length > 0) {
    const said = wrong.map((error) => error.message).join('\n');
    throw new AggregateError(wrong, `${wrong.length} of ${cases.length} promises are broken:\n${said}`);
  }
  return { cases: cases.length };
}

exports.storeCases = storeCases;
exports.runCase = runCase;
exports.checkStore = checkStore;
