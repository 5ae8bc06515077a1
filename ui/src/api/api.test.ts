import { describe, expect, it } from 'vitest';
import { address, artifactUrl, segment } from './client';
import { newIdempotencyKey } from './idempotency-key';
import { ApiError, codes, readProblem, toApiError } from './problem';

describe('address', () => {
  it('leaves out what is not given and joins lists', () =>
    expect(address('/runs', { state: ['running', 'failed'], text: '', after: null, limit: 50 })).toBe('/api/v1/runs?state=running%2Cfailed&limit=50'));
  it('keeps a segment one, whatever it holds', () => expect(segment('a/b ?#')).toBe('a%2Fb%20%3F%23'));
  it('names artifacts by digest', () => expect(artifactUrl('sha256:00', { size: 256 })).toBe('/api/v1/artifacts/sha256%3A00?size=256'));
});

describe('readProblem', () => {
  const problem = { type: 't', title: 'Not there', status: 404, detail: 'no run r9', instance: null, code: 'ATL7004', remedy: null, errors: null };
  it('takes the problem that was answered', () => expect(readProblem(404, problem)).toMatchObject({ code: 'ATL7004', status: 404, message: 'no run r9' }));
  it('makes one of what a proxy says', () => expect(readProblem(502, '<html>')).toMatchObject({ code: codes.unreadable, status: 502 }));
  it('shows any thrown value', () => {
    expect(toApiError(new ApiError(problem)).code).toBe('ATL7004');
    expect(toApiError(new Error('broken')).message).toBe('broken');
  });
});

describe('newIdempotencyKey', () => {
  it('is another one each time', () => {
    expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
  });
});
