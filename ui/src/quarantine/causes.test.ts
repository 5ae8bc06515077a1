import { describe, expect, it } from 'vitest';
import type { RunSummary, Schema } from '@/api/types';
import { causesOf, inOrder } from './causes';

const group = (change: Partial<Schema<'FailureGroupResponse'>>): Schema<'FailureGroupResponse'> => ({
  block: 1, path: 'each', step: 'each/a', code: 'ATL5001', kind: null, shape: 's', message: 'm', remedy: null, count: 1, examples: [], accepted: null, ...change,
});
const run = (name: string, workflow = 'w') => ({ run: name, workflow }) as RunSummary;

describe('causes', () => {
  it('puts the groups of all runs of a workflow together, the most items first', () => {
    const causes = causesOf([
      { run: run('r1'), group: group({ count: 2 }) },
      { run: run('r2'), group: group({ count: 3 }) },
      { run: run('r2'), group: group({ code: 'ATL5002', count: 9 }) },
      { run: run('r3', 'other'), group: group({ count: 1 }) },
      { run: run('r3'), group: group({ count: 50, accepted: { by: 'ada', at: '2026-11-21T10:00:00.000Z', note: null } }) },
    ]);
    expect(causes.map((cause) => [cause.workflow, cause.code, cause.count, cause.runs.length])).toEqual([['w', 'ATL5002', 9, 1], ['w', 'ATL5001', 5, 2], ['other', 'ATL5001', 1, 1]]);
  });

  it('shows what is open before what was accepted', () => {
    const accepted = group({ count: 50, accepted: { by: 'ada', at: '2026-11-21T10:00:00.000Z', note: null } });
    expect(inOrder([accepted, group({ count: 1 }), group({ count: 4 })]).map((one) => one.count)).toEqual([4, 1, 50]);
  });
});
