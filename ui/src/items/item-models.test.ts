import { describe, expect, it } from 'vitest';
import type { Schema } from '@/api/types';
import { changedPages } from './changed-pages';
import { filteredQuery, isDense, parseItemFilters, rowOfOrdinal } from './item-filters';
import { beforeAndAfter, shortPath } from './item-steps';
import { artifactOf, artifactsIn, previewOf, summaryOf } from './json-model';
import { click, moveOf, moveTo, NOTHING_CHOSEN, toggle } from './selection';
import { cutMiddle, piecesOf, visibleText } from './visible-text';
import { MOST_PIXELS, pagesOf, placeOf, reveal, rowWindow, scrollTo, spaceHeight } from './window';

const picture = (digit: string) => ({ $artifact: `sha256:${digit.repeat(64)}`, mediaType: 'image/png', name: `${digit}.png`, size: 10 });

describe('the window of rows', () => {
  it('draws what is in sight and a little more', () => {
    expect(rowWindow({ top: 4_000, base: 0 }, 100_000, 40, 400, 5)).toEqual({ first: 95, end: 115 });
    expect(rowWindow({ top: 0, base: 0 }, 3, 40, 400, 5)).toEqual({ first: 0, end: 3 });
    expect(rowWindow({ top: 0, base: 0 }, 0, 40, 400, 5)).toEqual({ first: 0, end: 0 });
  });

  it('never needs more than 60 rows for a screen of 1,440 pixels', () => {
    const window = rowWindow({ top: 1_000_017, base: 0 }, 100_000, 40, 1_440, 8);
    expect(window.end - window.first).toBeLessThanOrEqual(60);
  });

  it('names the pages that rows lie on', () => {
    expect(pagesOf({ first: 95, end: 205 }, 100)).toEqual([0, 1, 2]);
    expect(pagesOf({ first: 0, end: 100 }, 100)).toEqual([0]);
    expect(pagesOf({ first: 0, end: 0 }, 100)).toEqual([]);
  });

  it('reaches every row of a million, both ends included', () => {
    const rows = 1_000_000;
    expect(spaceHeight(rows, 40)).toBe(MOST_PIXELS);
    const end = scrollTo({ top: 0, base: 0 }, MOST_PIXELS - 400, rows, 40, 400);
    expect(rowWindow(end, rows, 40, 400, 0).end).toBe(rows);
    const middle = scrollTo({ top: 0, base: 0 }, MOST_PIXELS / 2, rows, 40, 400);
    expect(rowWindow(middle, rows, 40, 400, 0).first).toBeGreaterThan(499_000);
    expect(scrollTo(middle, 0, rows, 40, 400)).toEqual({ top: 0, base: 0 });
  });

  it('moves pixel by pixel on the wheel, however long the list', () => {
    const rows = 1_000_000;
    const place = placeOf(500_000, rows, 40, 400);
    const moved = scrollTo(place, place.top + 40, rows, 40, 400);
    expect(rowWindow(moved, rows, 40, 400, 0).first).toBe(500_001);
  });

  it('brings a row into sight with the least move', () => {
    const place = { top: 4_000, base: 0 };
    expect(reveal(105, place, 1_000, 40, 400)).toBeNull();
    expect(reveal(110, place, 1_000, 40, 400)).toEqual({ top: 4_040, base: 0 });
    expect(reveal(99, place, 1_000, 40, 400)).toEqual({ top: 3_960, base: 0 });
    expect(reveal(999, place, 1_000, 40, 400)?.top).toBe(39_600);
  });
});

describe('filters of items', () => {
  it('come back from an address', () => {
    const filters = parseItemFilters({ block: '3', outcome: 'failed,open', step: 'enrich/small', text: 5, sort: 'key', desc: 'true', at: '-1' });
    expect(filters).toEqual({ block: 3, outcome: 'failed,open', step: 'enrich/small', text: '5', sort: 'key', desc: true });
    expect(filteredQuery(filters, 'cursor', 100)).toEqual({ limit: '100', outcome: 'failed,open', step: 'enrich/small', text: '5', sort: 'key', descending: 'true', after: 'cursor' });
    expect(isDense(filters)).toBe(false);
    expect(isDense(parseItemFilters({ sort: 'ordinal', desc: true, at: 5 }))).toBe(true);
  });

  it('turn a list round', () => {
    expect(rowOfOrdinal(0, 250, true)).toBe(249);
  });

  it('renew only the pages that show what changed', () => {
    expect(changedPages([5, 250, 900], [0, 1, 2], 100)).toEqual([0, 2]);
  });
});

