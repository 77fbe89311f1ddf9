// What users write. Every `@ts-expect-error` is a mistake the types must find.
import { createReadStream, createWriteStream } from 'node:fs';
import { PartnerkitError, TRANSITIONS, can, decide, memory, move, open, writeRejected, type Bank, type Command, type What } from 'partnerkit';

export async function oneDay(signal: AbortSignal): Promise<string> {
  await using system = await open('bank.db', { busyTimeout: 1_000 });
  const bank = await system.createBank({ name: 'Pawnee Diaper Bank', email: 'bank@example.org' });
  const receipt = await bank.importPartners(createReadStream('partners.csv'), {
    onProgress: ({ rows, total }) => console.log(rows, total?.toFixed()),
    signal,
  });
  const { partners, counts } = await bank.partners({ limit: receipt.partners });
  const why = await bank.explain(partners[0]!, 'make_requests');
  const said: string[] = why.reasons.map((reason) => reason.staff);
  const done = await bank.approve({ partner: partners[0]!.id }, { at: new Date() });
  if (done.created && 'partner' in done.created) said.push(done.created.partner);
  return said.join() + counts['approved'];
}

export async function files(bank: Bank): Promise<number> {
  const { partners } = await bank.exportPartners(createWriteStream('partners.csv'), { columns: ['name', 'status'], filter: { statuses: ['approved'] } });
  const { sha256 } = bank.writeOutSync(new URL('file:///tmp/bank.taken'));
  const rows = await writeRejected('list.csv', await bank.previewImport('list.csv'), 'rejected.csv');
  return partners + rows + sha256.length;
}

export function mistakes(bank: Bank): void {
  // @ts-expect-error: there is no such column
  void bank.exportPartners('partners.csv', { columns: ['shoe_size'] });
  // @ts-expect-error: at once, streams cannot be written
  bank.writeOutSync(createWriteStream('bank.taken'));
  // @ts-expect-error: there is no such command
  void bank.aprove({ partner: 'x' });
  // @ts-expect-error: a partner is needed
  void bank.approve({});
  // @ts-expect-error: there is no such field
  void bank.addPartner({ name: 'A', email: 'a@b.co', nickname: 'B' });
  // @ts-expect-error: there is no such capability
  void bank.explain('x', 'fly');
  // @ts-expect-error: a note is needed
  void bank.askForChanges({ partner: 'x' });
  // @ts-expect-error: at once, streams cannot be read
  bank.importPartnersSync(createReadStream('partners.csv'));
  // @ts-expect-error: who acts in a bank has a role in it
  bank.as({ role: 'host' });
  // @ts-expect-error: only the host creates banks
  void bank.createBank({ name: 'A', email: 'a@b.co' });
  // @ts-expect-error: a command is one of those there are
  const command: Command = { fly: {} };
  // @ts-expect-error: an error is not made by hosts
  new PartnerkitError();
  void command;
}

/** The code of an error tells its parameters. */
export function imported(error: unknown): number {
  if (!PartnerkitError.is(error)) throw error;
  switch (error.code) {
    case 'already_imported':
      return error.params.receipt.partners;
    case 'import_refused':
      return error.params.report.problems.length;
    case 'not_found':
      // @ts-expect-error: this code has no receipt
      return error.params.receipt;
    default:
      return error.reasons.length;
  }
}

/** Events are told apart by what stands in them. */
export function told(what: What): string {
  if ('partner_moved' in what) return what.partner_moved.to;
  if ('bank_created' in what) return what.bank_created.name;
  return '';
}

export const approved: string | undefined = decide({ id: 'x', name: 'Ark', status: 'invited' }, 'approve', { role: 'scheduler', bank: 'y' }).standing?.status;
// @ts-expect-error: a partner without a name
decide({ id: 'x', status: 'invited' }, 'approve', { role: 'host' });
export const answers: boolean[] = [can({ status: 'approved' }, 'make_requests'), 'moved' in move({ status: 'invited' }, 'approve')];
// @ts-expect-error: the tables are not to be changed
TRANSITIONS[0]!.bulk = true;
export const bank: Bank = memory().createBankSync({ name: 'A', email: 'a@b.co' });
