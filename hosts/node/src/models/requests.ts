import { failureOf, HostError } from '../errors.js';
import type { Operation } from '../server.js';
import type { ItemOperation } from './model.js';

/** Requests carry texts, paths and at most the tensors of `run`. */
export const maxRequestBytes = 256 * 1024 * 1024;

/** `{"items":[...],"parameters":{...}}` in, `{"items":[...],"run_ms":12.3}` out. */
export function overItems(operation: ItemOperation): Operation {
  return async (request, reply) => {
    const items = request.parts('items');
    const parameters = request.part('parameters') ?? request.empty('parameters');
    const from = performance.now();
    try {
      const answers = await operation(items, parameters, reply);
      return { items: answers.map((answer) => (answer instanceof HostError ? answer.wire : answer)), run_ms: Math.round((performance.now() - from) * 100) / 100 };
    } catch (error) {
      throw failureOf(error, 'internal', 'the answer could not be made');
    }
  };
}
