import { describe, expect, it } from 'vitest';
import type { Schema } from '@/api/types';
import { attentionTarget, figures, isFresh, throughputSeries } from './view-model';

const home: Schema<'HomeOverview'> = {
  running: 2, waiting: 0, paused: 0, approvals: 3, parked: 0, failed_last_day: 1, quarantined: 0, recent: [], attention: [], throughput: [], stalled: null, seq: 1,
};

describe('figures', () => {
  it('draw the eye only to what needs somebody', () =>
    expect(figures(home).filter((figure) => figure.tone !== 'plain').map((figure) => figure.label)).toEqual(['For you to answer', 'Failed in 24 h']));
});

describe('isFresh', () => {
  it('is a home without a run', () => expect(isFresh(home)).toBe(true));
});

describe('throughputSeries', () => {
  it('sums up and finds the busiest hour', () => {
    const series = throughputSeries([
      { from: '2026-11-21T08:00:00Z', succeeded: 10, rejected: 1, failed: 0 }, { from: '2026-11-21T09:00:00Z', succeeded: 90, rejected: 0, failed: 9 },
    ]);
    expect([series.total, series.busiest?.count]).toEqual([110, 99]);
    expect(series.labels).toHaveLength(2);
  });
  it('has no busiest hour where nothing ended', () =>
    expect(throughputSeries([{ from: '2026-11-21T08:00:00Z', succeeded: 0, rejected: 0, failed: 0 }]).busiest).toBeNull());
});

describe('attentionTarget', () => {
  const item = { run: 'r4', workflow: 'w', text: '', count: 1, due: null };
  it.each([['approval', '/inbox'], ['quarantine', '/quarantine'], ['parked', '/runs/$run'], ['failed', '/runs/$run']])('%s', (kind, to) =>
    expect(attentionTarget({ ...item, kind }).to).toBe(to));
});
