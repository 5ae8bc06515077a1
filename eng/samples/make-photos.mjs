// Draws the sample photos of examples/photo-recipes: node eng/samples/make-photos.mjs [FOLDER]. Scenes of flat shapes in the colours that the demo
// models take for things, with grain, times of bursts, blur, darkness and tilt. The same photos each time.
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import path from "node:path";

const require = createRequire(new URL("../../hosts/node/package.json", import.meta.url));
const sharp = require("sharp");
const folder = process.argv[2] ?? fileURLToPath(new URL("../../examples/photo-recipes/photos", import.meta.url));
const [width, height] = [960, 640];
const colours = { person: "#db1a1f", face: "#ffbd8f", bird: "#fae01f", animal: "#99eb26", window: "#1ad1d6", door: "#7a1f9e", furniture: "#73421a" };

/** A figure: a body with a head above it; x is its middle, y its feet, both in pixels. */
function person(x, y, size) {
  return `<rect x="${x - size * 0.3}" y="${y - size}" width="${size * 0.6}" height="${size}" rx="${size * 0.12}" fill="${colours.person}"/>
    <circle cx="${x}" cy="${y - size * 1.32}" r="${size * 0.26}" fill="${colours.face}"/>`;
}

function bird(x, y, size) {
  return `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * 0.62}" fill="${colours.bird}"/>
    <ellipse cx="${x + size * 0.9}" cy="${y - size * 0.5}" rx="${size * 0.38}" ry="${size * 0.34}" fill="${colours.bird}"/>`;
}

const animal = (x, y, size) => `<rect x="${x - size}" y="${y - size * 0.6}" width="${size * 2}" height="${size * 0.9}" rx="${size * 0.3}" fill="${colours.animal}"/>`;
const box = (kind, x, y, w, h) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colours[kind]}"/>`;
const meadow = `<rect width="960" height="640" fill="#9fc3e0"/><rect y="380" width="960" height="260" fill="#4d8a4a"/>`;
const hall = `<rect width="960" height="640" fill="#cfc9bd"/><rect y="500" width="960" height="140" fill="#8d8a84"/>`;
const room = `<rect width="960" height="640" fill="#d9d6cf"/><rect y="470" width="960" height="170" fill="#b9b2a5"/><rect y="462" width="960" height="8" fill="#6f6c66"/>`;

function texture(seed) {
  // Edges all over: what makes a photo look sharp, and a blurred one look blurred.
  let state = seed * 2654435761 % 4294967296;
  const next = () => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
  return Array.from({ length: 420 }, () => {
    const [x, y, l] = [next() * width, next() * height, 6 + next() * 26];
    const dark = next() < 0.5;
    return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${l.toFixed(1)}" height="2.4" fill="${dark ? "#000" : "#fff"}" opacity="0.22"/>`;
  }).join("");
}

async function photo(name, scene, seed, taken, { blur = 0, light = 1, tilt = 0, shift = 0 } = {}) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-shift} 0 ${width} ${height}"><rect x="-100" width="1200" height="640" fill="#cfc9bd"/>${scene}${texture(seed)}</svg>`;
  let picture = sharp(Buffer.from(svg)).flatten({ background: "#cfc9bd" });
  if (tilt !== 0) {
    const turned = await picture.rotate(tilt, { background: "#cfc9bd" }).png().toBuffer();
    picture = sharp(turned).resize(width, height, { fit: "cover" });
  }

  if (blur > 0) picture = picture.blur(blur);
  if (light !== 1) picture = picture.linear(light, 0);
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  await picture
    .jpeg({ quality: 84 })
    .withExif({ IFD0: { Make: "Atelier", Model: "Sample", DateTime: taken }, IFD2: { DateTimeOriginal: taken, ISOSpeedRatings: light < 0.6 ? "3200" : "200" } })
    .toFile(file);
}

const at = (hour, minute, second) => `2026:06:20 ${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:${String(second).padStart(2, "0")}`;

// A wedding: two bursts with one good shot each, a group, a dance in the dark.
const couple = hall + person(400, 560, 220) + person(560, 560, 210);
const vows = hall + person(300, 580, 240) + person(520, 580, 230) + person(760, 560, 180);
const group = hall + [140, 280, 420, 560, 700, 840].map((x, index) => person(x, 580 - (index % 2) * 20, 170)).join("");
await photo("wedding/couple-1.jpg", couple, 1, at(14, 0, 1), { blur: 3 });
await photo("wedding/couple-2.jpg", couple, 1, at(14, 0, 2), { shift: 4 });
await photo("wedding/couple-3.jpg", couple, 1, at(14, 0, 3), { shift: 8, light: 0.85 });
await photo("wedding/vows-1.jpg", vows, 2, at(14, 20, 10), { shift: 3 });
await photo("wedding/vows-2.jpg", vows, 2, at(14, 20, 12), { blur: 2 });
await photo("wedding/group.jpg", group, 3, at(15, 2, 0));
await photo("wedding/dance.jpg", hall + person(330, 600, 230) + person(600, 600, 220), 4, at(22, 15, 0), { light: 0.3 });

// Wildlife: a bird, a pair of birds, an animal, one out of focus, and a landscape without any.
await photo("wildlife/bird.jpg", meadow + bird(300, 250, 70), 11, at(6, 10, 0));
await photo("wildlife/two-birds.jpg", meadow + bird(260, 220, 60) + bird(640, 300, 54), 12, at(6, 25, 0));
await photo("wildlife/animal.jpg", meadow + animal(620, 470, 120), 13, at(7, 0, 0));
await photo("wildlife/animal-blurred.jpg", meadow + animal(420, 480, 110), 14, at(7, 5, 0), { blur: 5 });
await photo("wildlife/landscape.jpg", meadow, 15, at(7, 30, 0));

// A home to let: rooms with windows, doors and furniture; one tilted, one blurred, one dark.
const living = room + box("window", 120, 110, 220, 200) + box("furniture", 430, 400, 330, 130) + box("door", 800, 180, 110, 290);
const bedroom = room + box("window", 620, 120, 240, 190) + box("furniture", 140, 360, 380, 160);
const kitchen = room + box("furniture", 60, 380, 560, 120) + box("window", 700, 130, 180, 170);
await photo("property/living-room.jpg", living, 21, at(11, 0, 0));
await photo("property/living-room-tilted.jpg", living, 21, at(11, 1, 0), { tilt: 4 });
await photo("property/bedroom.jpg", bedroom, 22, at(11, 10, 0));
await photo("property/bedroom-blurred.jpg", bedroom, 22, at(11, 11, 0), { blur: 4 });
await photo("property/kitchen.jpg", kitchen, 23, at(11, 20, 0));
await photo("property/kitchen-dark.jpg", kitchen, 23, at(11, 21, 0), { light: 0.35 });
