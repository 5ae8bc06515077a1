import { rmSync } from 'node:fs';
import type { Server } from 'node:http';

/** Raised when a request or an answer changes its meaning. */
export const protocolVersion = 1;

/** Listens on the socket and writes the greeting line. */
export function greet(server: Server, socket: string, hello: () => object): void {
  server.on('error', (error) => {
    process.stderr.write(`cannot listen on ${socket}: ${error.message}\n`);
    process.exit(1);
  });
  server.listen(socket, () => {
    process.stdout.write(`${JSON.stringify(hello())}\n`);
  });
}

/**
 * The engine holds the other end of standard input and never writes: its end is the engine's end. SIGKILL, because exit() would
 * wait for decoders and graphs that are still at work.
 */
export function endWithParent(socket: string): void {
  process.stdin.resume();
  for (const event of ['end', 'close', 'error']) {
    process.stdin.on(event, () => {
      rmSync(socket, { force: true });
      process.kill(process.pid, 'SIGKILL');
    });
  }
}
