import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { cosine, distance, needsTiny, numbers, refusal, startModel, tiny } from './model-host.mjs';
import { writePictures } from './pictures.mjs';

const plain = (host, name, background, width = 300, height = 200) => sharp({ create: { width, height, channels: 3, background } }).toFile(host.file(name));

describe('clip', needsTiny, () => {
  let host;
  before(async () => {
    host = await startModel('clip', 'tiny-clip-colour', undefined, ['--slots', '2']);
    await writePictures(host);
    for (const colour of ['red', 'blue', 'green', 'black']) {
      await plain(host, `${colour}.jpg`, colour);
    }

    writeFileSync(host.file('cut.jpg'), (await sharp(host.file('a.jpg')).jpeg().toBuffer()).subarray(0, 3000));
  });
  after(() => host?.stop());
  const pictures = (...names) => host.ask('embed_pictures', names.map((name) => ({ input: host.file(name) })));
  const texts = (...all) => host.ask('embed_texts', all.map((text) => ({ text })));

  test('the greeting tells what was loaded', () => {
    const { host: name, protocol, slots, operations, model, load_ms: load, resident_bytes: resident } = host.greeting;
    assert.deepEqual([name, protocol, slots, operations], ['atelier-model', 1, 2, ['embed_pictures', 'embed_texts']]);
    assert.deepEqual([model.kind, model.labels], ['clip', null]);
    assert.deepEqual(model.inputs, { pixel_values: { type: 'float32', shape: ['image_batch_size', 3, 'height', 'width'] } });
    assert.deepEqual(model.outputs, { image_embeds: { type: 'float32', shape: ['image_batch_size', 64] } });
    assert.ok(load > 0 && resident > 1e7);
  });

  test('pictures and texts meet in one space', async () => {
    const seen = (await pictures('red.jpg', 'blue.jpg')).map(({ embedding }) => numbers(embedding));
    const [red, blue] = (await texts('a red picture', 'a blue picture')).map(({ embedding }) => numbers(embedding));
    assert.ok(cosine(seen[0], red) > cosine(seen[0], blue) + 0.3);
    assert.ok(cosine(seen[1], blue) > cosine(seen[1], red) + 0.3);
  });

  test('a batch answers as its items alone do', async () => {
    const names = ['red.jpg', 'a.jpg', 'turned.jpg', 'cmyk.jpg', 'clear.png', 'drawing.svg', 'black.jpg', 'green.jpg'];
    const together = await pictures(...names);
    for (const [index, name] of names.entries()) {
      const [alone] = await pictures(name);
      assert.ok(distance(numbers(alone.embedding), numbers(together[index].embedding)) < 1e-5, name);
    }

    const said = ['red', 'a quiet blue sea at night', 'grass', 'something of no colour whatever'];
    const all = await texts(...said);
    for (const [index, text] of said.entries()) {
      assert.ok(distance(numbers((await texts(text))[0].embedding), numbers(all[index].embedding)) < 1e-5, text);
    }
  });

  test('broken pictures fail alone', async () => {
    const items = await host.ask('embed_pictures', [...['red.jpg', 'cut.jpg', 'none.jpg', 'garbage.jpg', 'empty.png', 'blue.jpg'].map((name) => ({ input: host.file(name) })), {}]);
    assert.deepEqual(items.map((item) => item.error?.code), [undefined, 'unreadable', 'not_found', 'unsupported', 'unreadable', undefined, 'bad_request']);
    assert.equal(items[6].error.message, 'items[6].input is missing');
    assert.ok(distance(numbers(items[5].embedding), numbers((await pictures('blue.jpg'))[0].embedding)) < 1e-5);
  });

  test('a picture above the limit of pixels is refused', async () => {
    const [item] = await host.ask('embed_pictures', [{ input: host.file('a.jpg') }], { max_pixels: 100 });
    assert.equal(item.error.code, 'too_large');
  });

  test('no items and wrong requests are answered', async () => {
    assert.deepEqual(await host.ask('embed_pictures', []), []);
    assert.equal((await host.call('embed_pictures', {})).body.error.message, 'items is missing');
    assert.equal((await host.call('detect', { items: [] })).status, 404);
    assert.deepEqual((await host.ask('embed_texts', [{}, { text: 'red' }])).map((item) => item.error?.code), ['bad_request', undefined]);
  });

  test('requests at once each get their own answers', async () => {
    const names = ['red.jpg', 'blue.jpg', 'green.jpg', 'black.jpg'];
    const alone = await Promise.all(names.map((name) => pictures(name)));
    const many = await Promise.all(Array.from({ length: 40 }, (_, i) => pictures(names[i % 4], names[(i + 1) % 4])));
    many.forEach((items, i) => items.forEach((item, j) => assert.ok(distance(numbers(item.embedding), numbers(alone[(i + j) % 4][0].embedding)) < 1e-5)));
  });

  test('a joined graph stands in for its halves', async () => {
    const folder = host.file('joined');
    cpSync(join(tiny, 'tiny-clip-colour'), folder, { recursive: true });
    rmSync(join(folder, 'onnx', 'vision_model.onnx'));
    rmSync(join(folder, 'onnx', 'text_model.onnx'));
    const joined = await startModel('clip', folder);
    try {
      const [picture] = await joined.ask('embed_pictures', [{ input: host.file('red.jpg') }]);
      const [text] = await joined.ask('embed_texts', [{ text: 'a red picture' }]);
      assert.ok(distance(numbers(picture.embedding), numbers((await pictures('red.jpg'))[0].embedding)) < 1e-5);
      assert.ok(distance(numbers(text.embedding), numbers((await texts('a red picture'))[0].embedding)) < 1e-5);
    } finally {
      await joined.stop();
    }
  });

  test('a folder without graphs, with a damaged graph or with damaged JSON is told', async () => {
    const folder = host.file('bad');
    mkdirSync(join(folder, 'onnx'), { recursive: true });
    const first = await refusal('clip', folder);
    assert.deepEqual([first.error.code, first.exit, first.operations], ['model_broken', 1, undefined]);
    assert.equal(first.error.message, 'onnx/vision_model.onnx (or model.onnx) is missing; there is no graph');
    writeFileSync(join(folder, 'onnx', 'vision_model.onnx'), 'no graph');
    assert.match((await refusal('clip', folder)).error.message, /^onnx\/vision_model\.onnx cannot be loaded/);
    cpSync(join(tiny, 'tiny-clip-colour', 'onnx', 'vision_model.onnx'), join(folder, 'onnx', 'vision_model.onnx'));
    writeFileSync(join(folder, 'preprocessor_config.json'), '{"size":');
    assert.match((await refusal('clip', folder)).error.message, /^preprocessor_config\.json is damaged/);
    writeFileSync(join(folder, 'preprocessor_config.json'), '{"size":{"height":0,"width":3}}');
    assert.match((await refusal('clip', folder)).error.message, /size\.width is no size|size\.height is no size/);
    assert.match((await refusal('clip', folder, { dtype: 'q8' })).error.message, /_quantized\.onnx|model\.onnx/);
    assert.match((await refusal('clip', join(folder, 'none'))).error.message, /^there is no folder/);
    assert.match((await refusal('sonnet', folder)).error.message, /^there is no kind sonnet; there are: clip/);
    assert.match((await refusal('rt-detr', folder)).error.message, /^config\.json is missing/);
  });

  test('names that do not fit the kind are told with those that there are', async () => {
    const folder = host.file('other');
    cpSync(join(tiny, 'tiny-siglip'), folder, { recursive: true });
    assert.equal((await refusal('clip', folder)).error.message, 'onnx/vision_model.onnx has no output image_embeds; it has: last_hidden_state, pooler_output');
    cpSync(join(tiny, 'tiny-bert-ner', 'onnx', 'model.onnx'), join(folder, 'onnx', 'vision_model.onnx'));
    assert.equal((await refusal('siglip', folder)).error.message, 'onnx/vision_model.onnx has no input pixel_values; it has: input_ids, attention_mask, token_type_ids');
  });

  test('the end of standard input ends it at once', async () => {
    const other = await startModel('clip', 'tiny-clip-colour');
    other.child.stdin.end();
    assert.deepEqual(await other.ended, { code: null, signal: 'SIGKILL' });
    await other.stop();
  });
});

