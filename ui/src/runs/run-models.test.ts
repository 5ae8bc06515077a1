import { describe, expect, it } from 'vitest';
import type { Schema } from '@/api/types';
import { fits, logReducer, noLog, parseLogFilters, tailAfter, type ShownLog } from './log-model';
import { NO_COUNTS } from './outcomes';
import { addSample, progressOf, rateOf, timeLeft, type Sample } from './progress';
import { actionsOf } from './run-actions';
import { isUnfiltered, parseRunFilters } from './run-filters';
import { changedOrdinals, foldRun, foldSteps, joinEvents, mustRead } from './run-fold';
import { countsByPath, mapAround } from './step-counts';
import { barsOf, ticksOf } from './timeline-model';
import { adviceOf } from './wait-advice';

const time = '2026-11-21T10:00:00.000Z';

function summary(change: Partial<Schema<'RunSummary'>> = {}): Schema<'RunSummary'> {
  return { run: 'r17', workflow: 'w', version: 'sha256:0', state: 'running', started: time, changed: time, ended: false, counts: NO_COUNTS, open: 0, known: 0, seq: 5, wake: null, ...change };
}

function block(change: Partial<Schema<'BlockResponse'>> = {}): Schema<'BlockResponse'> {
  return { block: 1, path: 'enrich', kind: 'for_each', key: null, collection: null, total: null, counts: NO_COUNTS, open: 0, known: 0, complete: false, closed: false, ...change };
}

function step(path: string, change: Partial<Schema<'StepCounts'>> = {}): Schema<'StepCounts'> {
  return { path, state: null, counts: NO_COUNTS, reused: 0, active: 0, mean_milliseconds: null, ...change };
}

function event(change: Partial<Schema<'RunEvent'>> = {}): Schema<'RunEvent'> {
  return { seq: 9, run: summary({ seq: 9 }), blocks: [], steps: [], waits: [], running: [], changed_items: [], many_items: false, log_lines: 0, ...change };
}

const run: Schema<'RunResponse'> = {
  summary: summary(), inputs: {}, options: null, outputs: null, errors: [], blocks: [], waits: [], running: [], quarantined: 0, spending: null, exit: null,
};

describe('folding events', () => {
  it('takes the newest state', () => {
    const folded = foldRun(run, event({ running: ['find'] }));
    expect(folded.summary.seq).toBe(9);
    expect(folded.running).toEqual(['find']);
  });

  it('ignores an event that is older than what is shown', () => {
    expect(foldRun(run, event({ seq: 4 }))).toBe(run);
  });

  it('reads the run again once it ended or more failed', () => {
    expect(mustRead(run, event())).toBe(false);
    expect(mustRead(run, event({ run: summary({ seq: 9, ended: true, state: 'succeeded' }) }))).toBe(true);
    expect(mustRead(run, event({ run: summary({ seq: 9, counts: { ...NO_COUNTS, failed: 1 } }) }))).toBe(true);
  });

  it('replaces the counters that changed and leaves the others as they were', () => {
    const before = { seq: 5, exact: true, steps: [step('a'), step('b')] };
    const after = foldSteps(before, event({ steps: [step('b', { active: 2 }), step('c')] }));
    expect(after.steps.map((one) => one.path)).toEqual(['a', 'b', 'c']);
    expect(after.steps[0]).toBe(before.steps[0]);
    expect(after.steps[1]?.active).toBe(2);
  });

  it('joins events that come between two frames', () => {
    const joined = joinEvents(event({ seq: 8, steps: [step('a', { active: 1 }), step('b')], changed_items: ['1:1'] }), event({ steps: [step('a')], changed_items: ['1:1', '1:2'] }));
    expect(joined.seq).toBe(9);
    expect(joined.steps.map((one) => [one.path, one.active])).toEqual([['a', 0], ['b', 0]]);
    expect(joined.changed_items).toEqual(['1:1', '1:2']);
    expect(joinEvents(event({ many_items: true }), event()).many_items).toBe(true);
  });

  it('groups changed items by block', () => {
    expect([...changedOrdinals(event({ changed_items: ['1:5', '2:0', '1:7', 'x:1', '3'] }))]).toEqual([[1, [5, 7]], [2, [0]]]);
  });
});

describe('progress', () => {
  it('knows no share before the listing is complete', () => {
    expect(progressOf(summary({ known: 10 }), [block({ known: 10 })]).share).toBeNull();
  });

  it('takes what the source says', () => {
    const progress = progressOf(summary({ known: 10, counts: { ...NO_COUNTS, succeeded: 5 } }), [block({ known: 10, total: 100 })]);
    expect(progress).toEqual({ ended: 5, total: 100, share: 0.05 });
  });

  it('tells a rate after a second, over the last 20 s', () => {
    let samples: Sample[] = [];
    for (let second = 0; second <= 60; second += 1) samples = addSample(samples, { at: second * 1_000, ended: second < 40 ? second : 40 + (second - 40) * 10 });
    expect(rateOf(samples)).toBeCloseTo(10, 0);
    expect(rateOf([{ at: 0, ended: 0 }, { at: 500, ended: 9 }])).toBeNull();
    expect(timeLeft({ ended: 50, total: 100, share: 0.5 }, 10)).toBe(5_000);
    expect(timeLeft({ ended: 50, total: null, share: null }, 10)).toBeNull();
  });

  it('begins again when a retry takes items back', () => {
    expect(addSample([{ at: 0, ended: 100 }], { at: 1_000, ended: 90 })).toEqual([{ at: 1_000, ended: 90 }]);
  });
});

