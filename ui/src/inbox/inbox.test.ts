import { describe, expect, it } from 'vitest';
import { deadlineOf, nextTick } from './deadline';
import { draftOf, fieldsOf, labelOf, mistakeOf, patchOf } from './form-model';

const schema = {
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string', title: 'Title' },
    score: { type: 'number', minimum: 0, maximum: 10 },
    style: { enum: ['cubism', 'baroque'] },
    tags: { type: 'array', items: { type: 'string' } },
    box: { type: 'object' },
    keep: { type: ['boolean', 'null'] },
  },
};

const value = { title: 'A hill', score: 5, style: 'baroque', tags: ['a'], box: { x: 1, y: 2 }, keep: true };

describe('the form', () => {
  it('comes from the schema', () => {
    expect(fieldsOf(schema, value).map((field) => [field.name, field.kind, field.required])).toEqual([
      ['title', 'text', true], ['score', 'number', false], ['style', 'choice', false], ['tags', 'list', false], ['box', 'json', false], ['keep', 'boolean', false],
    ]);
  });

  it('comes from the value where there is no schema', () => {
    expect(fieldsOf(null, { caption: 'x'.repeat(100), score: 1, ok: false, tags: ['a'], deep: [1] }).map((field) => field.kind)).toEqual(['long', 'number', 'boolean', 'list', 'json']);
    expect(fieldsOf(null, 'one').map((field) => [field.name, field.kind])).toEqual([['', 'text']]);
    expect(fieldsOf(null, null)).toEqual([]);
  });

  it('names fields as people write', () => {
    expect(labelOf('technical_score')).toBe('Technical score');
    expect(labelOf('technicalScore')).toBe('Technical score');
    expect(labelOf('')).toBe('Value');
  });
});

describe('the answer', () => {
  const fields = fieldsOf(schema, value);

  it('is nothing when nothing changed', () => {
    expect(patchOf(fields, value, draftOf(fields, value))).toBeUndefined();
  });

  it('holds only what changed, removed members as null', () => {
    const draft = { ...draftOf(fields, value), score: 6, box: '{"x":1,"z":3}', style: '' };
    expect(patchOf(fields, value, draft)).toEqual({ score: 6, box: { y: null, z: 3 }, style: null });
  });

  it('is the new value where the value is no object', () => {
    const one = fieldsOf(null, 'old');
    expect(patchOf(one, 'old', { '': 'new' })).toBe('new');
  });

  it('tells mistakes before it is sent', () => {
    const field = (name: string) => {
      const found = fields.find((one) => one.name === name);
      if (!found) throw new Error(`There is no field ${name}.`);
      return found;
    };
    expect(mistakeOf(field('title'), '')).toBe('A value is needed.');
    expect(mistakeOf(field('score'), 11)).toBe('At most 10.');
    expect(mistakeOf(field('score'), '')).toBeNull();
    expect(mistakeOf(field('box'), '{')).not.toBeNull();
  });
});

describe('a deadline', () => {
  const due = '2026-11-21T12:00:00.000Z';
  const before = (milliseconds: number) => Date.parse(due) - milliseconds;

  it('counts down in two units', () => {
    expect(deadlineOf(due, before(51 * 3_600_000)).text).toBe('2 d 3 h');
    expect(deadlineOf(due, before(72 * 60_000)).text).toBe('1 h 12 min');
    expect(deadlineOf(due, before(249_000)).text).toBe('4 min 09 s');
    expect(deadlineOf(due, before(-1))).toEqual({ left: 0, soon: true, passed: true, text: 'now' });
  });

  it('ticks each second in its last hour only', () => {
    expect(nextTick(5_000)).toBe(1_000);
    expect(nextTick(7_200_000)).toBe(60_000);
  });
});
