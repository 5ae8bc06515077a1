import type { HostError } from '../errors.js';
import type { Fields } from '../fields.js';
import type { Reply } from '../server.js';
import type { Graph } from './graph.js';

/** One answer an item, in the order of the items. */
export type Answer = object | HostError;

export type ItemOperation = (items: readonly Fields[], parameters: Fields, reply: Reply) => Promise<readonly Answer[]>;

/** A loaded model: what it can be asked. */
export interface Model {
  readonly operations: ReadonlyMap<string, ItemOperation>;
  /** Names of its classes; null when it has none. */
  readonly labels: readonly string[] | null;
  /** What was loaded at the start, for the greeting. */
  readonly graphs: readonly Graph[];
}
