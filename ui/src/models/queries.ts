import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Schema } from '@/api/types';

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => api.get<Schema<'ModelsResponse'>>('/models', undefined, signal),
});
