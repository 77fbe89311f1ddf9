import type { CommandId, ExportColumn, Json, Language, PartnerFilter } from './wire.js';

/** What can be said with any question. */
export interface QuestionOptions {
  /** The time; now unless said otherwise. Some answers depend on the day. */
  at?: Date | string;
  /** The language of sentences in the answer; that of the handle unless said otherwise. */
  language?: Language;
  /** An aborted signal keeps the message from being sent. What was sent is answered. */
  signal?: AbortSignal;
}

/** What can be said with any command. */
export interface CommandOptions extends QuestionOptions {
  /** The command's id. The same one sent again gets the first answer again; without one a new one is drawn. */
  id?: CommandId;
}

/** How far the reading of a file has come. */
export interface Progress {
  /** Partners read so far, good and bad. */
  rows: number;
  /** Bytes read so far. */
  bytes: number;
  /** Bytes of the whole file, if that is known. */
  total: number | null;
}

/** What can be said with a file to look at. */
export interface PreviewImportOptions extends CommandOptions {
  /** Hears about every 64 KiB. If it throws, nothing is imported and the promise is rejected with what it threw. */
  onProgress?: (progress: Progress) => void;
  /** Aborting leaves nothing behind; the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** The size of the file in bytes, for progress, where the source does not tell. */
  total?: number;
}

/** What can be said with an import. */
export interface ImportOptions extends PreviewImportOptions {
  /** The idempotency key: the same key with the same content gets the first receipt again. */
  key?: string;
}

/** A piece of a file. */
export type Chunk = Uint8Array | ArrayBuffer | ArrayBufferView | string;

/** A file that can be read at once: a path, a URL of a file, or bytes. A text is a path, never content. */
export type FileNow = string | URL | Uint8Array | ArrayBuffer | ArrayBufferView;

/** A file: a path, bytes, a `Blob`, or anything that can be iterated over, such as a `Readable` or a web stream. */
export type FileSource = FileNow | Blob | AsyncIterable<Chunk> | Iterable<Chunk>;

/** Where a file that is written at once goes: a path or a URL of a file that is not there yet. */
export type FileToMake = string | URL;

/**
 * Where a file that is written goes: a file that is not there yet, or a stream. A stream takes as much at a time as it can,
 * and is ended with the file; a refusal leaves it untouched.
 */
export type FileTarget = FileToMake | NodeJS.WritableStream;

/** What can be said with a file to write at once. */
export interface WriteNowOptions {
  /** The language of what is written or refused in words. */
  language?: Language;
}

/** What can be said with a file to write. */
export interface WriteOptions extends WriteNowOptions {
  /** Aborting closes the stream; the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

/** Which partners are exported, and what of them. */
export interface Exporting {
  /** Which columns, in this order; all, unless said otherwise. */
  columns?: readonly ExportColumn[];
  /** Which partners; all but the deactivated, unless said otherwise. */
  filter?: PartnerFilter;
}

/** How a file is opened. */
export interface OpenOptions {
  /** Only read; the file is neither made nor brought up to date. */
  readOnly?: boolean;
  /** How long to wait, in milliseconds, while somebody else writes, before `store_busy`; 30,000 unless said otherwise. */
  busyTimeout?: number;
  /** Whether a finished commit survives the loss of power (the default), and not only the end of the process. */
  survivePowerLoss?: boolean;
}

/** What `describe` gives. */
export type Rules = { [key: string]: Json };
