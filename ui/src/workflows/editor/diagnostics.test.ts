import { describe, expect, it } from 'vitest';
import type { Mistake } from '@/api/types';
import { isIn, toMarks, verdict } from './diagnostics';

const text = 'name: a\nsteps:\n  - id: x\n    ueses: core.value\n';
const lines = text.split('\n');
const document = {
  lines: lines.length,
  line: (number: number) => {
    const from = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
    const line = lines[number - 1] ?? '';
    return { from, to: from + line.length, text: line };
  },
};
const mistake = (line: number, column: number, more: Partial<Mistake> = {}): Mistake =>
  ({ code: 'ATL1102', severity: 'error', message: 'There is no key `ueses`.', file: '', line, column, remedy: 'Did you mean `uses`?', ...more });
const marked = (line: number, column: number) => {
  const [mark] = toMarks([mistake(line, column)], document);
  return mark && text.slice(mark.from, mark.to);
};

describe('toMarks', () => {
  it('covers the word at the place', () => expect(marked(4, 5)).toBe('ueses'));
  it('puts a mistake without a place at the first line', () => expect(marked(0, 0)).toBe('name'));
  it('stays inside a text that has become shorter', () => expect(toMarks([mistake(99, 99)], document)[0]?.from).toBe(text.length));
  it('covers the last character at the end of a line', () => expect(marked(1, 8)).toBe('a'));
  it('says the remedy and the code', () => expect(toMarks([mistake(4, 5)], document)[0]).toMatchObject({
    message: 'There is no key `ueses`. Did you mean `uses`?', source: 'ATL1102', severity: 'error',
  }));
});

describe('isIn', () => {
  it('takes mistakes without a known file for those of the workflow itself', () => {
    expect(isIn(mistake(1, 1, { file: null }), '', ['', 'inner.yaml'])).toBe(true);
    expect(isIn(mistake(1, 1, { file: 'workflow.yaml' }), '', ['', 'inner.yaml'])).toBe(true);
    expect(isIn(mistake(1, 1, { file: '/data/inner.yaml' }), 'inner.yaml', ['', 'inner.yaml'])).toBe(true);
    expect(isIn(mistake(1, 1, { file: '/data/inner.yaml' }), '', ['', 'inner.yaml'])).toBe(false);
  });
});

describe('verdict', () => {
  it('counts errors and warnings', () => expect(verdict([mistake(1, 1), mistake(2, 1), mistake(3, 1, { severity: 'warning' })])).toBe('2 errors, 1 warning'));
  it('says that there is none', () => expect(verdict([])).toBe('No mistakes'));
});
