import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { PreTrainedTokenizer } from '@huggingface/transformers';
import { HostError, wordsOf } from '../errors.js';
import type { ModelFolder } from './folder.js';

export type Transformers = typeof import('@huggingface/transformers');

let loaded: Promise<Transformers> | undefined;

/** transformers.js, shut off from the network. It is loaded when a text is first asked about: it costs 80 MB and a tenth of a second. */
export function transformers(): Promise<Transformers> {
  loaded ??= import('@huggingface/transformers').then((library) => {
    const { env } = library;
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = '/';
    env.useFSCache = false;
    env.useBrowserCache = false;
    env.fetch = (url: unknown) => Promise.reject(new Error(`network access refused: ${String(url)}`));
    // The library reads every local graph into a stream that nobody reads, though ONNX Runtime needs the path alone. A cache that
    // answers with the path keeps a model-sized buffer out of memory; with these two lines its keys are '/' + folder + '/' + file.
    env.remoteHost = '';
    env.remotePathTemplate = '{model}/';
    env.useCustomCache = true;
    env.customCache = {
      match: (name: string) => Promise.resolve(/\.onnx(_data.*)?$/.test(name) && isAbsolute(name) && existsSync(name) ? name : undefined) as never,
      put: () => Promise.resolve(),
    };
    return library;
  });
  return loaded;
}

/** The tokenizer of a folder. */
export async function tokenizerOf(folder: ModelFolder): Promise<PreTrainedTokenizer> {
  folder.json('tokenizer.json', true);
  folder.json('tokenizer_config.json', true);
  try {
    return await (await transformers()).AutoTokenizer.from_pretrained(folder.path);
  } catch (error) {
    throw new HostError('model_broken', 'tokenizer.json cannot be used', wordsOf(error));
  }
}

/** Most tokens of one text: what the tokenizer and the positions of the model allow. */
export function longestText(folder: ModelFolder, tokenizer: PreTrainedTokenizer, otherwise = 512): number {
  const config = folder.json('config.json');
  const part = (typeof config['text_config'] === 'object' && config['text_config'] !== null ? config['text_config'] : config) as Record<string, unknown>;
  // RoBERTa's positions begin after the padding index.
  const before = /roberta|mpnet/.test(String(config['model_type'])) ? 2 : 0;
  const positions = Number(part['max_position_embeddings'] ?? Infinity) - before;
  const told = Number((tokenizer as unknown as { model_max_length?: number }).model_max_length ?? Infinity);
  const most = Math.min(positions > 0 ? positions : Infinity, told > 0 ? told : Infinity);
  return most < 1e6 ? most : otherwise;
}
