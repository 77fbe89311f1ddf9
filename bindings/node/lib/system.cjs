// A system with its store, as the host itself sees it.
'use strict';

const native = require('./native.cjs');
const { COMMANDS, QUESTIONS } = require('./tables.cjs');
const { Bank, define, only } = require('./bank.cjs');
const { taken, invalid } = require('./error.cjs');
const { encode } = require('./message.cjs');
const imports = require('./import.cjs');

// Node 18 has neither; where it has not, nobody else can ask for them either.
const dispose = Symbol.dispose ?? Symbol.for('nodejs.dispose');
const asyncDispose = Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose');

class System {
  #native;
  #closed = false;
  #underWay = new Set();

  constructor(opened) {
    this.#native = opened;
  }

  /** The host's own view of nothing in particular: commands and questions that belong to no bank. */
  get actor() {
    return { role: 'host' };
  }

  /** Keeps count of what is under way, so that closing can wait for it. */
  #track(promise) {
    this.#underWay.add(promise);
    const done = () => this.#underWay.delete(promise);
    promise.then(done, done);
    return promise;
  }

  #open() {
    if (this.#closed) throw invalid('the system is closed');
    return this.#native;
  }

  /** Text in, text out: the wire format itself. */
  async serve(text) {
    return this.#track(this.#open().serve(text));
  }

  serveSync(text) {
    return this.#open().serveSync(text);
  }

  async #sendMessage(message, signal) {
    signal?.throwIfAborted();
    return taken(await this.serve(encode(message)));
  }

  /** `send(message)`, or the host's `send(verb, content)`. */
  send(verb, content, options) {
    if (typeof verb === 'object') return this.#sendMessage(verb, content?.signal);
    return this.#sendMessage(this.#asHost(verb, content, options), options?.signal);
  }

  sendSync(verb, content, options) {
    const message = typeof verb === 'object' ? verb : this.#asHost(verb, content, options);
    return taken(this.serveSync(encode(message)));
  }

  #asHost(verb, content, { id, at, language } = {}) {
    return { id, at, language, actor: this.actor, [verb]: content };
  }

  async import(message, source, options) {
    return this.#track(imports.run(this.#open(), encode(message), source, options));
  }

  importSync(message, source) {
    return imports.runSync(this.#open(), encode(message), source);
  }

  /** An actor's view of its bank. */
  as(actor, { language } = {}) {
    return new Bank(this, actor, language);
  }

  async createBank(body, options) {
    return this.#created(body, await this.send('command', { create_bank: body }, options));
  }

  createBankSync(body, options) {
    return this.#created(body, this.sendSync('command', { create_bank: body }, options));
  }

  /** The new bank as its admin sees it; where it has none, as whoever is at its own address. */
  #created(body, done) {
    const person = native.personId(body.admin ?? body.email);
    return this.as({ role: 'bank_admin', bank: done.created.bank, person });
  }

  async banks() {
    return taken(await this.#track(this.#open().banks()));
  }

  banksSync() {
    return taken(this.#open().banksSync());
  }

  runDue(options) {
    return this.send('run_due', {}, options);
  }

  runDueSync(options) {
    return this.sendSync('run_due', {}, options);
  }

  get isOpen() {
    return !this.#closed;
  }

  /** Waits for what is under way, then lets go of the store. */
  async close() {
    this.#closed = true;
    await Promise.allSettled(this.#underWay);
    this.#native.close();
  }

  closeSync() {
    this.#closed = true;
    this.#native.close();
  }

  [dispose]() {
    this.closeSync();
  }

  [asyncDispose]() {
    return this.close();
  }
}

const hosts = (calls) => calls.filter((call) => call.host && call.name !== 'create_bank');
define(System.prototype, hosts(COMMANDS), 'command', (done) => done);
define(System.prototype, hosts(QUESTIONS), 'question', only);

function memory() {
  const opened = new native.NativeSystem();
  opened.memory();
  return new System(opened);
}

const fileOptions = ({ readOnly, busyTimeout, survivePowerLoss } = {}) => ({ readOnly, busyTimeout, survivePowerLoss });
const fileName = (path) => (path instanceof URL ? require('node:url').fileURLToPath(path) : path);

async function open(path, options) {
  const opened = new native.NativeSystem();
  taken(await opened.open(fileName(path), fileOptions(options)));
  return new System(opened);
}

function openSync(path, options) {
  const opened = new native.NativeSystem();
  taken(opened.openSync(fileName(path), fileOptions(options)));
  return new System(opened);
}

module.exports = { System, memory, open, openSync };
