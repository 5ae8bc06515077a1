import assert from 'node:assert/strict';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { cosine, distance, needsTiny, numbers, refusal, startModel, tiny } from './model-host.mjs';

describe('token-classification', needsTiny, () => {
  let host;
  before(async () => {
    host = await startModel('token-classification', 'tiny-bert-ner');
  });
  after(() => host?.stop());

  const named = (text, { words, tensors }) => {
    const { labels } = host.greeting.model;
    const logits = numbers(tensors.logits);
    assert.deepEqual(tensors.logits.shape, [words.length, labels.length]);
    return words.flatMap(([start, end], word) => {
      const row = logits.slice(word * labels.length, (word + 1) * labels.length);
      const label = labels[row.indexOf(Math.max(...row))];
      return label === 'O' ? [] : [`${label} ${text.slice(start, end)}`];
    });
  };
  const label = async (...texts) => (await host.ask('label_tokens', texts.map((text) => ({ text })))).map((item, index) => named(texts[index], item));

  test('names are found where they stand', async () => {
    const [found] = await label('Ada Lovelace works at Acme Corp in London.');
    assert.deepEqual(found, ['B-PER Ada', 'I-PER Lovelace', 'B-ORG Acme', 'I-ORG Corp', 'B-LOC London']);
  });

  test('accents, emoji, quotes and other scripts shift nothing', async () => {
    const text = '😀👩‍🚀 “Ädä” était—chez: Ada Lovelace, née à LONDON! 東京 e\u0301❤️ (London)';
    const [found] = await label(text);
    assert.ok(found.includes('B-PER Ada') && found.includes('I-PER Lovelace'), String(found));
    assert.equal(found.filter((name) => /LOC (LONDON|London)$/.test(name)).length, 2);
  });

  test('long texts, empty ones and a batch answer as alone', async () => {
    const long = Array.from({ length: 200 }, (_, i) => `The ${i}th word is nothing and Ada Lovelace lives in London near Acme Corp.`).join(' ');
    const texts = ['', long, 'London', '   ', 'Ada Lovelace'];
    const items = await host.ask('label_tokens', texts.map((text) => ({ text })));
    assert.deepEqual(named(long, items[1]), Array.from({ length: 200 }, () => ['B-PER Ada', 'I-PER Lovelace', 'B-LOC London', 'B-ORG Acme', 'I-ORG Corp']).flat());
    assert.deepEqual([items[0].words, items[3].words], [[], []]);
    for (const [index, text] of texts.entries()) {
      const [alone] = await host.ask('label_tokens', [{ text }]);
      assert.deepEqual(alone.words, items[index].words);
      assert.ok(alone.words.length === 0 || distance(numbers(alone.tensors.logits), numbers(items[index].tensors.logits)) < 1e-4);
    }
  });

  test('a model without labels is told', async () => {
    const folder = host.file('nolabels');
    cpSync(join(tiny, 'tiny-bert-ner'), folder, { recursive: true });
    writeFileSync(join(folder, 'config.json'), '{"model_type":"bert"}');
    assert.match((await refusal('token-classification', folder)).error.message, /id2label/);
    cpSync(join(tiny, 'tiny-bert-ner', 'config.json'), join(folder, 'config.json'));
    rmSync(join(folder, 'tokenizer.json'));
    assert.equal((await refusal('token-classification', folder)).error.message, 'tokenizer.json is missing');
  });
});

describe('feature-extraction', needsTiny, () => {
  test('like sentences are near, and a batch answers as its texts alone', async () => {
    const host = await startModel('feature-extraction', 'tiny-minilm');
    try {
      const texts = ['the picture of a dog', 'a picture of the dog', 'stocks fell in London on Monday after a long rally of all the shares', ''];
      const items = await host.ask('embed_texts', texts.map((text) => ({ text })));
      const [a, b, c] = items.map(({ embedding }) => numbers(embedding));
      assert.equal(a.length, 32);
      assert.ok(cosine(a, b) > cosine(a, c));
      for (const [index, text] of texts.entries()) {
        const [alone] = await host.ask('embed_texts', [{ text }]);
        assert.ok(distance(numbers(alone.embedding), numbers(items[index].embedding)) < 1e-5, text);
      }

      const [cut] = await host.ask('embed_texts', [{ text: 'dog '.repeat(5000) }]);
      assert.equal(cut.embedding.shape[0], 32);
    } finally {
      await host.stop();
    }
  });
});

const asked = (text, ...pictures) => ({ messages: [{ role: 'user', text, pictures }] });

