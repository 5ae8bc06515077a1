import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, segment } from '@/api/client';
import type { Page, Schema } from '@/api/types';

type Sources = Record<string, string>;

const at = (name: string) => `/workflows/${segment(name)}`;

/** Queries of workflows, their versions and schedules. */
export const workflowQueries = {
  list: (text: string) =>
    infiniteQueryOptions({
      queryKey: ['workflows', 'list', text],
      queryFn: ({ signal, pageParam }) => api.get<Page<Schema<'WorkflowSummary'>>>('/workflows', { text, after: pageParam, limit: 50 }, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  /** The first names, for choosing one. */
  names: queryOptions({
    queryKey: ['workflows', 'names'],
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get<Page<Schema<'WorkflowSummary'>>>('/workflows', { limit: 500 }, signal),
  }),
  templates: queryOptions({
    queryKey: ['workflows', 'templates'],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get<Page<Schema<'WorkflowTemplate'>>>('/workflows/templates', undefined, signal),
  }),
  detail: (name: string) =>
    queryOptions({
      queryKey: ['workflows', 'detail', name],
      queryFn: ({ signal }) => api.get<Schema<'WorkflowDetail'>>(at(name), undefined, signal),
    }),
  versions: (name: string) =>
    queryOptions({
      queryKey: ['workflows', 'versions', name],
      queryFn: ({ signal }) => api.get<Page<Schema<'WorkflowVersionSummary'>>>(`${at(name)}/versions`, { limit: 200 }, signal),
    }),
  /** Versions never change. */
  version: (name: string, digest: string) =>
    queryOptions({
      queryKey: ['workflows', 'version', name, digest],
      staleTime: Infinity,
      queryFn: ({ signal }) => api.get<Schema<'WorkflowVersion'>>(`${at(name)}/versions/${segment(digest)}`, undefined, signal),
    }),
  diff: (name: string, from: string, to: string) =>
    queryOptions({
      queryKey: ['workflows', 'diff', name, from, to],
      staleTime: Infinity,
      queryFn: ({ signal }) => api.get<Schema<'DiffResponse'>>(`${at(name)}/diff`, { from, to }, signal),
    }),
  /** What the server says of a text; the answer about the text before is kept until the new one is there. */
  validation: (sources: Sources, file: string | null) =>
    queryOptions({
      queryKey: ['workflows', 'validation', sources, file],
      staleTime: Infinity,
      gcTime: 60_000,
      placeholderData: keepPreviousData,
      queryFn: ({ signal }) => api.post<Schema<'ValidationResponse'>>('/workflows/validate', { sources, file }, { signal }),
    }),
  schedules: (workflow: string) =>
    queryOptions({
      queryKey: ['schedules', workflow],
      queryFn: ({ signal }) => api.get<Page<Schema<'ScheduleResponse'>>>('/schedules', { workflow, limit: 100 }, signal),
    }),
  preview: (cron: string, zone: string) =>
    queryOptions({
      queryKey: ['schedules', 'preview', cron, zone],
      staleTime: 60_000,
      retry: false,
      queryFn: ({ signal }) => api.get<Schema<'SchedulePreview'>>('/schedules/preview', { cron, zone }, signal),
    }),
};

export const workflowCommands = {
  create: (request: Schema<'CreateWorkflowRequest'>) => api.post<Schema<'WorkflowVersion'>>('/workflows', request),
  remove: (name: string) => api.delete(at(name)),
  start: (request: Schema<'StartRunRequest'>, idempotencyKey: string) => api.post<Schema<'RunSummary'>>('/runs', request, { idempotencyKey }),
  saveSchedule: (id: string | null, request: Schema<'SaveScheduleRequest'>) =>
    id === null ? api.post<Schema<'ScheduleResponse'>>('/schedules', request) : api.put<Schema<'ScheduleResponse'>>(`/schedules/${segment(id)}`, request),
  removeSchedule: (id: string) => api.delete(`/schedules/${segment(id)}`),
};
