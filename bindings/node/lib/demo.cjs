// A story in a minute: the same rules as everywhere, told by the module itself.
'use strict';

const { memory } = require('./system.cjs');
const { PartnerkitError } = require('./error.cjs');

const PARTNERS = `Agency Name,Agency Email
Ballard Food Bank,ballard@example.org
Eastlake Shelter,eastlake@example.org
Rainier Clinic,rainier@example.org
`;

/** What `doing` is refused for, in plain words. */
async function refusal(doing) {
  try {
    await doing;
  } catch (error) {
    if (PartnerkitError.is(error)) return error;
    throw error;
  }
  throw new Error('that should have been refused');
}

async function demo(say) {
  const system = memory();
  const bank = await system.createBank({ name: 'Pawnee Diaper Bank', email: 'office@example.org' });
  say('A bank is created: Pawnee Diaper Bank.');

  const receipt = await bank.importPartners(Buffer.from(PARTNERS));
  say(`\nIts list is imported: ${receipt.partners} partners, once and never twice.`);
  say(`  again  →  ${(await refusal(bank.importPartners(Buffer.from(PARTNERS)))).message}`);

  const { partners } = await bank.partners({ limit: 10 });
  const partner = partners[0].id;
  const { created } = await bank.addItem({ name: 'Diapers, size 4' });
  const request = { partner, kind: 'quantity', lines: [{ item: created.item, quantity: 50 }] };
  say(`\n${partners[0].name} asks for diapers.`);
  say(`  no  →  ${(await refusal(bank.submitRequest(request))).message}`);

  const why = await bank.explain({ submit_request: request });
  say('  What would change that:');
  for (const { who, command } of why.steps) {
    const [name, body] = Object.entries(command)[0];
    await bank.send('command', command);
    say(`    ${name.replaceAll('_', ' ')} (${who}${body.partner ? '' : ', for all'}): done`);
  }
  await bank.submitRequest(request);
  const [open] = await bank.requests({ limit: 1 });
  say(`  and now: yes. The request is ${open.state}.`);

  const history = await bank.history({ partner, limit: 20 });
  say('\nWhat is remembered of it:');
  for (const { event } of history) say(`  ${event.at}  ${Object.keys(event.what)[0].replaceAll('_', ' ')}`);
  await system.close();
}

module.exports = { demo };
