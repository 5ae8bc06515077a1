// Makes pictures to measure on: node make.mjs FOLDER COUNT WIDTH HEIGHT. Smooth shapes with grain, JPEG quality 90.
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
const require = createRequire(new URL("../../hosts/node/package.json", import.meta.url));
const sharp = require("sharp");
const [folder, count, width, height] = process.argv.slice(2).map((value, index) => (index === 0 ? value : Number(value)));
mkdirSync(folder, { recursive: true });
for (let index = 0; index < count; index++) {
  const hue = (index * 47) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue},60%,70%)"/><stop offset="1" stop-color="hsl(${(hue + 120) % 360},60%,25%)"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/>
    ${Array.from({ length: 12 }, (_, n) => `<circle cx="${((n * 37 + index * 13) % 100)}%" cy="${((n * 53 + index * 29) % 100)}%" r="${3 + ((n * 7) % 12)}%" fill="hsl(${(hue + n * 30) % 360},70%,50%)" opacity="0.7"/>`).join("")}
  </svg>`;
  const grain = await sharp({ create: { width: Math.min(width, 1024), height: Math.min(height, 1024), channels: 3, background: "gray", noise: { type: "gaussian", mean: 128, sigma: 12 } } }).png({ compressionLevel: 1 }).toBuffer();
  await sharp(Buffer.from(svg)).composite([{ input: grain, blend: "soft-light", tile: true }]).jpeg({ quality: 90 }).toFile(`${folder}/${String(index).padStart(5, "0")}.jpg`);
}
