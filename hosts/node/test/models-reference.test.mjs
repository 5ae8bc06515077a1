import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { numbers, shared, startModel } from './model-host.mjs';
import { writeGraph } from './onnx-writer.mjs';
import { clipPixels } from './reference.mjs';
import { ModelFolder } from '../dist/models/folder.js';
import { tokenizerOf } from '../dist/models/transformers.js';
import { WordCutter } from '../dist/models/words.js';

const folder = mkdtempSync(join(tmpdir(), 'atelier-reference-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name) => join(folder, name);

test('pictures become the numbers that the reference makes of them', async (t) => {
  const [mean, std, side] = [[0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711], 224];
  writeGraph(file('model/onnx/vision_model.onnx'), {
    inputs: [['pixel_values', 'float32', ['batch', 3, side, side]]],
    outputs: [['image_embeds', 'float32', ['batch', 3 * side * side]]],
    nodes: [['Flatten', ['pixel_values'], ['image_embeds'], { axis: 1 }]],
  });
  writeFileSync(file('model/preprocessor_config.json'), JSON.stringify({ size: { shortest_edge: side }, crop_size: { height: side, width: side }, image_mean: mean, image_std: std, resample: 3 }));
  const photos = shared === undefined ? [] : ['art', 'faces'].flatMap((set) => readdirSync(join(shared, 'data', set)).filter((name) => name.endsWith('.jpg')).map((name) => join(shared, 'data', set, name)));
  if (photos.length === 0) {
    t.diagnostic('the photos (../shared/data) are not here: drawn pictures only');
  }

  // Upright, lying, enlarged, of odd sides, and large.
  for (const [name, width, height] of [['a.png', 333, 517], ['b.jpg', 2999, 2001], ['c.jpg', 3024, 4032], ['d.webp', 1201, 600], ['e.png', 100, 140]]) {
    const noise = sharp({ create: { width: Math.ceil(width / 20), height: Math.ceil(height / 20), channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 50 } } });
    await sharp(await noise.png().toBuffer()).resize(width, height, { fit: 'fill' }).toFile(file(name));
    photos.push(file(name));
  }

  const host = await startModel('clip', file('model'));
  try {
    const items = await host.ask('embed_pictures', photos.map((input) => ({ input })));
    for (const [index, photo] of photos.entries()) {
      const { data, info } = await sharp(photo).autoOrient().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
      const wanted = clipPixels(data, info, side, mean, std);
      const errors = Float32Array.from(numbers(items[index].embedding), (value, at) => Math.abs(value - wanted[at])).sort();
      const average = errors.reduce((sum, error) => sum + error, 0) / errors.length;
      const all = errors[Math.floor(errors.length * 0.99)];
      // In the graph's own unit; a sample of 8 bits is a step of 0.015. Enlarging, libvips places samples on a grid of 1/64.
      const enlarged = Math.min(info.width, info.height) < side;
      assert.ok(average < (enlarged ? 1.5e-2 : 1e-2), `${photo}: ${average} on average`);
      assert.ok(all < 0.05, `${photo}: 99 of 100 within ${all}`);
    }
  } finally {
    await host.stop();
  }
});

/** A tokenizer whose words are those given; all else is spelt. */
async function cutter(name, model, rest) {
  mkdirSync(file(name));
  const description = { version: '1.0', added_tokens: [], normalizer: null, post_processor: null, ...rest, model };
  writeFileSync(join(file(name), 'tokenizer.json'), JSON.stringify(description));
  writeFileSync(join(file(name), 'tokenizer_config.json'), '{"tokenizer_class":"PreTrainedTokenizer"}');
  return new WordCutter(await tokenizerOf(new ModelFolder(file(name))), description);
}

const text = '  Ada, née à “Zürich”\tlives 😀 there.';
const words = ['Ada', ',', 'née', 'à', '“', 'Zürich', '”', 'lives', '😀', 'there', '.'];

test('words of byte-pair tokenizers lie where they stand', async () => {
  const printable = [...Array.from({ length: 94 }, (_, i) => i + 33), ...Array.from({ length: 12 }, (_, i) => i + 161), ...Array.from({ length: 82 }, (_, i) => i + 174)];
  let next = 256;
  const signs = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(printable.includes(byte) ? byte : next++));
  const merges = ['Ġ l', 'i v', 'Ġl iv', 'e s', 'A d'];
  const vocab = Object.fromEntries([...signs, ...merges.map((merge) => merge.replace(' ', ''))].map((sign, id) => [sign, id]));
  const bytes = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
  const own = await cutter('bytes', { type: 'BPE', dropout: null, unk_token: null, continuing_subword_prefix: null, end_of_word_suffix: null, fuse_unk: false, byte_fallback: false, vocab, merges }, { pre_tokenizer: bytes, decoder: bytes });
  const cut = own.cut(text);
  assert.deepEqual(cut.map(({ start, end }) => text.slice(start, end)), words);
  assert.deepEqual(cut[7].tokens, [vocab['Ġliv'], vocab['es']]);
  assert.equal(cut[2].tokens.length, 'Ġnée'.length + 1);
});

test('words of SentencePiece tokenizers lie where they stand', async () => {
  const pieces = ['<unk>', '▁', '▁lives', '▁A', 'da', ...new Set([...text.replaceAll(/\s/gu, '')])];
  const space = { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' };
  const own = await cutter('pieces', { type: 'Unigram', unk_id: 0, vocab: pieces.map((piece) => [piece, piece === '<unk>' ? 0 : -10 / piece.length]) }, { pre_tokenizer: space, decoder: space });
  const cut = own.cut(text);
  assert.deepEqual(cut.map(({ start, end }) => text.slice(start, end)), words);
  assert.deepEqual(cut[7].tokens, [pieces.indexOf('▁lives')]);
  assert.deepEqual(cut[0].tokens, [pieces.indexOf('▁A'), pieces.indexOf('da')]);
});
