import type { Mistake, Problem } from './types';

/** A request that was not done. Screens switch on `code`, never on text. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
    this.problem = problem;
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  get mistakes(): Mistake[] {
    return this.problem.errors ?? [];
  }
}

/** Codes that the screens themselves act on. Those that begin with `UI` are made here and never come from the server. */
export const codes = {
  unreachable: 'UI0001',
  unreadable: 'UI0002',
  wrongPassword: 'ATL7102',
  inputMistakes: 'ATL7202',
} as const;

export function unreachable(): ApiError {
  return new ApiError({
    type: 'about:blank',
    title: 'The server does not answer',
    status: 0,
    instance: null,
    errors: null,
    detail: 'The server does not answer.',
    code: codes.unreachable,
    remedy: 'See whether `atelier serve` still runs and whether this machine reaches it; then try again.',
  });
}

/** A problem from whatever was answered: proxies between here and the server answer in words of their own. */
export function readProblem(status: number, body: unknown): ApiError {
  if (isProblem(body)) return new ApiError(body);
  return new ApiError({
    type: 'about:blank',
    title: 'An answer that was not understood',
    status,
    instance: null,
    errors: null,
    detail: `The server answered ${status} without saying why.`,
    code: codes.unreadable,
    remedy: 'Look into the log of `atelier serve`.',
  });
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && 'title' in body && 'status' in body;
}

/** Any thrown value as an error that can be shown. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError({
    type: 'about:blank',
    title: 'The page failed',
    status: 0,
    instance: null,
    errors: null,
    detail: error instanceof Error ? error.message : String(error),
    code: 'UI0003',
    remedy: 'Load the page again. If it stays, tell whoever runs this server.',
  });
}
