// Files to import, in whatever shape a host has them, handed over piece by piece.
'use strict';

/** How much is handed over at once of what is in memory anyway. */
const PIECE = 1 << 20;

function* pieces(bytes) {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function bytesOf(value) {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return undefined;
}

/** What a host gave: `{ path }`, `{ bytes }`, or `{ chunks, total }` with something that can be iterated. */
function sourceOf(given) {
  if (typeof given === 'string') return { path: given };
  if (given instanceof URL) return { path: require('node:url').fileURLToPath(given) };
  const bytes = bytesOf(given);
  if (bytes) return { bytes, chunks: pieces(bytes), total: bytes.length };
  if (typeof Blob === 'function' && given instanceof Blob) return { chunks: given.stream(), total: given.size };
  if (typeof given?.[Symbol.asyncIterator] === 'function' || typeof given?.[Symbol.iterator] === 'function') {
    return { chunks: given };
  }
  throw new TypeError('a file is a path, a URL, bytes, a Blob, a stream, or something to iterate over');
}

/** A piece as bytes. */
function piece(chunk) {
  if (typeof chunk === 'string') return Buffer.from(chunk);
  const bytes = bytesOf(chunk);
  if (!bytes) throw new TypeError('a piece of a file is text or bytes');
  return bytes;
}

/**
 * Hands all of `chunks` over to `job`, no more at once than it takes. Gives a function that stops it, and a promise of the
 * error the source ended with, if it did.
 */
function feed(job, chunks) {
  let stopped = false;
  let wake = () => {};
  /** The same promise, unless it is stopped first: a source may never say another word. */
  const unlessStopped = (promise) =>
    new Promise((resolve, reject) => {
      wake = resolve;
      Promise.resolve(promise).then(resolve, reject);
    });
  const run = async () => {
    const iterator = chunks[Symbol.asyncIterator]?.() ?? chunks[Symbol.iterator]();
    try {
      while (!stopped) {
        const next = await unlessStopped(iterator.next());
        if (stopped) break;
        if (next.done) {
          job.end();
          return undefined;
        }
        if (!(await job.write(piece(next.value)))) break;
      }
    } catch (error) {
      job.fail(String(error?.message ?? error));
      leave(chunks, iterator, error);
      return error;
    }
    leave(chunks, iterator);
    return undefined;
  };
  const failure = run();
  return {
    failure,
    stop() {
      stopped = true;
      wake();
    },
  };
}

/** Lets go of a source that is not read to its end. */
function leave(chunks, iterator, error) {
  // A generator that still waits would return only after that, so a stream is told itself.
  if (typeof chunks.destroy === 'function') chunks.destroy();
  // What it says to that no longer matters to anybody: the import has its answer, or `error` is on its way.
  Promise.resolve(error === undefined ? iterator.return?.() : undefined).catch(() => {});
}

module.exports = { sourceOf, feed };
