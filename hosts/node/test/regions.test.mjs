import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { startHost } from './host.mjs';
import { gradient } from './pictures.mjs';

sharp.cache(false);

let host;
before(async () => {
  host = await startHost();
  await gradient(400, 300).png().toFile(host.file('a.png'));
  await gradient(400, 300).withMetadata({ orientation: 6 }).jpeg().toFile(host.file('turned.jpg'));
  // The left half is inside; smaller than the picture on purpose.
  const half = Buffer.alloc(40 * 30, 0);
  half.forEach((_, i) => (half[i] = i % 40 < 20 ? 255 : 0));
  await sharp(half, { raw: { width: 40, height: 30, channels: 1 } }).png().toFile(host.file('left.png'));
});
after(() => host.stop());

async function render(request, status = 200) {
  const answer = await host.call('render', { input: host.file('a.png'), output: host.file('out'), format: 'png', ...request });
  assert.equal(answer.status, status, JSON.stringify(answer.body));
  return answer.body;
}

async function pixel(x, y, path = host.file('out')) {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x + 1) * info.channels)];
}

test('a region changes inside its mask and nowhere else', async () => {
  await render({ regions: [{ mask: host.file('left.png'), adjust: { invert: true } }] });
  const before = await pixel(50, 50, host.file('a.png'));
  assert.deepEqual(await pixel(50, 50), before.map((value) => 255 - value));
  assert.deepEqual(await pixel(350, 50), await pixel(350, 50, host.file('a.png')));
});

test('a region changes outside its mask when asked', async () => {
  await render({ regions: [{ mask: host.file('left.png'), outside: true, adjust: { invert: true } }] });
  assert.deepEqual(await pixel(50, 50), await pixel(50, 50, host.file('a.png')));
  assert.deepEqual(await pixel(350, 50), (await pixel(350, 50, host.file('a.png'))).map((value) => 255 - value));
});

test('regions are changed one after the other, and a removed one is transparent', async () => {
  await render({
    regions: [
      { mask: host.file('left.png'), adjust: { invert: true } },
      { mask: host.file('left.png'), outside: true, remove: true },
    ],
  });
  assert.deepEqual(await pixel(50, 50), [...(await pixel(50, 50, host.file('a.png'))).map((value) => 255 - value), 255]);
  assert.equal((await pixel(350, 50))[3], 0);
});

test('greys of a mask mix', async () => {
  await sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } }).toColourspace('b-w').png().toFile(host.file('grey.png'));
  await render({ regions: [{ mask: host.file('grey.png'), adjust: { invert: true } }] });
  for (const value of await pixel(30, 70)) {
    assert.ok(Math.abs(value - 127.5) < 2, `${value}`);
  }
});

test('straighten turns about the middle and keeps the size; cuts are taken afterwards', async () => {
  const made = await render({ straighten: 5, background: '#00ff00' });
  assert.deepEqual([made.width, made.height], [400, 300]);
  assert.deepEqual(await pixel(2, 2), [0, 255, 0]);
  const [middle, was] = [await pixel(200, 150), await pixel(200, 150, host.file('a.png'))];
  assert.ok(Math.abs(middle[0] - was[0]) < 4 && Math.abs(middle[1] - was[1]) < 4, `${middle} ${was}`);
  const cut = await render({ straighten: 5, crop: { left: 40, top: 30, width: 300, height: 200 } });
  assert.deepEqual([cut.width, cut.height], [300, 200]);
});

test('masks and turns work on the upright picture', async () => {
  const made = await render({ input: host.file('turned.jpg'), regions: [{ mask: host.file('left.png'), outside: true, remove: true }], format: 'webp' });
  assert.deepEqual([made.width, made.height], [300, 400]);
  assert.deepEqual([(await pixel(20, 200))[3], (await pixel(280, 200))[3]], [255, 0]);
});

test('a region that moves pixels is refused, and so is a mask that is none', async () => {
  const refused = await render({ regions: [{ mask: host.file('left.png'), adjust: { rotate: 90 } }] }, 400);
  assert.match(refused.error.message, /cannot be turned/);
  const missing = await render({ regions: [{ mask: host.file('nowhere.png'), remove: true }] }, 422);
  assert.equal(missing.error.code, 'not_found');
  assert.match(missing.error.message, /mask/);
});
