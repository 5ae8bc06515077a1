import { basename, dirname } from 'node:path';
import type { PreTrainedModel, PreTrainedTokenizer, Processor, Tensor } from '@huggingface/transformers';
import type { InferenceSession } from 'onnxruntime-node';
import { failureOf, HostError } from '../../errors.js';
import { Fields } from '../../fields.js';
import { Gate } from '../../gate.js';
import type { Reply } from '../../server.js';
import { chanceOf, perturb } from '../chance.js';
import { ChatTemplate, messagesOf, type Message } from '../chat.js';
import { Graph, sessionOptions, type Signature } from '../graph.js';
import type { Answer, Model } from '../model.js';
import type { Source } from '../options.js';
import { Pieces } from '../pieces.js';
import { tokenizerOf, transformers, type Transformers } from '../transformers.js';
import { PictureReader } from '../vision-prompt.js';

const cache = /^past_/;

/** The graphs of a language model, as the library names their sessions. */
const textFiles: Record<string, [session: string, signature: Signature]> = {
  model: ['model', { inputs: ['input_ids'], maybe: ['attention_mask', 'position_ids', 'num_logits_to_keep', 'use_cache_branch', cache], outputs: ['logits'] }],
};
const visionFiles: Record<string, [session: string, signature: Signature]> = {
  embed_tokens: ['embed_tokens', { inputs: ['input_ids'], outputs: ['inputs_embeds'] }],
  vision_encoder: ['vision_encoder', { inputs: ['pixel_values', 'image_grid_thw|grid_thw'], outputs: ['image_features'] }],
  decoder_model_merged: ['decoder_model_merged', { inputs: ['inputs_embeds', 'position_ids'], maybe: ['attention_mask', 'num_logits_to_keep', 'use_cache_branch', cache], outputs: ['logits'] }],
};

/** Language models, with eyes or without; the library holds the cache and the loop. */
export async function loadGeneration(source: Source, sees: boolean): Promise<Model> {
  const { folder, run } = source;
  const config = folder.json('config.json', true);
  const files = Object.entries(sees ? visionFiles : textFiles).map(([name, [session, signature]]) => ({ name, session, signature, ...folder.graph(name) }));
  const library = await transformers();
  const kinds: Record<string, { from_pretrained(path: string, options: object): Promise<PreTrainedModel> }> = {
    qwen2_vl: library.Qwen2VLForConditionalGeneration,
    qwen2_5_vl: library.Qwen2_5_VLForConditionalGeneration,
  };
  const kind = sees ? kinds[String(config['model_type'])] : library.AutoModelForCausalLM;
  if (kind === undefined) {
    throw new HostError('model_broken', `config.json: model_type ${String(config['model_type'])} is not one of ${Object.keys(kinds).join(', ')}`);
  }

  // The library reads the sizes of the cache there and stumbles where exports of old have them beside it.
  if (config['model_type'] === 'qwen2_5_vl' && typeof config['text_config'] !== 'object') {
    throw new HostError('model_broken', 'config.json has no text_config with the sizes of the decoder');
  }

  const { executionProviders: _, ...options } = sessionOptions(run);
  const tokenizer = await tokenizerOf(folder);
  let model: PreTrainedModel;
  try {
    model = await kind.from_pretrained(folder.path, {
      subfolder: basename(dirname(files[0]!.path)) === 'onnx' ? 'onnx' : '',
      dtype: Object.fromEntries(files.map(({ name, dtype }) => [name, dtype])),
      device: run.device as 'cpu',
      session_options: options,
    });
  } catch (error) {
    throw failureOf(error, 'model_broken', `the graphs cannot be loaded: one is damaged, or a file it names is missing (${files.map(({ path }) => folder.nameOf(path)).join(', ')})`);
  }

  const sessions = (model as unknown as { sessions: Record<string, InferenceSession> }).sessions;
  const graphs = files.map(({ path, name, session, signature }) => new Graph(folder.nameOf(path), (sessions[session] ?? sessions[name])!, signature));
  const processor = sees ? await processorOf(library, source) : undefined;
  const writer = new Writer(library, model, tokenizer, new ChatTemplate(folder, tokenizer), processor, processor && new PictureReader(library, processor, source.options), longest(config));
  return { labels: null, graphs, operations: new Map([['generate', (items, parameters, reply) => writer.generate(items, parameters, reply)]]) };
}

async function processorOf(library: Transformers, { folder }: Source): Promise<Processor> {
  folder.json('preprocessor_config.json', true);
  try {
    return await library.AutoProcessor.from_pretrained(folder.path, {});
  } catch (error) {
    throw failureOf(error, 'model_broken', 'preprocessor_config.json cannot be used');
  }
}

function longest(config: Record<string, unknown>): number {
  const text = (config['text_config'] ?? config) as Record<string, unknown>;
  const told = Number(text['max_position_embeddings'] ?? config['max_position_embeddings']);
  return told > 0 ? told : Infinity;
}

interface Wishes {
  readonly maxTokens: number;
  readonly temperature: number;
  readonly seed: number | undefined;
  readonly stop: readonly string[];
  readonly stream: boolean;
}

