import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { startHost } from './host.mjs';
import { writePictures } from './pictures.mjs';

// The same file name is written again and again.
sharp.cache(false);

let host;
before(async () => {
  host = await startHost();
  await writePictures(host);
});
after(() => host.stop());

async function render(request) {
  const { status, body } = await host.call('render', { output: host.file('out'), format: 'png', ...request });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

async function mean(path = host.file('out')) {
  const { channels } = await sharp(path).stats();
  return channels.map((channel) => channel.mean);
}

for (const format of ['jpeg', 'png', 'webp', 'avif', 'tiff']) {
  test(`render writes ${format}`, async () => {
    const made = await render({ input: host.file('a.jpg'), format, resize: { width: 100, height: 50 } });
    assert.deepEqual([made.width, made.height, made.format], [100, 50, format]);
    const read = await sharp(host.file('out')).metadata();
    assert.equal(read.format, format === 'avif' ? 'heif' : format);
    assert.equal(read.width, 100);
  });
}

for (const [fit, width, height] of [['cover', 100, 100], ['contain', 100, 100], ['fill', 100, 100], ['inside', 100, 75], ['outside', 133, 100]]) {
  test(`render fits ${fit}`, async () => {
    const made = await render({ input: host.file('a.jpg'), resize: { width: 100, height: 100, fit } });
    assert.deepEqual([made.width, made.height], [width, height]);
  });
}

test('render enlarges only when it may', async () => {
  assert.equal((await render({ input: host.file('a.jpg'), resize: { width: 800 } })).width, 800);
  assert.equal((await render({ input: host.file('a.jpg'), resize: { width: 800, enlarge: false } })).width, 400);
});

test('render turns a picture upright unless told not to', async () => {
  assert.deepEqual((({ width, height }) => [width, height])(await render({ input: host.file('turned.jpg') })), [300, 400]);
  assert.equal((await sharp(host.file('out')).metadata()).orientation, undefined);
  assert.deepEqual((({ width, height }) => [width, height])(await render({ input: host.file('turned.jpg'), orient: false })), [400, 300]);
});

test('render makes sRGB out of CMYK', async () => {
  assert.equal((await host.call('info', { input: host.file('cmyk.jpg') })).body.space, 'cmyk');
  await render({ input: host.file('cmyk.jpg') });
  assert.equal((await sharp(host.file('out')).metadata()).space, 'srgb');
  const [red, green] = await mean();
  assert.ok(Math.abs(red - 127) < 25 && Math.abs(green - 127) < 25, `${red} ${green}`);
});

test('render draws SVG at the size asked for', async () => {
  const made = await render({ input: host.file('drawing.svg'), resize: { width: 400 } });
  assert.deepEqual([made.width, made.height], [400, 200]);
  assert.deepEqual((await mean()).slice(0, 3).map(Math.round), [255, 0, 0]);
});

test('render puts transparent pictures on the background when the format has no alpha', async () => {
  await render({ input: host.file('clear.png'), format: 'jpeg', background: '#00ff00' });
  assert.ok((await mean())[1] > 250);
});

test('render cuts by pixels and by fractions of the upright picture', async () => {
  const made = await render({ input: host.file('turned.jpg'), crop: { left: 0.5, top: 0.5, width: 0.5, unit: 'fraction' } });
  assert.deepEqual([made.width, made.height], [150, 200]);
  assert.equal((await render({ input: host.file('a.jpg'), crop: { left: 390, top: 0, width: 50, height: 10, clamp: true } })).width, 10);
});

test('render refuses an area outside the picture', async () => {
  const { status, body } = await host.call('render', { input: host.file('a.jpg'), output: host.file('out'), crop: { left: 390, top: 0, width: 50, height: 10 } });
  assert.equal(status, 422);
  assert.deepEqual(body.error.code, 'outside');
  assert.match(body.error.message, /50 x 10 at 390, 0 does not lie in the picture of 400 x 300/);
});

for (const [name, adjust, brighter] of [
  ['exposure up', { exposure: 1 }, true],
  ['exposure down', { exposure: -1 }, false],
  ['brightness', { brightness: 1.3 }, true],
  ['gamma up', { gamma: 2 }, true],
  ['gamma down', { gamma: 0.5 }, false],
]) {
  test(`render adjusts ${name}`, async () => {
    const [before] = await mean(host.file('a.jpg'));
    await render({ input: host.file('a.jpg'), adjust });
    assert.equal((await mean())[0] > before + 5, brighter);
  });
}

test('render adjusts contrast, blur, grey and geometry', async () => {
  const spread = async (adjust) => {
    await render({ input: host.file('a.jpg'), adjust });
    return (await sharp(host.file('out')).stats()).channels[2].stdev;
  };
  const plain = await spread({});
  assert.ok((await spread({ contrast: 0.5 })) < plain * 0.6);
  assert.ok((await spread({ blur: 4 })) < plain * 0.9);
  await render({ input: host.file('a.jpg'), adjust: { grayscale: true, rotate: 90 } });
  const made = await sharp(host.file('out')).metadata();
  assert.deepEqual([made.width, made.height], [300, 400]);
  const channels = await mean();
  assert.ok(Math.abs(channels[0] - (channels[1] ?? channels[0])) < 1);
});

test('render keeps metadata only when asked', async () => {
  writeFileSync(host.file('noted.jpg'), await sharp(host.file('a.jpg')).withExif({ IFD0: { Artist: 'Anna' } }).jpeg().toBuffer());
  await render({ input: host.file('noted.jpg'), format: 'jpeg' });
  assert.equal(readFileSync(host.file('out')).includes('Anna'), false);
  await render({ input: host.file('noted.jpg'), format: 'jpeg', keep_metadata: true });
  assert.equal(readFileSync(host.file('out')).includes('Anna'), true);
});
