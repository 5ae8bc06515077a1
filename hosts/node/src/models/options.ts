import type { Fields } from '../fields.js';
import { dtypes, ModelFolder, type Dtype } from './folder.js';
import { Graph, type RunOptions, type Signature } from './graph.js';

/** What a kind is loaded from. */
export class Source {
  readonly folder: ModelFolder;
  readonly run: RunOptions;

  constructor(
    path: string,
    readonly options: Fields,
    threads: number,
    cores: number,
  ) {
    this.folder = new ModelFolder(path, options.has('dtype') ? options.word<Dtype>('dtype', dtypes, 'fp32') : undefined);
    // Spinning gains a seventh on an idle machine and loses a fifth on a busy one.
    this.run = { threads, spinning: options.flag('spinning', false) && threads >= cores, device: options.textOr('device', 'cpu') };
  }

  load(name: string, signature: Signature): Promise<Graph> {
    const { path } = this.folder.graph(name);
    return Graph.load(path, this.folder.nameOf(path), this.run, signature);
  }
}
