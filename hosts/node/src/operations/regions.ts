import sharp, { type Sharp } from 'sharp';
import { explain, HostError } from '../errors.js';
import type { Fields } from '../fields.js';

/** Pixels of a picture, decoded. */
interface Decoded {
  readonly data: Buffer;
  readonly raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 };
}

type Change = (picture: Sharp, adjust: Fields) => Sharp;

/**
 * Changes parts of a picture by masks, then turns it about its middle with its size kept. What comes out is decoded: the pictures on the way are
 * never encoded. A mask may have any size; it is stretched over the whole picture, and its greys mix changed and unchanged.
 */
export async function changeRegions(picture: Sharp, regions: readonly Fields[], degrees: number, background: string, change: Change): Promise<Sharp> {
  let decoded = await decode(picture);
  for (const region of regions) {
    decoded = await changeRegion(decoded, region, change);
  }

  return open(degrees === 0 ? decoded : await turn(decoded, degrees, background));
}

async function changeRegion(base: Decoded, region: Fields, change: Change): Promise<Decoded> {
  const { width, height } = base.raw;
  const mask = await readMask(region, width, height);
  const adjust = region.part('adjust');
  let made = base;
  if (adjust !== undefined) {
    const changed = await decode(change(open(base), adjust));
    if (changed.raw.width !== width || changed.raw.height !== height) {
      throw new HostError('bad_request', 'a region cannot be turned: its pixels would leave their place');
    }

    made = { ...base, data: mix(base, changed, mask) };
  }

  return region.flag('remove', false) ? withAlpha(made, mask) : made;
}

/** One byte a pixel: 255 where the change is made. */
async function readMask(region: Fields, width: number, height: number): Promise<Buffer> {
  const input = region.text('mask');
  const decoding = sharp(input)
    .flatten({ background: '#000000' })
    .toColourspace('b-w')
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { data, info } = await decoding.catch(async (error: unknown) => {
    const problem = await explain(error, { input, output: undefined, decode: () => Promise.resolve() });
    throw new HostError(problem.code, `the mask cannot be read: ${problem.message}`, problem.detail);
  });
  const outside = region.flag('outside', false);
  const mask = Buffer.allocUnsafe(width * height);
  for (let i = 0; i < mask.length; i++) {
    const value = data[i * info.channels] ?? 0;
    mask[i] = outside ? 255 - value : value;
  }

  return mask;
}

function mix(base: Decoded, changed: Decoded, mask: Buffer): Buffer {
  const channels = base.raw.channels;
  const data = Buffer.from(base.data);
  for (let i = 0, pixel = 0; i < mask.length; i++, pixel += channels) {
    const share = mask[i] as number;
    for (let channel = pixel; share > 0 && channel < pixel + channels; channel++) {
      const before = data[channel] as number;
      data[channel] = before + Math.round((((changed.data[channel] as number) - before) * share) / 255);
    }
  }

  return data;
}

/** The part inside the mask becomes transparent. */
function withAlpha(base: Decoded, mask: Buffer): Decoded {
  const { width, height, channels } = base.raw;
  const colours = channels === 2 || channels === 4 ? channels - 1 : channels;
  const data = Buffer.allocUnsafe(width * height * (colours + 1));
  for (let i = 0; i < mask.length; i++) {
    for (let colour = 0; colour < colours; colour++) {
      data[i * (colours + 1) + colour] = base.data[i * channels + colour] as number;
    }

    const alpha = colours === channels ? 255 : (base.data[i * channels + colours] as number);
    data[i * (colours + 1) + colours] = Math.round((alpha * (255 - (mask[i] as number))) / 255);
  }

  return { data, raw: { width, height, channels: (colours + 1) as 2 | 4 } };
}

/** Turning makes the canvas larger; its middle of the old size is kept. */
async function turn(base: Decoded, degrees: number, background: string): Promise<Decoded> {
  const { width, height } = base.raw;
  const turned = await decode(open(base).rotate(degrees, { background }));
  return decode(
    open(turned).extract({ left: Math.round((turned.raw.width - width) / 2), top: Math.round((turned.raw.height - height) / 2), width, height }),
  );
}

function open(decoded: Decoded): Sharp {
  return sharp(decoded.data, { raw: decoded.raw });
}

async function decode(picture: Sharp): Promise<Decoded> {
  const { data, info } = await picture.toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels as 1 | 2 | 3 | 4 } };
}