class Writer {
  /** A row that has ended would go on in a batch, so there are no batches; and one at a time shares the cores best. */
  private readonly turn = new Gate(1);

  constructor(
    private readonly library: Transformers,
    private readonly model: PreTrainedModel,
    private readonly tokenizer: PreTrainedTokenizer,
    private readonly template: ChatTemplate,
    private readonly processor: Processor | undefined,
    private readonly pictures: PictureReader | undefined,
    private readonly longest: number,
  ) {}

  async generate(items: readonly Fields[], parameters: Fields, reply: Reply): Promise<Answer[]> {
    const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
    const wishes: Wishes = {
      maxTokens: parameters.wholeOr('max_tokens', 512, 1, 1_000_000),
      temperature: parameters.numberOr('temperature', 0, 0, 100),
      seed: parameters.wholeOr('seed', undefined, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
      stop: parameters.has('stop') ? parameters.list('stop', 'a list of texts', isText) : [],
      stream: parameters.flag('stream', false),
    };
    const answers: Answer[] = [];
    for (const [index, item] of items.entries()) {
      if (reply.gone.aborted) {
        throw new HostError('internal', 'nobody waits for the answer');
      }

      try {
        answers.push(await this.turn.run(() => this.write(item, parameters, wishes, reply, index)));
      } catch (error) {
        if (!(error instanceof HostError) || error.code === 'out_of_memory') {
          throw error;
        }

        answers.push(error);
      }
    }

    return answers;
  }

  private async write(item: Fields, limits: Fields, wishes: Wishes, reply: Reply, index: number): Promise<Answer> {
    const inputs = await this.inputs(messagesOf(item), limits);
    const read = inputs.input_ids.dims.at(-1)!;
    if (read >= this.longest) {
      throw new HostError('refused', `the messages have ${read} tokens, and the model reads at most ${this.longest} with its answer`);
    }

    const ends = this.ends();
    const pieces = new Pieces(
      (ids) => (ids.length === 0 ? '' : this.tokenizer.decode([...ids], { skip_special_tokens: true, clean_up_tokenization_spaces: false })),
      wishes.stop,
      (text) => wishes.stream && reply.write({ item: index, text }),
    );
    let [written, finish] = [0, 'length'];
    const follow = (id: number): boolean => {
      if (ends.has(id)) {
        finish = 'stop';
        return true;
      }

      written += 1;
      if (pieces.push(id)) {
        finish = 'stop';
        return true;
      }

      return reply.gone.aborted;
    };
    try {
      await this.model.generate({
        ...inputs,
        max_new_tokens: Math.min(wishes.maxTokens, this.longest - read),
        do_sample: false,
        logits_processor: this.chance(wishes),
        stopping_criteria: this.following(follow),
      } as never);
    } catch (error) {
      throw failureOf(error, 'model_broken', 'the model failed while it wrote');
    }

    if (pieces.end()) {
      finish = 'stop';
    }

    return { text: pieces.text, input_tokens: read, output_tokens: written, finish };
  }

  private async inputs(messages: readonly Message[], limits: Fields): Promise<{ input_ids: Tensor }> {
    const paths = messages.flatMap(({ pictures }) => pictures);
    if (paths.length > 0 && this.pictures === undefined) {
      throw new HostError('refused', 'this model reads no pictures');
    }

    if (paths.length > 1) {
      throw new HostError('refused', `this model reads one picture at a time, not ${paths.length}`);
    }

    const { prompt, marked } = this.template.write(messages);
    if (paths.length === 0) {
      return this.tokenizer(prompt, { add_special_tokens: !marked }) as { input_ids: Tensor };
    }

    const marks = prompt.split('<|image_pad|>').length - 1;
    if (marks !== 1) {
      throw new HostError('refused', `the prompt has ${marks} places for its one picture: <|image_pad|> may not stand in a text`);
    }

    const picture = await this.pictures!.read(new Fields({ input: paths[0] }), limits);
    return (await this.processor!(prompt, [picture])) as { input_ids: Tensor };
  }

  private ends(): ReadonlySet<number> {
    const { generation_config: own, config } = this.model as unknown as Record<string, { eos_token_id?: number | number[] } | undefined>;
    return new Set([own?.eos_token_id ?? config?.eos_token_id ?? []].flat().map(Number));
  }

  private chance({ temperature, seed }: Wishes): unknown {
    const list = new this.library.LogitsProcessorList();
    if (temperature > 0) {
      const chance = seed === undefined ? Math.random : chanceOf(seed);
      class Draw extends this.library.LogitsProcessor {
        override _call(_: bigint[][], logits: Tensor): Tensor {
          perturb(logits.data as Float32Array, temperature, chance);
          return logits;
        }
      }

      list.push(new Draw());
    }

    return list;
  }

  private following(follow: (id: number) => boolean): unknown {
    class Follow extends this.library.StoppingCriteria {
      override _call(ids: number[][]): boolean[] {
        return ids.map((row) => follow(Number(row.at(-1))));
      }
    }

    return new Follow();
  }
}