describe('choosing rows', () => {
  const key = (name: string) => ({ key: name, shiftKey: false, ctrlKey: false, metaKey: false });

  it('moves with the keyboard and stays inside', () => {
    expect(moveOf(key('ArrowUp'), 0, 10, 5)).toBe(0);
    expect(moveOf(key('PageDown'), 2, 10, 5)).toBe(6);
    expect(moveOf(key('End'), 2, 10, 5)).toBe(9);
    expect(moveOf(key('x'), 2, 10, 5)).toBeNull();
  });

  it('takes a range with shift, from where it began', () => {
    const start = moveTo(NOTHING_CHOSEN, 5, false);
    expect([...moveTo(start, 8, true).chosen]).toEqual([5, 6, 7, 8]);
    expect([...moveTo(moveTo(start, 8, true), 3, true).chosen]).toEqual([3, 4, 5]);
    expect([...click(toggle(NOTHING_CHOSEN, 2), 4, true).chosen]).toEqual([2, 3, 4]);
    expect([...toggle(toggle(NOTHING_CHOSEN, 2), 2).chosen]).toEqual([]);
  });

  it('chooses no more than a retry takes', () => {
    expect(moveTo(NOTHING_CHOSEN, 50_000, true).chosen.size).toBe(10_000);
  });
});

describe('hostile text', () => {
  it('shows what would hide or turn others', () => {
    expect(visibleText('a\u202Egpj.exe')).toBe('a⟨U+202E⟩gpj.exe');
    expect(visibleText('tab\there\u0000')).toBe('tab⟨TAB⟩here⟨NUL⟩');
    expect(visibleText('zero\u200Bwidth')).toBe('zero⟨U+200B⟩width');
    expect(piecesOf('two\nlines', true)).toEqual([{ text: 'two\nlines', hidden: false }]);
  });

  it('leaves every language and joined emoji alone', () => {
    for (const text of ['Żółć', '日本語', 'مرحبا', '👩‍👧', 'a b']) expect(visibleText(text)).toBe(text);
  });

  it('cuts the middle of a long key', () => {
    expect(cutMiddle('abcdefghij', 7)).toBe('abc…hij');
    expect(cutMiddle('short', 7)).toBe('short');
  });
});

describe('values', () => {
  it('finds artifacts wherever they are, each once', () => {
    const value = { a: [picture('1'), { b: picture('2') }], c: picture('1') };
    expect(artifactsIn(value).map((one) => one.name)).toEqual(['1.png', '2.png']);
    expect(artifactOf({ $artifact: 'javascript:alert(1)' })).toBeNull();
  });

  it('sums up in a line', () => {
    expect(summaryOf([1, 2])).toBe('2 elements');
    expect(summaryOf({ a: 1, b: 2, c: 3, d: 4 })).toBe('{ a, b, c, … 1 more }');
    expect(previewOf({ caption: 'A hill', score: 7.5, image: picture('1') })).toBe('caption: A hill, score: 7.5, image: 1.png');
    expect(previewOf({ deep: { a: 1 }, list: [1], name: 'x', gone: null })).toBe('name: x, deep: { a }, list: 1 element');
    expect(previewOf(null)).toBe('');
  });
});

describe('steps of an item', () => {
  const step = (path: string, input: unknown, output: unknown): Schema<'ItemStep'> => ({
    path, key: null, scope: '1:0', state: 'succeeded', drive: 0, attempt: 1, at: null, milliseconds: null, input, output, failure: null, reason: null, made_by: null, why: null, attempts: [], usage: [],
  });

  it('puts pictures beside what they were made from', () => {
    const pairs = beforeAndAfter([step('e/small', { image: picture('1') }, { image: picture('2') }), step('e/look', { image: picture('2') }, { text: 'x', image: picture('2') })]);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ step: 'e/small', before: { name: '1.png' }, after: { name: '2.png' } });
    expect(shortPath('e/small', 'e')).toBe('small');
  });
});
