import { describe, expect, it } from 'vitest';
import type { Schema } from '@/api/types';
import { fitOf, memoryOf } from './memory';

const model = (name: string, change: Partial<Schema<'ModelResponse'>> = {}): Schema<'ModelResponse'> => ({
  name, kind: 'clip', source: 's', digest: null, device: 'cpu', state: 'ready', bytes: 0, need: 100, in_use: 0, pinned: false, waiting: 0, reason: null, live: true, registration: null, ...change,
});

describe('memory of a device', () => {
  it('is drawn by model, the largest first', () => {
    const memory = memoryOf({ device: 'cpu', limit: 1_000, held: 600 }, [model('a', { bytes: 100 }), model('b', { bytes: 400, in_use: 1 }), model('gpu', { device: 'gpu', bytes: 9 })]);
    expect(memory.parts.map((part) => [part.name, part.width, part.inUse])).toEqual([['b', 40, true], ['a', 10, false], ['other', 10, false]]);
    expect(memory.over).toBe(false);
  });

  it('says whether a model fits', () => {
    const device = { device: 'cpu', limit: 500, held: 450 };
    const busy = model('b', { bytes: 450, in_use: 1 });
    expect(fitOf(model('a'), { ...device, held: 100 }, [])).toBe('fits');
    expect(fitOf(model('a'), device, [{ ...busy, in_use: 0 }])).toBe('evicts');
    expect(fitOf(model('a'), device, [busy])).toBe('too_big');
    expect(fitOf(model('a'), { device: 'cpu', limit: null, held: 450 }, [busy])).toBe('fits');
  });
});
