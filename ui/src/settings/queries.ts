import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, segment } from '@/api/client';
import type { Page, Schema } from '@/api/types';

export interface AuditFilter {
  actor?: string;
  action?: string;
  target?: string;
}

export const settingsQueries = {
  sessions: queryOptions({
    queryKey: ['settings', 'sessions'],
    queryFn: ({ signal }) => api.get<Page<Schema<'OpenSession'>>>('/sessions', undefined, signal),
  }),
  tokens: (all: boolean) =>
    queryOptions({
      queryKey: ['settings', 'tokens', all],
      queryFn: ({ signal }) => api.get<Page<Schema<'TokenResponse'>>>('/tokens', { limit: 500, all: all ? true : undefined }, signal),
    }),
  users: queryOptions({
    queryKey: ['settings', 'users'],
    queryFn: ({ signal }) => api.get<Page<Schema<'UserResponse'>>>('/users', { limit: 500 }, signal),
  }),
  secrets: queryOptions({
    queryKey: ['settings', 'secrets'],
    queryFn: ({ signal }) => api.get<Page<Schema<'SecretResponse'>>>('/secrets', undefined, signal),
  }),
  storage: queryOptions({
    queryKey: ['settings', 'storage'],
    queryFn: ({ signal }) => api.get<Schema<'StorageResponse'>>('/home/storage', undefined, signal),
  }),
  audit: (filter: AuditFilter) =>
    infiniteQueryOptions({
      queryKey: ['settings', 'audit', filter],
      queryFn: ({ signal, pageParam }) => api.get<Page<Schema<'AuditEntry'>>>('/audit', { ...filter, after: pageParam, limit: 50 }, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
};

export const settingsCommands = {
  changePassword: (request: Schema<'ChangePasswordRequest'>) => api.post('/session/password', request),
  endSession: (id: string) => api.delete(`/sessions/${segment(id)}`),
  createToken: (request: Schema<'CreateTokenRequest'>) => api.post<Schema<'CreatedTokenResponse'>>('/tokens', request),
  revokeToken: (id: string) => api.delete(`/tokens/${segment(id)}`),
  createUser: (request: Schema<'CreateUserRequest'>) => api.post<Schema<'CreatedUserResponse'>>('/users', request),
  updateUser: (id: string, request: Schema<'UpdateUserRequest'>) => api.patch<Schema<'CreatedUserResponse'>>(`/users/${segment(id)}`, request),
  removeUser: (id: string) => api.delete(`/users/${segment(id)}`),
  setSecret: (name: string, value: string) => api.put(`/secrets/${segment(name)}`, { value }),
  removeSecret: (name: string) => api.delete(`/secrets/${segment(name)}`),
  collectGarbage: () => api.post<Schema<'GarbageResponse'>>('/home/gc'),
};
