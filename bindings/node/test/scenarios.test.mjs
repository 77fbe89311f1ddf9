// Every scenario, said through the methods of the module, with every answer compared with Rust's to the letter.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { PartnerkitError, memory, open } from 'partnerkit';
import { isLong } from './long.mjs';
import { transcript } from './transcript.mjs';

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const HEAD = ['id', 'at', 'language', 'actor'];
/** Methods that were called, over all stores. */
const called = new Set();

/** The one verb of a message that a method can say; undefined for what only the wire can say. */
function verbOf(message) {
  if (message === null || typeof message !== 'object' || typeof message.actor?.role !== 'string') return undefined;
  const verbs = Object.keys(message).filter((key) => !HEAD.includes(key));
  return verbs.length === 1 ? verbs[0] : undefined;
}

/** Says a message through a method, with its answer as it stands on the wire. */
async function say(system, text, sync) {
  let message;
  try {
    message = JSON.parse(text);
  } catch {
    return JSON.parse(sync ? system.serveSync(text) : await system.serve(text));
  }
  // A number that JavaScript cannot hold is no message of its own.
  const exact = !/[:,[]-?\d{16,}/.test(text);
  const verb = exact && verbOf(message);
  const call = verb && methodFor(system, message, verb);
  if (!call) return JSON.parse(sync ? system.serveSync(text) : await system.serve(text));
  const { on, method, args, answer } = call;
  assert.equal(typeof on[method], 'function', method);
  assert.equal(typeof on[`${method}Sync`], 'function', `${method}Sync`);
  called.add(method);
  try {
    return { ok: answer(sync ? on[`${method}Sync`](...args) : await on[method](...args)) };
  } catch (error) {
    if (!PartnerkitError.is(error)) throw error;
    return { error: JSON.parse(JSON.stringify(error)) };
  }
}

/** Which method says it, and how its value stands on the wire. */
function methodFor(system, message, verb) {
  const { id, at, language, actor } = message;
  const content = message[verb];
  const host = actor.role === 'host';
  const on = host ? system : system.as(actor);
  const options = { id, at, language };
  const same = (value) => value;
  switch (verb) {
    case 'command':
    case 'question': {
      const [name, ...rest] = typeof content === 'string' ? [content] : Object.keys(content);
      const method = camel(name);
      // What the host may not say, or only the host, has no method; that is refused on the wire.
      if (rest.length > 0 || name === 'create_bank' || typeof on[method] !== 'function') return undefined;
      const args = typeof content === 'string' ? [options] : [content[name], options];
      const answer = (value) => (verb === 'command' ? value : { [REPLIES[name] ?? name]: value });
      return { on, method, args, answer };
    }
    case 'preview':
      return host ? undefined : { on, method: 'preview', args: [content, options], answer: same };
    case 'run_due':
      return actor.role === 'scheduler' || host ? { on, method: 'runDue', args: [options], answer: same } : undefined;
    case 'outbox': {
      const [method] = Object.keys(content);
      const answer = (value) => ({ [method === 'claim' ? 'claimed' : 'settled']: value });
      return actor.role === 'scheduler' ? { on, method, args: [content[method], options], answer } : undefined;
    }
    case 'import': {
      if (host || content.rejected || typeof content.content !== 'string') return undefined;
      if (Object.keys(content).some((key) => !['content', 'key', 'preview'].includes(key))) return undefined;
      const args = [Buffer.from(content.content), { ...options, key: content.key }];
      if (content.preview) return { on, method: 'previewImport', args, answer: (report) => ({ report }) };
      return { on, method: 'importPartners', args, answer: ({ report, ...receipt }) => ({ receipt, report }) };
    }
    default:
      return undefined;
  }
}

/** Where a reply has another name than its question. */
const REPLIES = {
  explain_capability: 'explanation',
  explain_command: 'explanation',
  explain_message: 'message_explanation',
  preview_message_text: 'message_text',
  users: 'people',
};

/** The token in the link of a message, if there is one. */
const tokenIn = (message) => message?.data.link?.match(/[\w-]{64}/)?.[0];

/** Where a message had no id or time, Rust's runner drew the next number and the first moment of 1970, and we another. */
function pair(theirs, own, drawn) {
  if (typeof theirs === 'string' && typeof own === 'string') {
    if (/^(00000000-0000-|1970-01-01T)/.test(theirs) && theirs !== own && !drawn.has(theirs)) drawn.set(theirs, own);
  } else if (theirs !== null && typeof theirs === 'object') {
    for (const key of Object.keys(theirs)) pair(theirs[key], own?.[key], drawn);
  }
}

/** Plays all scenarios, or one of every `step`; gives how many were played. */
async function play(openStore, sync, step = 1) {
  let scenario;
  let scenarios = 0;
  let told;
  const systems = new Map();
  // Tokens are drawn at random: each of Rust's stands for the one that was drawn here in its place.
  const tokens = new Map();
  const ours = (text) => {
    let changed = text;
    for (const [theirs, own] of tokens) changed = changed.replaceAll(theirs, own);
    return changed;
  };
  const closeAll = async () => {
    for (const system of systems.values()) await system.close();
    systems.clear();
    tokens.clear();
  };
  for await (const line of transcript()) {
    if (line.scenario !== undefined) {
      await closeAll();
      scenario = line.scenario;
      scenarios += 1;
    } else if (line.scenarios !== undefined) {
      told = line.scenarios;
    } else if (scenarios % step !== 0) {
      continue;
    } else if (line.open !== undefined) {
      systems.set(line.open, await openStore());
    } else {
      const answer = await say(systems.get(line.store), ours(line.say), sync);
      line.answer.ok?.claimed?.forEach((message, n) => {
        const theirs = tokenIn(message);
        if (theirs !== undefined) tokens.set(theirs, tokenIn(answer.ok?.claimed?.[n]));
      });
      pair(line.answer, answer, tokens);
      const wanted = JSON.parse(ours(JSON.stringify(line.answer)));
      assert.deepEqual(answer, wanted, `${scenario}\n${line.say}`);
    }
  }
  await closeAll();
  assert.equal(scenarios, told);
  return Math.floor(scenarios / step);
}

test('every scenario in memory, by the twins that block', async (t) => {
  t.diagnostic(`${await play(async () => memory(), true)} scenarios`);
});

test('scenarios in SQLite files, by promises', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'partnerkit-'));
  let files = 0;
  try {
    const next = () => open(join(folder, `${files++}.db`), { survivePowerLoss: false });
    t.diagnostic(`${await play(next, false, isLong ? 1 : 8)} scenarios`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the scenarios went through the methods', () => {
  // The conveniences that the wire does not know have tests of their own.
  assert.ok(called.size > 60, `only ${called.size} methods were called: ${[...called].sort()}`);
});
