import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Fields } from '../fields.js';
import { dtypes, ModelFolder, type Dtype } from './folder.js';
import { Graph, type RunOptions, type Signature } from './graph.js';

/** What a kind is loaded from. */
export class Source {
  readonly folder: ModelFolder;
  readonly run: RunOptions;
  /** The graph itself, where a file stands for the folder. */
  readonly file: string | undefined;

  constructor(
    path: string,
    readonly options: Fields,
    threads: number,
    cores: number,
  ) {
    this.file = path.endsWith('.onnx') && statSync(path, { throwIfNoEntry: false })?.isFile() === true ? basename(path) : undefined;
    this.folder = new ModelFolder(this.file === undefined ? path : dirname(path), options.has('dtype') ? options.word<Dtype>('dtype', dtypes, 'fp32') : undefined);
    // Spinning gains a seventh on an idle machine and loses a fifth on a busy one.
    this.run = { threads, spinning: options.flag('spinning', false) && threads >= cores, device: options.textOr('device', 'cpu') };
  }

  load(name: string, signature: Signature): Promise<Graph> {
    const { path } = this.folder.graph(name);
    return Graph.load(path, this.folder.nameOf(path), this.run, signature);
  }
}
