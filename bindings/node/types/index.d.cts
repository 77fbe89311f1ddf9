import type * as wire from './wire.js';
import type { Commands, Questions } from './methods.js';
import type {
  CommandOptions, Exporting, FileNow, FileSource, FileTarget, FileToMake, ImportOptions, OpenOptions, PreviewImportOptions, QuestionOptions,
  Rules, WriteNowOptions, WriteOptions,
} from './options.js';

export type * from './wire.js';
export type * from './options.js';
export type { Commands, Questions } from './methods.js';

/** One refusal or failure of a known code. */
export interface PartnerkitErrorOf<C extends wire.Code> extends PartnerkitError {
  readonly code: C;
  readonly params: wire.ParamsByCode[C];
}

/** Every refusal and failure, told apart by `code`. */
export type AnyPartnerkitError = { [C in wire.Code]: PartnerkitErrorOf<C> }[wire.Code];

/** A refusal or a failure. Nothing was done. */
export declare class PartnerkitError extends Error {
  private constructor();
  readonly name: 'PartnerkitError';
  /** The code of the first reason. Stable. */
  readonly code: wire.Code;
  /** Its category. */
  readonly category: wire.ErrorCategory;
  /** The parameters of the first reason. */
  readonly params: { [key: string]: wire.Json } | wire.ParamsByCode[wire.Code];
  /** Every reason, with its sentences in the language of the message. */
  readonly reasons: wire.SaidReason[];
  /** Whether the same call may succeed when simply made again. */
  readonly retryable: boolean;
  /** What went wrong underneath, for logs: what a driver, a stream or a store said. */
  readonly cause?: unknown;
  /** All reasons in plain words; for staff in English unless said otherwise. */
  sentence(language?: wire.Language, audience?: 'staff' | 'partner'): string;
  /** The error as it stands on the wire. */
  toJSON(): wire.WireError;
  /** Whether something caught is one of these; then its `code` tells its `params`. */
  static is(value: unknown): value is AnyPartnerkitError;
}

/** A yes, or a no with every reason and the steps to a yes. */
export interface Explained extends wire.Explanation {
  /** Whether the answer is anything but no. */
  allowed: boolean;
}

/** The receipt of an import, with what was noticed in the file. */
export interface Imported extends wire.Receipt {
  report: wire.Report;
}

/** One actor's view of one bank. It holds nothing but who acts; make as many as you like. */
export declare class Bank {
  private constructor();
  /** The bank. */
  readonly id: wire.BankId;
  /** Who acts. */
  readonly actor: wire.Actor;
  /** The language of sentences in answers. */
  readonly language: wire.Language | undefined;
  /** Somebody else's view of the same bank. */
  as(actor: ActorOfBank, options?: { language?: wire.Language }): Bank;

  /** What a command would do now; nothing is written. */
  preview(command: wire.CommandInput, options?: CommandOptions): Promise<wire.Preview>;
  /** What a command would do now; nothing is written. */
  previewSync(command: wire.CommandInput, options?: CommandOptions): wire.Preview;
  /**
   * Takes in commands that somebody recorded without the bank: an answer for each, in the same order. Each is carried out once,
   * however often it is handed over; one that was decided on what has moved since is not carried out. At most 1,000.
   */
  sync(commands: readonly wire.KeptInput[], options?: QuestionOptions): Promise<wire.Synced[]>;
  /** The same, blocking. */
  syncSync(commands: readonly wire.KeptInput[], options?: QuestionOptions): wire.Synced[];
  /** Why a partner has a capability or not, and what would change that. */
  explain(partner: wire.PartnerId | wire.Partner, capability: wire.Capability, options?: QuestionOptions): Promise<Explained>;
  /** Why a command would be refused, and what would change that. */
  explain(command: wire.CommandInput, _?: undefined, options?: QuestionOptions): Promise<Explained>;
  /** See {@link explain}. */
  explainSync(partner: wire.PartnerId | wire.Partner, capability: wire.Capability, options?: QuestionOptions): Explained;
  /** See {@link explain}. */
  explainSync(command: wire.CommandInput, _?: undefined, options?: QuestionOptions): Explained;

