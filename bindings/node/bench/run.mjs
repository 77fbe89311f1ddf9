// What asking costs, beside others, in turns in one run: npm run bench
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync, createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse';
import StateMachine from 'javascript-state-machine';
import * as robot from 'robot3';
import { createActor, createMachine, getNextSnapshot, initialTransition, transition } from 'xstate';
import { TRANSITIONS, can, decide, memory, move, open, permitted, personId } from 'partnerkit';

const ROUNDS = 7;

/** The median time of each in nanoseconds a call; all run in turns, so that a busy machine is busy for all. */
async function measure(contestants, times) {
  const seen = new Map(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    for (const [name, run] of Object.entries(contestants)) {
      const began = process.hrtime.bigint();
      await run(times);
      const took = Number(process.hrtime.bigint() - began) / times;
      if (round > 0) seen.get(name).push(took);
    }
  }
  return Object.fromEntries([...seen].map(([name, all]) => [name, all.sort((a, b) => a - b)[all.length >> 1]]));
}

const time = (ns) => (ns < 1_000 ? `${ns.toFixed(ns < 10 ? 1 : 0)} ns` : ns < 1e6 ? `${(ns / 1_000).toFixed(1)} µs` : `${(ns / 1e6).toFixed(0)} ms`);
const rows = [];
function row(what, ours, beside, theirs, goal, met) {
  rows.push([what, time(ours), beside, time(theirs), `${(theirs / ours).toFixed(2)}`, goal, goal && (met ? 'yes' : '**no**')]);
}

// The transition table as each of the others would have it.
const statuses = ['uninvited', 'invited', 'awaiting_review', 'approved', 'recertification_required', 'deactivated'];
const moves = TRANSITIONS.flatMap(({ action, cells }) =>
  statuses.filter((from) => statuses.includes(cells[from].to)).map((from) => ({ action, from, to: cells[from].to })));
const from = (status) => moves.filter((one) => one.from === status);
const states = Object.fromEntries(statuses.map((status) => [status, {
  on: Object.fromEntries(from(status).map(({ action, to }) => [action, { target: to, reenter: true }])),
}]));
const machine = createMachine({ initial: 'uninvited', states });
const robots = robot.createMachine('uninvited', Object.fromEntries(statuses.map((status) => [status,
  robot.state(...from(status).map(({ action, to }) => robot.transition(action, to)))])));
// A cycle that each of them can go through for ever.
const CYCLE = ['invite_and_approve', 'require_recertification', 'submit_for_approval', 'approve', 'require_recertification', 'submit_for_approval', 'ask_for_changes'];
const AGAIN = ['submit_for_approval', 'approve', 'require_recertification'];

let sink = 0;
const [start] = initialTransition(machine);
const approved = transition(machine, start, { type: 'invite_and_approve' })[0];
const questions = await measure({
  'can()': (n) => { for (let i = 0; i < n; i += 1) sink += can({ status: statuses[i % 5] }, 'make_requests') ? 1 : 0; },
  'move()': (n) => { for (let i = 0; i < n; i += 1) sink += 'moved' in move({ status: statuses[i % 5] }, 'approve') ? 1 : 0; },
  'xstate: snapshot.can': (n) => { for (let i = 0; i < n; i += 1) sink += approved.can({ type: 'approve' }) ? 1 : 0; },
  'xstate: pure transition': (n) => { for (let i = 0; i < n; i += 1) sink += getNextSnapshot(machine, approved, { type: 'require_recertification' }).value.length; },
  robot3: (n) => {
    const service = robot.interpret(robots, () => {});
    service.send('invite_and_approve');
    for (let i = 0; i < n; i += 1) { service.send(AGAIN[(i + 2) % 3]); sink += service.machine.current.length; }
  },
  'javascript-state-machine': (n) => {
    const own = new StateMachine({ init: 'approved', transitions: moves.map(({ action, from: f, to }) => ({ name: action, from: f, to })) });
    for (let i = 0; i < n; i += 1) sink += own.can('approve') ? 1 : 0;
  },
}, 100_000);
const ask = questions['can()'];
for (const name of ['robot3', 'javascript-state-machine']) row('one lifecycle question (`can`)', ask, name, questions[name], name === 'robot3' ? '> 1' : '', questions[name] > ask);
const best = Math.min(questions['xstate: snapshot.can'], questions['xstate: pure transition']);
for (const name of ['xstate: snapshot.can', 'xstate: pure transition']) row('one lifecycle question (`can`)', ask, name, questions[name], questions[name] === best ? '≥ 10' : '', best >= 10 * ask);

