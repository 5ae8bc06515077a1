import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Schema } from '@/api/types';

/** What runs, what needs somebody, what failed. */
export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => api.get<Schema<'HomeOverview'>>('/home', undefined, signal),
});

export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => api.get<Schema<'AboutResponse'>>('/about', undefined, signal),
});
