// A system with its store, as the host itself sees it.
'use strict';

const native = require('./native.cjs');
const { COMMANDS, QUESTIONS } = require('./tables.cjs');
const { Bank, define, only } = require('./bank.cjs');
const { taken, invalid, made } = require('./error.cjs');
const { encode } = require('./message.cjs');
const imports = require('./import.cjs');
const targets = require('./target.cjs');
const { nativeStore } = require('./store.cjs');

// Node 18 has neither; where it has not, nobody else can ask for them either.
const dispose = Symbol.dispose ?? Symbol.for('nodejs.dispose');
const asyncDispose = Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose');

class System {
  #native;
  #inJavaScript;
  #closed = false;
  #underWay = new Set();

  /** `inJavaScript`: whether the store is, so that this thread must not wait for it. */
  constructor(opened, inJavaScript = false) {
    this.#native = opened;
    this.#inJavaScript = inJavaScript;
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

  #openSync() {
    if (this.#inJavaScript) throw invalid('a store in JavaScript answers on this thread, which the twins that block would block');
    return this.#open();
  }

  /** Text in, text out: the wire format itself. */
  async serve(text) {
    return this.#track(this.#open().serve(text));
  }

  serveSync(text) {
    return this.#openSync().serveSync(text);
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
    return imports.runSync(this.#openSync(), encode(message), source);
  }

  async exportPartners(wanted, target, options) {
    const job = made(() => this.#open().exportPartners(encode(wanted), options?.language));
    return this.#track(targets.write(job, target, options));
  }

  exportPartnersSync(wanted, target, options) {
    return targets.writeSync(made(() => this.#openSync().exportPartners(encode(wanted), options?.language)), target);
  }

  async writeOut(bank, target, options) {
    return this.#track(targets.write(this.#open().writeOut(bank, options?.language), target, options));
  }

  writeOutSync(bank, target, options) {
    return targets.writeSync(this.#openSync().writeOut(bank, options?.language), target);
  }

  async readIn(file, { language } = {}) {
    return taken(await this.#track(this.#open().readIn(targets.pathOf(file), language)));
  }

  readInSync(file, { language } = {}) {
    return taken(this.#openSync().readInSync(targets.pathOf(file), language));
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
    return taken(this.#openSync().banksSync());
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

async function open(path, options) {
  const opened = new native.NativeSystem();
  taken(await opened.open(targets.pathOf(path), fileOptions(options)));
  return new System(opened);
}

function openSync(path, options) {
  const opened = new native.NativeSystem();
  taken(opened.openSync(targets.pathOf(path), fileOptions(options)));
  return new System(opened);
}

async function connect(url, { connections } = {}) {
  const opened = new native.NativeSystem();
  taken(await opened.connect(String(url), connections));
  return new System(opened);
}

function connectSync(url, { connections } = {}) {
  const opened = new native.NativeSystem();
  taken(opened.connectSync(String(url), connections));
  return new System(opened);
}

async function using(store) {
  const { asked, isMap } = nativeStore(store);
  const opened = new native.NativeSystem();
  taken(await opened.useStore(asked, isMap));
  return new System(opened, true);
}

module.exports = { System, memory, open, openSync, connect, connectSync, using };
