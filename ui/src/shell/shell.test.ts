import { describe, expect, it } from 'vitest';
import { permissionOf } from '@/session/use-session';
import { returnPath } from '@/session/return-path';
import { destinations, isAt } from './navigation';
import { readKey } from './shortcuts';

describe('readKey', () => {
  it('goes where the second key says', () => {
    expect(readKey(null, 'g')).toEqual({ shortcut: null, pending: 'g' });
    expect(readKey('g', 'w')).toEqual({ shortcut: { kind: 'go', key: 'w' }, pending: null });
  });
  it('searches and helps', () => expect([readKey(null, '/').shortcut?.kind, readKey(null, '?').shortcut?.kind]).toEqual(['search', 'help']));
  it('forgets what leads nowhere', () => expect(readKey('g', 'Escape')).toEqual({ shortcut: null, pending: null }));
});

describe('destinations', () => {
  it('have a key of their own each', () => expect(new Set(destinations.map((place) => place.key)).size).toBe(destinations.length));
  it('are where one is at and below their path', () => {
    expect([isAt('/', '/'), isAt('/', '/runs'), isAt('/runs', '/runs/r1'), isAt('/runs', '/runsome')]).toEqual([true, false, true, false]);
  });
});

describe('returnPath', () => {
  it.each([
    ['/runs/r17?tab=items#3', '/runs/r17?tab=items#3'], [undefined, '/'], ['https://evil.example', '/'], ['//evil.example', '/'], ['/\\evil.example', '/'], ['/sign-in?to=/', '/'],
  ])('%s', (asked, path) => expect(returnPath(asked)).toBe(path));
});

describe('permissionOf', () => {
  it('says why not', () => {
    expect(permissionOf(['read', 'run'], 'run')).toEqual({ allowed: true, reason: null });
    expect(permissionOf(['read'], 'edit').reason).toContain('editor');
  });
});
