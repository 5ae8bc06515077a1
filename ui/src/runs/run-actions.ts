import type { RunSummary } from '@/api/types';

/** What can be done with a run. */
export type RunAction = 'pause' | 'resume' | 'cancel' | 'retry' | 'redrive' | 'delete';

/** Why a run cannot be taken up again. The engine refuses it too: what runs would race with what is retried. */
export const NOT_ENDED = 'Items can be taken up again once the run has ended. Wait for its end, or cancel it first.';

/** Actions that make sense in the run's state. */
export function actionsOf(run: RunSummary, quarantined: number): RunAction[] {
  const actions: RunAction[] = [];
  if (!run.ended && run.state !== 'paused' && run.state !== 'cancelling') actions.push('pause');
  if (run.state === 'paused') actions.push('resume');
  if (run.ended && quarantined > 0) actions.push('redrive');
  if (run.ended && (run.state === 'failed' || run.state === 'cancelled')) actions.push('retry');
  if (!run.ended && run.state !== 'cancelling') actions.push('cancel');
  if (run.ended) actions.push('delete');
  return actions;
}
