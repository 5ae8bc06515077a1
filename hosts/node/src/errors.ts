import { access, constants, open, stat } from 'node:fs/promises';

/** Why one request failed. The engine decides by the code, people read the message. */
export type ErrorCode = PictureErrorCode | ModelErrorCode;
type PictureErrorCode = 'bad_request' | 'not_found' | 'unreadable' | 'unsupported' | 'too_large' | 'outside' | 'write_failed' | 'internal';

/** Codes of model hosts alone. */
type ModelErrorCode = 'out_of_memory' | 'model_broken' | 'refused';

/** A failed request: data, never the end of the host. */
export class HostError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail?: string,
  ) {
    super(message);
  }

  /** As the protocol shows it. */
  get wire(): { error: { code: ErrorCode; message: string; detail: string | null } } {
    return { error: { code: this.code, message: this.message, detail: this.detail ?? null } };
  }
}

/** What a library said. */
export function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim();
}

/** Memory that ran out, whoever noticed it: the graph library, or JavaScript at an array or a text that is too long. */
const noMemory = /failed to allocate memory|bad_?\s?alloc|bad allocation|out of memory|array buffer allocation failed|invalid (?:typed )?array (?:buffer )?length|invalid string length|cuda failure 2\b|CUDNN_STATUS_ALLOC_FAILED/i;

/** Turns what was thrown into an error of the protocol: as it is, memory, or the code and sentence given. */
export function failureOf(error: unknown, code: ErrorCode, message: string): HostError {
  if (error instanceof HostError) {
    return error;
  }

  const detail = wordsOf(error);
  return noMemory.test(detail) ? new HostError('out_of_memory', 'there is not enough memory', detail) : new HostError(code, message, detail);
}

/** What was being worked on when something was thrown. */
export interface Attempt {
  readonly input: string | undefined;
  readonly output: string | undefined;
  /** Decodes the whole input, small, and nothing else. */
  readonly decode: () => Promise<unknown>;
}

/**
 * Turns whatever a decoder or encoder threw into an error of the protocol. libvips has one text buffer for all threads, so under load its
 * words may be another picture's: they go into the detail and decide nothing. Only the two sentences that sharp says itself do; beyond
 * them, a picture that decodes was not the trouble, so the output was.
 */
export async function explain(error: unknown, attempt: Attempt): Promise<HostError> {
  if (error instanceof HostError) {
    return error;
  }

  const detail = wordsOf(error);
  if (attempt.input === undefined) {
    return new HostError(attempt.output === undefined ? 'internal' : 'write_failed', 'the result could not be made', detail);
  }

  const missing = await whyNotAFile(attempt.input);
  if (missing !== undefined) {
    return new HostError(...missing, detail);
  }

  if (detail.startsWith('Input image exceeds pixel limit')) {
    return new HostError('too_large', 'the picture has more pixels than allowed', detail);
  }

  if (/^Input (?:file|buffer) contains unsupported image format/.test(detail)) {
    return new HostError('unsupported', 'this is not a picture in a format that can be read', detail);
  }

  if (await isHevc(attempt.input)) {
    return new HostError('unsupported', 'HEIC pictures (HEVC) cannot be read: make a JPEG or AVIF of it', detail);
  }

  const decodes = attempt.output !== undefined && (await attempt.decode().then(() => true, () => false));
  return decodes ? new HostError('write_failed', 'the result could not be written', detail) : new HostError('unreadable', 'the picture is cut off or damaged', detail);
}

async function whyNotAFile(input: string): Promise<[ErrorCode, string] | undefined> {
  const file = await stat(input).catch((problem: NodeJS.ErrnoException) => problem);
  if (file instanceof Error) {
    return ['not_found', file.code === 'ENOENT' ? 'the file does not exist' : `the file cannot be opened (${file.code ?? 'unknown'})`];
  }

  if (!file.isFile()) {
    return ['not_found', 'this is not a file'];
  }

  if (file.size === 0) {
    return ['unreadable', 'the file is empty'];
  }

  const denied = await access(input, constants.R_OK).catch((problem: unknown) => problem);
  return denied === undefined ? undefined : ['not_found', 'the file may not be read'];
}

/** Photos of many phones: `....ftypheic` and its like. The library reads the container and fails at the codec, which it was built without. */
async function isHevc(input: string): Promise<boolean> {
  const file = await open(input, 'r').catch(() => undefined);
  if (file === undefined) {
    return false;
  }

  try {
    const { buffer } = await file.read(Buffer.alloc(12), 0, 12, 0);
    return /^ftyp(?:heic|heix|hevc|hevx|heim|heis)$/.test(buffer.toString('latin1', 4));
  } finally {
    await file.close();
  }
}
