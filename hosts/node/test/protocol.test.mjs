import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { startHost } from './host.mjs';
import { writePictures } from './pictures.mjs';

let host;
before(async () => {
  host = await startHost();
  await writePictures(host);
  const whole = readFileSync(host.file('a.jpg'));
  writeFileSync(host.file('phone.heic'), Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(200)]));
  writeFileSync(host.file('cut.jpg'), whole.subarray(0, whole.length / 2));
});
after(() => host.stop());

test('the greeting names protocol, slots and operations', () => {
  assert.equal(host.greeting.protocol, 1);
  assert.equal(host.greeting.slots, 3);
  assert.deepEqual(host.greeting.operations, ['info', 'render', 'pixels', 'contact_sheet']);
});

test('it loads nothing that models need', { skip: process.platform !== 'linux' && 'only Linux tells what a process has loaded' }, () => {
  assert.doesNotMatch(readFileSync(`/proc/${host.child.pid}/maps`, 'utf8'), /onnxruntime/);
});

test('health tells that it lives', async () => {
  const { status, body } = await host.send('GET', '/health');
  assert.equal(status, 200);
  assert.equal(body.status, 'ok');
});

test('info reads the header', async () => {
  const { body } = await host.call('info', { input: host.file('turned.jpg') });
  assert.deepEqual([body.format, body.media_type, body.width, body.height, body.orientation], ['jpeg', 'image/jpeg', 300, 400, 6]);
  assert.ok(Buffer.from(body.exif, 'base64').length > 0);
});

test('pixels gives what the picture holds', async () => {
  const { body } = await host.call('pixels', { input: host.file('a.jpg'), width: 100, height: 100 });
  assert.deepEqual([body.width, body.height, body.channels], [100, 75, 3]);
  const data = Buffer.from(body.pixels, 'base64');
  assert.equal(data.length, 100 * 75 * 3);
  assert.ok(data[99 * 3] > 240 && data[0] < 15);
  const grey = (await host.call('pixels', { input: host.file('clear.png'), width: 8, height: 8, exact: true, channels: 1 })).body;
  assert.deepEqual([...Buffer.from(grey.pixels, 'base64')], new Array(64).fill(255));
});

for (const [file, code] of [['cut.jpg', 'unreadable'], ['garbage.jpg', 'unsupported'], ['empty.png', 'unreadable'], ['none.jpg', 'not_found'], ['', 'not_found'], ['phone.heic', 'unsupported']]) {
  test(`a picture that is ${code} (${file || 'a folder'}) fails alone`, async () => {
    const input = host.file(file);
    const answers = await Promise.all([
      host.call('render', { input, output: host.file('o1'), resize: { width: 10 } }),
      host.call('render', { input: host.file('a.jpg'), output: host.file('o2'), resize: { width: 10 } }),
      host.call('info', { input, verify: true }),
      host.call('pixels', { input }),
    ]);
    assert.deepEqual(answers.map((answer) => answer.body.error?.code), [code, undefined, code, code]);
    assert.deepEqual(answers.map((answer) => answer.status), [422, 200, 422, 422]);
  });
}

test('too many pixels are refused before they are decoded', async () => {
  const { body } = await host.call('render', { input: host.file('a.jpg'), output: host.file('out'), max_pixels: 1000 });
  assert.equal(body.error.code, 'too_large');
});

test('an output that cannot be written is told as such', async () => {
  const { body } = await host.call('render', { input: host.file('a.jpg'), output: host.file('no/such/folder.png') });
  assert.equal(body.error.code, 'write_failed');
});

test('many failures at once each keep their own reason', async () => {
  // libvips tells errors in one text for all threads; codes must not depend on it.
  const kinds = [['cut.jpg', 'unreadable'], ['garbage.jpg', 'unsupported'], ['none.jpg', 'not_found'], ['a.jpg', undefined]];
  const asked = Array.from({ length: 60 }, (_, i) => kinds[i % kinds.length]);
  const answers = await Promise.all(asked.map(([file], i) => host.call('render', { input: host.file(file), output: host.file(`many-${i}.png`), resize: { width: 50 } })));
  assert.deepEqual(answers.map((answer) => answer.body.error?.code), asked.map(([, code]) => code));
});

for (const [request, message] of [
  [{}, 'input is missing'],
  [{ input: 3 }, 'input is not a text'],
  [{ input: 'x', output: 'y', resize: { width: 0 } }, 'resize.width is not a number from 1 to 65535'],
  [{ input: 'x', output: 'y', resize: { width: 1.5 } }, 'resize.width is not a whole number'],
  [{ input: 'x', output: 'y', format: 'bmp' }, 'format is not one of jpeg, png, webp, avif, tiff'],
  [[], 'the request is not an object'],
]) {
  test(`a wrong request is named: ${message}`, async () => {
    const { status, body } = await host.call('render', request);
    assert.deepEqual([status, body.error.code, body.error.message], [400, 'bad_request', message]);
  });
}

test('what is no JSON, and what is no operation, is refused', async () => {
  assert.equal((await host.send('POST', '/v1/render', '{')).body.error.message, 'the request is not JSON');
  assert.equal((await host.call('format_disk', {})).status, 404);
});

test('a hundred requests at once are answered', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => host.call('pixels', { input: host.file('a.jpg'), width: 10 + i, height: 200 })));
  assert.deepEqual(answers.map((answer) => answer.body.width), Array.from({ length: 100 }, (_, i) => 10 + i));
});

test('a contact sheet shows what can be read and tells the rest', async () => {
  const cells = [{ input: host.file('a.jpg'), label: 'a <b> & "c" \u0001 漢字 😀' }, { input: host.file('garbage.jpg'), label: 'broken' }, { input: host.file('drawing.svg') }];
  const { status, body } = await host.call('contact_sheet', { cells, columns: 2, cell: 100, gap: 10, output: host.file('sheet.png'), format: 'png' });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.width, body.height], [230, 274]);
  assert.deepEqual(body.unreadable.map(({ index, code }) => [index, code]), [[1, 'unsupported']]);
});

test('the end of standard input ends it at once, in the middle of work too', async () => {
  const other = await startHost();
  const work = other.call('render', { input: host.file('a.jpg'), output: other.file('out'), format: 'avif', effort: 9, resize: { width: 8000 } }).catch((error) => error);
  await other.send('GET', '/health');
  other.child.stdin.end();
  assert.deepEqual(await other.ended, { code: null, signal: 'SIGKILL' });
  assert.ok((await work) instanceof Error);
  assert.equal(existsSync(other.socketPath), false);
  await other.stop();
});