describe('filters of the list', () => {
  it('come back from an address as they were', () => {
    const filters = parseRunFilters({ workflow: 'w', state: 'failed,running,nonsense', text: 'abc' });
    expect(filters).toEqual({ workflow: 'w', state: 'running,failed', text: 'abc' });
    expect(isUnfiltered(parseRunFilters({ state: '', text: ' ' }))).toBe(true);
  });
});

describe('timeline', () => {
  const timeline: Schema<'TimelineResponse'> = {
    from: time, until: '2026-11-21T10:01:40.000Z', truncated: false,
    spans: [
      { path: 'find', key: null, ends: null, from: time, until: '2026-11-21T10:00:10.000Z', state: 'succeeded', count: 1 },
      { path: 'enrich/small', key: null, ends: null, from: '2026-11-21T10:00:50.000Z', until: null, state: 'running', count: 3 },
    ],
  };

  it('draws bars in shares of the whole; what goes on reaches the end', () => {
    const [find, small] = barsOf(timeline);
    expect(find).toMatchObject({ left: 0, width: 0.1, depth: 0, duration: 10_000 });
    expect(small).toMatchObject({ left: 0.5, width: 0.5, depth: 1, duration: null });
  });

  it('marks round times', () => {
    expect(ticksOf(timeline, 6).map((tick) => tick.label)).toEqual(['0', '30 s', '1 min', '1:30']);
    expect(ticksOf({ ...timeline, until: time }, 5).length).toBeLessThan(8);
  });
});

describe('log', () => {
  const line = (number: number, level = 'info', step: string | null = null): Schema<'LogLineResponse'> => ({ number, at: time, level, step, key: null, attempt: 1, text: '', scope: null });

  const numbers = (log: ShownLog) => [log.lines[0]?.number, log.lines.at(-1)?.number, log.lines.length];
  const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => line(from + index));

  it('shows each line once and drops the oldest', () => {
    let log = logReducer(noLog, { kind: 'read', lines: lines(801, 1_000), next: null });
    log = logReducer(log, { kind: 'came', lines: lines(995, 1_010) });
    expect(numbers(log)).toEqual([801, 1_010, 210]);
    log = logReducer(log, { kind: 'came', lines: lines(1_011, 4_000) });
    expect(numbers(log)).toEqual([2_501, 4_000, 1_500]);
  });

  it('leaves no hole: lines that come behind an unread page wait for it', () => {
    let log = logReducer(noLog, { kind: 'read', lines: lines(1, 200), next: 200 });
    log = logReducer(log, { kind: 'came', lines: lines(900, 901) });
    expect(numbers(log)).toEqual([1, 200, 200]);
    let full = logReducer(noLog, { kind: 'read', lines: lines(201, 1_700), next: null });
    full = logReducer(full, { kind: 'earlier', lines: lines(1, 200) });
    expect(numbers(full)).toEqual([1, 1_500, 1_500]);
    expect(full.next).toBe(1_500);
  });

  it('begins at the end', () => {
    expect(tailAfter(150)).toBe(0);
    expect(tailAfter(1_000)).toBe(800);
  });

  it('fits lines of at least a level, of one step', () => {
    expect(fits(line(1, 'warning'), { level: 'info' })).toBe(true);
    expect(fits(line(1, 'debug'), { level: 'info' })).toBe(false);
    expect(fits(line(1, 'info', 'a'), { step: 'b' })).toBe(false);
    expect(parseLogFilters({ level: 'loud', step: 'a' })).toEqual({ step: 'a' });
  });
});

describe('actions', () => {
  it('are those that make sense', () => {
    expect(actionsOf(summary(), 0)).toEqual(['pause', 'cancel']);
    expect(actionsOf(summary({ state: 'paused' }), 3)).toEqual(['resume', 'cancel']);
    expect(actionsOf(summary({ state: 'succeeded', ended: true }), 3)).toEqual(['redrive', 'delete']);
    expect(actionsOf(summary({ state: 'failed', ended: true }), 0)).toEqual(['retry', 'delete']);
    expect(actionsOf(summary({ state: 'cancelling' }), 0)).toEqual([]);
  });
});

describe('advice', () => {
  it('says what a person can do, and shows waits of newer servers too', () => {
    expect(adviceOf('person')).toMatchObject({ deed: 'inbox', urgent: true });
    expect(adviceOf('time').deed).toBeNull();
    expect(adviceOf('moon')).toMatchObject({ title: 'Waits (moon)', deed: null });
  });
});

describe('counters of the graph', () => {
  it('gives a map the counts of its items', () => {
    const counts = countsByPath([step('enrich', { state: 'running' }), step('find', { state: 'succeeded' })], [block({ counts: { ...NO_COUNTS, succeeded: 7 }, open: 3 })]);
    expect(counts.get('enrich')).toMatchObject({ state: 'running', active: 3, counts: { succeeded: 7 } });
    expect(counts.get('find')?.state).toBe('succeeded');
  });

  it('finds the map around a step', () => {
    expect(mapAround('enrich/small', [block()])?.path).toBe('enrich');
    expect(mapAround('enriched', [block()])).toBeNull();
  });
});