  /** Imports all partners, which a bank can do once, ever. The file is read as a stream, whatever its size. */
  importPartners(source: FileSource, options?: ImportOptions): Promise<Imported>;
  /** The same, blocking. */
  importPartnersSync(source: FileNow, options?: CommandOptions & { key?: string }): Imported;
  /** Everything `importPartners` does but for the import. */
  previewImport(source: FileSource, options?: PreviewImportOptions): Promise<wire.Report>;
  /** The same, blocking. */
  previewImportSync(source: FileNow, options?: CommandOptions): wire.Report;

  /** Writes partners as CSV. */
  exportPartners(target: FileTarget, options?: Exporting & WriteOptions): Promise<wire.Exported>;
  /** The same, blocking. */
  exportPartnersSync(target: FileToMake, options?: Exporting & WriteNowOptions): wire.Exported;
  /** Writes everything there is of the bank as one file, for another store to read in; for the host. Keep it as you keep the store. */
  writeOut(target: FileTarget, options?: WriteOptions): Promise<wire.TakenAlong>;
  /** The same, blocking. */
  writeOutSync(target: FileToMake, options?: WriteNowOptions): wire.TakenAlong;

  /** The daily job of this bank. Call it as often as you like: each reminder goes out at most once. */
  runDue(options?: QuestionOptions): Promise<wire.DueDone>;
  /** The same, blocking. */
  runDueSync(options?: QuestionOptions): wire.DueDone;
  /** Hands out messages to deliver. Until the lease has passed nobody else is handed the same ones. */
  claim(body: Claim, options?: QuestionOptions): Promise<wire.Message[]>;
  /** The same, blocking. */
  claimSync(body: Claim, options?: QuestionOptions): wire.Message[];
  /** Notes how attempts to deliver went; the answers stand in the same order. */
  settle(body: Settle, options?: QuestionOptions): Promise<wire.Noted[]>;
  /** The same, blocking. */
  settleSync(body: Settle, options?: QuestionOptions): wire.Noted[];
}
export interface Bank extends Commands, Questions {}

/** What `claim` takes. */
export type Claim = Extract<wire.Delivering, { claim: unknown }>['claim'];
/** What `settle` takes. */
export type Settle = Extract<wire.DeliveringInput, { settle: unknown }>['settle'];
/** Any actor but the host. */
export type ActorInBank = Exclude<wire.Actor, { role: 'host' }>;
/** The same without the bank, where that is known. */
export type ActorOfBank = ActorInBank extends infer A ? (A extends ActorInBank ? Omit<A, 'bank'> : never) : never;

/** One message of the wire format. */
export type Sent = Partial<Omit<wire.WireMessageInput, 'actor'>> & { actor: wire.Actor };

/** A system with its store, as the host itself sees it. */
export declare class System {
  private constructor();
  readonly isOpen: boolean;
  /** An actor's view of its bank. */
  as(actor: ActorInBank, options?: { language?: wire.Language }): Bank;
  /**
   * Creates a bank and gives it as its admin sees it. Without an `admin` the bank keeps no people, and the host says who may
   * act; the view is then that of whoever is at the bank's own address.
   */
  createBank(body: wire.NewBank, options?: CommandOptions): Promise<Bank>;
  /** The same, blocking. */
  createBankSync(body: wire.NewBank, options?: CommandOptions): Bank;
  /** Gives a bank an admin, at once and without an invitation. */
  addAdmin(body: { bank: wire.BankId; admin: wire.NewPerson }, options?: CommandOptions): Promise<wire.Done>;
  /** The same, blocking. */
  addAdminSync(body: { bank: wire.BankId; admin: wire.NewPerson }, options?: CommandOptions): wire.Done;
  /** Accepts an invitation for a person the host has authenticated. */
  acceptInvitation(body: { token: wire.Token; email: string }, options?: CommandOptions): Promise<wire.Done>;
  /** The same, blocking. */
  acceptInvitationSync(body: { token: wire.Token; email: string }, options?: CommandOptions): wire.Done;
  /** All roles a person holds, in any bank, the one used last first. */
  rolesOf(body: { person: wire.PersonId }, options?: QuestionOptions): Promise<wire.RoleOf[]>;
  /** The same, blocking. */
  rolesOfSync(body: { person: wire.PersonId }, options?: QuestionOptions): wire.RoleOf[];
  /** All banks. */
  banks(): Promise<wire.Bank[]>;
  /** The same, blocking. */
  banksSync(): wire.Bank[];
  /** Reads a whole bank from a file of `writeOut`. The store must not hold it yet. */
  readIn(file: string | URL, options?: WriteNowOptions): Promise<wire.TakenAlong>;
  /** The same, blocking. */
  readInSync(file: string | URL, options?: WriteNowOptions): wire.TakenAlong;
  /** The daily job of all banks. What failed in one is in its own entry. */
  runDue(options?: QuestionOptions): Promise<wire.DueInBank[]>;
  /** The same, blocking. */
  runDueSync(options?: QuestionOptions): wire.DueInBank[];

