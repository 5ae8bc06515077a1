import { rowsOf, runPictures } from '../batch.js';
import { labelsOf } from '../folder.js';
import type { Model } from '../model.js';
import type { Source } from '../options.js';
import { imageNet, preparationOf } from '../preprocessor.js';
import { toWire } from '../tensors.js';

/** RT-DETR and detectors like it: class logits and boxes of a fixed number of queries. What counts as found is decided by the engine. */
export async function loadRtDetr(source: Source): Promise<Model> {
  const labels = labelsOf(source.folder.json('config.json', true));
  const names = ['logits', 'pred_boxes'];
  const graph = await source.load('model', { inputs: ['pixel_values'], maybe: ['pixel_mask'], outputs: names });
  const plan = preparationOf(source.folder, graph, 'pixel_values', { resample: 2, ...imageNet });
  return {
    labels,
    graphs: [graph],
    operations: new Map([
      [
        'detect',
        (items, parameters) =>
          runPictures(
            items,
            parameters,
            plan,
            graph,
            'pixel_values',
            (run) => ({ width: run.picture.width, height: run.picture.height, tensors: Object.fromEntries(names.map((name) => [name, toWire(rowsOf(run, name), run.row)])) }),
            { wanted: names },
          ),
      ],
    ]),
  };
}
