import type { Schema } from '@/api/types';

/** A bar of the timeline, in shares of its width. */
export interface TimelineBar {
  span: Schema<'TimelineSpan'>;
  /** 0 to 1, from the left. */
  left: number;
  /** 0 to 1; at least what a pointer can hit. */
  width: number;
  /** How deep its step is nested: `enrich/small` is 1. */
  depth: number;
  /** Milliseconds; null: it goes on. */
  duration: number | null;
}

/** A mark on the axis. */
export interface Tick {
  at: number;
  /** 0 to 1, from the left. */
  left: number;
  label: string;
}

const THINNEST = 0.004;

/** Bars of a timeline. What goes on reaches the end of it. */
export function barsOf(timeline: Schema<'TimelineResponse'>): TimelineBar[] {
  const from = Date.parse(timeline.from);
  const length = Math.max(1, Date.parse(timeline.until) - from);
  return timeline.spans.map((span) => {
    const start = Date.parse(span.from);
    const end = span.until == null ? from + length : Date.parse(span.until);
    const width = Math.min(1, Math.max(THINNEST, (end - start) / length));
    const left = Math.min(1 - width, Math.max(0, (start - from) / length));
    return { span, left, width, depth: span.path.split('/').length - 1, duration: span.until == null ? null : end - start };
  });
}

const STEPS_MS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 10e3, 15e3, 30e3, 60e3, 120e3, 300e3, 600e3, 900e3, 1800e3, 3600e3, 7200e3, 14400e3, 21600e3, 43200e3, 86400e3];

/** Marks at round times since the start, at most `most` of them. */
export function ticksOf(timeline: Schema<'TimelineResponse'>, most: number): Tick[] {
  const length = Math.max(1, Date.parse(timeline.until) - Date.parse(timeline.from));
  const smallest = length / Math.max(1, most);
  const days = 86400e3;
  const step = STEPS_MS.find((one) => one >= smallest) ?? Math.ceil(smallest / days) * days;
  const ticks: Tick[] = [];
  for (let at = 0; at <= length; at += step) ticks.push({ at, left: at / length, label: offsetLabel(at, step) });
  return ticks;
}

function offsetLabel(at: number, step: number): string {
  if (at === 0) return '0';
  if (step < 1e3 && at < 1e3) return `${at} ms`;
  const seconds = at / 1e3;
  if (at < 60e3) return `${Number(seconds.toFixed(3))} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds - minutes * 60);
  if (at < 3600e3) return rest === 0 ? `${minutes} min` : `${minutes}:${String(rest).padStart(2, '0')}`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60}`;
}
