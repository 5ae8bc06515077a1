import { HostError } from '../errors.js';
import type { Fields } from '../fields.js';
import type { Graph, Outputs } from './graph.js';
import type { Answer } from './model.js';
import { prepareAll, type Preparation, type Prepared } from './preparation.js';
import type { Tensor } from 'onnxruntime-node';

/** What a graph gave for one picture. */
export interface PictureRun {
  readonly picture: Prepared;
  readonly outputs: Outputs;
  /** This picture's place along the first axis. */
  readonly row: number;
  /** Length of the first axis that the graph was given. */
  readonly of: number;
}

/** Decodes all pictures, runs those of one shape together, and puts each answer into its item's place. */
export async function runPictures(
  items: readonly Fields[],
  limits: Fields,
  plan: Preparation,
  graph: Graph,
  input: string,
  answerOf: (run: PictureRun) => Answer,
  options: { others?: Record<string, Tensor>; wanted?: readonly string[] } = {},
): Promise<Answer[]> {
  const prepared = await prepareAll(items, limits, plan);
  const answers: Answer[] = prepared.map((picture) => picture);
  const shapes = new Map<string, number[]>();
  prepared.forEach((picture, index) => {
    if (!(picture instanceof HostError)) {
      const key = picture.shape.join('x');
      shapes.set(key, [...(shapes.get(key) ?? []), index]);
    }
  });
  for (const places of shapes.values()) {
    const pictures = places.map((place) => prepared[place] as Prepared);
    const runs = await graph.runRows(input, pictures.map((picture) => picture.data), pictures[0]!.shape, options.others, options.wanted);
    runs.forEach((run, index) => {
      answers[places[index]!] = answerOf({ picture: pictures[index]!, ...run });
    });
  }

  return answers;
}

/** An output that every picture must have a row of. */
export function rowsOf(run: PictureRun, name: string): Tensor {
  const tensor = run.outputs[name];
  if (tensor === undefined || tensor.dims[0] !== run.of) {
    throw new HostError('model_broken', `${name} is [${tensor?.dims.join(',') ?? ''}] for ${run.of} pictures`);
  }

  return tensor;
}
