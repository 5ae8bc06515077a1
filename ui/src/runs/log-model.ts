import type { Schema } from '@/api/types';

type Line = Schema<'LogLineResponse'>;

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warning', 'error'] as const;

/** What the log shows; part of its address. */
export interface LogFilters {
  level?: string;
  step?: string;
}

/** Lines kept on the screen: older ones are dropped while new ones arrive, and come back with "earlier". */
export const MOST_LINES = 1_500;

export const LOG_PAGE = 200;

/** Reads filters from an address. */
export function parseLogFilters(search: Record<string, unknown>): LogFilters {
  const filters: LogFilters = {};
  const level = LOG_LEVELS.find((one) => one === search.level);
  if (level !== undefined) filters.level = level;
  if (typeof search.step === 'string' && search.step !== '') filters.step = search.step;
  return filters;
}

/** Whether a streamed line is among those that were asked for: at least of that level, and of that step. */
export function fits(line: Line, filters: LogFilters): boolean {
  const least = LOG_LEVELS.findIndex((one) => one === filters.level);
  const level = LOG_LEVELS.findIndex((one) => one === line.level);
  return level >= least && (filters.step === undefined || line.step === filters.step);
}

/** Where to read from to see the end of a log without a filter. Numbers are dense, so no cursor is needed. */
export function tailAfter(total: number): number {
  return Math.max(0, total - LOG_PAGE);
}

/** The part of a log that is shown. */
export interface ShownLog {
  lines: readonly Line[];
  /** What to give as `after` for the lines behind the last one; null: the end of the log is shown. */
  next: number | null;
  loading: boolean;
  error: unknown;
}

export const noLog: ShownLog = { lines: [], next: null, loading: true, error: null };

export type LogStep =
  | { kind: 'began' }
  | { kind: 'read'; lines: readonly Line[]; next: number | null }
  | { kind: 'earlier'; lines: readonly Line[] }
  | { kind: 'came'; lines: readonly Line[] }
  | { kind: 'failed'; error: unknown };

/** What is shown after a page was read or lines came. Each line is there once, and there is never a hole between two. */
export function logReducer(log: ShownLog, step: LogStep): ShownLog {
  switch (step.kind) {
    case 'began':
      return noLog;
    case 'read':
      return { lines: append(log.lines, step.lines), next: step.next, loading: false, error: null };
    case 'came':
      return log.next === null && !log.loading ? { ...log, lines: append(log.lines, step.lines) } : log;
    case 'earlier': {
      const first = log.lines[0]?.number ?? Number.POSITIVE_INFINITY;
      const all = [...step.lines.filter((line) => line.number < first), ...log.lines];
      const kept = all.slice(0, MOST_LINES);
      return { lines: kept, next: kept.length < all.length ? (kept.at(-1)?.number ?? 0) : log.next, loading: false, error: null };
    }
    case 'failed':
      return { ...log, loading: false, error: step.error };
  }
}

function append(lines: readonly Line[], more: readonly Line[]): readonly Line[] {
  const last = lines.at(-1)?.number ?? 0;
  const fresh = more.filter((line) => line.number > last);
  return fresh.length === 0 ? lines : [...lines, ...fresh].slice(-MOST_LINES);
}
