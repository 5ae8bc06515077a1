import type { Schema } from '@/api/types';

/** What can be done with a run. */
export type RunAction = 'pause' | 'resume' | 'cancel' | 'retry' | 'redrive' | 'delete';

/** Actions that make sense in the run's state, for somebody with these scopes. */
export function actionsOf(run: Schema<'RunSummary'>, quarantined: number, scopes: readonly string[]): RunAction[] {
  const actions: RunAction[] = [];
  const steer = scopes.includes('run');
  if (steer && !run.ended && run.state !== 'paused' && run.state !== 'cancelling') actions.push('pause');
  if (steer && run.state === 'paused') actions.push('resume');
  if (steer && quarantined > 0) actions.push('redrive');
  if (steer && run.ended && (run.state === 'failed' || run.state === 'cancelled')) actions.push('retry');
  if (steer && !run.ended && run.state !== 'cancelling') actions.push('cancel');
  if (run.ended && scopes.includes('edit')) actions.push('delete');
  return actions;
}
