import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the types of the API are those of its document', () => {
  const written = readFileSync(new URL('../src/api/schema.d.ts', import.meta.url), 'utf8');
  const made = execFileSync(process.execPath, ['eng/types.mjs', '--print'], { cwd: new URL('..', import.meta.url), encoding: 'utf8' });
  expect(written === made, 'run `npm run types` and commit what it wrote').toBe(true);
}, 60_000);
