import { InferenceSession, type Tensor } from 'onnxruntime-node';
import { failureOf, HostError, wordsOf } from '../errors.js';
import { tensorFor, sizeOf, type Numbers } from './tensors.js';

/** How graphs are run. */
export interface RunOptions {
  readonly threads: number;
  /** Threads that wait burn a core: worth it only when the model has every core to itself. */
  readonly spinning: boolean;
  readonly device: string;
}

/** What a kind needs of a graph. `a|b`: either. */
export interface Signature {
  readonly inputs: readonly string[];
  /** Inputs that the kind can fill when they are declared. */
  readonly maybe?: readonly (string | RegExp)[];
  readonly outputs: readonly string[];
}

export interface Side {
  readonly type: string;
  readonly shape: ReadonlyArray<number | string>;
}

export type Outputs = Readonly<Record<string, Tensor>>;

/** One loaded graph. */
export class Graph {
  readonly inputs: ReadonlyMap<string, Side>;
  readonly outputs: ReadonlyMap<string, Side>;

  constructor(
    readonly name: string,
    private readonly session: InferenceSession,
    signature?: Signature,
  ) {
    this.inputs = sidesOf(session.inputMetadata);
    this.outputs = sidesOf(session.outputMetadata);
    if (signature !== undefined) {
      this.check(signature);
    }
  }

  /** Loads a file and compares its names with what the kind needs. */
  static async load(path: string, name: string, options: RunOptions, signature?: Signature): Promise<Graph> {
    let session: InferenceSession;
    try {
      session = await InferenceSession.create(path, sessionOptions(options));
    } catch (error) {
      throw failureOf(error, 'model_broken', `${name} cannot be loaded: it is damaged, or a file it names is missing`);
    }

    return new Graph(name, session, signature);
  }

  side(input: string): Side {
    const side = this.inputs.get(input);
    if (side === undefined) {
      throw new HostError('bad_request', `${this.name} has no input ${input}; it has: ${[...this.inputs.keys()].join(', ')}`);
    }

    return side;
  }

  /** Which of several output names the graph has. */
  output(...names: string[]): string {
    return names.find((name) => this.outputs.has(name)) ?? names[0]!;
  }

  feed(input: string, data: Numbers | number[], shape: readonly number[]): Tensor {
    return tensorFor(this.side(input).type, data, shape);
  }

  async run(feeds: Record<string, Tensor>, wanted?: readonly string[]): Promise<Outputs> {
    try {
      return await this.session.run(feeds, wanted ?? [...this.outputs.keys()]);
    } catch (error) {
      throw failureOf(error, 'model_broken', `${this.name} failed`);
    }
  }

  /** Runs rows of one shape together, as many at once as the graph takes, and tells where each row's answer lies. */
  async runRows(input: string, rows: readonly Float32Array[], shape: readonly number[], others: Record<string, Tensor> = {}, wanted?: readonly string[]): Promise<Array<{ outputs: Outputs; row: number; of: number }>> {
    const fixed = this.side(input).shape[0];
    const most = typeof fixed === 'number' && fixed > 0 ? fixed : Math.max(1, rows.length);
    const size = sizeOf(shape);
    const found: Array<{ outputs: Outputs; row: number; of: number }> = [];
    for (let from = 0; from < rows.length; from += most) {
      const part = rows.slice(from, from + most);
      // A graph of a fixed batch is given rows of zeros for those that are missing.
      const of = typeof fixed === 'number' && fixed > 0 ? fixed : part.length;
      const data = allocate(of * size);
      part.forEach((row, index) => data.set(row, index * size));
      const outputs = await this.run({ ...others, [input]: this.feed(input, data, [of, ...shape]) }, wanted);
      part.forEach((_, row) => found.push({ outputs, row, of }));
    }

    return found;
  }

  private check({ inputs, maybe = [], outputs }: Signature): void {
    for (const [side, needed, there] of [['input', inputs, this.inputs], ['output', outputs, this.outputs]] as const) {
      for (const name of needed) {
        if (!name.split('|').some((word) => there.has(word))) {
          throw new HostError('model_broken', `${this.name} has no ${side} ${name.replaceAll('|', ' or ')}; it has: ${[...there.keys()].join(', ')}`);
        }
      }
    }

    const known = [...inputs.flatMap((name) => name.split('|')), ...maybe];
    const strange = [...this.inputs.keys()].filter((name) => !known.some((word) => (typeof word === 'string' ? word === name : word.test(name))));
    if (strange.length > 0) {
      throw new HostError('model_broken', `${this.name} wants the input ${strange.join(', ')}, which this kind does not give; it gives: ${known.map((word) => (typeof word === 'string' ? word : word.source)).join(', ')}`);
    }
  }
}

function allocate(length: number): Float32Array {
  try {
    return new Float32Array(length);
  } catch (error) {
    throw new HostError('out_of_memory', 'there is not enough memory for the batch', wordsOf(error));
  }
}

export function sessionOptions({ threads, spinning, device }: RunOptions): InferenceSession.SessionOptions {
  return {
    executionProviders: [device],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: spinning ? '1' : '0' } } },
  };
}

function sidesOf(metadata: readonly InferenceSession.ValueMetadata[]): ReadonlyMap<string, Side> {
  return new Map(metadata.map((value) => [value.name, value.isTensor ? { type: value.type, shape: value.shape } : { type: 'other', shape: [] }]));
}
