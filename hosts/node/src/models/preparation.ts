import type { KernelEnum } from 'sharp';
import { explain, HostError } from '../errors.js';
import type { Fields } from '../fields.js';
import { decodeWhole, openPicture } from '../picture.js';

/** Where a picture lies on the model's grid: model pixel = picture pixel x scale + offset. */
export interface Geometry {
  readonly scale_x: number;
  readonly scale_y: number;
  readonly offset_x: number;
  readonly offset_y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture as a graph takes it. */
export interface Prepared extends Size {
  readonly data: Float32Array;
  readonly shape: readonly number[];
  readonly geometry: Geometry;
}

/** How pictures become numbers. */
export interface Preparation {
  /** Size of the whole picture after scaling. */
  readonly scaled: (picture: Size) => Size;
  /** What the graph sees of it, from the middle; smaller pictures get a margin. null: all. */
  readonly window: Size | null;
  readonly kernel: keyof KernelEnum;
  readonly layout: 'nchw' | 'nhwc';
  readonly order: 'rgb' | 'bgr';
  /** Number of the graph = (sample x scale - mean) / std, a channel. */
  readonly scale: number;
  readonly mean: readonly number[];
  readonly std: readonly number[];
  /** Sample value, 0..255, of the margin. */
  readonly margin: number;
}

/** Decodes, turns upright, puts on white, scales with antialiasing and normalises one picture. */
export async function prepare(item: Fields, limits: Fields, plan: Preparation): Promise<Prepared> {
  const { size, scaled, samples, channels } = await samplesOf(item, limits, plan.scaled, plan.kernel);
  const window = plan.window ?? scaled;
  const [left, top] = [middle(scaled.width, window.width), middle(scaled.height, window.height)];
  return {
    ...size,
    data: normalise(samples, channels, scaled, window, left, top, plan),
    shape: plan.layout === 'nchw' ? [3, window.height, window.width] : [window.height, window.width, 3],
    geometry: { scale_x: scaled.width / size.width, scale_y: scaled.height / size.height, offset_x: left, offset_y: top },
  };
}

/** The samples of a picture, 8 bits each, upright and scaled. */
export async function samplesOf(item: Fields, limits: Fields, scaledOf: (picture: Size) => Size, kernel: Preparation['kernel']): Promise<{ size: Size; scaled: Size; samples: Buffer; channels: number }> {
  const picture = openPicture(item, limits);
  const { autoOrient, width, height, format } = await picture.metadata();
  const size = item.flag('orient', true) ? { width: autoOrient.width, height: autoOrient.height } : { width, height };
  const scaled = scaledOf(size);
  if (format === 'jpeg' && !shrinksEvenly(size, scaled)) {
    // Cutting nothing off keeps the library from decoding at a smaller size.
    picture.extract({ left: 0, top: 0, ...size });
  }

  // Decoding at a smaller size leaves the last halving to the kernel (fastShrinkOnLoad off): else fine patterns differ from the
  // reference by up to a fifth of the range.
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(scaled.width, scaled.height, { fit: 'fill', kernel, fastShrinkOnLoad: false })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { size, scaled, samples: data, channels: info.channels };
}

/** A JPEG decoded at an eighth, a quarter or half of its size is a fraction of a pixel too large, and then askew, unless its sides divide. */
function shrinksEvenly(size: Size, scaled: Size): boolean {
  const factor = Math.min(size.width / scaled.width, size.height / scaled.height);
  const shrink = factor >= 16 ? 8 : factor >= 8 ? 4 : factor >= 4 ? 2 : 1;
  return size.width % shrink === 0 && size.height % shrink === 0;
}

/** Where the picture begins in the window: negative when it is cut. */
function middle(scaled: number, window: number): number {
  return scaled >= window ? -Math.floor((scaled - window) / 2) : Math.floor((window - scaled) / 2);
}

function normalise(samples: Buffer, channels: number, scaled: Size, window: Size, left: number, top: number, plan: Preparation): Float32Array {
  const plane = window.width * window.height;
  const made = new Float32Array(plane * 3);
  const [step, stride] = plan.layout === 'nchw' ? [1, plane] : [3, 1];
  for (let c = 0; c < 3; c++) {
    // The order of a graph's channels also orders its mean and std.
    const value = (sample: number): number => (sample * plan.scale - plan.mean[c]!) / plan.std[c]!;
    const table = Float32Array.from({ length: 256 }, (_, sample) => value(sample));
    const source = channels < 3 ? 0 : plan.order === 'rgb' ? c : 2 - c;
    if (plan.margin !== 0 || table[0] !== 0) {
      const margin = value(plan.margin);
      for (let at = c * stride, count = plane; count > 0; count--, at += step) {
        made[at] = margin;
      }
    }

    const [fromX, toX] = [Math.max(0, left), Math.min(window.width, left + scaled.width)];
    for (let y = Math.max(0, top); y < Math.min(window.height, top + scaled.height); y++) {
      let from = ((y - top) * scaled.width + fromX - left) * channels + source;
      let at = (y * window.width + fromX) * step + c * stride;
      for (let x = fromX; x < toX; x++, from += channels, at += step) {
        made[at] = table[samples[from]!]!;
      }
    }
  }

  return made;
}

/** Prepares each item's picture; one that cannot be read is its own item's error. */
export async function prepareAll(items: readonly Fields[], limits: Fields, plan: Preparation): Promise<Array<Prepared | HostError>> {
  return eachPicture(items, limits, (item) => prepare(item, limits, plan));
}

/** Does something with each item's picture; what is thrown is explained and stands in the item's place. */
export async function eachPicture<T>(items: readonly Fields[], limits: Fields, work: (item: Fields) => Promise<T>): Promise<Array<T | HostError>> {
  const seen = await Promise.allSettled(items.map(async (item) => work(item)));
  return Promise.all(
    seen.map((result, index) => {
      const item = items[index]!;
      return result.status === 'fulfilled' ? result.value : explain(result.reason, { input: item.textOr('input', undefined), output: undefined, decode: () => decodeWhole(item, limits) });
    }),
  );
}
