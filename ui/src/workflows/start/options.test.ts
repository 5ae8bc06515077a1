import { expect, it } from 'vitest';
import { noOptions, readOptions } from './options';

it('is nothing where the run is as its workflow says', () => expect(readOptions({ ...noOptions, priority: 0 })).toBeNull());
it('has what was chosen', () =>
  expect(readOptions({ ...noOptions, limit: 10, freshSteps: ['enrich/describe'], costLimit: 2.5 })).toEqual({ limit: 10, fresh_steps: ['enrich/describe'], cost_limit: 2.5 }));
it('names no steps where all are fresh', () => expect(readOptions({ ...noOptions, fresh: true, freshSteps: ['a'] })).toEqual({ fresh: true }));
