import { HostError } from '../errors.js';
import type { ModelFolder } from './folder.js';
import type { Graph } from './graph.js';
import type { Preparation, Size } from './preparation.js';

/** Numbers of Pillow's filters, as preprocessor_config.json gives them. Box and Hamming are nearest to the triangle. */
const kernels = { 0: 'nearest', 1: 'lanczos3', 2: 'linear', 3: 'cubic', 4: 'linear', 5: 'linear' } as const;

/** What to do where preprocessor_config.json is silent. */
export interface Defaults {
  readonly resample: keyof typeof kernels;
  readonly mean: readonly number[];
  readonly std: readonly number[];
}

const fileName = 'preprocessor_config.json';

/** Reads preprocessor_config.json: the reference's geometry, scaling and numbers. Sizes that it does not tell come from the graph. */
export function preparationOf(folder: ModelFolder, graph: Graph, input: string, defaults: Defaults): Preparation {
  const told = folder.json(fileName);
  // Newer files hold one section a modality.
  const config = typeof told['image_processor'] === 'object' && told['image_processor'] !== null ? (told['image_processor'] as Record<string, unknown>) : told;
  const [, , high, wide] = graph.side(input).shape;
  const own = typeof high === 'number' && typeof wide === 'number' && high > 0 && wide > 0 ? { width: wide, height: high } : undefined;
  const resize = config['do_resize'] !== false;
  const crop = config['do_center_crop'] === true || (config['do_center_crop'] === undefined && config['crop_size'] !== undefined) ? exact(config['crop_size'], 'crop_size') : undefined;
  const scaled = resize ? scaling(config['size'], own, crop) : (size: Size) => size;
  const normalised = config['do_normalize'] !== false;
  const resample = Number(config['resample'] ?? defaults.resample);
  return {
    scaled,
    // A graph of a fixed size takes no other one.
    window: crop ?? (typeof config['size'] === 'object' && config['size'] !== null && 'height' in config['size'] ? null : (own ?? null)),
    kernel: kernels[resample as keyof typeof kernels] ?? 'cubic',
    layout: 'nchw',
    order: 'rgb',
    scale: config['do_rescale'] === false ? 1 : numberOf(config['rescale_factor'], 1 / 255, 'rescale_factor'),
    mean: normalised ? triple(config['image_mean'], defaults.mean, 'image_mean') : [0, 0, 0],
    std: normalised ? triple(config['image_std'], defaults.std, 'image_std') : [1, 1, 1],
    margin: 0,
  };
}

/** `{height,width}`, `{shortest_edge}` with or without `{longest_edge}`, or one number: the shortest edge where a crop follows, else both. */
function scaling(told: unknown, own: Size | undefined, crop: Size | undefined): Preparation['scaled'] {
  if (told === undefined || told === null) {
    const size = crop ?? own;
    if (size === undefined) {
      throw new HostError('model_broken', `${fileName} tells no size and the graph has none of its own`);
    }

    return () => size;
  }

  const edges = (typeof told === 'number' && crop !== undefined ? { shortest_edge: told } : told) as { shortest_edge?: unknown; longest_edge?: unknown };
  if (typeof edges === 'object' && edges.shortest_edge !== undefined) {
    const [shortest, longest] = [whole(edges.shortest_edge, 'size.shortest_edge'), edges.longest_edge === undefined ? Infinity : whole(edges.longest_edge, 'size.longest_edge')];
    return ({ width, height }) => {
      const factor = Math.min(shortest / Math.min(width, height), longest / Math.max(width, height));
      // The reference cuts the long side's fraction off.
      const side = (length: number): number => Math.max(1, Math.trunc(length * factor + 1e-9));
      return { width: side(width), height: side(height) };
    };
  }

  const size = exact(told, 'size');
  return () => size;
}

function exact(told: unknown, name: string): Size {
  if (typeof told === 'number') {
    const side = whole(told, name);
    return { width: side, height: side };
  }

  const size = (told ?? {}) as { width?: unknown; height?: unknown };
  return { width: whole(size.width, `${name}.width`), height: whole(size.height, `${name}.height`) };
}

function whole(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 16_384) {
    throw new HostError('model_broken', `${fileName}: ${name} is no size in pixels`);
  }

  return value;
}

function numberOf(value: unknown, otherwise: number, name: string): number {
  if (value === undefined || value === null) {
    return otherwise;
  }

  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new HostError('model_broken', `${fileName}: ${name} is no number`);
  }

  return value;
}

function triple(value: unknown, otherwise: readonly number[], name: string): readonly number[] {
  if (value === undefined || value === null) {
    return otherwise;
  }

  if (!Array.isArray(value) || value.length !== 3 || !value.every((part) => typeof part === 'number')) {
    throw new HostError('model_broken', `${fileName}: ${name} is not three numbers`);
  }

  return value as number[];
}

export const imageNet = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] } as const;
