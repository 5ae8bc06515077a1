import { infiniteQueryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { api, segment } from '@/api/client';
import type { Page, Schema } from '@/api/types';

export type Approval = Schema<'ApprovalResponse'>;

export const approvalQueries = {
  all: ['approvals', 'list'] as const,
  list: (run: string | undefined) =>
    infiniteQueryOptions({
      queryKey: [...approvalQueries.all, run ?? null],
      initialPageParam: null as string | null,
      queryFn: ({ signal, pageParam }) => api.get<Page<Approval>>('/approvals', { run, after: pageParam, limit: 100 }, signal),
      getNextPageParam: (last) => last.next,
    }),
};

/** Takes an answered question out of the lists at once: whoever answers many must not meet it again. */
export function forget(client: QueryClient, id: string): void {
  client.setQueriesData<InfiniteData<Page<Approval>>>({ queryKey: approvalQueries.all }, (old) =>
    old && { ...old, pages: old.pages.map((page) => ({ ...page, items: page.items.filter((one) => one.id !== id) })) });
}

export function decide(id: string, request: Schema<'DecideRequest'>): Promise<Schema<'ChangeResponse'>> {
  return api.post<Schema<'ChangeResponse'>>(`/approvals/${segment(id)}`, request);
}
