// A model host of kind feature-extraction that misbehaves as its texts and options say. Each batch is a line in the file that the option `log` names.
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const argument = (name) => process.argv[process.argv.indexOf(name) + 1];
const options = JSON.parse(argument('--options'));
const float = (value) => ({ type: 'float32', shape: [2], data: Buffer.from(new Float32Array([value, 1]).buffer).toString('base64') });
const once = (name) => !existsSync(`${options.log}.${name}`) && (writeFileSync(`${options.log}.${name}`, ''), true);
const greeting = { host: 'fault', protocol: 1, slots: 1, operations: ['embed_texts'], model: { kind: 'feature-extraction', labels: null }, load_ms: 1, resident_bytes: 1e6 };

if (options.dies_at_first && once('started')) {
  process.kill(process.pid, 'SIGKILL');
}

if (options.cannot_start) {
  process.stderr.write('no such library\n');
  process.exit(3);
}

const server = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  const texts = JSON.parse(text).items.map((item) => item.text);
  appendFileSync(options.log, `${process.pid} ${texts.join(' ')}\n`);
  const answer = (status, value) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  const refuse = (code, message) => answer(422, { error: { code, message, detail: null } });
  if (texts.includes('die') || (texts.includes('die-once') && once('died'))) return process.kill(process.pid, 'SIGKILL');
  if (texts.includes('hang') || (texts.includes('hang-once') && once('hung'))) return undefined;
  if (options.holds && texts.length > options.holds) return refuse('out_of_memory', 'there is not enough memory');
  if (texts.includes('large') && once('grew')) return refuse('out_of_memory', 'there is not enough memory');
  if (texts.includes('poison')) return refuse('model_broken', 'encoder.onnx failed at node 7');
  return answer(200, { items: texts.map((one) => (one === 'bad' ? { error: { code: 'bad_request', message: 'too long', detail: null } } : { embedding: float(one.length) })), run_ms: 1 });
});
server.keepAliveTimeout = 0;
server.listen(argument('--socket'), () => process.stdout.write(`${JSON.stringify(greeting)}\n`));
process.stdin.resume().on('end', () => process.kill(process.pid, 'SIGKILL'));
