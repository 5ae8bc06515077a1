import { queryOptions } from '@tanstack/react-query';
import { api, setCsrf } from '@/api/client';
import { ApiError } from '@/api/problem';
import type { Schema } from '@/api/types';

export type Session = Schema<'SessionResponse'>;

/** Who is signed in; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  retry: false,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return keep(await api.get<Session>('/session', undefined, signal));
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
});

export async function signIn(name: string, password: string): Promise<Session> {
  return keep(await api.post<Session>('/session', { name, password }));
}

export async function signOut(): Promise<void> {
  await api.delete('/session');
  setCsrf(null);
}

function keep(session: Session): Session {
  setCsrf(session.csrf ?? null);
  return session;
}
