// Imports: from anything to one receipt, or nothing.
'use strict';

const native = require('./native.cjs');
const { taken, made } = require('./error.cjs');
const { sourceOf, feed } = require('./source.cjs');
const { write, writeSync } = require('./target.cjs');

/** Runs an import; `message` is the text of its message. Gives what it was answered. */
async function run(system, message, given, { onProgress, signal, total } = {}) {
  signal?.throwIfAborted();
  const source = sourceOf(given);
  const job = system.import(message);
  const heard = listener(job, onProgress);
  const abort = () => {
    job.cancel();
    feeding?.stop();
  };
  const answered =
    source.path === undefined
      ? job.run(total ?? source.total, heard.onRead)
      : job.runFile(source.path, heard.onRead);
  const feeding = source.path === undefined ? feed(job, source.chunks) : undefined;
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const text = await answered;
    feeding?.stop();
    const failure = await feeding?.failure;
    const answer = JSON.parse(text);
    // What was imported is imported, even if somebody changed their mind at the last moment.
    if (answer.error !== undefined) {
      heard.throwIfFailed();
      signal?.throwIfAborted();
    }
    const value = taken(text, answer.error?.code === 'import_unreadable' ? failure : undefined);
    heard.finish(value.report ?? value);
    return value;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** Tells the host how far it is. A listener that throws cancels the import, and its error is the import's. */
function listener(job, onProgress) {
  if (!onProgress) return { onRead: undefined, throwIfFailed() {}, finish() {} };
  let failure;
  let bytes = -1;
  let finished = false;
  const tell = (progress) => {
    if (failure || finished) return;
    try {
      bytes = progress.bytes;
      onProgress(progress);
    } catch (error) {
      failure = { error };
      job.cancel();
    }
  };
  return {
    onRead: ([rows, bytes, total]) => tell({ rows, bytes, total: total < 0 ? null : total }),
    throwIfFailed() {
      if (failure) throw failure.error;
    },
    finish(report) {
      // The last word may still be on its way; the host hears it before its promise is kept.
      if (bytes !== report.bytes) tell({ rows: report.rows, bytes: report.bytes, total: report.bytes });
      finished = true;
    },
  };
}

/** The same at once, from a path or bytes. */
function runSync(system, message, given) {
  const { path, bytes } = sourceOf(given);
  if (path !== undefined) return taken(system.import(message).runFileSync(path));
  if (bytes === undefined) throw new TypeError('at once, only a path, a URL or bytes can be imported');
  return taken(system.importBytesSync(message, bytes));
}

/** Reads a list again and writes its rejected rows. */
async function writeRejected(source, report, target, options) {
  return write(rejected(source, report, options), target, options);
}

function writeRejectedSync(source, report, target, options) {
  return writeSync(rejected(source, report, options), target);
}

function rejected(source, report, { language } = {}) {
  const { path, bytes } = sourceOf(source);
  if (path === undefined && bytes === undefined) throw new TypeError('a list is read again from a path, a URL or bytes');
  return made(() => native.writeRejected(path ?? bytes, JSON.stringify(report), language));
}

module.exports = { run, runSync, writeRejected, writeRejectedSync };
