// Many photos of few: node photos.mjs SAMPLES OUT COUNT. Each is a sample a little brighter or darker, turned in colour and cut, 1,200 pixels wide, with the time it was
// taken: bursts of three within two seconds, a minute between bursts.
import { createRequire } from "node:module";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

const sharp = createRequire(new URL("../../hosts/node/package.json", import.meta.url))("sharp");
const [samples, out, count] = process.argv.slice(2);
const files = readdirSync(samples, { recursive: true }).filter((name) => name.endsWith(".jpg")).sort();
mkdirSync(out, { recursive: true });
for (let index = 0; index < Number(count); index++) {
  const burst = Math.floor(index / 3);
  const source = join(samples, files[burst % files.length]);
  const { width, height } = await sharp(source).metadata();
  const cut = Math.round((width * (index % 3)) / 100);
  const taken = new Date(Date.UTC(2026, 5, 6, 9) + burst * 60_000 + (index % 3) * 1000).toISOString();
  await sharp(source)
    .extract({ left: cut, top: 0, width: width - cut, height })
    .modulate({ brightness: 0.9 + (burst % 5) * 0.05, hue: (Math.floor(burst / files.length) * 7) % 20 })
    .resize({ width: 1200 })
    .withExif({ IFD2: { DateTimeOriginal: taken.slice(0, 19).replaceAll("-", ":").replace("T", " ") } })
    .jpeg({ quality: 88 })
    .toFile(join(out, `${String(index).padStart(5, "0")}.jpg`));
}