  /** Sends one message of the wire format and gives what it was answered, or throws. */
  send(message: Sent, options?: { signal?: AbortSignal }): Promise<wire.Json>;
  /** The same, blocking. */
  sendSync(message: Sent): wire.Json;
  /** The wire format itself: text in, text out. Never throws for what a message says. */
  serve(text: string): Promise<string>;
  /** The same, blocking. */
  serveSync(text: string): string;

  /** Waits for what is under way, then lets go of the store. Also what `await using` does. */
  close(): Promise<void>;
  /** Lets go of the store at once; what is under way is finished. Also what `using` does. */
  closeSync(): void;
}
// Where the compiler knows the symbols (TypeScript 5.2 with `lib` ESNext.Disposable, or the types of Node).
export interface System extends Disposable, AsyncDisposable {}
declare global {
  interface SymbolConstructor {
    readonly dispose: unique symbol;
    readonly asyncDispose: unique symbol;
  }
  interface Disposable {
    [Symbol.dispose](): void;
  }
  interface AsyncDisposable {
    [Symbol.asyncDispose](): PromiseLike<void>;
  }
}

/** A system that keeps everything in memory, for tests and for trying out. */
export declare function memory(): System;
/** A system over an SQLite file, which is made if it is not there. */
export declare function open(path: string | URL, options?: OpenOptions): Promise<System>;
/** The same, blocking. */
export declare function openSync(path: string | URL, options?: OpenOptions): System;

/** A system over a PostgreSQL database, in tables of its own, which are made if they are not there. At most 16 connections unless said otherwise. */
export declare function connect(url: string | URL, options?: { connections?: number }): Promise<System>;
/** The same, blocking. */
export declare function connectSync(url: string | URL, options?: { connections?: number }): System;

/** Reads a list again and writes its rejected rows as CSV, each with the reasons; gives how many. `report` is of its import or preview. */
export declare function writeRejected(source: FileNow, report: wire.Report, target: FileTarget, options?: WriteOptions): Promise<number>;
/** The same, blocking. */
export declare function writeRejectedSync(source: FileNow, report: wire.Report, target: FileToMake, options?: WriteNowOptions): number;

/** A transaction of an ordered map from bytes to bytes. Keys are compared byte by byte. */
export interface MapTransaction {
  /** The value of a key, or nothing. */
  get(key: Buffer): Awaitable<Uint8Array | null | undefined>;
  /** At most `limit` entries with `from <= key < to`, from one end. */
  page(from: Buffer, to: Buffer, how: { backwards: boolean; limit: number }): Awaitable<Iterable<readonly [Uint8Array, Uint8Array]>>;
  put(key: Buffer, value: Buffer): Awaitable<unknown>;
  /** Takes a key out. That it is not there is no error. */
  remove(key: Buffer): Awaitable<unknown>;
  /** Keeps everything, durably, or leaves nothing behind. */
  end(keep: boolean): Awaitable<unknown>;
}
/** An ordered map with transactions: all that a store needs to be. */
export interface OrderedMap {
  /** Begins a transaction. It sees one consistent view and its own changes, and nobody else writes beside one that writes. */
  begin(what: { writes: boolean }): Awaitable<MapTransaction>;
}
/** A store that answers every call of a store itself: see `core/schema/store.schema.json`. */
export interface CallStore {
  call(call: { [name: string]: wire.Json }): Awaitable<wire.Json>;
}
export type Awaitable<T> = T | PromiseLike<T>;
/** A store in JavaScript. It may wait for whatever it likes; nobody is blocked. */
export type Store = OrderedMap | CallStore;
/** A system over a store of the host's own. It has no twins that block. */
export declare function using(store: Store): Promise<System>;

