import { describe, expect, it } from 'vitest';
import { agentName } from './agent';
import { passwordMistakes } from './password-rules';
import { storageParts } from './storage-model';

describe('passwordMistakes', () => {
  it('asks for twelve characters, another one, and twice the same', () => {
    expect(passwordMistakes('old-password-1', 'short', 'short')).toHaveProperty('next');
    expect(passwordMistakes('old-password-1', 'old-password-1', 'old-password-1')).toHaveProperty('next');
    expect(passwordMistakes('a', 'a-new-password', 'another')).toEqual({ again: 'This is not the same.' });
    expect(passwordMistakes('a', 'a-new-password', 'a-new-password')).toEqual({});
  });
});

describe('agentName', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'Chrome on Linux'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'Safari on macOS'],
    ['curl/8.0', 'curl/8.0'],
    [null, 'Unknown browser'],
  ])('%s', (agent, name) => expect(agentName(agent)).toBe(name));
});

describe('storageParts', () => {
  it('puts what is taken and what is free in proportion', () => {
    const parts = storageParts({ database_bytes: 100, artifact_bytes: 200, cache_bytes: 0, workspace_bytes: 100, free_bytes: 600 });
    expect(parts.map((part) => [part.label, part.share])).toEqual([['Runs and items', 10], ['Artifacts', 20], ['Cache', 0], ['Users and audit', 10], ['Free', 60]]);
  });
  it('divides by nothing where the disk says nothing', () =>
    expect(storageParts({ database_bytes: 0, artifact_bytes: 0, cache_bytes: 0, workspace_bytes: 0, free_bytes: 0 }).every((part) => part.share === 0)).toBe(true));
});
