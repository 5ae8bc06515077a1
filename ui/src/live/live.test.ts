import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Page, RunSummary } from '@/api/types';
import { applyHomeEvent, liveCountsKey, replaceRuns } from './apply-home-event';
import { backOff } from './event-stream';

const counts = { succeeded: 0, empty: 0, rejected: 0, failed: 0, skipped: 0, cancelled: 0 };
const run = (name: string, seq: number): RunSummary =>
  ({ run: name, workflow: 'w', version: 'd', state: 'running', started: '', changed: '', ended: false, counts, open: 0, known: 0, seq, wake: null });

describe('backOff', () => {
  it('doubles up to 15 seconds, with jitter', () => {
    expect([backOff(0, 0), backOff(0, 1), backOff(3, 1), backOff(99, 1)]).toEqual([250, 500, 4_000, 15_000]);
  });
});

describe('replaceRuns', () => {
  it('takes newer summaries and never older ones', () => {
    const rows = [run('r1', 5), run('r2', 5)];
    expect(replaceRuns(rows, new Map([['r1', run('r1', 6)], ['r2', run('r2', 4)]])).map((row) => row.seq)).toEqual([6, 5]);
  });
  it('keeps the list itself where nothing changed', () => {
    const rows = [run('r1', 5)];
    expect(replaceRuns(rows, new Map([['r9', run('r9', 6)]]))).toBe(rows);
  });
});

describe('applyHomeEvent', () => {
  it('brings pages and endless lists up to date, and the counts of the navigation', () => {
    const client = new QueryClient();
    const page: Page<RunSummary> = { items: [run('r1', 1)], next: null, total: null };
    client.setQueryData(['runs', 'list', {}], page);
    client.setQueryData(['runs', 'list', 'endless'], { pages: [page], pageParams: [null] });
    applyHomeEvent(client, { seq: 9, runs: [run('r1', 9)], many_runs: false, running: 3, approvals: 1 });
    expect(client.getQueryData<Page<RunSummary>>(['runs', 'list', {}])?.items[0]?.seq).toBe(9);
    expect(client.getQueryData<{ pages: Page<RunSummary>[] }>(['runs', 'list', 'endless'])?.pages[0]?.items[0]?.seq).toBe(9);
    expect(client.getQueryData(liveCountsKey)).toEqual({ running: 3, approvals: 1 });
  });
});
