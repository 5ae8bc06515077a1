import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { Gate } from './gate.js';
import { createHost, operations } from './server.js';

/** Raised when a request or an answer changes its meaning. */
const protocolVersion = 1;

const { values } = parseArgs({ options: { socket: { type: 'string' }, slots: { type: 'string' } } });
const socket = values.socket;
if (socket === undefined) {
  process.stderr.write('usage: node main.js --socket PATH [--slots N]\n');
  process.exit(2);
}

// One thread a picture and several pictures at once: on few cores this beats several threads a picture by the cost of handing
// over between them. Operations are never repeated on the same file, so libvips' cache would only hold memory.
sharp.concurrency(1);
sharp.cache(false);

const slots = Number(values.slots ?? availableParallelism() + 1);
const server = createHost(new Gate(slots));
server.on('error', (error) => {
  process.stderr.write(`cannot listen on ${socket}: ${error.message}\n`);
  process.exit(1);
});
server.listen(socket, () => {
  const hello = { host: 'atelier-media', protocol: protocolVersion, slots, pid: process.pid, operations: [...operations.keys()], libraries: { sharp: sharp.versions.sharp, vips: sharp.versions.vips } };
  process.stdout.write(`${JSON.stringify(hello)}\n`);
});

// The engine holds the other end of standard input and never writes: its end is the engine's end. SIGKILL, because exit() would
// wait for decoders that are still at work.
process.stdin.resume();
for (const event of ['end', 'close', 'error']) {
  process.stdin.on(event, () => {
    rmSync(socket, { force: true });
    process.kill(process.pid, 'SIGKILL');
  });
}
