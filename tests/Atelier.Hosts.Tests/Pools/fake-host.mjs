// A host that misbehaves on request. Each request is a line in the file named by FAKE_LOG.
import { appendFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';

const socket = process.argv[process.argv.indexOf('--socket') + 1];
const mode = process.env.FAKE_MODE ?? '';
if (mode === 'silent') {
  setInterval(() => {}, 1000);
} else if (mode === 'crash') {
  process.stderr.write('no such library\n');
  process.exit(3);
} else if (mode === 'refuses') {
  const error = { code: 'model_broken', message: 'a.onnx has no input x', detail: null };
  process.stdout.write(`${JSON.stringify({ host: 'fake', protocol: 1, slots: 3, error })}\n`, () => process.exit(1));
} else {
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text);
    appendFileSync(process.env.FAKE_LOG, `${request.url.slice(4)} ${body.name} ${process.pid}\n`);
    const answer = (status, value) => {
      const bytes = Buffer.from(JSON.stringify(value));
      response.writeHead(status, { 'content-length': bytes.length });
      response.end(bytes);
    };
    const gate = () => new Promise((resolve) => {
      const timer = setInterval(() => existsSync(body.gate) && (clearInterval(timer), resolve()), 5);
    });
    switch (request.url) {
      case '/v1/echo': return answer(200, body);
      case '/v1/wait': await gate(); return answer(200, body);
      case '/v1/refuse': return answer(422, { error: { code: 'truncated', message: 'cut off', detail: null } });
      case '/v1/nonsense': return answer(500, 'what?');
      case '/v1/die': return process.kill(process.pid, 'SIGKILL');
      case '/v1/hang': return undefined;
      case '/v1/stall': for (;;);
      case '/v1/drip': {
        let left = 8;
        const timer = setInterval(() => {
          if (--left > 0) return response.write(`${JSON.stringify({ text: String(left) })}\n`);
          clearInterval(timer);
          response.end(`${JSON.stringify(body)}\n`);
        }, 400);
        return response.writeHead(200);
      }
      case '/v1/spill':
        response.writeHead(200);
        return response.end(`{"text":"a"}\n${JSON.stringify({ error: { code: 'internal', message: 'it broke', detail: null } })}\n`);
      case '/v1/flood':
        for (let i = 0; i < 20000; i++) process.stderr.write(`flood ${i} ${'x'.repeat(200)}\n`);
        return answer(200, body);
      default: return answer(404, { error: { code: 'bad_request', message: 'unknown', detail: null } });
    }
  });
  server.keepAliveTimeout = 0;
  server.listen(socket, () => process.stdout.write(`${JSON.stringify({ host: 'fake', protocol: mode === 'old' ? 0 : 1, slots: 3, operations: [] })}\n`));
  process.stdin.resume().on('end', () => process.kill(process.pid, 'SIGKILL'));
}
