import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { failureOf, wordsOf } from '../errors.js';
import { Fields } from '../fields.js';
import { Gate } from '../gate.js';
import { endWithParent, greet, protocolVersion } from '../lifetime.js';
import { createHost } from '../server.js';
import type { Side } from './graph.js';
import { loadModel } from './kinds/all.js';
import type { Model } from './model.js';
import { Source } from './options.js';
import { maxRequestBytes, overItems } from './requests.js';

const { values } = parseArgs({
  options: { socket: { type: 'string' }, slots: { type: 'string' }, model: { type: 'string' }, kind: { type: 'string' }, threads: { type: 'string' }, options: { type: 'string' } },
});
const { socket, model: path, kind } = values;
if (socket === undefined || path === undefined || kind === undefined) {
  process.stderr.write('usage: node models/main.js --socket PATH --model FOLDER --kind KIND [--slots N] [--threads N] [--options JSON]\n');
  process.exit(2);
}

// Libraries print what they please; standard output is the greeting's alone.
console.log = console.info = console.debug = console.error;
sharp.concurrency(1);
sharp.cache(false);
endWithParent(socket);

const cores = availableParallelism();
const slots = Number(values.slots ?? 1);
const hello = { host: 'atelier-model', protocol: protocolVersion, slots, pid: process.pid };
const from = performance.now();
try {
  const options = new Fields(parseOptions(values.options ?? '{}'), 'options');
  const model = await loadModel(kind, new Source(path, options, Number(values.threads ?? cores), cores));
  const operations = new Map([...model.operations].map(([name, operation]) => [name, overItems(operation)]));
  greet(createHost({ operations, gate: new Gate(slots), maxRequestBytes }), socket, () => ({
    ...hello,
    operations: [...operations.keys()],
    model: { kind, labels: model.labels, inputs: sides(model, 'inputs'), outputs: sides(model, 'outputs') },
    load_ms: Math.round(performance.now() - from),
    resident_bytes: process.memoryUsage.rss(),
  }));
} catch (error) {
  process.stdout.write(`${JSON.stringify({ ...hello, ...failureOf(error, 'model_broken', 'the model cannot be loaded').wire })}\n`, () => process.exit(1));
}

function parseOptions(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    process.stderr.write(`--options is not JSON: ${wordsOf(error)}\n`);
    process.exit(2);
  }
}

function sides(model: Model, side: 'inputs' | 'outputs'): Record<string, Side> {
  return Object.fromEntries(model.graphs.flatMap((graph) => [...graph[side]]));
}
