import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { distance, needsTiny, numbers, refusal, startModel, tiny } from './model-host.mjs';
import { floats, wholes, writeGraph } from './onnx-writer.mjs';

const tensor = (type, shape, data) => ({ type, shape, data: Buffer.from(data.buffer).toString('base64') });

/** Gives back what it is given, as a row a picture. */
const mirror = (path, shape, type = 'float32') => writeGraph(path, { inputs: [['pixels', type, shape]], outputs: [['seen', type, shape]], nodes: [['Identity', ['pixels'], ['seen']]] });

describe('sam2', needsTiny, () => {
  let host;
  before(async () => {
    host = await startModel('sam2', 'tiny-sam2-wand');
    const square = (background, left, top) => ({ input: { create: { width: 160, height: 120, channels: 3, background } }, left, top });
    await sharp({ create: { width: 640, height: 480, channels: 3, background: '#808080' } })
      .composite([square('#d81515', 80, 60), square('#1a3adb', 400, 300)])
      .png()
      .toFile(host.file('two.png'));
  });
  after(() => host?.stop());

  /** Share of the picture's pixels that the best mask of a prompt holds, and whether it holds a point. */
  const mask = ({ tensors, width, height }, prompt) => {
    const [, masks, rows, columns] = tensors.pred_masks.shape;
    const scores = numbers(tensors.iou_scores).slice(prompt * masks, (prompt + 1) * masks);
    const best = scores.indexOf(Math.max(...scores));
    const own = numbers(tensors.pred_masks).slice((prompt * masks + best) * rows * columns, (prompt * masks + best + 1) * rows * columns);
    return { area: own.filter((logit) => logit > 0).length / own.length, holds: (x, y) => own[Math.floor((y / height) * rows) * columns + Math.floor((x / width) * columns)] > 0 };
  };
  const red = { points: [[160, 120, 1]] };
  const blue = { box: [400, 300, 560, 420], points: null };

  test('prompts of every form are answered in their order', async () => {
    const both = { box: [390, 290, 570, 430], points: [[480, 360, 1], [20, 20, 0]] };
    const [item] = await host.ask('segment', [{ input: host.file('two.png'), prompts: [red, blue, both, { points: [[480, 360, 1]] }, { points: [[160, 120, 1], [20, 20, 0]] }] }]);
    assert.deepEqual([item.width, item.height], [640, 480]);
    assert.deepEqual([item.tensors.iou_scores.shape, item.tensors.pred_masks.shape, item.tensors.object_score_logits.shape], [[5, 3], [5, 3, 64, 64], [5, 1]]);
    const share = (160 * 120) / (640 * 480);
    for (const [index, wanted, other] of [[0, [160, 120], [480, 360]], [1, [480, 360], [160, 120]], [2, [480, 360], [160, 120]], [3, [480, 360], [160, 120]], [4, [160, 120], [480, 360]]]) {
      const { area, holds } = mask(item, index);
      assert.ok(holds(...wanted) && !holds(...other) && Math.abs(area - share) < share * 0.3, `${index} ${area}`);
    }
  });

  test('prompts together answer as prompts alone', async () => {
    const [together] = await host.ask('segment', [{ input: host.file('two.png'), prompts: [red, blue] }]);
    for (const [index, prompt] of [red, blue].entries()) {
      const [alone] = await host.ask('segment', [{ input: host.file('two.png'), prompts: [prompt] }]);
      const size = 3 * 64 * 64;
      assert.ok(distance(numbers(alone.tensors.pred_masks), numbers(together.tensors.pred_masks).slice(index * size, (index + 1) * size)) < 1e-4);
    }
  });

  test('a picture is looked at once, and again when it has changed', async () => {
    const file = host.file('kept.png');
    const paint = async (background, time) => {
      await sharp({ create: { width: 640, height: 480, channels: 3, background: '#808080' } }).composite([{ input: { create: { width: 300, height: 300, channels: 3, background } }, left: 0, top: 0 }]).png({ compressionLevel: 0 }).toFile(file);
      utimesSync(file, time, time);
    };
    const area = async () => mask((await host.ask('segment', [{ input: file, prompts: [{ points: [[500, 400, 1]] }] }]))[0], 0).area;
    await paint('#d81515', 1_000_000);
    const first = await area();
    // Same size and time: taken for the same picture.
    await paint('#808080', 1_000_000);
    assert.equal(await area(), first);
    utimesSync(file, 2_000_000, 2_000_000);
    assert.ok((await area()) > first + 0.1);
  });

  test('wrong prompts and broken pictures fail alone', async () => {
    const input = host.file('two.png');
    const items = await host.ask('segment', [{ input, prompts: [red] }, { input: host.file('none.png'), prompts: [red] }, { input, prompts: [] }, { input, prompts: [{}] }, { input, prompts: [{ box: [5, 5, 1, 9] }] }, { input, prompts: [{ points: [[1, 2, 7]] }] }, { input, prompts: [blue] }]);
    assert.deepEqual(items.map((item) => item.error?.code), [undefined, 'not_found', 'bad_request', 'bad_request', 'bad_request', 'bad_request', undefined]);
    assert.equal(items[4].error.message, 'items[4].prompts[0].box is not left, top, right, bottom');
  });

  test('a decoder that wants all levels of a public export gets them', async () => {
    const folder = host.file('levels');
    cpSync(join(tiny, 'tiny-sam2-wand'), folder, { recursive: true });
    const levels = [[32, 32, 32], [64, 16, 16], [256, 8, 8]];
    writeGraph(join(folder, 'onnx', 'vision_encoder.onnx'), {
      inputs: [['pixel_values', 'float32', ['batch_size', 3, 256, 256]]],
      outputs: levels.map((shape, level) => [`image_embeddings.${level}`, 'float32', ['batch_size', ...shape]]),
      nodes: levels.flatMap(([, side], level) => [
        ['Slice', ['pixel_values', `from${level}`, `to${level}`, 'axes', `step${level}`], [`small${level}`]],
        ['Conv', [`small${level}`, `w${level}`], [`image_embeddings.${level}`], { kernel_shape: [1, 1] }],
      ]),
      constants: Object.fromEntries([
        ['axes', wholes(2, 3)],
        ...levels.flatMap(([channels, side], level) => [[`from${level}`, wholes(0, 0)], [`to${level}`, wholes(256, 256)], [`step${level}`, wholes(256 / side, 256 / side)], [`w${level}`, floats([channels, 3, 1, 1], (i) => Math.sin(i))]]),
      ]),
    });
    const shapes = { input_points: ['batch_size', 'num_boxes_or_points', 'nb_points', 2], input_boxes: ['batch_size', 'num_boxes', 4] };
    writeGraph(join(folder, 'onnx', 'prompt_encoder_mask_decoder.onnx'), {
      inputs: [
        ['input_points', 'float32', shapes.input_points],
        ['input_labels', 'int64', shapes.input_points.slice(0, 3)],
        ['input_boxes', 'float32', shapes.input_boxes],
        ...levels.map((shape, level) => [`image_embeddings.${level}`, 'float32', ['batch_size', ...shape]]),
      ],
      outputs: [['iou_scores', 'float32', ['batch_size', 'p', 3]], ['pred_masks', 'float32', ['batch_size', 'p', 3, 4, 4]], ['object_score_logits', 'float32', ['batch_size', 'p', 1]]],
      nodes: [
        ...levels.map((_, level) => ['ReduceMean', [`image_embeddings.${level}`], [`mean${level}`], { keepdims: 0 }]),
        ['Add', ['mean0', 'mean1'], ['two']],
        ['Add', ['two', 'mean2'], ['three']],
        ['ReduceSum', ['input_boxes'], ['box'], { keepdims: 0 }],
        ['ReduceSum', ['input_points'], ['point'], { keepdims: 0 }],
        ['Add', ['box', 'point'], ['places']],
        ['Add', ['three', 'places'], ['sum']],
        ['Shape', ['input_labels'], ['labels']],
        ['Gather', ['labels', 'first'], ['rows']],
        ...[['iou_scores', 'tail1'], ['pred_masks', 'tail2'], ['object_score_logits', 'tail3']].flatMap(([name, tail]) => [['Concat', ['rows', tail], [`${name}_shape`], { axis: 0 }], ['Expand', ['sum', `${name}_shape`], [name]]]),
      ],
      constants: { first: wholes(0, 1), tail1: wholes(3), tail2: wholes(3, 4, 4), tail3: wholes(1) },
    });
    const other = await startModel('sam2', folder);
    try {
      assert.deepEqual(Object.keys(other.greeting.model.inputs).sort(), ['image_embeddings.0', 'image_embeddings.1', 'image_embeddings.2', 'input_boxes', 'input_labels', 'input_points', 'pixel_values']);
      const [item] = await other.ask('segment', [{ input: host.file('two.png'), prompts: [red, blue, red] }]);
      assert.deepEqual([item.tensors.iou_scores.shape, item.tensors.pred_masks.shape], [[3, 3], [3, 3, 4, 4]]);
      assert.ok(numbers(item.tensors.iou_scores).every(Number.isFinite));
    } finally {
      await other.stop();
    }

    rmSync(join(folder, 'onnx', 'vision_encoder.onnx'));
    cpSync(join(tiny, 'tiny-siglip', 'onnx', 'vision_model.onnx'), join(folder, 'onnx', 'vision_encoder.onnx'));
    assert.equal((await refusal('sam2', folder)).error.message, 'onnx/vision_encoder.onnx has no output image_embeddings.0; it has: last_hidden_state, pooler_output');
    rmSync(join(folder, 'onnx', 'vision_encoder.onnx'));
    assert.equal((await refusal('sam2', folder)).error.message, 'onnx/vision_encoder.onnx is missing; there are: onnx/prompt_encoder_mask_decoder.onnx');
  });
});

