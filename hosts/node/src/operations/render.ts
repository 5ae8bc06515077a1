import type { Sharp } from 'sharp';
import { HostError } from '../errors.js';
import { encode, openPicture } from '../picture.js';
import type { Fields } from '../fields.js';
import { changeRegions } from './regions.js';

const fits = ['cover', 'contain', 'fill', 'inside', 'outside'] as const;
const positions = ['center', 'top', 'right', 'bottom', 'left', 'entropy', 'attention'] as const;

/** One picture into one file: orient, change regions, straighten, cut, resize, adjust, encode, in this order. It is decoded once and encoded once. */
export async function render(request: Fields): Promise<object> {
  let picture = openPicture(request);
  const background = request.textOr('background', '#ffffff');
  const regions = request.has('regions') ? request.parts('regions') : [];
  const straighten = request.numberOr('straighten', 0, -45, 45);
  if (regions.length > 0 || straighten !== 0) {
    picture = await changeRegions(picture, regions, straighten, background, (part, adjust) => adjusted(part, adjust, background));
  }

  const crop = request.part('crop');
  if (crop !== undefined) {
    picture = picture.extract(await area(request, crop));
  }

  const resize = request.part('resize');
  if (resize !== undefined) {
    picture = picture.resize({
      width: resize.wholeOr('width', undefined, 1, 65_535),
      height: resize.wholeOr('height', undefined, 1, 65_535),
      fit: resize.word('fit', fits, 'cover'),
      position: resize.word('position', positions, 'center'),
      withoutEnlargement: !resize.flag('enlarge', true),
      background,
    });
  }

  const adjust = request.part('adjust');
  if (adjust !== undefined) {
    picture = adjusted(picture, adjust, background);
  }

  if (request.flag('keep_metadata', false)) {
    picture = picture.keepMetadata();
  }

  const made = await encode(picture, request).toFile(request.text('output'));
  return { width: made.width, height: made.height, format: made.format === 'heif' ? 'avif' : made.format, size: made.size };
}

/** The area in pixels of the oriented picture. Fractions need its size, which the header gives. */
async function area(request: Fields, crop: Fields): Promise<{ left: number; top: number; width: number; height: number }> {
  const fraction = crop.word('unit', ['pixels', 'fraction'] as const, 'pixels') === 'fraction';
  const { width, height } = (await openPicture(request).metadata()).autoOrient;
  const [x, y] = fraction ? [width, height] : [1, 1];
  const left = Math.round(crop.number('left', 0, 1e6) * x);
  const top = Math.round(crop.number('top', 0, 1e6) * y);
  const found = {
    left,
    top,
    width: Math.round((crop.numberOr('width', undefined, 0, 1e6) ?? (width - left) / x) * x),
    height: Math.round((crop.numberOr('height', undefined, 0, 1e6) ?? (height - top) / y) * y),
  };
  if (crop.flag('clamp', false)) {
    found.width = Math.min(found.width, width - left);
    found.height = Math.min(found.height, height - top);
  }

  if (found.width < 1 || found.height < 1 || left + found.width > width || top + found.height > height) {
    throw new HostError('outside', `the area ${found.width} x ${found.height} at ${left}, ${top} does not lie in the picture of ${width} x ${height}`);
  }

  return found;
}

function adjusted(start: Sharp, adjust: Fields, background: string): Sharp {
  let picture = start;
  const rotate = adjust.numberOr('rotate', 0, -360, 360);
  if (rotate !== 0) {
    picture = picture.rotate(rotate, { background });
  }

  const mirror = adjust.word('mirror', ['none', 'horizontal', 'vertical', 'both'] as const, 'none');
  picture = mirror === 'horizontal' || mirror === 'both' ? picture.flop() : picture;
  picture = mirror === 'vertical' || mirror === 'both' ? picture.flip() : picture;

  const median = adjust.wholeOr('denoise', 0, 0, 15);
  picture = median > 1 ? picture.median(median) : picture;
  const blur = adjust.numberOr('blur', 0, 0, 1000);
  picture = blur > 0 ? picture.blur({ sigma: Math.max(0.3, blur), precision: 'float', minAmplitude: 0.01 }) : picture;

  const gamma = adjust.numberOr('gamma', 1, 1 / 3, 3);
  if (gamma !== 1) {
    picture = gamma > 1 ? picture.gamma(1, gamma) : picture.gamma(1 / gamma, 1);
  }

  const contrast = adjust.numberOr('contrast', 1, 0, 10);
  // A stop doubles the light; coded values go with its 1/2.2nd power.
  const exposed = 2 ** (adjust.numberOr('exposure', 0, -10, 10) / 2.2);
  if (contrast !== 1 || exposed !== 1) {
    picture = picture.linear(contrast * exposed, 128 * (1 - contrast));
  }

  const modulate = {
    brightness: adjust.numberOr('brightness', 1, 0, 10),
    saturation: adjust.numberOr('saturation', 1, 0, 10),
    hue: adjust.numberOr('hue', 0, -360, 360),
  };
  if (modulate.brightness !== 1 || modulate.saturation !== 1 || modulate.hue !== 0) {
    picture = picture.modulate(modulate);
  }

  picture = adjust.flag('normalize', false) ? picture.normalise() : picture;
  const sharpen = adjust.numberOr('sharpen', 0, 0, 10);
  picture = sharpen > 0 ? picture.sharpen({ sigma: Math.max(0.01, sharpen) }) : picture;
  picture = adjust.flag('invert', false) ? picture.negate({ alpha: false }) : picture;
  return adjust.flag('grayscale', false) ? picture.grayscale() : picture;
}
