import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Page, Schema } from '@/api/types';

export const approvalQueries = {
  list: () =>
    queryOptions({
      queryKey: ['approvals', 'list'],
      queryFn: ({ signal }) => api.get<Page<Schema<'ApprovalResponse'>>>('/approvals', { limit: 100 }, signal),
    }),
};