/** Where a partner stands: a partner as it comes, or as much of it. */
export interface Standing {
  status: wire.Status;
  /** While deactivated, the status before. */
  prior?: wire.Status | null;
  /** When it was last approved, if it was ever. */
  approved_at?: string | null;
  /** Whether it was ever approved, where `approved_at` is not at hand. */
  approved_before?: boolean;
}
/** What a move comes to. */
export type Move =
  | { readonly moved: { readonly status: wire.Status; readonly prior: wire.Status | null; readonly approved_before: boolean } }
  | { readonly gone: true }
  | { readonly refused: wire.Code; readonly instead: wire.Action | null };

/** Whether a partner has a capability, by the table alone. Asks nobody: a look into a table. */
export declare function can(partner: Standing, capability: wire.Capability): boolean;
/** The same with the answer of the table. */
export declare function capable(partner: Standing, capability: wire.Capability): wire.Answer;
/** Where an action leads, by the table alone. */
export declare function move(partner: Standing, action: wire.Action): Move;
/** What is known of a partner whose life is to be decided on: plain values from whatever table it is kept in, or the partner
 *  as it comes. */
export interface Case extends Standing {
  id: wire.PartnerId;
  /** For the words of a refusal. */
  name: string;
  /** Whether its contact is somebody else than was invited last, or nobody was. Only reactivating asks. */
  new_contact?: boolean;
  /** Whether its contact has a login already, and so is told of one more role instead of being invited. */
  has_login?: boolean;
  /** Whether it has any request or distribution, whatever their state: then it cannot be removed. */
  has_history?: boolean;
}
/** What an accepted action does. */
export interface Decided {
  /** What happens to the partner. */
  event: Extract<wire.What, { partner_moved: unknown } | { partner_removed: unknown }>;
  /** How the partner stands from now on; none if it is removed. */
  standing: { status: wire.Status; prior: wire.Status | null; approved_before: boolean } | null;
  /** What is told because of it, if anything is. */
  message: wire.MessageKind | null;
}
/** What an action on a partner would do, taken by an actor with these words (the note of "ask for changes", the reason of
 *  "deactivate"), without a store: for hosts that keep partners in tables of their own. The actor is taken to be of the
 *  partner's bank. Submitting also needs a profile that may be submitted, which is not asked here. A refusal is thrown with
 *  every reason there is. */
export declare function decide(partner: Case, action: wire.Action, by: wire.Actor, words?: string | null): Decided;
/** Which actions an actor may take on a partner, by the table and its role. */
export declare function allowedActions(actor: wire.Actor, partner: wire.Partner): wire.Action[];
/** For each item whether a partner may request it, by which rule, and every reason for a no. */
export declare function permitted(given: {
  bank: wire.Bank;
  partner: wire.Partner;
  /** The group the partner is in. */
  group?: wire.Group | null;
  items: readonly wire.Item[];
  /** For the sentences of reasons. */
  categories?: readonly wire.Category[];
  /** A day in the bank's time zone, as `2026-11-22`. */
  today: string;
}): wire.ItemPermission[];
/** Reasons in plain words; for staff in English unless said otherwise. */
export declare function sentence(reasons: readonly (wire.Reason | wire.SaidReason)[], language?: wire.Language, audience?: 'staff' | 'partner'): string;
/** Everything there is to know about the rules. */
export declare function describe(): Rules;
/** The id of the person at an address. */
export declare function personId(address: string): wire.PersonId;

/** A cell of the table of moves. */
export type Cell =
  | { readonly to: wire.Status | 'prior' | 'gone'; readonly to_if_approved_before?: wire.Status }
  | { readonly refused: wire.Code; readonly instead?: wire.Action };
export declare const VERSION: string;
export declare const STATUSES: readonly wire.Status[];
export declare const ACTIONS: readonly wire.Action[];
/** Who may move a partner where. */
export declare const TRANSITIONS: readonly {
  readonly action: wire.Action;
  readonly by: string;
  readonly bulk: boolean;
  readonly cells: Readonly<Record<wire.Status, Cell>>;
}[];
/** What a partner can do, and when. */
export declare const CAPABILITIES: readonly {
  readonly capability: wire.Capability;
  readonly answers: Readonly<Record<wire.Status, wire.Answer>>;
}[];
/** Every code with its category. */
export declare const CODES: Readonly<Record<wire.Code, { readonly category: wire.ErrorCategory; readonly retryable: boolean }>>;
