import type { RunSummary, Schema } from '@/api/types';
import { outcomes } from '@/theme/states';

type Overview = Schema<'HomeOverview'>;

/** Runs in two lists: those where something can still happen, and those that ended. */
export function splitRuns(runs: readonly RunSummary[]): { live: RunSummary[]; ended: RunSummary[] } {
  return { live: runs.filter((run) => !run.ended), ended: runs.filter((run) => run.ended) };
}

/** Whether nothing was ever run here: the screen teaches then. */
export function isFresh(home: Overview): boolean {
  return home.recent.length === 0;
}

export function endedItems(run: RunSummary): number {
  return outcomes.reduce((sum, name) => sum + run.counts[name], 0);
}

export interface ThroughputSeries {
  labels: string[];
  succeeded: number[];
  rejected: number[];
  failed: number[];
  total: number;
  /** The busiest hour, for the summary in words; null: nothing ended. */
  busiest: { from: string; count: number } | null;
}

/** The chart's figures: one bar an hour, in the zone of the browser. */
export function throughputSeries(hours: readonly Schema<'ThroughputHour'>[]): ThroughputSeries {
  const totals = hours.map((hour) => hour.succeeded + hour.rejected + hour.failed);
  const highest = Math.max(0, ...totals);
  const busiest = hours[totals.indexOf(highest)];
  return {
    labels: hours.map((hour) => new Date(hour.from).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })),
    succeeded: hours.map((hour) => hour.succeeded),
    rejected: hours.map((hour) => hour.rejected),
    failed: hours.map((hour) => hour.failed),
    total: totals.reduce((sum, value) => sum + value, 0),
    busiest: highest > 0 && busiest ? { from: busiest.from, count: highest } : null,
  };
}

/** Where what needs somebody is dealt with. */
export function attentionTarget(item: Schema<'AttentionItem'>): { to: '/inbox' } | { to: '/quarantine' } | { to: '/runs/$run'; params: { run: string } } {
  switch (item.kind) {
    case 'approval':
      return { to: '/inbox' };
    case 'quarantine':
      return { to: '/quarantine' };
    default:
      return { to: '/runs/$run', params: { run: item.run } };
  }
}

export interface Figure {
  label: string;
  value: number;
  /** Draws the eye where there is something to do about it. */
  tone: 'plain' | 'attention' | 'bad';
  to: '/runs' | '/inbox' | '/quarantine';
}

export function figures(home: Overview): Figure[] {
  return [
    { label: 'Running', value: home.running, tone: 'plain', to: '/runs' },
    { label: 'Waiting', value: home.waiting, tone: 'plain', to: '/runs' },
    { label: 'For you to answer', value: home.approvals, tone: home.approvals > 0 ? 'attention' : 'plain', to: '/inbox' },
    { label: 'Parked steps', value: home.parked, tone: home.parked > 0 ? 'attention' : 'plain', to: '/runs' },
    { label: 'In quarantine', value: home.quarantined, tone: home.quarantined > 0 ? 'attention' : 'plain', to: '/quarantine' },
    { label: 'Failed in 24 h', value: home.failed_last_day, tone: home.failed_last_day > 0 ? 'bad' : 'plain', to: '/runs' },
  ];
}
