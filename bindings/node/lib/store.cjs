// Stores written in JavaScript. Nobody is blocked: the work runs on another thread, and each question it has comes here.
'use strict';

const native = require('./native.cjs');
const { PartnerkitError, remember } = require('./error.cjs');

/** What went wrong in the host's own code: in a code the library knows, with the error itself to be found again. */
function failed(error) {
  const code = PartnerkitError.is(error) && error.category === 'store' ? error.code : 'store_failed';
  return { error: { code, said: remember(error) } };
}

const bytes = (text) => Buffer.from(text, 'hex');
const hex = (given) => (given == null ? null : Buffer.from(given).toString('hex'));

/** Answers questions about an ordered map; one transaction is open at a time. */
function mapAnswers(map) {
  let transaction;
  const apply = async (changes) => {
    for (const { key, value } of changes) {
      if (value === null) await transaction.remove(bytes(key));
      else await transaction.put(bytes(key), bytes(value));
    }
  };
  const end = async (keep, changes) => {
    const ended = transaction;
    try {
      await apply(changes);
    } catch (error) {
      transaction = undefined;
      await ended.end(false);
      throw error;
    }
    transaction = undefined;
    await ended.end(keep);
    return null;
  };
  return async ({ changes = [], begin, get, page, end: ending }) => {
    if (begin) {
      transaction = await map.begin({ writes: begin.writes });
      return null;
    }
    if (ending) return end(ending.keep, changes);
    await apply(changes);
    if (get) return hex(await transaction.get(bytes(get.key)));
    const { from, to, backwards, limit } = page;
    const found = await transaction.page(bytes(from), bytes(to), { backwards, limit });
    return Array.from(found, ([key, value]) => [hex(key), hex(value)]);
  };
}

/** A store of the host's as the native part asks it. */
function nativeStore(store) {
  const isMap = typeof store?.begin === 'function';
  if (!isMap && typeof store?.call !== 'function') {
    throw new TypeError('a store has `begin`, as an ordered map has, or `call`, which answers every call of a store');
  }
  const answers = isMap ? mapAnswers(store) : async (call) => store.call(call);
  const asked = new native.NativeStore((number, question) => {
    answers(JSON.parse(question))
      .then((value) => JSON.stringify({ ok: value ?? null }))
      .catch((error) => JSON.stringify(failed(error)))
      .then((text) => asked.answer(number, text));
  });
  return { asked, isMap };
}

module.exports = { nativeStore };
