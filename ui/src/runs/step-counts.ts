import type { Schema, StepCounts } from '@/api/types';
import { NO_COUNTS } from './outcomes';

type Block = Schema<'BlockResponse'>;

/** Counters of every step by its path. A map outside items counts its items. */
export function countsByPath(steps: readonly StepCounts[], blocks: readonly Block[]): Map<string, StepCounts> {
  const counts = new Map(steps.map((step) => [step.path, step]));
  for (const block of blocks) {
    if (block.kind !== 'for_each' || block.key != null) continue;
    const step = counts.get(block.path);
    counts.set(block.path, {
      path: block.path, state: step?.state ?? (block.closed ? null : 'running'), counts: block.counts, active: block.open,
      reused: step?.reused ?? 0, mean_milliseconds: step?.mean_milliseconds ?? null,
    });
  }
  return counts;
}

export function noCounts(path: string): StepCounts {
  return { path, state: null, counts: NO_COUNTS, reused: 0, active: 0, mean_milliseconds: null };
}

/** The map outside items that a step is in; null: it is in none, so it has no items of its own. */
export function mapAround(path: string, blocks: readonly Block[]): Block | null {
  const maps = blocks.filter((block) => block.kind === 'for_each' && block.key == null);
  return maps.find((block) => path === block.path || path.startsWith(`${block.path}/`)) ?? null;
}