describe('graphs as public exports have them', needsTiny, () => {
  let host;
  before(async () => {
    host = await startModel('clip', 'tiny-clip-colour');
    await sharp({ create: { width: 90, height: 70, channels: 3, background: 'teal' } }).toFile(host.file('teal.png'));
  });
  after(() => host?.stop());

  async function embed(folder, options) {
    const other = await startModel('clip', folder, options);
    try {
      const [item] = await other.ask('embed_pictures', [{ input: host.file('teal.png') }]);
      return numbers(item.embedding);
    } finally {
      await other.stop();
    }
  }

  /** A vision half: means of the channels, times weights. */
  const half = (path, weights, { type = 'float32', nodes = [], constants = {} } = {}) =>
    writeGraph(path, {
      inputs: [['pixel_values', type, ['batch_size', 3, 224, 224]]],
      outputs: [['image_embeds', type, ['batch_size', 16]]],
      nodes: [['ReduceMean', ['pixel_values'], ['means'], { axes: [2, 3], keepdims: 0 }], ...nodes, ['MatMul', ['means', 'w'], ['image_embeds']]],
      constants: { ...(weights === undefined ? {} : { w: weights }), ...constants },
    });
  const folderOf = (name) => {
    const folder = host.file(name);
    cpSync(join(tiny, 'tiny-clip-colour'), folder, { recursive: true });
    rmSync(join(folder, 'onnx'), { recursive: true });
    writeFileSync(join(folder, 'preprocessor_config.json'), '{"size":{"shortest_edge":224},"crop_size":{"height":224,"width":224}}');
    return folder;
  };
  const weights = floats([3, 16], (i) => Math.round(Math.sin(i) * 100) / 64);

  test('numbers outside the graph are found, and missed by name', async () => {
    const [inside, outside] = [folderOf('inside'), folderOf('outside')];
    half(join(inside, 'onnx', 'vision_model.onnx'), weights);
    half(join(outside, 'onnx', 'vision_model.onnx'), { ...weights, file: 'vision_model.onnx_data' });
    assert.deepEqual(await embed(outside), await embed(inside));
    rmSync(join(outside, 'onnx', 'vision_model.onnx_data'));
    const { error } = await refusal('clip', outside);
    assert.match(error.message, /^onnx\/vision_model\.onnx cannot be loaded/);
    assert.match(error.detail, /vision_model\.onnx_data/);
  });

  test('quantised graphs are taken when there are no others, and when they are asked for', async () => {
    const folder = folderOf('quantised');
    const quantised = { type: 'int8', shape: [3, 16], data: Int8Array.from(weights.data, (value) => Math.round(value * 64)) };
    half(join(folder, 'onnx', 'vision_model_quantized.onnx'), undefined, {
      nodes: [['DequantizeLinear', ['q', 'scale', 'zero'], ['w']]],
      constants: { q: quantised, scale: { type: 'float32', shape: [], data: Float32Array.of(1 / 64) }, zero: { type: 'int8', shape: [], data: Int8Array.of(0) } },
    });
    const only = await embed(folder);
    half(join(folder, 'onnx', 'vision_model.onnx'), floats([3, 16], () => 1));
    assert.ok(distance(await embed(folder), only) > 0.1);
    assert.deepEqual(await embed(folder, { dtype: 'q8' }), only);
    assert.equal((await refusal('clip', folder, { dtype: 'q4' })).error.message.slice(0, 40), 'onnx/vision_model.onnx (or model.onnx) i');
  });

  test('half precision in and out reads as floats', async () => {
    const [single, double] = [folderOf('single'), folderOf('half')];
    half(join(single, 'onnx', 'vision_model.onnx'), weights);
    // 1, 2 and 0.5 in half precision, over and over.
    const bits = [0x3c00, 0x4000, 0x3800];
    half(join(double, 'onnx', 'vision_model_fp16.onnx'), { type: 'float16', shape: [3, 16], data: Uint16Array.from({ length: 48 }, (_, i) => bits[i % 3]) }, { type: 'float16' });
    half(join(single, 'onnx', 'vision_model.onnx'), floats([3, 16], (i) => [1, 2, 0.5][i % 3]));
    assert.ok(distance(await embed(double), await embed(single)) < 0.02);
  });
});