describe('siglip', needsTiny, () => {
  test('both halves give vectors of one length', async () => {
    const host = await startModel('siglip', 'tiny-siglip');
    try {
      await plain(host, 'red.jpg', 'red');
      const [picture] = await host.ask('embed_pictures', [{ input: host.file('red.jpg') }]);
      const two = await host.ask('embed_texts', [{ text: 'red' }, { text: 'a blue sea with a red boat' }]);
      assert.deepEqual([picture.embedding.shape, two[0].embedding.shape], [[32], [32]]);
      const [alone] = await host.ask('embed_texts', [{ text: 'red' }]);
      assert.ok(distance(numbers(alone.embedding), numbers(two[0].embedding)) < 1e-5);
    } finally {
      await host.stop();
    }
  });
});

describe('nima', needsTiny, () => {
  test('a sharp picture scores above a blurred one', async () => {
    const host = await startModel('nima', 'tiny-nima-quality');
    try {
      await writePictures(host);
      await sharp(host.file('a.jpg')).blur(12).toFile(host.file('blurred.png'));
      const items = await host.ask('score', [{ input: host.file('a.jpg') }, { input: host.file('none.jpg') }, { input: host.file('blurred.png') }]);
      const mean = ({ tensors }) => numbers(tensors.scores).reduce((sum, share, index) => sum + share * (index + 1), 0);
      assert.deepEqual([items[0].tensors.scores.shape, items[0].tensors.measures.shape, items[1].error.code], [[10], [3], 'not_found']);
      assert.ok(mean(items[0]) > mean(items[2]) + 0.5, `${mean(items[0])} ${mean(items[2])}`);
    } finally {
      await host.stop();
    }
  });
});

