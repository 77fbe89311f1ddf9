// What was said in every scenario, and what Rust answered (tests/src/bin/transcript.rs).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Gives every line of the transcript; throws where it was cut short. */
export async function* transcript() {
  const child = spawn('cargo', ['run', '-q', '--locked', '-p', 'conformance', '--bin', 'transcript'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'close');
  let last;
  try {
    for await (const line of createInterface({ input: child.stdout })) yield (last = JSON.parse(line));
  } finally {
    // A reader that stops early must not leave somebody writing to nobody.
    child.kill();
  }
  const [code] = await exited;
  if (code !== 0 || last?.scenarios === undefined) throw new Error(`the transcript was cut short (exit ${code})`);
}