describe('text-generation', needsTiny, () => {
  let host;
  before(async () => {
    host = await startModel('text-generation', 'tiny-llama', undefined, ['--slots', '2']);
  });
  after(() => host?.stop());
  const whole = 'A picture of a quiet street under blue sky.';

  test('it writes to its end mark and counts tokens', async () => {
    const [item] = await host.ask('generate', [asked('Describe.')], { max_tokens: 60 });
    assert.equal(item.text, whole);
    assert.equal(item.finish, 'stop');
    assert.ok(item.input_tokens > 3 && item.output_tokens > 5, JSON.stringify(item));
    const [short] = await host.ask('generate', [asked('Describe.')], { max_tokens: 3 });
    assert.deepEqual([short.finish, short.output_tokens], ['length', 3]);
    assert.ok(whole.startsWith(short.text));
  });

  test('it stops before a stop text, also one that spans tokens', async () => {
    for (const [stop, text] of [[' quiet', 'A picture of a'], ['of a quiet st', 'A picture '], ['e', 'A pictur']]) {
      const { lines } = await host.call('generate', { items: [asked('Describe.')], parameters: { stop: [stop, 'never'], stream: true } });
      assert.deepEqual([lines.at(-1).items[0].text, lines.at(-1).items[0].finish], [text, 'stop']);
      assert.equal(lines.slice(0, -1).map((line) => line.text).join(''), text);
    }
  });

  test('pieces come as lines, the answer last', async () => {
    const { type, lines } = await host.call('generate', { items: [asked('Describe.'), asked('Again.')], parameters: { stream: true } });
    assert.equal(type, 'application/x-ndjson');
    const answer = lines.pop();
    for (const index of [0, 1]) {
      const own = lines.filter((line) => line.item === index);
      assert.ok(own.length > 3);
      assert.equal(own.map((line) => line.text).join(''), answer.items[index].text);
    }
  });

  test('a seed makes chance repeatable', async () => {
    const write = async (seed) => (await host.ask('generate', [asked('Describe.')], { temperature: 30, seed, max_tokens: 12 }))[0].text;
    assert.equal(await write(7), await write(7));
    assert.equal(new Set(await Promise.all([1, 2, 3, 4].map(write))).size, 4);
  });

  test('what it cannot read is refused, beside what it can', async () => {
    const items = await host.ask('generate', [asked('Look.', '/a.jpg'), asked('word '.repeat(2000)), { messages: [] }, asked('Describe.'), { messages: [{ role: 'wizard', text: 'x' }] }]);
    assert.deepEqual(items.map((item) => item.error?.code), ['refused', 'refused', 'bad_request', undefined, 'bad_request']);
    assert.equal(items[3].text, whole);
  });

  test('requests at once each get their whole text', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => host.ask('generate', [asked('Describe.')])));
    assert.deepEqual(many.map(([item]) => item.text), Array.from({ length: 6 }, () => whole));
  });

  test('who hangs up in the middle leaves the turn to the next', async () => {
    const body = JSON.stringify({ items: Array.from({ length: 200 }, () => asked('Describe.')), parameters: { stream: true, temperature: 30, max_tokens: 200 } });
    await new Promise((resolve) => {
      const request = http.request({ socketPath: host.socketPath, method: 'POST', path: '/v1/generate' }, (response) => response.once('data', () => request.destroy()));
      request.on('close', resolve);
      request.on('error', () => {});
      request.end(body);
    });
    const from = performance.now();
    const [item] = await host.ask('generate', [asked('Describe.')]);
    assert.equal(item.text, whole);
    assert.ok(performance.now() - from < 5000);
  });

  test('missing files are named', async () => {
    const folder = host.file('none');
    cpSync(join(tiny, 'tiny-llama'), folder, { recursive: true });
    cpSync(join(tiny, 'tiny-bert-ner', 'onnx'), join(folder, 'onnx'), { recursive: true });
    assert.match((await refusal('text-generation', folder)).error.message, /^onnx\/model\.onnx wants the input token_type_ids|past/);
    assert.equal((await refusal('vlm', folder)).error.message, 'onnx/embed_tokens.onnx is missing; there are: onnx/model.onnx');
    writeFileSync(join(folder, 'onnx', 'model.onnx'), 'no graph');
    assert.match((await refusal('text-generation', folder)).error.message, /cannot be loaded/);
  });
});

describe('vlm', needsTiny, () => {
  test('it sees the picture, one a prompt', async () => {
    const host = await startModel('vlm', 'tiny-qwen2_5-vl');
    try {
      const paint = async (name, background) => {
        await sharp({ create: { width: 700, height: 300, channels: 3, background } }).toFile(host.file(name));
        return host.file(name);
      };
      const [red, green] = [await paint('red.png', '#e01010'), await paint('green.jpg', '#10a020')];
      writeFileSync(host.file('bad.png'), 'no picture');
      const items = await host.ask('generate', [asked('Describe.', red), asked('Describe.', red, green), asked('Describe.', green), asked('Describe.', host.file('bad.png')), asked('<|image_pad|>', red)], { max_tokens: 20 });
      assert.deepEqual(items.map((item) => item.text ?? item.error.code), ['The picture is mostly red.', 'refused', 'The picture is mostly green.', 'unsupported', 'refused']);
      assert.ok(items[0].input_tokens > 10);
      assert.deepEqual(host.greeting.operations, ['generate']);
    } finally {
      await host.stop();
    }
  });
});
