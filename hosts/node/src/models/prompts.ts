import { HostError } from '../errors.js';
import type { Fields } from '../fields.js';

/** What to segment, in pixels of the picture. */
export interface Prompt {
  readonly box: readonly number[] | undefined;
  /** x, y and 1 inside or 0 outside. */
  readonly points: ReadonlyArray<readonly [number, number, 0 | 1]>;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isPoint = (value: unknown): value is [number, number, 0 | 1] => Array.isArray(value) && value.length === 3 && value.every(isNumber) && (value[2] === 0 || value[2] === 1);

/** The prompts of one item: at least one, each with a box, points or both. */
export function promptsOf(item: Fields): Prompt[] {
  const prompts = item.parts('prompts').map((prompt) => {
    const box = prompt.has('box') ? prompt.list('box', 'left, top, right, bottom', isNumber) : undefined;
    const points = prompt.has('points') ? prompt.list('points', 'a list of [x, y, 0 or 1]', isPoint) : [];
    if (box !== undefined && (box.length !== 4 || box[0]! > box[2]! || box[1]! > box[3]!)) {
      throw new HostError('bad_request', `${prompt.path('box')} is not left, top, right, bottom`);
    }

    if (box === undefined && points.length === 0) {
      throw new HostError('bad_request', `${prompt.path('box')} and points are both missing`);
    }

    return { box, points };
  });
  if (prompts.length === 0) {
    throw new HostError('bad_request', `${item.path('prompts')} is empty`);
  }

  return prompts;
}
