import { writeFileSync } from 'node:fs';
import sharp from 'sharp';

/** A smooth picture with detail: no two areas alike, so cuts and turns can be told. */
export function gradient(width, height) {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      data[at] = (255 * x) / width;
      data[at + 1] = (255 * y) / height;
      data[at + 2] = (x * 7 + y * 13) % 256;
    }
  }

  return sharp(data, { raw: { width, height, channels: 3 } });
}

export const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>';

/** Writes the pictures that tests read into a host's folder. */
export async function writePictures(host) {
  await gradient(400, 300).jpeg().toFile(host.file('a.jpg'));
  await gradient(400, 300).withMetadata({ orientation: 6 }).jpeg().toFile(host.file('turned.jpg'));
  await gradient(400, 300).toColourspace('cmyk').jpeg().toFile(host.file('cmyk.jpg'));
  await sharp({ create: { width: 50, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toFile(host.file('clear.png'));
  writeFileSync(host.file('drawing.svg'), svg);
  writeFileSync(host.file('garbage.jpg'), 'this is no picture');
  writeFileSync(host.file('empty.png'), '');
}
