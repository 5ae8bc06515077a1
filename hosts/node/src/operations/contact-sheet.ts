import sharp, { type OverlayOptions } from 'sharp';
import { explain } from '../errors.js';
import { decodeWhole, encode, openPicture } from '../picture.js';
import type { Fields } from '../fields.js';

const labelHeight = 22;

/** Pictures in a grid, each with its label. A cell that cannot be read becomes a grey one and is told, by its index. */
export async function contactSheet(request: Fields): Promise<object> {
  const cells = request.parts('cells');
  const columns = request.wholeOr('columns', 5, 1, 100);
  const side = request.wholeOr('cell', 200, 16, 2048);
  const gap = request.wholeOr('gap', 8, 0, 256);
  const dark = request.flag('dark', false);
  const labelled = cells.some((cell) => cell.textOr('label', '') !== '');
  const stride = side + gap;
  const rowStride = stride + (labelled ? labelHeight : 0);
  const width = gap + Math.min(columns, Math.max(1, cells.length)) * stride;
  const height = gap + Math.max(1, Math.ceil(cells.length / columns)) * rowStride;

  const overlays: OverlayOptions[] = [];
  const marks: string[] = [];
  const unreadable: object[] = [];
  for (const [index, cell] of cells.entries()) {
    const left = gap + (index % columns) * stride;
    const top = gap + Math.floor(index / columns) * rowStride;
    try {
      const { data, info } = await openPicture(cell, request)
        .resize(side, side, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true });
      overlays.push({
        input: data,
        raw: { width: info.width, height: info.height, channels: info.channels },
        left: left + Math.floor((side - info.width) / 2),
        top: top + Math.floor((side - info.height) / 2),
      });
    } catch (error) {
      const problem = await explain(error, { input: cell.text('input'), output: undefined, decode: () => decodeWhole(cell, request) });
      unreadable.push({ index, code: problem.code, message: problem.message });
      marks.push(`<rect x="${left}" y="${top}" width="${side}" height="${side}" fill="#999999"/>`, text(left, top + side / 2, side, 'cannot be read', '#ffffff'));
    }

    marks.push(text(left, top + side + 15, side, cell.textOr('label', ''), dark ? '#eeeeee' : '#222222'));
  }

  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks.join('')}</svg>`;
  const sheet = sharp({ create: { width, height, channels: 3, background: dark ? '#1c1c1c' : '#ffffff' }, limitInputPixels: 268_402_689 })
    .composite([...overlays, { input: Buffer.from(svg), left: 0, top: 0 }]);
  const made = await encode(sheet, request).toFile(request.text('output'));
  return { width: made.width, height: made.height, size: made.size, unreadable };
}

/** One centred line, cut to what fits at this size (about 6.5 px a character). */
function text(left: number, baseline: number, side: number, label: string, fill: string): string {
  const characters = [...label.replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ')];
  const room = Math.max(1, Math.floor(side / 6.5));
  const line = characters.length > room ? `${characters.slice(0, room - 1).join('')}…` : characters.join('');
  const escaped = line.replace(/[\ud800-\udfff]/gu, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped === '' ? '' : `<text x="${left + side / 2}" y="${baseline}" font-family="sans-serif" font-size="12" text-anchor="middle" fill="${fill}">${escaped}</text>`;
}