describe('rt-detr', needsTiny, () => {
  let host;
  before(async () => {
    host = await startModel('rt-detr', 'tiny-rtdetr-blobs');
    const blob = (colour, left, top, width, height) => ({ input: { create: { width, height, channels: 3, background: colour } }, left, top });
    const grey = () => sharp({ create: { width: 640, height: 480, channels: 3, background: '#808080' } });
    await grey().composite([blob('#d81515', 60, 60, 120, 120), blob('#1a3adb', 260, 262, 160, 90)]).png().toFile(host.file('two.png'));
    await grey().composite([blob('#1a3adb', 400, 100, 160, 160)]).png().toFile(host.file('one.png'));
  });
  after(() => host?.stop());
  const found = ({ tensors, width, height }) => {
    const labels = host.greeting.model.labels;
    const [logits, boxes] = [numbers(tensors.logits), numbers(tensors.pred_boxes)];
    return logits
      .map((logit, at) => ({ label: labels[at % labels.length], score: 1 / (1 + Math.exp(-logit)), box: boxes.slice(Math.floor(at / labels.length) * 4, Math.floor(at / labels.length) * 4 + 4) }))
      .filter(({ score }) => score > 0.5)
      .map(({ label, box: [x, y, w, h] }) => ({ label, box: [(x - w / 2) * width, (y - h / 2) * height, (x + w / 2) * width, (y + h / 2) * height] }));
  };

  test('boxes come in a batch as alone, with the sizes of the pictures', async () => {
    const names = ['two.png', 'one.png', 'two.png'];
    const items = await host.ask('detect', names.map((name) => ({ input: host.file(name) })));
    assert.deepEqual([items[0].width, items[0].height, items[0].tensors.logits.shape, items[0].tensors.pred_boxes.shape], [640, 480, [48, 6], [48, 4]]);
    assert.deepEqual(items.map((item) => found(item).map(({ label }) => label).sort()), [['blue blob', 'red blob'], ['blue blob'], ['blue blob', 'red blob']]);
    const red = found(items[2]).find(({ label }) => label === 'red blob');
    assert.ok(distance(red.box, [60, 60, 180, 180]) <= 10, String(red.box));
    const [alone] = await host.ask('detect', [{ input: host.file('one.png') }]);
    assert.ok(distance(numbers(alone.tensors.pred_boxes), numbers(items[1].tensors.pred_boxes)) < 1e-5);
  });

  test('boxes are those of the upright picture', async () => {
    // Stored lying: a quarter turn to the left of what people see.
    await sharp(await sharp(host.file('one.png')).rotate(-90).toBuffer()).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toFile(host.file('lying.jpg'));
    const [item] = await host.ask('detect', [{ input: host.file('lying.jpg') }]);
    assert.deepEqual([item.width, item.height], [640, 480]);
    assert.ok(distance(found(item)[0].box, [400, 100, 560, 260]) <= 10);
  });
});
