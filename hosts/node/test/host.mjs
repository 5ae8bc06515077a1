import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const media = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** Starts a host in a private folder; `call` answers `{status, body}`. */
export async function startHost(main = media, more = ['--slots', '3']) {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-host-test-'));
  const socketPath = join(folder, 's');
  const child = spawn(process.execPath, [main, '--socket', socketPath, ...more], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
  const greeting = await new Promise((resolve) => createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line))));
  const agent = new http.Agent({ keepAlive: true });
  const send = (method, path, text) =>
    new Promise((resolve, reject) => {
      const request = http.request({ socketPath, agent, method, path }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const lines = String(Buffer.concat(chunks)).trim().split('\n').map((line) => JSON.parse(line));
          resolve({ status: response.statusCode, type: response.headers['content-type'], lines, body: lines.at(-1) });
        });
      });
      request.on('error', reject);
      request.end(text);
    });
  return {
    folder,
    socketPath,
    child,
    ended,
    greeting,
    file: (name) => join(folder, name),
    send,
    call: (operation, body) => send('POST', `/v1/${operation}`, JSON.stringify(body)),
    async stop() {
      child.stdin.end();
      agent.destroy();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
