import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { numbers, refusal, startModel } from './model-host.mjs';

const maker = fileURLToPath(new URL('../../../eng/models/make_bench.py', import.meta.url));
// Debian's packages belong to Debian's Python, which another may hide.
const python = ['python3', '/usr/bin/python3'].find((program) => spawnSync(program, ['-c', 'import onnx, numpy']).status === 0);

describe('graphs with the names and shapes of public exports', { skip: python === undefined && 'the script that writes them needs python3-onnx and python3-numpy' }, () => {
  const root = mkdtempSync(join(tmpdir(), 'atelier-exports-'));
  const picture = join(root, 'picture.jpg');
  const make = (folder, ...wanted) => {
    const { status, stderr } = spawnSync(python, [maker, join(root, folder), ...wanted], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return join(root, folder);
  };
  before(async () => {
    make('right', 'exports');
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#406080' } }).jpeg().toFile(picture);
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  /** Shapes of an answer; its numbers are finite, and those of a twin in the batch are the same. */
  const ask = async (kind, name, operation, item) => {
    const model = await startModel(kind, join(root, 'right', name));
    try {
      const [answer, again] = await model.ask(operation, [item, item]);
      assert.equal(answer.error, undefined, JSON.stringify(answer.error));
      const tensors = answer.tensors ?? { embedding: answer.embedding };
      for (const [key, tensor] of Object.entries(tensors)) {
        const twin = numbers((again.tensors ?? { embedding: again.embedding })[key]);
        assert.ok(numbers(tensor).every((value, index) => Math.abs(value - twin[index]) < 1e-4), key);
      }

      return Object.fromEntries(Object.entries(tensors).map(([key, tensor]) => [key, tensor.shape]));
    } finally {
      await model.stop();
    }
  };

  const prompts = (...given) => ({ input: picture, prompts: given });
  const cases = [
    ['clip', 'export-clip', 'embed_pictures', { input: picture }, { embedding: [512] }],
    ['clip', 'export-clip', 'embed_texts', { text: 'a red door' }, { embedding: [512] }],
    ['clip', 'export-clip-joined', 'embed_pictures', { input: picture }, { embedding: [512] }],
    ['clip', 'export-clip-joined', 'embed_texts', { text: 'a red door' }, { embedding: [512] }],
    ['clip', 'export-clip-quantised', 'embed_pictures', { input: picture }, { embedding: [512] }],
    ['clip', 'export-clip-quantised', 'embed_texts', { text: 'a red door' }, { embedding: [512] }],
    ['clip', 'export-clip-outside', 'embed_pictures', { input: picture }, { embedding: [512] }],
    ['siglip', 'export-siglip', 'embed_pictures', { input: picture }, { embedding: [768] }],
    ['siglip', 'export-siglip', 'embed_texts', { text: 'a red door' }, { embedding: [768] }],
    ['rt-detr', 'export-rt-detr', 'detect', { input: picture }, { logits: [300, 80], pred_boxes: [300, 4] }],
    ['sam2', 'export-sam2', 'segment', prompts({ points: [[9, 9, 1]] }), { iou_scores: [1, 3], pred_masks: [1, 3, 256, 256], object_score_logits: [1, 1] }],
    ['sam2', 'export-sam2', 'segment', prompts({ box: [1, 1, 90, 90] }, { box: [2, 2, 80, 80] }), { iou_scores: [2, 3], pred_masks: [2, 3, 256, 256], object_score_logits: [2, 1] }],
    ['sam2', 'export-sam2', 'segment', prompts({ box: [1, 1, 90, 90], points: [[9, 9, 1], [80, 80, 0]] }, { points: [[5, 5, 1]] }), { iou_scores: [2, 3], pred_masks: [2, 3, 256, 256], object_score_logits: [2, 1] }],
    ['nima', 'export-nima', 'score', { input: picture }, { scores: [10] }],
    ['token-classification', 'export-ner', 'label_tokens', { text: 'Ada Lovelace lives in London' }, { logits: [5, 9] }],
    ['feature-extraction', 'export-sentences', 'embed_texts', { text: 'a red door' }, { embedding: [384] }],
  ];
  for (const [index, [kind, name, operation, item, shapes]] of cases.entries()) {
    test(`${name} answers ${operation} (${index})`, async () => assert.deepEqual(await ask(kind, name, operation, item), shapes));
  }

  for (const [kind, name, messages] of [
    ['text-generation', 'export-llama', [{ role: 'user', text: 'a dog and a boat' }]],
    ['vlm', 'export-qwen-vl', [{ role: 'user', text: 'a dog and a boat', pictures: [picture] }]],
  ]) {
    test(`${name} answers generate`, async () => {
      const model = await startModel(kind, join(root, 'right', name));
      try {
        const [[long], [short]] = [await model.ask('generate', [{ messages }], { max_tokens: 8 }), await model.ask('generate', [{ messages }], { max_tokens: 4 })];
        assert.equal(long.error, undefined, JSON.stringify(long.error));
        assert.ok(long.output_tokens <= 8 && short.output_tokens <= 4 && long.text.startsWith(short.text.slice(0, 4)), `${long.text} / ${short.text}`);
        assert.ok(long.input_tokens > (kind === 'vlm' ? 70 : 5), String(long.input_tokens));
      } finally {
        await model.stop();
      }
    });
  }

  const wrong = [
    ['clip', 'export-clip', 'pixel_values=images', 'onnx/vision_model.onnx has no input pixel_values; it has: images'],
    ['clip', 'export-clip', 'image_embeds=features', 'onnx/vision_model.onnx has no output image_embeds; it has: features'],
    ['siglip', 'export-siglip', 'pooler_output=pooled', 'onnx/vision_model.onnx has no output pooler_output or image_embeds; it has: last_hidden_state, pooled'],
    ['rt-detr', 'export-rt-detr', 'logits=scores', 'onnx/model.onnx has no output logits; it has: scores, pred_boxes'],
    ['sam2', 'export-sam2', 'input_boxes=boxes', 'onnx/prompt_encoder_mask_decoder.onnx wants the input boxes, which this kind does not give'],
    ['sam2', 'export-sam2', 'image_embeddings.1=high_res_features', 'onnx/prompt_encoder_mask_decoder.onnx wants the input high_res_features, which this kind does not give'],
    ['nima', 'export-nima', 'scores=dense_1', 'onnx/model.onnx has no output scores; it has: dense_1'],
    ['token-classification', 'export-ner', 'logits=output_0', 'onnx/model.onnx has no output logits; it has: output_0'],
    ['text-generation', 'export-llama', 'logits=lm_logits', 'onnx/model.onnx has no output logits; it has: present.0.key'],
    ['text-generation', 'export-llama', 'past_key_values.0.key=cache_0_key', 'onnx/model.onnx wants the input cache_0_key, which this kind does not give'],
    ['vlm', 'export-qwen-vl', 'image_features=pooled', 'onnx/vision_encoder.onnx has no output image_features; it has: pooled'],
    ['feature-extraction', 'export-sentences', 'input_ids=tokens', 'onnx/model.onnx has no input input_ids; it has: tokens, attention_mask, token_type_ids'],
  ];
  for (const [kind, name, rename, sentence] of wrong) {
    test(`${name} with ${rename} is refused by name`, async () => {
      const folder = make(rename, name, '--rename', rename);
      const { error, exit } = await refusal(kind, join(folder, name));
      assert.deepEqual([exit, error.code, error.message.slice(0, sentence.length)], [1, 'model_broken', sentence], error.message);
    });
  }

  test('a config without the sizes of the decoder is told', async () => {
    const folder = join(make('flat', 'export-qwen-vl'), 'export-qwen-vl');
    const config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...config, text_config: undefined, ...config.text_config, model_type: 'qwen2_5_vl' }));
    assert.equal((await refusal('vlm', folder)).error.message, 'config.json has no text_config with the sizes of the decoder');
  });

  test('text half with a wrong name fails the question that needs it, and pictures go on', async () => {
    const model = await startModel('clip', join(make('texts', 'export-clip', '--rename', 'input_ids=tokens'), 'export-clip'));
    try {
      const { status, body } = await model.call('embed_texts', { items: [{ text: 'a red door' }] });
      assert.deepEqual([status, body.error.code, body.error.message], [422, 'model_broken', 'onnx/text_model.onnx has no input input_ids; it has: tokens']);
      assert.deepEqual((await model.ask('embed_pictures', [{ input: picture }]))[0].embedding.shape, [512]);
    } finally {
      await model.stop();
    }
  });
});
