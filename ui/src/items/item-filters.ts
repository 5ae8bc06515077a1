import { outcomes } from '@/theme/states';

/** What items can be in order of, as the server names it. */
export const ITEM_SORTS = ['ordinal', 'key', 'outcome', 'time'] as const;

export type ItemSort = (typeof ITEM_SORTS)[number];

/** Outcomes that items can be filtered by. */
export const ITEM_OUTCOMES = [...outcomes, 'open'] as const;

/** What a table of items shows; part of its address. */
export interface ItemFilters {
  /** Number of the block; undefined: the run's first map. */
  block?: number;
  /** Comma-separated. */
  outcome?: string;
  /** Path of a step: items that failed there, or in a step inside it. */
  step?: string;
  text?: string;
  /** Undefined: ordinal. */
  sort?: ItemSort;
  desc?: boolean;
  /** Ordinal to begin at, for links into a long list. */
  at?: number;
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Reads filters from an address. What is not understood is left out. */
export function parseItemFilters(search: Record<string, unknown>): ItemFilters {
  const filters: ItemFilters = {};
  const block = wholeNumber(search['block']);
  if (block !== undefined) filters.block = block;
  const given = text(search['outcome'])?.split(',') ?? [];
  const outcome = ITEM_OUTCOMES.filter((one) => given.includes(one));
  if (outcome.length > 0) filters.outcome = outcome.join(',');
  const step = text(search['step']);
  if (step !== undefined) filters.step = step;
  const wanted = text(search['text']);
  if (wanted !== undefined) filters.text = wanted;
  const sort = ITEM_SORTS.find((one) => one === search['sort']);
  if (sort !== undefined && sort !== 'ordinal') filters.sort = sort;
  if (search['desc'] === true || search['desc'] === 'true') filters.desc = true;
  const at = wholeNumber(search['at']);
  if (at !== undefined) filters.at = at;
  return filters;
}

/** True: every item of the block, by ordinal. Only then a list can jump, because ordinals are dense. */
export function isDense(filters: ItemFilters): boolean {
  return filters.outcome === undefined && filters.step === undefined && filters.text === undefined && filters.sort === undefined;
}

/** The server's query for a page of a filtered or sorted list. */
export function filteredQuery(filters: ItemFilters, after: string | null, limit: number): Record<string, string> {
  const query: Record<string, string> = { limit: String(limit) };
  if (filters.outcome !== undefined) query['outcome'] = filters.outcome;
  if (filters.step !== undefined) query['step'] = filters.step;
  if (filters.text !== undefined) query['text'] = filters.text;
  if (filters.sort !== undefined) query['sort'] = filters.sort;
  if (filters.desc === true) query['descending'] = 'true';
  if (after !== null) query['after'] = after;
  return query;
}

/** The row that shows an ordinal in a dense list, and the ordinal that a row shows. */
export function rowOfOrdinal(ordinal: number, total: number, desc: boolean): number {
  return desc ? total - 1 - ordinal : ordinal;
}
