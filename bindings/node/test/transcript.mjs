// What was said in every scenario, and what Rust answered (tests/src/bin/transcript.rs).
import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const writer = fileURLToPath(new URL('../../../tests/transcript', import.meta.url));

/** Gives every line of the transcript; throws where it was cut short. */
export async function* transcript() {
  const path = execFileSync(writer, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trimEnd();
  let last;
  for await (const line of createInterface({ input: createReadStream(path) })) yield (last = JSON.parse(line));
  if (last?.scenarios === undefined) throw new Error('the transcript was cut short');
}
