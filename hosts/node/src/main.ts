import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { Gate } from './gate.js';
import { endWithParent, greet, protocolVersion } from './lifetime.js';
import { mediaOperations } from './operations/all.js';
import { createHost } from './server.js';

/** Requests name files and never carry pictures, so this is ample (a contact sheet names a few hundred files). */
const maxRequestBytes = 4 * 1024 * 1024;

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
greet(createHost({ operations: mediaOperations, gate: new Gate(slots), maxRequestBytes }), socket, () => ({
  host: 'atelier-media',
  protocol: protocolVersion,
  slots,
  pid: process.pid,
  operations: [...mediaOperations.keys()],
  libraries: { sharp: sharp.versions.sharp, vips: sharp.versions.vips },
}));
endWithParent(socket);
