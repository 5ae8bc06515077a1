import { stat } from 'node:fs/promises';
import type { Tensor } from 'onnxruntime-node';
import { explain, HostError } from '../../errors.js';
import type { Fields } from '../../fields.js';
import type { Graph } from '../graph.js';
import type { Answer, Model } from '../model.js';
import type { Source } from '../options.js';
import { eachPicture, prepare, type Preparation, type Prepared } from '../preparation.js';
import { imageNet, preparationOf } from '../preprocessor.js';
import { promptsOf, type Prompt } from '../prompts.js';
import { Recent } from '../recent.js';
import { encode, numbersOf, sizeOf, type Numbers } from '../tensors.js';

const level = 'image_embeddings.';
const answers = ['iou_scores', 'pred_masks', 'object_score_logits'] as const;

/** A picture that has been through the encoder, which is nearly all the work of a question. */
interface Embedded extends Omit<Prepared, 'data'> {
  readonly embeddings: Readonly<Record<string, Tensor>>;
}

/** SAM 2: an encoder that sees a picture once, and a decoder that is asked about it again and again. */
export async function loadSam2(source: Source): Promise<Model> {
  const decoder = await source.load('prompt_encoder_mask_decoder', {
    inputs: ['input_points', 'input_labels', `${level}0`],
    maybe: ['input_boxes', `${level}1`, `${level}2`, `${level}3`],
    outputs: answers,
  });
  const levels = [...decoder.inputs.keys()].filter((name) => name.startsWith(level));
  const encoder = await source.load('vision_encoder', { inputs: ['pixel_values'], outputs: levels });
  const segmenter = new Segmenter(encoder, decoder, levels, preparationOf(source.folder, encoder, 'pixel_values', { resample: 2, ...imageNet }), source.options.wholeOr('keep', 4, 0, 1000));
  return { labels: null, graphs: [encoder, decoder], operations: new Map([['segment', (items, parameters) => segmenter.segment(items, parameters)]]) };
}

class Segmenter {
  private readonly seen: Recent<Embedded>;

  constructor(
    private readonly encoder: Graph,
    private readonly decoder: Graph,
    private readonly levels: readonly string[],
    private readonly plan: Preparation,
    keep: number,
  ) {
    this.seen = new Recent(keep);
  }

  async segment(items: readonly Fields[], parameters: Fields): Promise<Answer[]> {
    const opened = await eachPicture(items, parameters, async (item) => {
      const key = await keyOf(item);
      const prompts = promptsOf(item);
      const known = this.seen.get(key);
      return { key, prompts, known, fresh: known === undefined ? await prepare(item, parameters, this.plan) : undefined };
    });
    const made: Answer[] = [];
    for (const one of opened) {
      if (one instanceof HostError) {
        made.push(one);
        continue;
      }

      // The same picture may stand in the request twice.
      const embedded = one.known ?? this.seen.get(one.key) ?? (await this.embed(one.fresh!));
      this.seen.set(one.key, embedded);
      made.push(await this.decode(embedded, one.prompts));
    }

    return made;
  }

  private async embed({ data, ...picture }: Prepared): Promise<Embedded> {
    const [run] = await this.encoder.runRows('pixel_values', [data], picture.shape, {}, this.levels);
    return { ...picture, embeddings: run!.outputs };
  }

  /** Prompts of one form go together; a graph that is given filled-up points would take them for points. */
  private async decode(picture: Embedded, prompts: readonly Prompt[]): Promise<Answer> {
    const groups = new Map<string, number[]>();
    prompts.forEach(({ box, points }, index) => {
      // A box beside points must be the only one.
      const key = box !== undefined && points.length > 0 ? `alone ${index}` : `${box === undefined} ${points.length}`;
      groups.set(key, [...(groups.get(key) ?? []), index]);
    });
    const found: Record<string, { shape: number[]; parts: Numbers[] }> = {};
    for (const places of groups.values()) {
      const outputs = await this.decoder.run(this.feeds(picture, places.map((place) => prompts[place]!)), answers);
      for (const name of answers) {
        const tensor = outputs[name]!;
        if (tensor.dims[0] !== 1 || tensor.dims[1] !== places.length) {
          throw new HostError('model_broken', `${name} is [${tensor.dims.join(',')}] for ${places.length} prompts of one picture`);
        }

        const shape = tensor.dims.slice(2);
        const { data } = numbersOf(tensor);
        const into = (found[name] ??= { shape, parts: [] });
        places.forEach((place, row) => {
          into.parts[place] = data.subarray(row * sizeOf(shape), (row + 1) * sizeOf(shape));
        });
      }
    }

    const joined = Object.entries(found).map(([name, { shape, parts }]) => {
      const all = new Float32Array(parts.length * sizeOf(shape));
      parts.forEach((part, index) => all.set(part as Float32Array, index * sizeOf(shape)));
      return [name, encode('float32', [parts.length, ...shape], all)] as const;
    });
    return { width: picture.width, height: picture.height, tensors: Object.fromEntries(joined) };
  }

  private feeds({ geometry: { scale_x, scale_y, offset_x, offset_y }, embeddings }: Embedded, prompts: readonly Prompt[]): Record<string, Tensor> {
    const count = prompts.length;
    const place = (x: number, y: number): number[] => [x * scale_x + offset_x, y * scale_y + offset_y];
    const boxes = prompts.flatMap(({ box }) => (box === undefined ? [] : [...place(box[0]!, box[1]!), ...place(box[2]!, box[3]!)]));
    const hasBoxes = boxes.length > 0;
    const takesBoxes = this.decoder.inputs.has('input_boxes');
    let points = prompts.map((prompt) => prompt.points.map(([x, y, label]) => ({ at: place(x, y), label: label as number })));
    if (hasBoxes && !takesBoxes) {
      // Graphs without boxes of their own know corners: 2 is the upper left one, 3 the lower right one.
      points = points.map((own, index) => [...own, { at: boxes.slice(index * 4, index * 4 + 2), label: 2 }, { at: boxes.slice(index * 4 + 2, index * 4 + 4), label: 3 }]);
    }

    const each = points[0]!.length;
    const feeds: Record<string, Tensor> = Object.fromEntries(this.levels.map((name) => [name, embeddings[name]!]));
    feeds['input_points'] = this.decoder.feed('input_points', points.flat().flatMap(({ at }) => at), [1, each === 0 ? 1 : count, each, 2]);
    feeds['input_labels'] = this.decoder.feed('input_labels', points.flat().map(({ label }) => label), [1, count, each]);
    if (takesBoxes) {
      feeds['input_boxes'] = this.decoder.feed('input_boxes', boxes, [1, hasBoxes ? count : 0, 4]);
    }

    return feeds;
  }
}

/** A picture that has changed is another one. */
async function keyOf(item: Fields): Promise<string> {
  const input = item.text('input');
  const file = await stat(input).catch(async (problem: unknown) => {
    throw await explain(problem, { input, output: undefined, decode: () => Promise.reject(problem) });
  });
  return [input, file.mtimeMs, file.size, item.wholeOr('page', 0, 0, 100_000), item.flag('orient', true)].join('|');
}
