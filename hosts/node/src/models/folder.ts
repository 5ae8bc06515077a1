import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { HostError, wordsOf } from '../errors.js';

/** Endings of graph files by number format, in the order in which they are looked for when none is asked for. */
const suffixes = { fp32: '', q8: '_quantized', fp16: '_fp16', int8: '_int8', uint8: '_uint8', q4: '_q4', q4f16: '_q4f16', bnb4: '_bnb4' } as const;
export type Dtype = keyof typeof suffixes;
export const dtypes = Object.keys(suffixes) as Dtype[];

/** A graph file and the format its name tells. */
export interface GraphFile {
  readonly path: string;
  readonly dtype: Dtype;
}

/** A folder in Hugging Face layout: JSON files, and graphs in `onnx/` or beside them. */
export class ModelFolder {
  constructor(
    readonly path: string,
    private readonly dtype: Dtype | undefined,
  ) {
    if (!existsSync(path) || !statSync(path).isDirectory()) {
      throw new HostError('model_broken', `there is no folder ${path}`);
    }
  }

  /** How messages name a file of this folder. */
  nameOf(path: string): string {
    return relative(this.path, path) || basename(path);
  }

  pathOf(name: string): string {
    return join(this.path, name);
  }

  has(name: string): boolean {
    return existsSync(join(this.path, name));
  }

  /** The content of a JSON file; empty when the file is missing and may be. */
  json(name: string, needed = false): Record<string, unknown> {
    const file = join(this.path, name);
    if (!existsSync(file)) {
      if (needed) {
        throw new HostError('model_broken', `${name} is missing`);
      }

      return {};
    }

    try {
      const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        return value as Record<string, unknown>;
      }
    } catch (error) {
      throw new HostError('model_broken', `${name} is damaged: it is not JSON`, wordsOf(error));
    }

    throw new HostError('model_broken', `${name} is damaged: it is not a JSON object`);
  }

  /** The graph NAME in the format asked for, else in the first one there is. */
  find(name: string): GraphFile | undefined {
    for (const dtype of this.dtype === undefined ? dtypes : [this.dtype]) {
      for (const place of ['onnx', '']) {
        const path = join(this.path, place, `${name}${suffixes[dtype]}.onnx`);
        if (existsSync(path)) {
          return { path, dtype };
        }
      }
    }

    return undefined;
  }

  graph(name: string): GraphFile {
    const found = this.find(name);
    if (found === undefined) {
      throw this.missing(`onnx/${name}${suffixes[this.dtype ?? 'fp32']}.onnx`);
    }

    return found;
  }

  missing(what: string): HostError {
    const there = ['onnx', ''].flatMap((place) => {
      const folder = join(this.path, place);
      return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.onnx')).map((file) => join(place, file)) : [];
    });
    return new HostError('model_broken', `${what} is missing; there ${there.length === 0 ? 'is no graph' : `are: ${there.sort().join(', ')}`}`);
  }
}

/** `id2label` of config.json as a list. */
export function labelsOf(config: Record<string, unknown>): string[] {
  const named = config['id2label'];
  if (typeof named !== 'object' || named === null) {
    throw new HostError('model_broken', 'config.json has no id2label: the classes have no names');
  }

  const labels: string[] = [];
  for (const [id, label] of Object.entries(named)) {
    labels[Number(id)] = String(label);
  }

  return Array.from(labels, (label, id) => label ?? `LABEL_${id}`);
}
