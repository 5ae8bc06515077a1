import { describe, expect, it } from 'vitest';
import { bytes, money, percent, plural, shortDigest } from './numbers';
import { sentence } from './texts';
import { duration, nextTick, relativeTime } from './times';

const now = Date.parse('2026-11-21T10:00:00Z');
const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString();

describe('relativeTime', () => {
  it.each([
    [0, 'just now'], [-45, '45 s ago'], [-300, '5 min ago'], [-7_200, '2 h ago'], [-172_800, '2 d ago'], [3_600 * 3, 'in 3 h'], [5, 'in a moment'],
  ])('%i seconds away', (seconds, text) => expect(relativeTime(at(seconds), now)).toBe(text));

  it('says the date from a month on', () => expect(relativeTime('2026-09-01T10:00:00Z', now)).toContain('2026'));
  it('keeps what is no time', () => expect(relativeTime('soon', now)).toBe('soon'));
  it('ticks no more often than its text changes', () => expect(nextTick(at(-7_200), now)).toBeGreaterThan(60_000));
});

describe('duration', () => {
  it.each([[350, '350 ms'], [1_500, '1.5 s'], [12_400, '12 s'], [200_000, '3 min 20 s'], [7_500_000, '2 h 5 min'], [180_000_000, '2 d 2 h']])(
    '%i ms', (value, text) => expect(duration(value)).toBe(text));
});

describe('numbers', () => {
  it('never says 100 % before the end, nor 0 after the beginning', () => {
    expect(percent(99_999, 100_000)).toBe('99 %');
    expect(percent(1, 100_000)).toBe('< 1 %');
    expect(percent(5, 5)).toBe('100 %');
    expect(percent(0, 0)).toBe('0 %');
  });
  it('counts bytes in binary units', () => expect([bytes(512), bytes(1_536), bytes(5 * 1024 ** 3)]).toEqual(['512 B', '1.5 KiB', '5.0 GiB']));
  it('says one and many', () => expect([plural(1, 'item'), plural(12_345, 'item'), plural(2, 'entry', 'entries')]).toEqual(['1 item', '12,345 items', '2 entries']));
  it('keeps the digits of small sums', () => expect([money(0.00123), money(12.345), money(0)]).toEqual(['0.0012', '12.35', '0.00']));
  it('shortens digests', () => expect(shortDigest('sha256:0123456789abcdef')).toBe('01234567'));
});

describe('sentence', () => {
  it.each([['name and password do not fit', 'Name and password do not fit.'], ['`x` is gone; try again.', '`x` is gone; try again.'], ['', '']])('%s', (text, whole) => expect(sentence(text)).toBe(whole));
});