describe('onnx', () => {
  let host;
  const start = async (file, options) => startModel('onnx', host.file(file), options);
  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'atelier-graphs-'));
    host = { folder, file: (name) => join(folder, name), stop: () => rmSync(folder, { recursive: true, force: true }) };
    mirror(host.file('rows/model.onnx'), ['batch', 3, 'height', 'width']);
    mirror(host.file('one/model.onnx'), [1, 8, 16, 3]);
    writeGraph(host.file('sum/adds.onnx'), { inputs: [['a', 'float32', ['n']], ['b', 'int64', ['n']]], outputs: [['c', 'float32', ['n']]], nodes: [['Cast', ['b'], ['f'], { to: 1 }], ['Add', ['a', 'f'], ['c']]] });
    await sharp(Buffer.from(Array.from({ length: 40 * 20 }, (_, i) => (i % 40 < 20 ? [255, 0, 0] : [0, 0, 255])).flat()), { raw: { width: 40, height: 20, channels: 3 } }).png().toFile(host.file('halves.png'));
    await sharp(host.file('halves.png')).ensureAlpha().composite([{ input: { create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 1 } } }, left: 20, top: 0, blend: 'dest-out' }]).png().toFile(host.file('half-clear.png'));
    await sharp({ create: { width: 30, height: 30, channels: 3, background: '#406080' } }).toColourspace('cmyk').jpeg({ quality: 100 }).toFile(host.file('cmyk.jpg'));
    await sharp({ create: { width: 30, height: 30, channels: 3, background: '#406080' } }).toColourspace('rgb16').png().toFile(host.file('deep.png'));
    await sharp({ create: { width: 30, height: 30, channels: 3, background: '#808080' } }).greyscale().png().toFile(host.file('grey.png'));
  });
  after(() => host?.stop());

  test('pictures are laid on the input as declared', async () => {
    const pixels = async (options, name = 'halves.png') => {
      const model = await start('rows', { input: 'pixels', kernel: 'nearest', scale: 1, ...options });
      try {
        const [item] = await model.ask('run', [{ input: host.file(name) }]);
        return { ...item, seen: numbers(item.tensors.seen), shape: item.tensors.seen.shape };
      } finally {
        await model.stop();
      }
    };
    const fill = await pixels({ size: [4, 4], channels: 'bgr', mean: [0, 0, 5], std: [1, 1, 10] });
    assert.deepEqual([fill.width, fill.height, fill.shape, fill.geometry], [40, 20, [3, 4, 4], { scale_x: 0.1, scale_y: 0.2, offset_x: 0, offset_y: 0 }]);
    assert.deepEqual([...fill.seen.slice(0, 4), ...fill.seen.slice(32, 36)], [0, 0, 255, 255, 25, 25, -0.5, -0.5]);
    const cover = await pixels({ size: [20, 20], fit: 'cover' });
    assert.deepEqual(cover.geometry, { scale_x: 1, scale_y: 1, offset_x: -10, offset_y: 0 });
    assert.deepEqual([cover.seen[9], cover.seen[10]], [255, 0]);
    const contain = await pixels({ size: [40, 40], fit: 'contain', margin: 114 });
    assert.deepEqual(contain.geometry, { scale_x: 1, scale_y: 1, offset_x: 0, offset_y: 10 });
    assert.deepEqual([contain.seen[9 * 40], contain.seen[10 * 40], contain.seen[30 * 40]], [114, 255, 114]);
    assert.deepEqual((await pixels({ size: [4, 1] }, 'half-clear.png')).seen, [255, 255, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255]);
  });

  test('CMYK, 16 bits and grey come as sRGB', async () => {
    const model = await start('rows', { size: [8, 8], scale: 1 });
    try {
      const items = await model.ask('run', ['cmyk.jpg', 'deep.png', 'grey.png'].map((name) => ({ input: host.file(name) })));
      const middle = items.map((item) => [36, 100, 164].map((at) => numbers(item.tensors.seen)[at]));
      assert.ok(distance(middle[0], [0x40, 0x60, 0x80]) < 24, String(middle[0]));
      assert.ok(distance(middle[1], [0x40, 0x60, 0x80]) <= 1 && distance(middle[2], [0x80, 0x80, 0x80]) === 0, String(middle));
    } finally {
      await model.stop();
    }
  });

  test('fine patterns become grey instead of noise', async () => {
    const side = 2240;
    const board = Buffer.from(Array.from({ length: side * side }, (_, i) => ((Math.floor((i % side) / 4) + Math.floor(i / side / 4)) % 2) * 255));
    for (const name of ['board.png', 'board.jpg']) {
      await sharp(board, { raw: { width: side, height: side, channels: 1 } }).toFormat(name.slice(6), name.endsWith('jpg') ? { quality: 100 } : {}).toFile(host.file(name));
    }

    for (const kernel of ['linear', 'cubic', 'lanczos3']) {
      const model = await start('rows', { size: [224, 224], scale: 1, kernel });
      try {
        for (const item of await model.ask('run', ['board.png', 'board.jpg'].map((name) => ({ input: host.file(name) })))) {
          const seen = numbers(item.tensors.seen);
          const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length;
          const spread = Math.sqrt(seen.reduce((sum, value) => sum + (value - mean) ** 2, 0) / seen.length);
          assert.ok(Math.abs(mean - 127.5) < 2 && spread < 3, `${kernel}: ${mean} ± ${spread}`);
        }
      } finally {
        await model.stop();
      }
    }
  });

  test('a graph of one picture at a time answers many', async () => {
    const model = await start('one', { scale: 1, kernel: 'nearest' });
    try {
      const items = await model.ask('run', [{ input: host.file('halves.png') }, { input: host.file('none') }, { input: host.file('grey.png') }]);
      assert.deepEqual([items[0].tensors.seen.shape, items[1].error.code], [[8, 16, 3], 'not_found']);
      assert.deepEqual([numbers(items[0].tensors.seen).slice(0, 3), numbers(items[2].tensors.seen).slice(0, 3)], [[255, 0, 0], [128, 128, 128]]);
    } finally {
      await model.stop();
    }
  });

  test('tensors go in and out', async () => {
    const model = await start('sum', { file: 'adds.onnx' });
    try {
      const good = { tensors: { a: tensor('float32', [2], Float32Array.of(1, 2)), b: tensor('int64', [2], BigInt64Array.of(10n, 20n)) } };
      const items = await model.ask('run', [good, { tensors: { a: good.tensors.a } }, { tensors: { ...good.tensors, z: good.tensors.a } }, { tensors: { ...good.tensors, a: { ...good.tensors.a, shape: [3] } } }, { tensors: { ...good.tensors, a: tensor('float32', [3], Float32Array.of(1, 2, 3)) } }, { input: host.file('halves.png') }, good]);
      assert.deepEqual(numbers(items[0].tensors.c), [11, 22]);
      assert.deepEqual(items.map((item) => item.error?.code), [undefined, 'bad_request', 'bad_request', 'bad_request', 'model_broken', 'refused', undefined]);
    } finally {
      await model.stop();
    }
  });

  test('a file stands for its folder, and wrong options are told', async () => {
    const model = await start('sum/adds.onnx');
    assert.deepEqual(Object.keys(model.greeting.model.inputs), ['a', 'b']);
    await model.stop();
    assert.equal((await refusal('onnx', host.file('rows'), { input: 'image' })).error.message, 'model.onnx has no input image; it has: pixels');
    assert.equal((await refusal('onnx', host.file('rows'))).error.message, 'options.size is needed: model.onnx leaves the size of pixels open');
    assert.match((await refusal('onnx', host.file('one'), { size: [9, 9] })).error.message, /takes only 16 x 8/);
    assert.equal((await refusal('onnx', host.file('sum'), { file: 'subtracts.onnx' })).error.message, 'subtracts.onnx is missing; there are: adds.onnx');
    assert.equal((await refusal('onnx', host.file('sum'))).error.message, 'onnx/model.onnx is missing; there are: adds.onnx');
  });

  test('a batch that no memory holds is told as such', async () => {
    writeGraph(host.file('huge/model.onnx'), { inputs: [['n', 'int64', [1]]], outputs: [['big', 'float32', ['k']]], nodes: [['ConstantOfShape', ['n'], ['big']]] });
    const model = await start('huge');
    try {
      const { status, body } = await model.call('run', { items: [{ tensors: { n: tensor('int64', [1], BigInt64Array.of(1n << 45n)) } }] });
      assert.deepEqual([status, body.error.code], [422, 'out_of_memory'], JSON.stringify(body));
      assert.deepEqual((await model.ask('run', [{ tensors: { n: tensor('int64', [1], BigInt64Array.of(2n)) } }]))[0].tensors.big.shape, [2]);
    } finally {
      await model.stop();
    }
  });
});
