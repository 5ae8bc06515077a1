import type { StepCounts } from '@/api/types';
import { outcomes, type State } from '@/theme/states';

/** The state that a box shows: its own where it has one, else what its counters amount to; null: nothing has happened. */
export function boxState(counts: StepCounts | undefined, running: boolean): State | string | null {
  if (running) return 'running';
  if (!counts) return null;
  if (counts.state) return counts.state;
  if (counts.active > 0) return 'running';
  if (counts.counts.failed > 0) return 'failed';
  const ended = outcomes.filter((name) => counts.counts[name] > 0);
  if (ended.length === 0) return null;
  return ended[0] ?? null;
}

/** Whether the counters say more than the state does: more than one thing was counted. */
export function hasCounters(counts: StepCounts | undefined): counts is StepCounts {
  if (!counts) return false;
  return outcomes.reduce((sum, name) => sum + counts.counts[name], 0) + counts.active > (counts.state ? 1 : 0);
}
