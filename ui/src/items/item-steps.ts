import type { Schema } from '@/api/types';
import { type ArtifactValue, artifactsIn, isPicture } from './json-model';

/** A picture as it went into a step and as it came out. */
export interface BeforeAfter {
  step: string;
  before: ArtifactValue | null;
  after: ArtifactValue;
}

/** Pictures that steps made, each beside the one that it was made from. A step that hands on its own input made nothing. */
export function beforeAndAfter(steps: readonly Schema<'ItemStep'>[]): BeforeAfter[] {
  const pairs: BeforeAfter[] = [];
  for (const step of steps) {
    const given = artifactsIn(step.input).filter(isPicture);
    const made = artifactsIn(step.output).filter(isPicture).filter((one) => !given.some((other) => other.digest === one.digest));
    for (const after of made) pairs.push({ step: step.path, before: given[0] ?? null, after });
  }
  return pairs;
}

/** The picture that an item is about: the first one that goes into a step, or that a source gave. */
export function originalPicture(source: unknown, steps: readonly Schema<'ItemStep'>[]): ArtifactValue | null {
  const all = [...artifactsIn(source), ...steps.flatMap((step) => [...artifactsIn(step.input), ...artifactsIn(step.output)])];
  return all.find(isPicture) ?? null;
}

/** Name of a step without the path of the item's block. */
export function shortPath(path: string, block: string): string {
  return path.startsWith(`${block}/`) ? path.slice(block.length + 1) : path;
}

/** What a step cost, over its rows. */
export function usageOf(step: Schema<'ItemStep'>): { calls: number; tokens: number; cost: number } {
  return step.usage.reduce((sum, row) => ({ calls: sum.calls + row.calls, tokens: sum.tokens + row.input_tokens + row.output_tokens, cost: sum.cost + row.cost }), { calls: 0, tokens: 0, cost: 0 });
}
