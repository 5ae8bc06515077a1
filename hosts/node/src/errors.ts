import { stat, access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Why one request failed. The engine decides by the code, people read the message. */
export type ErrorCode =
  | 'bad_request'
  | 'not_found'
  | 'unreadable'
  | 'truncated'
  | 'unsupported'
  | 'too_large'
  | 'outside'
  | 'write_failed'
  | 'internal';

/** A failed request: data, never the end of the host. */
export class HostError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail?: string,
  ) {
    super(message);
  }
}

/** libvips says what went wrong only in words; these are the ones that need another remedy than "the file is broken". */
const decoderWords: ReadonlyArray<readonly [RegExp, ErrorCode, string]> = [
  [/exceeds pixel limit/i, 'too_large', 'the picture has more pixels than allowed'],
  [/premature end|unexpected end|end of (?:stream|file)|truncated|not enough data|read error|libspng/i, 'truncated', 'the picture is cut off or damaged'],
  [/unsupported image format/i, 'unsupported', 'this is not a picture in a format that can be read'],
  [/bad extract area/i, 'outside', 'the area lies outside the picture'],
];

/** Turns whatever a decoder or encoder threw into an error of the protocol. */
export async function explain(error: unknown, input: string | undefined, output: string | undefined): Promise<HostError> {
  if (error instanceof HostError) {
    return error;
  }

  const text = error instanceof Error ? error.message : String(error);
  const detail = text.trim();
  if (input !== undefined) {
    const file = await stat(input).catch((problem: NodeJS.ErrnoException) => problem);
    if (file instanceof Error) {
      return new HostError('not_found', file.code === 'ENOENT' ? 'the file does not exist' : `the file cannot be opened (${file.code ?? 'unknown'})`, detail);
    }

    if (!file.isFile()) {
      return new HostError('not_found', 'this is not a file', detail);
    }

    if (file.size === 0) {
      return new HostError('truncated', 'the file is empty', detail);
    }

    const denied = await access(input, constants.R_OK).catch((problem: NodeJS.ErrnoException) => problem);
    if (denied !== undefined) {
      return new HostError('not_found', 'the file may not be read', detail);
    }
  }

  if (output !== undefined && (await cannotWrite(output, text))) {
    return new HostError('write_failed', 'the result could not be written', detail);
  }

  for (const [words, code, message] of decoderWords) {
    if (words.test(text)) {
      return new HostError(code, message, detail);
    }
  }

  return input === undefined ? new HostError('internal', detail) : new HostError('unreadable', 'the picture cannot be decoded', detail);
}

async function cannotWrite(output: string, text: string): Promise<boolean> {
  if (/no space left|unable to (?:open|create|write).*(?:output|write)|write failed|disk full/i.test(text)) {
    return true;
  }

  const denied = await access(dirname(output), constants.W_OK).catch((problem: unknown) => problem);
  return denied !== undefined;
}
