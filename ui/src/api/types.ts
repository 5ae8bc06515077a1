import type { components } from './schema';

type Schemas = components['schemas'];

/** A record of the API by its name: `Schema<'RunSummary'>`. Written from the server's OpenAPI document, never by hand. */
export type Schema<Name extends keyof Schemas> = Schemas[Name];

/** One page of a list: give `next` as `after`; null is the end. */
export interface Page<T> {
  items: T[];
  next: string | null;
  total: number | null;
}

export type Problem = Schema<'Problem'>;
export type Mistake = Schema<'Mistake'>;
export type RunSummary = Schema<'RunSummary'>;
export type OutcomeCounts = Schema<'OutcomeCountsBody'>;
export type RunError = Schema<'RunError'>;
export type WorkflowGraph = Schema<'WorkflowGraph'>;
export type GraphNode = Schema<'GraphNode'>;
export type WorkflowInput = Schema<'WorkflowInput'>;
export type StepCounts = Schema<'StepCounts'>;

export type Scope = 'read' | 'run' | 'work' | 'edit' | 'admin';
