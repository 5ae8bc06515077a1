/** Roles, smallest first, and what each may do. */
export const roles = [
  { value: 'viewer', label: 'Viewer', can: 'Looks at everything but users, audit and secrets.' },
  { value: 'operator', label: 'Operator', can: 'Starts and steers runs, answers questions, loads models, runs workers.' },
  { value: 'editor', label: 'Editor', can: 'Writes workflows, schedules and secrets, deletes runs.' },
  { value: 'admin', label: 'Admin', can: 'Everything: users, all tokens, audit, storage.' },
] as const;

export const scopes = [
  { value: 'read', label: 'read', can: 'look' },
  { value: 'run', label: 'run', can: 'start and steer runs' },
  { value: 'work', label: 'work', can: 'run steps as a worker' },
  { value: 'edit', label: 'edit', can: 'change workflows, schedules, secrets' },
  { value: 'admin', label: 'admin', can: 'users, audit, storage' },
] as const;

export function roleLabel(role: string): string {
  return roles.find((entry) => entry.value === role)?.label ?? role;
}
