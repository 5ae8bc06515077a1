import type { Schema } from '@/api/types';

export interface Choice {
  value: string;
  label: string;
}

export const overlapChoices: readonly Choice[] = [
  { value: 'skip', label: 'Skip: leave this start out' },
  { value: 'queue', label: 'Queue: start when the run before has ended' },
  { value: 'cancel_previous', label: 'Cancel: end the run before, then start' },
  { value: 'allow', label: 'Allow: let both run' },
];

export const catchUpChoices: readonly Choice[] = [
  { value: 'last', label: 'Once: start for the last of them' },
  { value: 'none', label: 'Not at all' },
  { value: 'all', label: 'All: start once for each' },
];

/** Common schedules to begin with. */
export const presets: readonly Choice[] = [
  { value: '0 * * * *', label: 'Every hour' },
  { value: '15 3 * * *', label: 'Every night' },
  { value: '0 8 * * 1-5', label: 'Workday mornings' },
  { value: '0 6 * * 1', label: 'Mondays' },
  { value: '0 0 1 * *', label: 'First of the month' },
];

/** Only what looks whole is sent to be previewed: five fields, or a word such as @daily. */
export function looksWhole(cron: string): boolean {
  return /^@\w+$/.test(cron.trim()) || cron.trim().split(/\s+/).length === 5;
}

/** The zone of the browser first, then UTC, then all others. */
export function zones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].filter(Boolean);
}

/** What changes a schedule and keeps the rest of it. */
export function saveRequest(schedule: Schema<'ScheduleResponse'>, change: Partial<Schema<'SaveScheduleRequest'>>): Schema<'SaveScheduleRequest'> {
  const { workflow, version, cron, zone, inputs, overlap, catch_up, enabled } = schedule;
  return { workflow, version, cron, zone, inputs, overlap, catch_up, enabled, ...change };
}
