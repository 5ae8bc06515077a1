import type { Schema } from '@/api/types';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warning', 'error'] as const;

/** What the log shows; part of its address. */
export interface LogFilters {
  level?: string;
  step?: string;
}

/** Lines kept on the screen: older ones are dropped while new ones arrive, and come back with 'earlier'. */
export const MOST_LINES = 2_000;

export const LOG_PAGE = 200;

/** Reads filters from an address. */
export function parseLogFilters(search: Record<string, unknown>): LogFilters {
  const filters: LogFilters = {};
  const level = LOG_LEVELS.find((one) => one === search['level']);
  if (level !== undefined) filters.level = level;
  const step = search['step'];
  if (typeof step === 'string' && step !== '') filters.step = step;
  return filters;
}

/** Whether a streamed line is among those that were asked for: at least of that level, and of that step. */
export function fits(line: Schema<'LogLineResponse'>, filters: LogFilters): boolean {
  const least = LOG_LEVELS.findIndex((one) => one === filters.level);
  const level = LOG_LEVELS.findIndex((one) => one === line.level);
  return level >= least && (filters.step === undefined || line.step === filters.step);
}

/** Lines after newer ones came: by number, none twice, the oldest dropped where there would be too many. */
export function appendLines(lines: readonly Schema<'LogLineResponse'>[], more: readonly Schema<'LogLineResponse'>[], most = MOST_LINES): Schema<'LogLineResponse'>[] {
  const last = lines.at(-1)?.number ?? 0;
  const fresh = more.filter((line) => line.number > last);
  if (fresh.length === 0) return lines as Schema<'LogLineResponse'>[];
  return [...lines, ...fresh].slice(-most);
}

/** Lines after older ones were read. */
export function prependLines(lines: readonly Schema<'LogLineResponse'>[], earlier: readonly Schema<'LogLineResponse'>[], most = MOST_LINES): Schema<'LogLineResponse'>[] {
  const first = lines[0]?.number ?? Number.POSITIVE_INFINITY;
  return [...earlier.filter((line) => line.number < first), ...lines].slice(0, most);
}

/** Where to read from to see the end of a log without a filter. Numbers are dense, so no cursor is needed. */
export function tailAfter(total: number): number {
  return Math.max(0, total - LOG_PAGE);
}
