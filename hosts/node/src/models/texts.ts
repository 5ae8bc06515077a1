import type { Tensor } from 'onnxruntime-node';
import type { PreTrainedTokenizer } from '@huggingface/transformers';
import { HostError } from '../errors.js';
import type { Fields } from '../fields.js';
import type { Graph } from './graph.js';
import type { Answer } from './model.js';

/** Tokens of some texts, all rows of one length. */
export interface TokenRows {
  readonly ids: readonly number[][];
  readonly mask: readonly number[][];
}

/** Tokenises texts and fills them up to the longest, or to the most where the model was trained so or its graph takes no other length. */
export function tokenise(graph: Graph, tokenizer: PreTrainedTokenizer, texts: readonly string[], most: number, padding: true | 'max_length'): TokenRows {
  const fixed = graph.side('input_ids').shape[1];
  const length = typeof fixed === 'number' && fixed > 0 ? { padding: 'max_length' as const, max_length: fixed } : { padding, max_length: most };
  const { input_ids, attention_mask } = tokenizer([...texts], { ...length, truncation: true, return_tensor: false }) as { input_ids: number[][]; attention_mask: number[][] };
  return { ids: input_ids, mask: attention_mask };
}

/** The inputs of text graphs that a kind can fill. */
export const textInputs = ['attention_mask', 'token_type_ids', 'position_ids'] as const;

/** Feeds what the graph declares of the token inputs. */
export function textFeeds(graph: Graph, { ids, mask }: TokenRows): Record<string, Tensor> {
  const shape = [ids.length, ids[0]!.length];
  const values: Record<string, () => number[]> = {
    input_ids: () => ids.flat(),
    attention_mask: () => mask.flat(),
    token_type_ids: () => new Array<number>(shape[0]! * shape[1]!).fill(0),
    position_ids: () => ids.flatMap((row) => row.map((_, position) => position)),
  };
  const feeds: Record<string, Tensor> = {};
  for (const [name, make] of Object.entries(values)) {
    if (graph.inputs.has(name)) {
      feeds[name] = graph.feed(name, make(), shape);
    }
  }

  return feeds;
}

/** Works on the texts of all items that have one; the others are told what is wrong. */
export async function eachText(items: readonly Fields[], work: (texts: string[]) => Promise<Answer[]>): Promise<Answer[]> {
  const read = items.map((item) => {
    try {
      return item.textOr('text', undefined) ?? new HostError('bad_request', 'text is missing');
    } catch (error) {
      return error as HostError;
    }
  });
  const texts = read.filter((text) => typeof text === 'string');
  const made = texts.length === 0 ? [] : await work(texts);
  let next = 0;
  return read.map((text) => (typeof text === 'string' ? made[next++]! : text));
}
