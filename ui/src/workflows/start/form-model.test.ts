import { describe, expect, it } from 'vitest';
import type { WorkflowInput } from '@/api/types';
import { constraintText, fieldKind, initialForm, placeMistakes, readForm } from './form-model';

function input(name: string, type: string, more: Partial<WorkflowInput> = {}): WorkflowInput {
  return { name, type, required: false, default: null, min: null, max: null, pattern: null, values: [], schema: null, description: null, line: 1, ...more };
}

const inputs = [
  input('folder', 'path', { default: './paintings', line: 3 }), input('width', 'integer', { default: 244, line: 4 }), input('title', 'string', { required: true, line: 5 }),
  input('score', 'number'), input('captions', 'boolean', { default: true }), input('tags', 'list', { schema: { type: 'string' } }), input('rest', 'object'),
];

describe('fieldKind', () => {
  it('offers JSON where nothing simpler fits', () =>
    expect([input('a', 'object'), input('a', 'list'), input('a', 'list', { schema: { type: 'string' } }), input('a', 'later')].map(fieldKind)).toEqual(['json', 'json', 'words', 'json']));
});

describe('readForm', () => {
  it('leaves out what still shows its default, and sends required values always', () => {
    const form = { ...initialForm(inputs), title: 'Monet' };
    expect(readForm(inputs, form)).toEqual({ values: { title: 'Monet' }, errors: {} });
  });

  it('reads numbers, switches, words and JSON', () => {
    const form = { ...initialForm(inputs), title: 'x', width: '300', score: '0.25', captions: false, tags: ['a'], rest: '{"b": 1}' };
    expect(readForm(inputs, form).values).toEqual({ title: 'x', width: 300, score: 0.25, captions: false, tags: ['a'], rest: { b: 1 } });
  });

  it('says what cannot be read at the field', () => {
    const { errors } = readForm(inputs, { ...initialForm(inputs), width: '3.5', score: 'many', rest: '{' });
    expect(Object.keys(errors).sort()).toEqual(['rest', 'score', 'title', 'width']);
  });

  it('sends the inputs of another run', () =>
    expect(readForm(inputs, initialForm(inputs, { folder: '/data/monet', title: 'y', width: 244, captions: true })).values).toEqual({ folder: '/data/monet', title: 'y' }));

  it('sends nothing for a field that was emptied', () => expect(readForm([input('a', 'string', { default: 'x' })], { a: '' }).values).toEqual({}));
});

describe('placeMistakes', () => {
  const mistake = { code: 'ATL1501', severity: 'error', message: 'Too wide.', file: 'inputs', column: 5, remedy: null };
  it('puts a mistake at the input that is declared on its line, and keeps the others', () => {
    const placed = placeMistakes(inputs, [{ ...mistake, line: 4 }, { ...mistake, line: 99 }]);
    expect([placed.errors, placed.rest.length]).toEqual([{ width: 'Too wide.' }, 1]);
  });
});

describe('constraintText', () => {
  it('says ranges and patterns', () => {
    expect(constraintText(input('a', 'integer', { min: 1, max: 9 }))).toBe('1 to 9');
    expect(constraintText(input('a', 'string', { min: 5, pattern: '^a' }))).toBe('at least 5 characters, matches ^a');
    expect(constraintText(input('a', 'string'))).toBe('');
  });
});
