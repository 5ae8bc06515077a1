import { useSuspenseQuery } from '@tanstack/react-query';
import type { Scope } from '@/api/types';
import { sessionQuery, type Session } from './queries';

/** Who is signed in. Only below the signed-in layout, which never renders without somebody. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('Nobody is signed in.');
  return data;
}

export interface Permission {
  allowed: boolean;
  /** Why not; null when it is allowed. */
  reason: string | null;
}

const needs: Record<Scope, string> = {
  read: 'This needs the role viewer.',
  run: 'Starting and steering runs needs the role operator or above.',
  work: 'Running steps as a worker needs the role operator or above.',
  edit: 'Changing workflows, schedules and secrets needs the role editor or admin.',
  admin: 'This is for admins.',
};

/** Whether the user may do what needs a scope. */
export function permissionOf(scopes: readonly string[], scope: Scope): Permission {
  return scopes.includes(scope) ? { allowed: true, reason: null } : { allowed: false, reason: needs[scope] };
}

export function usePermission(scope: Scope): Permission {
  return permissionOf(useSession().scopes, scope);
}
