// One actor's view of one bank: a method for every command and question.
'use strict';

const { COMMANDS, QUESTIONS, IS_YES } = require('./tables.cjs');

class Bank {
  #system;

  constructor(system, actor, language) {
    this.#system = system;
    this.actor = Object.freeze({ ...actor });
    this.language = language;
  }

  get id() {
    return this.actor.bank;
  }

  /** Somebody else's view of the same bank. */
  as(actor, { language = this.language } = {}) {
    return new Bank(this.#system, { bank: this.id, ...actor }, language);
  }

  /** The head of every message. */
  #message(verb, content, { id, at, language = this.language } = {}) {
    return { id, at, language, actor: this.actor, [verb]: content };
  }

  send(verb, content, options) {
    return this.#system.send(this.#message(verb, content, options), options);
  }

  sendSync(verb, content, options) {
    return this.#system.sendSync(this.#message(verb, content, options));
  }

  preview(command, options) {
    return this.send('preview', command, options);
  }

  previewSync(command, options) {
    return this.sendSync('preview', command, options);
  }

  sync(commands, options) {
    return this.send('sync', commands, options);
  }

  syncSync(commands, options) {
    return this.sendSync('sync', commands, options);
  }

  async explain(partner, about, options) {
    const [verb, body] = explaining(partner, about);
    return explained(await this.send('question', { [verb]: body }, options));
  }

  explainSync(partner, about, options) {
    const [verb, body] = explaining(partner, about);
    return explained(this.sendSync('question', { [verb]: body }, options));
  }

  async importPartners(source, options) {
    const message = this.#importing(false, options);
    return imported(await this.#system.import(message, source, options));
  }

  importPartnersSync(source, options) {
    return imported(this.#system.importSync(this.#importing(false, options), source));
  }

  previewImport(source, options) {
    return this.#system.import(this.#importing(true, options), source, options);
  }

  previewImportSync(source, options) {
    return this.#system.importSync(this.#importing(true, options), source);
  }

  #importing(preview, options) {
    return this.#message('import', { content: '', preview, key: options?.key }, options);
  }

  exportPartners(target, options) {
    return this.#system.exportPartners(this.#exported(options), target, this.#spoken(options));
  }

  exportPartnersSync(target, options) {
    return this.#system.exportPartnersSync(this.#exported(options), target, this.#spoken(options));
  }

  #exported({ columns, filter } = {}) {
    return { actor: this.actor, columns, filter };
  }

  writeOut(target, options) {
    return this.#system.writeOut(this.id, target, this.#spoken(options));
  }

  writeOutSync(target, options) {
    return this.#system.writeOutSync(this.id, target, this.#spoken(options));
  }

  #spoken(options) {
    return { language: this.language, ...options };
  }

  runDue(options) {
    return this.#asScheduler().send('run_due', {}, options);
  }

  runDueSync(options) {
    return this.#asScheduler().sendSync('run_due', {}, options);
  }

  async claim(body, options) {
    return (await this.#asScheduler().send('outbox', { claim: body }, options)).claimed;
  }

  claimSync(body, options) {
    return this.#asScheduler().sendSync('outbox', { claim: body }, options).claimed;
  }

  async settle(body, options) {
    return (await this.#asScheduler().send('outbox', { settle: body }, options)).settled;
  }

  settleSync(body, options) {
    return this.#asScheduler().sendSync('outbox', { settle: body }, options).settled;
  }

  #asScheduler() {
    return new Bank(this.#system, { role: 'scheduler', bank: this.id }, this.language);
  }
}

/** The question why: of a capability by its name, of a command by what it would be. */
function explaining(partner, about) {
  return typeof about === 'string'
    ? ['explain_capability', { partner: partner?.id ?? partner, capability: about }]
    : ['explain_command', { command: about ?? partner }];
}

function explained({ explanation }) {
  return { ...explanation, allowed: IS_YES[explanation.answer] };
}

function imported({ receipt, report }) {
  return { ...receipt, report };
}

/** The one value in a reply. */
const only = (reply) => Object.values(reply)[0];

/** Puts a method for each call on a class, with a twin that blocks. `verb` is where it stands in the message. */
function define(prototype, calls, verb, unwrap) {
  for (const { name, method, body } of calls) {
    const parts = (args) => (body ? [{ [name]: args[0] ?? {} }, args[1]] : [name, args[0]]);
    const both = {
      async [method](...args) {
        return unwrap(await this.send(verb, ...parts(args)));
      },
      [`${method}Sync`](...args) {
        return unwrap(this.sendSync(verb, ...parts(args)));
      },
    };
    for (const [key, value] of Object.entries(both)) {
      Object.defineProperty(prototype, key, { value, writable: true, configurable: true });
    }
  }
}

const same = (done) => done;
define(Bank.prototype, COMMANDS.filter((call) => !call.host), 'command', same);
define(Bank.prototype, QUESTIONS.filter((call) => !call.host), 'question', only);

module.exports = { Bank, define, only };