// A whole decision: loaded, decided and its events and messages told, over a store in memory; and the move alone.
const bank = await memory().createBank({ name: 'Pawnee', email: 'bank@example.org' });
const { created: { partner } } = await bank.addPartner({ name: 'Pantry', email: 'pantry@example.org' });
const staff = { role: 'bank_staff', bank: bank.id, person: personId('ann@example.org') };
const lives = statuses.slice(0, 5).map((status) => ({ id: partner, name: 'Pantry', status }));
const decisions = await measure({
  'move()': (n) => { for (let i = 0; i < n; i += 1) sink += 'moved' in move({ status: statuses[i % 5] }, 'deactivate') ? 1 : 0; },
  'decide()': (n) => { for (let i = 0; i < n; i += 1) sink += decide(lives[i % 5], 'deactivate', staff).event.partner_moved.to.length; },
  previewSync: (n) => { for (let i = 0; i < n; i += 1) sink += bank.previewSync({ deactivate: { partner } }).events.length; },
  'actor.send': (n) => {
    const actor = createActor(machine).start();
    actor.send({ type: CYCLE[0] });
    for (let i = 0; i < n; i += 1) { actor.send({ type: AGAIN[(i + 2) % 3] }); sink += 1; }
  },
}, 20_000);
row('a move by the table (`move`)', decisions['move()'], 'xstate: actor.send', decisions['actor.send'], '≥ 2', decisions['actor.send'] >= 2 * decisions['move()']);
row('a decision with its event (`decide`)', decisions['decide()'], 'xstate: actor.send', decisions['actor.send'], '≥ 2', decisions['actor.send'] >= 2 * decisions['decide()']);
row('a decision with its events, through the store (`previewSync`)', decisions.previewSync, 'xstate: actor.send', decisions['actor.send'], '≥ 2', decisions['actor.send'] >= 2 * decisions.previewSync);

// What a call takes above the same call in Rust, which a program of the workspace measures right before.
const inRust = JSON.parse(execFileSync('cargo', ['run', '-q', '--release', '--locked', '-p', 'benches', '--bin', 'calls'], { encoding: 'utf8' }));
const calls = await measure({
  update: (n) => { for (let i = 0; i < n; i += 1) sink += bank.updatePartnerSync({ partner, patch: { quota: i % 7 + 1 } }) ? 1 : 0; },
  partnerSync: (n) => { for (let i = 0; i < n; i += 1) sink += bank.partnerSync({ partner }).version; },
  partner: async (n) => { for (let i = 0; i < n; i += 1) sink += (await bank.partner({ partner })).version; },
  refusal: (n) => { for (let i = 0; i < n; i += 1) try { bank.approveSync({ partner }); } catch { sink += 1; } },
}, 5_000);
const above = (what, ours, theirs, goal) => rows.push([what, time(ours), 'the same in Rust', time(theirs), `+${time(ours - theirs)}`, `< +${time(goal)}`, ours - theirs < goal ? 'yes' : '**no**']);
above('a question (`can`)', ask, inRust.can, 500);
above('a decision (`decide`)', decisions['decide()'], inRust.decide, 500);
above('a command to a store in memory (`updatePartnerSync`)', calls.update, inRust.update_partner, 15_000);
above('a question to a store in memory (`partnerSync`)', calls.partnerSync, inRust.partner, 500);
row('a question on a store in memory, blocking', calls.partnerSync, 'the same as a promise', calls.partner, '', true);
row('a question on a store in memory, blocking', calls.partnerSync, 'a refusal thrown', calls.refusal, '', true);

// 100,000 rows into a file, beside a program that keeps the two unique keys and nothing else.
const folder = mkdtempSync(join(tmpdir(), 'partnerkit-bench-'));
const csv = join(folder, 'partners.csv');
// As in life, the names come in no order.
const word = (n) => createHash('sha256').update(String(n)).digest('hex').slice(0, 12);
writeFileSync(csv, `name,email\n${Array.from({ length: 100_000 }, (_, n) => `Shelter ${word(n)},${word(-n)}@example.org`).join('\n')}\n`);
let file = 0;
const imports = { ours: [], theirs: [] };
for (let round = 0; round < 3; round += 1) {
  const system = await open(join(folder, `${file++}.db`));
  const fresh = await system.createBank({ name: 'Pawnee', email: 'bank@example.org' });
  let began = performance.now();
  await fresh.importPartners(createReadStream(csv));
  imports.ours.push(performance.now() - began);
  await system.close();
  began = performance.now();
  const database = new Database(join(folder, `${file++}.db`));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE partners (name TEXT NOT NULL UNIQUE, email TEXT NOT NULL UNIQUE)');
  const insert = database.prepare('INSERT INTO partners VALUES (?, ?)');
  database.exec('BEGIN IMMEDIATE');
  for await (const { name, email } of createReadStream(csv).pipe(parse({ columns: true }))) insert.run(name.toLowerCase(), email.toLowerCase());
  database.exec('COMMIT');
  database.close();
  imports.theirs.push(performance.now() - began);
}
rmSync(folder, { recursive: true });
const middle = (all) => all.sort((a, b) => a - b)[all.length >> 1] * 1e6;
row('import of 100,000 rows into SQLite', middle(imports.ours), 'csv-parse + better-sqlite3', middle(imports.theirs), '≥ 1', middle(imports.theirs) >= middle(imports.ours));

// The whole list of one partner's items in one call, an item.
const { created: { category } } = await bank.addCategory({ name: 'Diapers' });
for (let n = 0; n < 200; n += 1) await bank.addItem({ name: `Item ${n}`, category });
const [items, one, { bank: own }] = await Promise.all([bank.items(), bank.partner({ partner }), bank.send('question', 'bank')]);
const lists = await measure({
  permitted: (n) => { for (let i = 0; i < n; i += 1) sink += permitted({ bank: own, partner: one, items, today: '2026-11-22' }).length; },
  permittedSync: (n) => { for (let i = 0; i < n; i += 1) sink += bank.permittedSync({ partner }).length; },
}, 200);
row('all 200 items of a partner, from the store in one call', lists.permittedSync, 'from rows at hand (`permitted`)', lists.permitted, '', true);

console.log('| what | ours | beside | | times ours | goal | met |\n|---|--:|---|--:|--:|---|---|');
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
if (sink === 0) throw new Error('nothing was measured');
