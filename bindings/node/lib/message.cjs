// Messages as text. What JSON would change without a word is refused instead.
'use strict';

const { invalid } = require('./error.cjs');

/** For `JSON.stringify`: `this` holds the value as it was, before `toJSON`. */
function exact(key, value) {
  if (typeof value === 'number' && !Number.isFinite(value)) throw invalid(`${key} is ${value}, which is no number in JSON`);
  if (value === null && this[key] instanceof Date) throw invalid(`${key} is an invalid date`);
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw invalid(`${key} is ${value}, which is too large`);
    return number;
  }
  // Sets are what the wire has lists for.
  if (value instanceof Set) return [...value];
  return value;
}

/** `message` as text. */
function encode(message) {
  try {
    return JSON.stringify(message, exact);
  } catch (error) {
    if (error.code === 'wire_invalid') throw error;
    throw invalid(error.message, error);
  }
}

module.exports = { encode };
