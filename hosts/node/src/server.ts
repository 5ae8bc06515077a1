import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { explain, HostError, type ErrorCode } from './errors.js';
import { Fields } from './fields.js';
import { Gate } from './gate.js';
import { contactSheet } from './operations/contact-sheet.js';
import { info } from './operations/info.js';
import { pixels } from './operations/pixels.js';
import { render } from './operations/render.js';
import { decodeWhole } from './picture.js';

/** Requests name files and never carry pictures, so this is ample (a contact sheet names a few hundred files). */
const maxRequestBytes = 4 * 1024 * 1024;

type Operation = (request: Fields) => Promise<object>;

export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['info', info],
  ['render', render],
  ['pixels', pixels],
  ['contact_sheet', contactSheet],
]);

/** `POST /v1/<operation>` with a JSON object; `GET /health`. 200 with the answer, 400 or 422 with `{"error":{code,message,detail}}`. */
export function createHost(gate: Gate): Server {
  const server = createServer((request, response) => {
    void answer(gate, request, response);
  });
  // Connections belong to the engine and stay open; a time limit here would race with its next request.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  server.headersTimeout = 0;
  server.timeout = 0;
  return server;
}

async function answer(gate: Gate, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method === 'GET' && request.url === '/health') {
      send(response, 200, { status: 'ok', busy: gate.busy, queued: gate.queued, resident_bytes: process.memoryUsage.rss() });
      return;
    }

    const name = request.url?.startsWith('/v1/') === true ? request.url.slice(4) : '';
    const operation = request.method === 'POST' ? operations.get(name) : undefined;
    if (operation === undefined) {
      request.resume();
      send(response, 404, failure('bad_request', `there is no operation ${request.method} ${request.url}`));
      return;
    }

    const fields = new Fields(parse(await readBody(request)));
    send(response, 200, await gate.run(() => perform(operation, fields)));
  } catch (error) {
    const problem = error instanceof HostError ? error : new HostError('internal', error instanceof Error ? error.message : String(error));
    send(response, problem.code === 'bad_request' ? 400 : 422, failure(problem.code, problem.message, problem.detail));
  }
}

async function perform(operation: Operation, fields: Fields): Promise<object> {
  try {
    return await operation(fields);
  } catch (error) {
    throw await explain(error, { input: fields.textOr('input', undefined), output: fields.textOr('output', undefined), decode: () => decodeWhole(fields) });
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxRequestBytes) {
      throw new HostError('bad_request', `the request is larger than ${maxRequestBytes} bytes`);
    }

    chunks.push(chunk);
  }

  return Buffer.concat(chunks).toString('utf8');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new HostError('bad_request', 'the request is not JSON');
  }
}

function failure(code: ErrorCode, message: string, detail?: string): object {
  return { error: { code, message, detail: detail ?? null } };
}

function send(response: ServerResponse, status: number, value: object): void {
  const body = Buffer.from(JSON.stringify(value), 'utf8');
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}
