import { queryOptions } from '@tanstack/react-query';
import { api, segment } from '@/api/client';
import type { Page, RunSummary, Schema } from '@/api/types';

export interface RunFilter {
  workflow?: string;
  state?: readonly string[];
  text?: string;
  since?: string;
  until?: string;
  after?: string;
  limit?: number;
}

/** Queries of runs. Lists live under `['runs', 'list']`: the home's stream brings their rows up to date. */
export const runQueries = {
  list: (filter: RunFilter) =>
    queryOptions({
      queryKey: ['runs', 'list', filter],
      queryFn: ({ signal }) => api.get<Page<RunSummary>>('/runs', { ...filter }, signal),
    }),
  detail: (run: string) =>
    queryOptions({
      queryKey: ['runs', 'detail', run],
      queryFn: ({ signal }) => api.get<Schema<'RunResponse'>>(`/runs/${segment(run)}`, undefined, signal),
    }),
};
