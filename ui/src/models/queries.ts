import { queryOptions } from '@tanstack/react-query';
import { api, segment } from '@/api/client';
import type { Schema } from '@/api/types';

type Models = Schema<'ModelsResponse'>;

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => api.get<Models>('/models', undefined, signal),
});

/** What can be asked of a model; each answers how things stand then. */
export const modelCommands = {
  load: (name: string) => api.post<Models | undefined>(`/models/${segment(name)}/load`),
  unload: (name: string) => api.post<Models | undefined>(`/models/${segment(name)}/unload`),
  pin: (name: string) => api.put<Models | undefined>(`/models/${segment(name)}/pin`),
  unpin: (name: string) => api.delete<Models | undefined>(`/models/${segment(name)}/pin`),
};
