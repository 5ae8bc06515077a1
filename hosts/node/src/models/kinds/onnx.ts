import { HostError } from '../../errors.js';
import type { Fields } from '../../fields.js';
import { runPictures } from '../batch.js';
import { Graph, type Outputs } from '../graph.js';
import type { Answer, Model } from '../model.js';
import type { Source } from '../options.js';
import type { Preparation, Size } from '../preparation.js';
import { fromWire, toWire, type WireTensor } from '../tensors.js';

/** Any graph. Its options declare how a picture becomes its input; what its outputs mean is the engine's affair. */
export async function loadOnnx(source: Source): Promise<Model> {
  const { folder, options, run } = source;
  const file = options.textOr('file', source.file);
  if (file !== undefined && !folder.has(file)) {
    throw folder.missing(file);
  }

  const path = file === undefined ? folder.graph('model').path : folder.pathOf(file);
  const graph = await Graph.load(path, folder.nameOf(path), run);
  const input = pictureInput(graph, options);
  const plan = input === undefined ? undefined : declared(graph, input, options);
  const labels = options.has('labels') ? options.list('labels', 'a list of texts', (label) => typeof label === 'string') : null;
  return { labels, graphs: [graph], operations: new Map([['run', (items, parameters) => runItems(graph, input, plan, items, parameters)]]) };
}

/** The input that pictures go into: the declared one, or the only one that has the form of pictures. */
function pictureInput(graph: Graph, options: Fields): string | undefined {
  const told = options.textOr('input', undefined);
  if (told !== undefined) {
    if (!graph.inputs.has(told)) {
      throw new HostError('model_broken', `${graph.name} has no input ${told}; it has: ${[...graph.inputs.keys()].join(', ')}`);
    }

    return told;
  }

  const fitting = [...graph.inputs].filter(([, { shape }]) => shape.length === 4).map(([name]) => name);
  return fitting.length === 1 && graph.inputs.size === 1 ? fitting[0] : undefined;
}

function declared(graph: Graph, input: string, options: Fields): Preparation {
  const { shape } = graph.side(input);
  const layout = options.word('layout', ['nchw', 'nhwc'], shape[3] === 3 && shape[1] !== 3 ? 'nhwc' : 'nchw');
  const [high, wide] = layout === 'nchw' ? [shape[2], shape[3]] : [shape[1], shape[2]];
  const size = options.has('size') ? options.list('size', 'width and height', isSide) : [wide, high].filter(isSide);
  if (size.length !== 2) {
    throw new HostError('bad_request', `options.size is needed: ${graph.name} leaves the size of ${input} open`);
  }

  if (isSide(wide) && isSide(high) && (size[0] !== wide || size[1] !== high)) {
    throw new HostError('bad_request', `options.size is ${size.join(' x ')}, and ${graph.name} takes only ${wide} x ${high}`);
  }

  const window = { width: size[0]!, height: size[1]! };
  const fit = options.word('fit', ['fill', 'cover', 'contain'], 'fill');
  const numbers = (name: string, otherwise: number): readonly number[] => {
    const given = options.has(name) ? options.list(name, 'three numbers', (value) => typeof value === 'number') : [otherwise, otherwise, otherwise];
    if (given.length !== 3) {
      throw new HostError('bad_request', `options.${name} is not three numbers`);
    }

    return given;
  };
  return {
    scaled: (picture) => fitted(picture, window, fit),
    window,
    kernel: options.word('kernel', ['nearest', 'linear', 'cubic', 'lanczos3'], 'linear'),
    layout,
    order: options.word('channels', ['rgb', 'bgr'], 'rgb'),
    scale: options.numberOr('scale', 1 / 255),
    mean: numbers('mean', 0),
    std: numbers('std', 1),
    margin: options.numberOr('margin', 0, 0, 255),
  };
}

const isSide = (side: unknown): side is number => typeof side === 'number' && Number.isInteger(side) && side > 0 && side <= 16_384;

function fitted(picture: Size, window: Size, fit: 'fill' | 'cover' | 'contain'): Size {
  if (fit === 'fill') {
    return window;
  }

  const [across, down] = [window.width / picture.width, window.height / picture.height];
  const factor = fit === 'cover' ? Math.max(across, down) : Math.min(across, down);
  return { width: Math.max(1, Math.round(picture.width * factor)), height: Math.max(1, Math.round(picture.height * factor)) };
}

/** Pictures run together where the graph lets them; items with tensors of their own run one by one. */
async function runItems(graph: Graph, input: string | undefined, plan: Preparation | undefined, items: readonly Fields[], parameters: Fields): Promise<Answer[]> {
  const answers: Answer[] = [];
  const pictures: number[] = [];
  for (const [index, item] of items.entries()) {
    if (!item.has('tensors')) {
      pictures.push(index);
      continue;
    }

    try {
      const feeds = Object.fromEntries(item.named('tensors').map(([name, fields]) => [name, given(graph, name, fields)]));
      const missing = [...graph.inputs.keys()].filter((name) => !Object.hasOwn(feeds, name));
      if (missing.length > 0) {
        throw new HostError('bad_request', `${item.path('tensors')} has no ${missing.join(', ')}`);
      }

      answers[index] = { tensors: allOf(await graph.run(feeds)) };
    } catch (error) {
      if (!(error instanceof HostError) || error.code === 'out_of_memory') {
        throw error;
      }

      answers[index] = error;
    }
  }

  if (pictures.length > 0) {
    const asked = pictures.map((index) => items[index]!);
    const seen = plan === undefined ? asked.map(() => noPicture(graph)) : await runPictures(asked, parameters, plan, graph, input!, ({ picture, outputs, row, of }) => {
      const { width, height, geometry } = picture;
      return { width, height, geometry, tensors: allOf(outputs, row, of) };
    });
    pictures.forEach((index, place) => {
      answers[index] = seen[place]!;
    });
  }

  return answers;
}

const noPicture = (graph: Graph): HostError => new HostError('refused', `${graph.name} takes tensors: options.input names no input for pictures`);

function given(graph: Graph, name: string, fields: Fields): ReturnType<Graph['feed']> {
  const { shape, data } = fromWire(fields, fields.path('data'));
  return graph.feed(name, data, shape);
}

/** A picture's own part of outputs that have a row a picture, else the whole. */
function allOf(outputs: Outputs, row?: number, of?: number): Record<string, WireTensor> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, tensor]) => {
      const own = row !== undefined && tensor.dims[0] === of;
      if (row !== undefined && !own && of !== 1) {
        throw new HostError('model_broken', `${name} is [${tensor.dims.join(',')}] for ${of} pictures: ask for one at a time`);
      }

      return [name, toWire(tensor, own ? row : undefined)];
    }),
  );
}
