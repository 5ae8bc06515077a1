import { queryOptions } from '@tanstack/react-query';
import { api, segment } from '@/api/client';
import type { Page, Schema } from '@/api/types';

export const workflowQueries = {
  list: (text: string) =>
    queryOptions({
      queryKey: ['workflows', 'list', text],
      queryFn: ({ signal }) => api.get<Page<Schema<'WorkflowSummary'>>>('/workflows', { text, limit: 200 }, signal),
    }),
  detail: (name: string) =>
    queryOptions({
      queryKey: ['workflows', 'detail', name],
      queryFn: ({ signal }) => api.get<Schema<'WorkflowDetail'>>(`/workflows/${segment(name)}`, undefined, signal),
    }),
};
