import type { PreTrainedTokenizer } from '@huggingface/transformers';
import { HostError } from '../../errors.js';
import { labelsOf } from '../folder.js';
import type { Graph } from '../graph.js';
import type { Answer, Model } from '../model.js';
import type { Source } from '../options.js';
import { encode, numbersOf } from '../tensors.js';
import { eachText, textFeeds, textInputs, type TokenRows } from '../texts.js';
import { longestText, tokenizerOf } from '../transformers.js';
import { bestWindows, windowsOf } from '../windows.js';
import { WordCutter } from '../words.js';

/** Windows that go through the graph at once. */
const together = 16;

/** Names in texts: logits a word, with the words' places. The first token speaks for its word. */
export async function loadTokenClassification(source: Source): Promise<Model> {
  const labels = labelsOf(source.folder.json('config.json', true));
  const graph = await source.load('model', { inputs: ['input_ids'], maybe: textInputs, outputs: ['logits'] });
  const tokenizer = await tokenizerOf(source.folder);
  const labeller = new Labeller(graph, tokenizer, new WordCutter(tokenizer, source.folder.json('tokenizer.json', true)), labels.length, longestText(source.folder, tokenizer));
  return { labels, graphs: [graph], operations: new Map([['label_tokens', (items) => eachText(items, (texts) => labeller.label(texts))]]) };
}

class Labeller {
  private readonly before: readonly number[];
  private readonly after: readonly number[];
  private readonly pad: number;
  private readonly most: number;

  constructor(
    private readonly graph: Graph,
    tokenizer: PreTrainedTokenizer,
    private readonly cutter: WordCutter,
    private readonly labels: number,
    longest: number,
  ) {
    // What the tokenizer puts around a text: an empty one is nothing else.
    const around = (tokenizer('', { return_tensor: false }) as { input_ids: number[] }).input_ids;
    const half = Math.ceil(around.length / 2);
    [this.before, this.after] = [around.slice(0, half), around.slice(half)];
    this.pad = (tokenizer as unknown as { pad_token_id?: number }).pad_token_id ?? 0;
    this.most = Math.max(1, longest - around.length);
  }

  async label(texts: readonly string[]): Promise<Answer[]> {
    const plans = texts.map((text) => {
      const words = this.cutter.cut(text);
      const windows = windowsOf(words, this.most);
      return { words, windows, best: bestWindows(words, windows), logits: new Float32Array(words.length * this.labels) };
    });
    const all = plans.flatMap((plan) => plan.windows.map((window, index) => ({ plan, window, index, tokens: plan.words.slice(window.from, window.to).flatMap((word) => word.tokens).slice(0, this.most) })));
    for (let from = 0; from < all.length; from += together) {
      const part = all.slice(from, from + together);
      const { data, length } = await this.run(part.map(({ tokens }) => [...this.before, ...tokens, ...this.after]));
      part.forEach(({ plan, window, index }, row) => {
        let at = row * length + this.before.length;
        for (let word = window.from; word < window.to; word++) {
          if (plan.best[word] === index) {
            plan.logits.set(data.subarray(at * this.labels, (at + 1) * this.labels), word * this.labels);
          }

          at += plan.words[word]!.tokens.length;
        }
      });
    }

    return plans.map(({ words, logits }) => ({ words: words.map(({ start, end }) => [start, end]), tensors: { logits: encode('float32', [words.length, this.labels], logits) } }));
  }

  private async run(rows: readonly number[][]): Promise<{ data: Float32Array; length: number }> {
    const length = Math.max(...rows.map((row) => row.length));
    const fill = (row: readonly number[], value: number): number[] => new Array<number>(length - row.length).fill(value);
    const tokens: TokenRows = { ids: rows.map((row) => [...row, ...fill(row, this.pad)]), mask: rows.map((row) => [...row.map(() => 1), ...fill(row, 0)]) };
    const tensor = (await this.graph.run(textFeeds(this.graph, tokens), ['logits']))['logits']!;
    if (tensor.dims[0] !== rows.length || tensor.dims[1] !== length || tensor.dims[2] !== this.labels) {
      throw new HostError('model_broken', `logits is [${tensor.dims.join(',')}] for ${rows.length} texts of ${length} tokens and ${this.labels} labels`);
    }

    return { data: numbersOf(tensor).data as Float32Array, length };
  }
}
