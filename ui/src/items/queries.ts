import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, segment } from '@/api/client';
import type { Schema } from '@/api/types';
import { filteredQuery, type ItemFilters } from './item-filters';

/** Rows on a page. */
export const PAGE = 100;

function path(run: string, block: number): string {
  return `/runs/${segment(run)}/blocks/${block}/items`;
}

/** Pages are kept for a minute after they went out of sight: 100,000 items must not stay in a window that looked at them all. */
const KEPT_MS = 60_000;

export const itemQueries = {
  block: (run: string, block: number) => ['items', run, block] as const,
  /** A page of all items: which ones are on it is known without a cursor, because ordinals are dense. */
  dense: (run: string, block: number, page: number) =>
    queryOptions({
      queryKey: [...itemQueries.block(run, block), 'dense', page],
      gcTime: KEPT_MS,
      queryFn: ({ signal }) => api.get<Schema<'ItemPage'>>(path(run, block), { from: page * PAGE, limit: PAGE }, signal),
    }),
  /** Pages of a filtered or sorted list, each behind the end of the one before it. */
  filtered: (run: string, block: number, filters: ItemFilters) =>
    infiniteQueryOptions({
      queryKey: [...itemQueries.block(run, block), 'filtered', filteredQuery(filters, null, PAGE)],
      gcTime: KEPT_MS,
      initialPageParam: null as string | null,
      queryFn: ({ signal, pageParam }) => api.get<Schema<'ItemPage'>>(path(run, block), filteredQuery(filters, pageParam, PAGE), signal),
      getNextPageParam: (last) => last.next,
    }),
  detail: (run: string, block: number, ordinal: number) =>
    queryOptions({
      queryKey: [...itemQueries.block(run, block), 'detail', ordinal],
      queryFn: ({ signal }) => api.get<Schema<'ItemDetail'>>(`${path(run, block)}/${ordinal}`, undefined, signal),
    }),
};
