// The plain script Atelier is compared with: node plain.mjs KIND MODEL OPERATION BATCH WARM_FOLDER FOLDER. Loads the model with the host's own library and asks it about
// the pictures of a folder, a batch after the other; prints pictures a second, the load not counted.
import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const host = new URL("../../hosts/node/", import.meta.url);
const sharp = createRequire(new URL("package.json", host))("sharp");
const { Fields } = await import(new URL("dist/fields.js", host));
const { Source } = await import(new URL("dist/models/options.js", host));
const { loadModel } = await import(new URL("dist/models/kinds/all.js", host));
sharp.concurrency(1);
sharp.cache(false);

const [kind, path, operation, batch, warm, folder] = process.argv.slice(2);
const cores = availableParallelism();
const model = await loadModel(kind, new Source(path, new Fields({}), cores, cores));
const ask = model.operations.get(operation);
const parameters = new Fields({});

async function all(folder) {
  const names = readdirSync(folder).sort();
  for (let at = 0; at < names.length; at += Number(batch)) {
    const answers = await ask(names.slice(at, at + Number(batch)).map((name) => new Fields({ input: join(folder, name) })), parameters);
    const failed = answers.find((answer) => answer instanceof Error);
    if (failed !== undefined) {
      throw failed;
    }
  }

  return names.length;
}

await all(warm);
const started = performance.now();
const count = await all(folder);
console.log((count / ((performance.now() - started) / 1000)).toFixed(3));
