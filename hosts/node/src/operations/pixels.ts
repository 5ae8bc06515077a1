import { openPicture } from '../picture.js';
import type { Fields } from '../fields.js';

/**
 * Decoded pixels for analysis: 8 bits a channel, sRGB or its luminance, rows from the top, transparent parts on white.
 * `exact` squeezes into width x height; otherwise the picture is shrunk (never enlarged) until it fits in them.
 */
export async function pixels(request: Fields): Promise<object> {
  const width = request.wholeOr('width', 512, 1, 4096);
  const height = request.wholeOr('height', 512, 1, 4096);
  const exact = request.flag('exact', false);
  const channels = request.wholeOr('channels', 3, 1, 3) === 1 ? 1 : 3;
  const { data, info } = await openPicture(request)
    .resize(width, height, exact ? { fit: 'fill' } : { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels, pixels: data.toString('base64') };
}
