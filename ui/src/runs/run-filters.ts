/** States that a run can be filtered by, as the server names them. */
export const RUN_STATES = ['running', 'waiting', 'paused', 'cancelling', 'succeeded', 'failed', 'cancelled'] as const;

/** What the list of runs shows; part of its address. */
export interface RunFilters {
  workflow?: string;
  /** Comma-separated. */
  state?: string;
  text?: string;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Reads filters from an address. What is not understood is left out: an old link shows more, never an error. */
export function parseRunFilters(search: Record<string, unknown>): RunFilters {
  const filters: RunFilters = {};
  const workflow = textOf(search['workflow']);
  if (workflow !== undefined) filters.workflow = workflow;
  const given = textOf(search['state'])?.split(',') ?? [];
  const state = RUN_STATES.filter((one) => given.includes(one));
  if (state.length > 0) filters.state = state.join(',');
  const text = textOf(search['text']);
  if (text !== undefined) filters.text = text;
  return filters;
}

/** True: nothing is left out of the list. */
export function isUnfiltered(filters: RunFilters): boolean {
  return filters.workflow === undefined && filters.state === undefined && filters.text === undefined;
}
