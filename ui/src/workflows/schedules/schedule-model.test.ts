import { expect, it } from 'vitest';
import { looksWhole, presets, saveRequest, zones } from './schedule-model';

it('previews only what looks whole', () => expect(['15 3 * * *', ' 0  * * * * ', '@daily', '15 3', ''].map(looksWhole)).toEqual([true, true, true, false, false]));
it('has presets that are whole', () => expect(presets.every((preset) => looksWhole(preset.value))).toBe(true));
it('offers UTC once', () => expect(zones().filter((zone) => zone === 'UTC')).toHaveLength(1));
it('keeps what is not changed', () =>
  expect(saveRequest(
    { id: 's1', workflow: 'w', version: null, cron: '@daily', zone: 'UTC', inputs: { a: 1 }, overlap: 'skip', catch_up: 'last', enabled: true, next: [], last_fired: null, last_run: null, problem: null, created_by: 'a' },
    { enabled: false },
  )).toEqual({ workflow: 'w', version: null, cron: '@daily', zone: 'UTC', inputs: { a: 1 }, overlap: 'skip', catch_up: 'last', enabled: false }));
