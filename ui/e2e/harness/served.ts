import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** A server that runs as people start it, over a home of its own. */
export interface Served {
  address: string;
  /** What it printed for the first sign-in. */
  firstPassword: string;
  /** May do everything, for arranging what the screens then show. */
  token: string;
  /** The only folder that files may be picked from; copies of the examples are in it. */
  files: string;
  stop: () => Promise<void>;
}

const examples = ['hello', 'wikiart-enrichment', 'photo-recipes'];

/** Starts `./atelier serve` and waits until it says where it listens. */
export async function serve(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-e2e-'));
  const files = join(folder, 'files');
  mkdirSync(files);
  for (const name of examples) cpSync(join(repository, 'examples', name), join(files, name), { recursive: true, filter: (path) => !path.endsWith('/out') });
  const tokenFile = join(folder, 'token');
  const child = spawn(join(repository, 'atelier'), ['serve', '--home', join(folder, 'home'), '--root', files, '--port', '0', '--token-file', tokenFile], { cwd: files, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { address, firstPassword } = await greeting(child);
    return { address, firstPassword, token: readFileSync(tokenFile, 'utf8').trim(), files, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads what the server says: first where it listens, then whatever it complains of, which is shown. */
function greeting(child: ChildProcess): Promise<{ address: string; firstPassword: string }> {
  const { stdout } = child;
  if (stdout === null) return Promise.reject(new Error('The server has no output.'));
  return new Promise((resolve, reject) => {
    let address = '';
    let firstPassword = '';
    let greeted = false;
    const lines = createInterface({ input: stdout });
    lines.on('line', (line) => {
      if (greeted) console.log(`  server  ${line}`);
      address ||= / at (http:\S+)$/.exec(line)?.[1] ?? '';
      firstPassword ||= /^Sign in as admin with (\S+) and change it/.exec(line)?.[1] ?? '';
      if (!line.startsWith('Ctrl-C stops it')) return;
      greeted = true;
      resolve({ address: address.replace(/\/$/, ''), firstPassword });
    });
    lines.on('close', () => reject(new Error('The server ended before it listened.')));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(hard);
}
