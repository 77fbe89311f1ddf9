// Answers become values or exceptions here, and nowhere else.
'use strict';

const native = require('./native.cjs');

/** A refusal or a failure, with every reason. See `types/index.d.cts`. */
class PartnerkitError extends Error {
  constructor(error, cause) {
    super(error.message, cause === undefined ? undefined : { cause });
    this.code = error.code;
    this.category = error.category;
    this.params = error.params;
    this.reasons = error.reasons;
    this.retryable = error.retryable;
  }

  sentence(language = 'en', audience = 'staff') {
    // What else stands in a reason are its sentences, and this asks for those.
    const plain = this.reasons.map(({ code, params, field, section, line }) => ({ code, params, field, section, line }));
    return native.sentence(JSON.stringify(plain), language, audience);
  }

  toJSON() {
    const { code, category, message, params, reasons, retryable } = this;
    return { code, category, message, params, reasons, retryable };
  }

  static is(value) {
    return value instanceof PartnerkitError;
  }
}
Object.defineProperty(PartnerkitError.prototype, 'name', { value: 'PartnerkitError', configurable: true, writable: true });

/** Errors of the host's own code on their way through the native part, by number. The last ones are kept. */
const remembered = new Map();
let number = 0;

/** A text that stands for an error until it comes back. */
function remember(error) {
  number += 1;
  remembered.set(number, error);
  remembered.delete(number - 1_000);
  return `error ${number} of the store: ${error?.message ?? error}`;
}

/** What a driver said as an error: the host's own, where it was one. */
function causeOf(said) {
  if (said === undefined) return undefined;
  const own = /^error (\d+) of the store: /.exec(said);
  return (own && remembered.get(Number(own[1]))) ?? new Error(said);
}

/** What an answer says yes to; a no is thrown, with `cause` or what the driver said as its cause. */
function taken(text, cause) {
  const answer = JSON.parse(text);
  if (answer.error === undefined) return answer.ok;
  throw new PartnerkitError(answer.error, cause ?? causeOf(answer.cause));
}

/** The error for what cannot be a message at all. */
function invalid(detail, cause) {
  const reason = { code: 'wire_invalid', params: { detail } };
  const message = native.sentence(JSON.stringify([reason]), 'en', 'staff');
  const partner = native.sentence(JSON.stringify([reason]), 'en', 'partner');
  const reasons = [{ ...reason, staff: message, partner }];
  const { wire_invalid: code } = require('./tables.cjs').CODES;
  return new PartnerkitError({ ...code, code: reason.code, message, params: reason.params, reasons }, cause);
}

/** What the native part makes of values it was given; that it cannot is an error like any other. */
function made(make) {
  try {
    return make();
  } catch (error) {
    throw PartnerkitError.is(error) ? error : invalid(error.message, error);
  }
}

module.exports = { PartnerkitError, taken, invalid, made, remember };
