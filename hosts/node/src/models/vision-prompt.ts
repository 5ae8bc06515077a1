import type { Processor, RawImage } from '@huggingface/transformers';
import { explain, HostError } from '../errors.js';
import type { Fields } from '../fields.js';
import { decodeWhole } from '../picture.js';
import { samplesOf, type Size } from './preparation.js';
import type { Transformers } from './transformers.js';

/** What the processor's own settings say of a picture's size. */
interface Limits {
  readonly factor: number;
  readonly least: number;
  readonly most: number;
}

/** Qwen2.5-VL takes pictures of nearly any size in steps of two patches: 1,280 tokens a picture at most unless the options say otherwise. */
const mostByDefault = 1280 * 28 * 28;

/** Reads the pictures of prompts at the very size the processor wants, so that its own scaling, which does not smooth, has nothing to do. */
export class PictureReader {
  private readonly limits: Limits;

  constructor(
    private readonly library: Transformers,
    processor: Processor,
    options: Fields,
  ) {
    const own = (processor as unknown as { image_processor?: { min_pixels?: number; max_pixels?: number; patch_size?: number; merge_size?: number } }).image_processor ?? {};
    const least = own.min_pixels ?? 3136;
    const told = options.wholeOr('picture_pixels', Math.min(own.max_pixels ?? mostByDefault, mostByDefault), 1, 4_294_967_295);
    this.limits = { factor: (own.patch_size ?? 14) * (own.merge_size ?? 2), least, most: Math.max(least, Math.min(told, own.max_pixels ?? told)) };
  }

  async read(request: Fields, limits: Fields): Promise<RawImage> {
    try {
      const { scaled, samples, channels } = await samplesOf(request, limits, (size) => target(size, this.limits), 'cubic');
      return new this.library.RawImage(new Uint8ClampedArray(samples), scaled.width, scaled.height, channels as 3).rgb();
    } catch (error) {
      throw await explain(error, { input: request.textOr('input', undefined), output: undefined, decode: () => decodeWhole(request, limits) });
    }
  }
}

/** The reference's rule: whole steps, nearly the same sides, no fewer and no more pixels than allowed. */
function target({ width, height }: Size, { factor, least, most }: Limits): Size {
  if (Math.max(width, height) / Math.min(width, height) > 200) {
    throw new HostError('refused', `a picture of ${width} x ${height} is too narrow for this model`);
  }

  const step = (round: (value: number) => number, scale: number): Size => ({
    width: Math.max(factor, round((width * scale) / factor) * factor),
    height: Math.max(factor, round((height * scale) / factor) * factor),
  });
  const plain = step(Math.round, 1);
  const pixels = plain.width * plain.height;
  return pixels > most ? step(Math.floor, Math.sqrt(most / (width * height))) : pixels < least ? step(Math.ceil, Math.sqrt(least / (width * height))) : plain;
}
