import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHost } from './host.mjs';

const main = fileURLToPath(new URL('../dist/models/main.js', import.meta.url));

const above = ancestors(dirname(main));

/** The folder of models and photos beside the checkout; undefined when there is none. */
export const shared = [process.env.ATELIER_SHARED, ...above.map((folder) => join(folder, 'shared'))].find((folder) => folder !== undefined && existsSync(join(folder, 'models')));

/** The folder of small models. */
export const tiny = shared === undefined ? undefined : join(shared, 'models', 'tiny');

/** Options of a test that needs a small model. */
export const needsTiny = { skip: tiny === undefined && 'the small models (../shared/models/tiny) are not here' };

function ancestors(folder) {
  return folder === dirname(folder) ? [folder] : [folder, ...ancestors(dirname(folder))];
}

/** Starts a model host; a name without a slash is one of the small models. */
export async function startModel(kind, model, options, more = []) {
  const path = model.includes('/') ? model : join(tiny, model);
  const host = await startHost(main, ['--model', path, '--kind', kind, '--threads', '1', ...(options === undefined ? [] : ['--options', JSON.stringify(options)]), ...more]);
  const ask = async (operation, items, parameters) => {
    const { status, body } = await host.call(operation, { items, parameters });
    if (status !== 200) {
      throw new Error(JSON.stringify(body));
    }

    return body.items;
  };
  return { ...host, ask };
}

/** The greeting of a host that ends without listening. */
export async function refusal(kind, model, options) {
  const host = await startModel(kind, model, options);
  const { code } = await host.ended;
  await host.stop();
  return { ...host.greeting, exit: code };
}

/** The numbers of a tensor from the socket. */
export function numbers({ type, shape, data }) {
  const bytes = new Uint8Array(Buffer.from(data, 'base64'));
  const values = type === 'float32' ? new Float32Array(bytes.buffer) : type === 'int64' ? new BigInt64Array(bytes.buffer) : bytes;
  if (values.length !== shape.reduce((a, b) => a * b, 1)) {
    throw new Error(`${values.length} numbers for [${shape}]`);
  }

  return [...values];
}

export function cosine(a, b) {
  const dot = (x, y) => x.reduce((sum, value, index) => sum + value * y[index], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

export function distance(a, b) {
  return Math.max(...a.map((value, index) => Math.abs(value - b[index])));
}
