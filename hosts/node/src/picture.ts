import sharp, { type Sharp } from 'sharp';
import type { Fields } from './fields.js';

/** Formats that can be written. */
export const outputFormats = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/**
 * Opens the picture a request names. Nothing is decoded yet: libvips decodes when the pipeline runs, once, at the smallest size that
 * serves it (shrink-on-load). A cut-off file is an error; odd but complete files (stray bytes, wrong checksums of comments) are not.
 */
export function openPicture(request: Fields, limits: Fields = request): Sharp {
  const picture = sharp(request.text('input'), {
    failOn: 'error',
    limitInputPixels: limits.wholeOr('max_pixels', 268_402_689, 1, 4_294_967_295),
    page: request.wholeOr('page', 0, 0, 100_000),
    sequentialRead: true,
  });
  return request.flag('orient', true) ? picture.autoOrient() : picture;
}

/** Decodes the whole picture, small, so that one that is cut off or damaged throws. */
export async function decodeWhole(request: Fields, limits: Fields = request): Promise<void> {
  await openPicture(request, limits).resize(16, 16, { fit: 'fill' }).raw().toBuffer();
}

/** Sets how the result is written. */
export function encode(picture: Sharp, request: Fields): Sharp {
  const format = request.word<OutputFormat>('format', outputFormats, 'png');
  const quality = request.wholeOr('quality', undefined, 1, 100);
  const lossless = request.flag('lossless', false);
  const given = quality === undefined ? {} : { quality };
  switch (format) {
    case 'jpeg':
      return picture.flatten({ background: request.textOr('background', '#ffffff') }).jpeg(given);
    case 'png':
      return picture.png(quality === undefined ? { compressionLevel: request.wholeOr('effort', 6, 0, 9) } : { quality, palette: true });
    case 'webp':
      return picture.webp({ ...given, lossless, effort: request.wholeOr('effort', 4, 0, 6) });
    case 'avif':
      return picture.avif({ ...given, lossless, effort: request.wholeOr('effort', 4, 0, 9) });
    case 'tiff':
      return picture.tiff(lossless ? { compression: 'lzw' } : { ...given, compression: quality === undefined ? 'lzw' : 'jpeg' });
  }
}
