import type { Schema } from '@/api/types';
import { endedOf } from './outcomes';

/** How many items had ended at a moment of the browser's clock. */
export interface Sample {
  at: number;
  ended: number;
}

/** Rates are taken over this much of the past: long enough to be calm, short enough to follow a change. */
const WINDOW_MS = 20_000;

/** Adds a sample and forgets those older than the window, keeping one that reaches back to its beginning. */
export function addSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1);
  if (last !== undefined && sample.ended < last.ended) return [sample];
  const kept = [...samples, sample];
  const from = sample.at - WINDOW_MS;
  while (kept.length > 2 && (kept[1]?.at ?? 0) <= from) kept.shift();
  return kept;
}

/** Items per second over the window; null: not known yet (less than a second of it was seen). */
export function rateOf(samples: readonly Sample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < 1_000) return null;
  return ((last.ended - first.ended) / (last.at - first.at)) * 1_000;
}

/** How far a run is. */
export interface Progress {
  ended: number;
  /** Items in all; null: the source has not said and has not been read to its end. */
  total: number | null;
  /** 0 to 1; null where the total is not known. */
  share: number | null;
}

/** Items that a run will have seen at its end: what its blocks know once their listings are complete, or what their sources say. */
export function progressOf(run: Schema<'RunSummary'>, blocks: readonly Schema<'BlockResponse'>[]): Progress {
  const ended = endedOf(run.counts);
  const maps = blocks.filter((block) => block.kind === 'for_each' && block.key == null);
  const totals = maps.map((block) => (block.complete || block.closed ? block.known : (block.total ?? null)));
  if (run.ended) return { ended, total: run.known, share: run.known === 0 ? null : ended / run.known };
  if (maps.length === 0 || totals.includes(null)) return { ended, total: null, share: null };
  const total = Math.max(run.known, totals.reduce<number>((sum, one) => sum + (one ?? 0), 0));
  return { ended, total, share: total === 0 ? null : Math.min(1, ended / total) };
}

/** Milliseconds until a run is through at its present rate; null: not known. */
export function timeLeft(progress: Progress, rate: number | null): number | null {
  if (progress.total === null || rate === null || rate <= 0) return null;
  return ((progress.total - progress.ended) / rate) * 1_000;
}
