import { rowsOf, runPictures } from '../batch.js';
import type { Model } from '../model.js';
import type { Source } from '../options.js';
import { imageNet, preparationOf } from '../preprocessor.js';
import { toWire } from '../tensors.js';

/** NIMA: shares of the scores 1 to 10; whatever else the graph gives a picture is passed on. */
export async function loadNima(source: Source): Promise<Model> {
  const graph = await source.load('model', { inputs: ['pixel_values'], outputs: ['scores'] });
  const plan = preparationOf(source.folder, graph, 'pixel_values', { resample: 2, ...imageNet });
  return {
    labels: null,
    graphs: [graph],
    operations: new Map([
      [
        'score',
        (items, parameters) =>
          runPictures(items, parameters, plan, graph, 'pixel_values', (run) => ({
            tensors: Object.fromEntries([...graph.outputs.keys()].map((name) => [name, toWire(rowsOf(run, name), run.row)])),
          })),
      ],
    ]),
  };
}
