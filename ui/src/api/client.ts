import { readProblem, unreachable } from './problem';

export type QueryValue = string | number | boolean | null | undefined | readonly string[];
export type Query = Record<string, QueryValue>;

interface Options {
  query?: Query;
  body?: unknown;
  /** The same key never does it twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

const base = '/api/v1';

/** Who is told that nobody is signed in any more, and what proves that a change comes from this page. Set by the session. */
const identity: { csrf: string | null; onSignedOut: () => void } = { csrf: null, onSignedOut: () => undefined };

export function setCsrf(csrf: string | null): void {
  identity.csrf = csrf;
}

export function onSignedOut(listener: () => void): void {
  identity.onSignedOut = listener;
}

/** The address of a resource: path segments are to be encoded by `segment`; null, undefined and empty members are left out. */
export function address(path: string, query?: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = search.toString();
  return `${base}${path}${text ? `?${text}` : ''}`;
}

/** One segment of a path, whatever it holds. */
export function segment(text: string): string {
  return encodeURIComponent(text);
}

async function send<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && identity.csrf) headers['X-Atelier-Csrf'] = identity.csrf;
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  let response: Response;
  try {
    response = await fetch(address(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
  const text = await response.text();
  const body = parse(text);
  if (!response.ok) {
    // A refused sign-in is an answer of its own; everywhere else 401 means that the session has ended.
    if (response.status === 401 && !(path === '/session' && method === 'POST')) identity.onSignedOut();
    throw readProblem(response.status, body);
  }
  return body as T;
}

function parse(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown, options?: Omit<Options, 'body'>) => send<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body?: unknown, options?: Omit<Options, 'body'>) => send<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body?: unknown, options?: Omit<Options, 'body'>) => send<T>('PATCH', path, { ...options, body }),
  delete: <T>(path: string, body?: unknown, options?: Omit<Options, 'body'>) => send<T>('DELETE', path, { ...options, body }),
};

/** Where the bytes of an artifact are; `size` asks for a thumbnail of a picture. */
export function artifactUrl(digest: string, options: { size?: 64 | 128 | 256 | 512 | 1024; name?: string; download?: boolean } = {}): string {
  return address(`/artifacts/${segment(digest)}`, { size: options.size, name: options.name, download: options.download ? true : undefined });
}
