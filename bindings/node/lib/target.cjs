// Files that are written: to a path, or into whatever stream a host has.
'use strict';

const { Readable } = require('node:stream');
const { pipeline } = require('node:stream/promises');
const { fileURLToPath } = require('node:url');
const { taken } = require('./error.cjs');

const pathOf = (target) => (target instanceof URL ? fileURLToPath(target) : target);

/**
 * Runs a job that writes. A stream is ended with the file; a refusal leaves it as it is, so that it can still be told
 * something else.
 */
async function write(job, target, { signal } = {}) {
  signal?.throwIfAborted();
  const path = pathOf(target);
  if (typeof path === 'string') return taken(await job.runFile(path));
  const answered = job.run();
  const first = await job.next();
  if (first === null) return taken(await answered);
  let failure;
  try {
    await pipeline(Readable.from(pieces(job, first, answered)), target, { signal });
  } catch (error) {
    failure = error;
  } finally {
    job.cancel();
  }
  const text = await answered;
  signal?.throwIfAborted();
  const written = taken(text, failure);
  if (failure) throw failure;
  return written;
}

/** All pieces. The last one is followed by the answer: half a file must not look like a whole one. */
async function* pieces(job, first, answered) {
  for (let piece = first; piece !== null; piece = await job.next()) yield piece;
  taken(await answered);
}

/** The same at once, to a path. */
function writeSync(job, target) {
  const path = pathOf(target);
  if (typeof path !== 'string') throw new TypeError('at once, a file is written to a path or a URL');
  return taken(job.runFileSync(path));
}

module.exports = { write, writeSync, pathOf };
