import type { PreTrainedTokenizer } from '@huggingface/transformers';
import { HostError } from '../../errors.js';
import type { Fields } from '../../fields.js';
import { rowsOf, runPictures } from '../batch.js';
import type { Graph, Signature } from '../graph.js';
import type { Answer, ItemOperation, Model } from '../model.js';
import type { Source } from '../options.js';
import { imageNet, preparationOf, type Defaults } from '../preprocessor.js';
import { sizeOf, toWire } from '../tensors.js';
import { eachText, textFeeds, textInputs, tokenise } from '../texts.js';
import { longestText, tokenizerOf } from '../transformers.js';

/** CLIP and SigLIP: pictures and texts in one space. The halves differ in the names of their outputs and in padding. */
interface Flavour {
  readonly picture: Signature;
  readonly text: Signature;
  readonly padding: true | 'max_length';
  /** Tokens, where the files tell none. */
  readonly longest: number;
  readonly defaults: Defaults;
}

export const clip: Flavour = {
  picture: { inputs: ['pixel_values'], outputs: ['image_embeds'] },
  text: { inputs: ['input_ids'], maybe: textInputs, outputs: ['text_embeds'] },
  padding: true,
  longest: 77,
  defaults: { resample: 3, mean: [0.48145466, 0.4578275, 0.40821073], std: [0.26862954, 0.26130258, 0.27577711] },
};

export const siglip: Flavour = {
  picture: { inputs: ['pixel_values'], outputs: ['pooler_output|image_embeds'] },
  text: { inputs: ['input_ids'], maybe: textInputs, outputs: ['pooler_output|text_embeds'] },
  padding: 'max_length',
  longest: 64,
  defaults: { resample: 3, mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] },
};

const joined: Signature = { inputs: ['pixel_values', 'input_ids'], maybe: textInputs, outputs: ['image_embeds', 'text_embeds'] };

/** Loads the picture half; the text half when a text first comes. A joined graph stands in for halves that are missing. */
export async function loadClip(source: Source, flavour: Flavour): Promise<Model> {
  const { folder } = source;
  const [hasPictures, hasTexts, hasBoth] = ['vision_model', 'text_model', 'model'].map((name) => folder.find(name) !== undefined);
  if (!hasBoth && !hasPictures && !hasTexts) {
    throw folder.missing('onnx/vision_model.onnx (or model.onnx)');
  }

  const both = hasBoth && (!hasPictures || !hasTexts) ? await source.load('model', joined) : undefined;
  const pictures = hasPictures ? await source.load('vision_model', flavour.picture) : both;
  const operations = new Map<string, ItemOperation>();
  if (pictures !== undefined) {
    operations.set('embed_pictures', embedPictures(source, pictures, flavour));
  }

  let textHalf: Promise<TextHalf> | undefined;
  if (hasTexts || both !== undefined) {
    operations.set('embed_texts', (items) => {
      textHalf ??= loadTextHalf(source, flavour, both, hasTexts === true).catch((error: unknown) => {
        textHalf = undefined;
        throw error;
      });
      return textHalf.then((half) => embedTexts(items, half, flavour));
    });
  }

  if (pictures === undefined) {
    textHalf = loadTextHalf(source, flavour, undefined, true);
    return { operations, labels: null, graphs: [(await textHalf).graph] };
  }

  return { operations, labels: null, graphs: [pictures] };
}

function embedPictures({ folder }: Source, graph: Graph, flavour: Flavour): ItemOperation {
  const plan = preparationOf(folder, graph, 'pixel_values', { ...imageNet, ...flavour.defaults });
  const name = graph.output('image_embeds', 'pooler_output');
  // A joined graph wants a text too: any will do.
  const others = graph.inputs.has('input_ids') ? textFeeds(graph, { ids: [[0, 0]], mask: [[1, 1]] }) : {};
  return (items, parameters) =>
    runPictures(items, parameters, plan, graph, 'pixel_values', (run) => ({ embedding: toWire(rowsOf(run, name), run.row) }), { others, wanted: [name] });
}

interface TextHalf {
  readonly graph: Graph;
  readonly tokenizer: PreTrainedTokenizer;
  readonly longest: number;
}

async function loadTextHalf(source: Source, flavour: Flavour, both: Graph | undefined, own: boolean): Promise<TextHalf> {
  const graph = own ? await source.load('text_model', flavour.text) : both!;
  const tokenizer = await tokenizerOf(source.folder);
  return { graph, tokenizer, longest: longestText(source.folder, tokenizer, flavour.longest) };
}

async function embedTexts(items: readonly Fields[], { graph, tokenizer, longest }: TextHalf, flavour: Flavour): Promise<Answer[]> {
  return eachText(items, async (texts) => {
    const feeds = textFeeds(graph, tokenise(graph, tokenizer, texts, longest, flavour.padding));
    if (graph.inputs.has('pixel_values')) {
      const shape = graph.side('pixel_values').shape.map((side, axis) => (axis === 0 ? 1 : typeof side === 'number' && side > 0 ? side : 224));
      feeds['pixel_values'] = graph.feed('pixel_values', new Float32Array(sizeOf(shape)), shape);
    }

    const name = graph.output('text_embeds', 'pooler_output');
    const made = (await graph.run(feeds, [name]))[name]!;
    if (made.dims[0] !== texts.length) {
      throw new HostError('model_broken', `${name} is [${made.dims.join(',')}] for ${texts.length} texts`);
    }

    return texts.map((_, row) => ({ embedding: toWire(made, row) }));
  });
}
