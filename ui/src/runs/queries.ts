import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, segment } from '@/api/client';
import type { Page, RunSummary, Schema, WorkflowGraph } from '@/api/types';

export interface RunFilter {
  workflow?: string;
  /** Comma-separated. */
  state?: string;
  text?: string;
  since?: string;
  until?: string;
  after?: string;
  limit?: number;
}

function path(run: string, rest = ''): string {
  return `/runs/${segment(run)}${rest}`;
}

/** Queries of runs. Lists live under `['runs', 'list']`: the home's stream brings their rows up to date. */
export const runQueries = {
  list: (filter: RunFilter) =>
    queryOptions({
      queryKey: ['runs', 'list', filter],
      queryFn: ({ signal }) => api.get<Page<RunSummary>>('/runs', { ...filter }, signal),
    }),
  pages: (filter: RunFilter) =>
    infiniteQueryOptions({
      queryKey: ['runs', 'list', 'pages', filter],
      initialPageParam: null as string | null,
      queryFn: ({ signal, pageParam }) => api.get<Page<RunSummary>>('/runs', { ...filter, after: pageParam, limit: 50 }, signal),
      getNextPageParam: (last) => last.next,
    }),
  detail: (run: string) =>
    queryOptions({
      queryKey: ['runs', 'detail', run],
      queryFn: ({ signal }) => api.get<Schema<'RunResponse'>>(path(run), undefined, signal),
    }),
  graph: (run: string) =>
    queryOptions({
      queryKey: ['runs', 'graph', run],
      // A run's definition never changes.
      staleTime: Infinity,
      queryFn: ({ signal }) => api.get<WorkflowGraph>(path(run, '/graph'), undefined, signal),
    }),
  steps: (run: string) =>
    queryOptions({
      queryKey: ['runs', 'steps', run],
      queryFn: ({ signal }) => api.get<Schema<'RunSteps'>>(path(run, '/steps'), undefined, signal),
      // Counters of a large run are counted while the first answer is on its way.
      refetchInterval: (query) => (query.state.data?.exact === false ? 1_000 : false),
    }),
  timeline: (run: string) =>
    queryOptions({
      queryKey: ['runs', 'timeline', run],
      queryFn: ({ signal }) => api.get<Schema<'TimelineResponse'>>(path(run, '/timeline'), undefined, signal),
    }),
  usage: (run: string) =>
    queryOptions({
      queryKey: ['runs', 'usage', run],
      queryFn: ({ signal }) => api.get<Schema<'UsageResponse'>>(path(run, '/usage'), undefined, signal),
    }),
  log: (run: string, query: { after?: number; step?: string; key?: string; level?: string; limit?: number }) =>
    queryOptions({
      queryKey: ['runs', 'log', run, query],
      queryFn: ({ signal }) => api.get<Page<Schema<'LogLineResponse'>>>(path(run, '/log'), { ...query }, signal),
    }),
  quarantine: (run: string) =>
    queryOptions({
      queryKey: ['runs', 'quarantine', run],
      queryFn: ({ signal }) => api.get<Page<Schema<'FailureGroupResponse'>>>(path(run, '/quarantine'), undefined, signal),
    }),
};

/** What can be asked of a run. */
export const runCommands = {
  steer: (run: string, what: 'pause' | 'resume' | 'cancel') => api.post<Schema<'ChangeResponse'>>(path(run, `/${what}`)),
  retry: (run: string, request: Partial<Schema<'RetryRequest'>>) => api.post<Schema<'RetryResponse'>>(path(run, '/retry'), request),
  resolve: (run: string, request: Schema<'ResolveRequest'>) => api.post<Schema<'ChangeResponse'>>(path(run, '/resolve'), request),
  signal: (run: string, request: Schema<'SignalRequest'>) => api.post<Schema<'ChangeResponse'>>(path(run, '/signals'), request),
  budget: (run: string, request: Schema<'BudgetRequest'>) => api.put<Schema<'ChangeResponse'>>(path(run, '/budget'), request),
  accept: (run: string, request: Schema<'AcceptRequest'>) => api.post<Schema<'ChangeResponse'>>(path(run, '/quarantine/accept'), request),
  reopen: (run: string, request: Schema<'AcceptRequest'>) => api.delete<Schema<'ChangeResponse'>>(path(run, '/quarantine/accept'), request),
  delete: (run: string) => api.delete<undefined>(path(run)),
};
