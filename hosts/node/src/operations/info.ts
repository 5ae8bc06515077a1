import { stat } from 'node:fs/promises';
import { decodeWhole, openPicture } from '../picture.js';
import type { Fields } from '../fields.js';

const mediaTypes: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  tiff: 'image/tiff',
  svg: 'image/svg+xml',
};

/** What the header says; with `verify` the whole picture is decoded too, so that a cut-off one fails. */
export async function info(request: Fields): Promise<object> {
  const picture = openPicture(request);
  const header = await picture.metadata();
  if (request.flag('verify', false)) {
    await decodeWhole(request);
  }

  const avif = header.format === 'heif' && header.compression === 'av1';
  return {
    format: avif ? 'avif' : header.format,
    media_type: avif ? 'image/avif' : (mediaTypes[header.format] ?? 'image/heif'),
    width: header.autoOrient.width,
    height: header.autoOrient.height,
    orientation: header.orientation ?? 1,
    space: header.space,
    channels: header.channels,
    depth: header.depth,
    has_alpha: header.hasAlpha,
    has_profile: header.hasProfile,
    pages: header.pages ?? 1,
    density: header.density ?? null,
    size: (await stat(request.text('input'))).size,
    exif: header.exif?.toString('base64') ?? null,
    xmp: header.xmpAsString ?? null,
  };
}
