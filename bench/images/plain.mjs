// The plain script Atelier is compared with: node plain.mjs FOLDER OUT SIDE. Thumbnails by sharp, as many at once as it has threads; prints pictures a second.
import { createRequire } from "node:module";
import { mkdirSync, readdirSync } from "node:fs";
const require = createRequire(new URL("../../hosts/node/package.json", import.meta.url));
const sharp = require("sharp");
sharp.cache(false);
const [folder, out, side] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const names = readdirSync(folder);
const started = performance.now();
let next = 0;
await Promise.all(
  Array.from({ length: 4 }, async () => {
    while (next < names.length) {
      const name = names[next++];
      await sharp(`${folder}/${name}`).rotate().resize(Number(side), Number(side), { fit: "cover" }).jpeg({ quality: 80 }).toFile(`${out}/${name}`);
    }
  }),
);
console.log((names.length / ((performance.now() - started) / 1000)).toFixed(2));
