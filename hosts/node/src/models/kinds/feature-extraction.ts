import { HostError } from '../../errors.js';
import type { Answer, Model } from '../model.js';
import type { Source } from '../options.js';
import { encode, numbersOf } from '../tensors.js';
import { eachText, textFeeds, textInputs, tokenise } from '../texts.js';
import { longestText, tokenizerOf } from '../transformers.js';

const outputs = ['last_hidden_state', 'token_embeddings', 'sentence_embedding', 'logits'];

/** Sentence encoders: a vector a text, the mean over its own tokens. A graph that pools itself is taken at its word. */
export async function loadFeatureExtraction(source: Source): Promise<Model> {
  const graph = await source.load('model', { inputs: ['input_ids'], maybe: textInputs, outputs: [outputs.join('|')] });
  const tokenizer = await tokenizerOf(source.folder);
  const longest = longestText(source.folder, tokenizer);
  const name = graph.output(...outputs);

  const embed = async (texts: string[]): Promise<Answer[]> => {
    const rows = tokenise(graph, tokenizer, texts, longest, true);
    const tensor = (await graph.run(textFeeds(graph, rows), [name]))[name]!;
    const data = numbersOf(tensor).data as Float32Array;
    const [count, length, size] = tensor.dims.length === 2 ? [tensor.dims[0]!, 1, tensor.dims[1]!] : (tensor.dims as [number, number, number]);
    if (count !== texts.length || (tensor.dims.length === 3 && length !== rows.ids[0]!.length) || tensor.dims.length > 3) {
      throw new HostError('model_broken', `${name} is [${tensor.dims.join(',')}] for ${texts.length} texts of ${rows.ids[0]!.length} tokens`);
    }

    return texts.map((_, row) => {
      const mean = new Float32Array(size);
      let tokens = 0;
      for (let at = 0; at < length; at++) {
        if (tensor.dims.length === 2 || rows.mask[row]![at] === 1) {
          tokens += 1;
          const from = (row * length + at) * size;
          for (let i = 0; i < size; i++) {
            mean[i]! += data[from + i]!;
          }
        }
      }

      return { embedding: encode('float32', [size], mean.map((sum) => sum / Math.max(1, tokens))) };
    });
  };
  return { labels: null, graphs: [graph], operations: new Map([['embed_texts', (items) => eachText(items, embed)]]) };
}
