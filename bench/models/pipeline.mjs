// transformers.js' own pipeline on the same pictures: node pipeline.mjs MODEL BATCH WARM_FOLDER FOLDER. Prints pictures a second, the load not counted.
import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
import { dirname, basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../hosts/node/package.json", import.meta.url));
const { env, pipeline } = await import(pathToFileURL(require.resolve("@huggingface/transformers")));
const [path, batch, warm, folder] = process.argv.slice(2);
env.allowRemoteModels = false;
env.localModelPath = dirname(path) + "/";
const embed = await pipeline("image-feature-extraction", basename(path), { dtype: "fp32", device: "cpu" });

async function all(folder) {
  const paths = readdirSync(folder).sort().map((name) => join(folder, name));
  for (let at = 0; at < paths.length; at += Number(batch)) {
    await embed(paths.slice(at, at + Number(batch)));
  }

  return paths.length;
}

await all(warm);
const started = performance.now();
const count = await all(folder);
console.log((count / ((performance.now() - started) / 1000)).toFixed(3));
