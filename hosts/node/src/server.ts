import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failureOf, HostError, wordsOf } from './errors.js';
import { Fields } from './fields.js';
import type { Gate } from './gate.js';

/** What an operation may do besides answering. */
export interface Reply {
  /** Aborted when the engine has hung up: nobody waits for the answer. */
  readonly gone: AbortSignal;
  /** Sends one line ahead of the answer; the response becomes JSON lines. */
  write(line: object): void;
}

export type Operation = (request: Fields, reply: Reply) => Promise<object>;

export interface HostOptions {
  readonly operations: ReadonlyMap<string, Operation>;
  readonly gate: Gate;
  readonly maxRequestBytes: number;
}

/** `POST /v1/<operation>` with a JSON object; `GET /health`. 200 with the answer, 400 or 422 with `{"error":{code,message,detail}}`. */
export function createHost(options: HostOptions): Server {
  const server = createServer((request, response) => {
    void answer(options, request, response);
  });
  // Connections belong to the engine and stay open; a time limit here would race with its next request.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  server.headersTimeout = 0;
  server.timeout = 0;
  return server;
}

async function answer({ operations, gate, maxRequestBytes }: HostOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method === 'GET' && request.url === '/health') {
      send(response, 200, { status: 'ok', busy: gate.busy, queued: gate.queued, resident_bytes: process.memoryUsage.rss() });
      return;
    }

    const name = request.url?.startsWith('/v1/') === true ? request.url.slice(4) : '';
    const operation = request.method === 'POST' ? operations.get(name) : undefined;
    if (operation === undefined) {
      request.resume();
      send(response, 404, new HostError('bad_request', `there is no operation ${request.method} ${request.url}`).wire);
      return;
    }

    const fields = new Fields(parse(await readBody(request, maxRequestBytes)));
    const reply = replyTo(response);
    send(response, 200, await gate.run(() => operation(fields, reply)));
  } catch (error) {
    const problem = failureOf(error, 'internal', wordsOf(error));
    send(response, problem.code === 'bad_request' ? 400 : 422, problem.wire);
  }
}

function replyTo(response: ServerResponse): Reply {
  const hungUp = new AbortController();
  response.on('close', () => {
    if (!response.writableEnded) {
      hungUp.abort();
    }
  });
  return {
    gone: hungUp.signal,
    write(line) {
      if (!response.headersSent) {
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      }

      response.write(`${JSON.stringify(line)}\n`);
    },
  };
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new HostError('bad_request', `the request is larger than ${maxBytes} bytes`);
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

/** After streamed lines the answer, an error too, is the last line: the status has gone out already. */
function send(response: ServerResponse, status: number, value: object): void {
  if (response.headersSent) {
    response.end(`${JSON.stringify(value)}\n`);
    return;
  }

  const body = Buffer.from(JSON.stringify(value), 'utf8');
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}
