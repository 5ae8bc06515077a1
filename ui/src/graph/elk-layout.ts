import type { WorkflowGraph } from '@/api/types';
import { readLayout, toElk, type ElkBox, type Layout, type LayoutOptions } from './layout';

interface Engine {
  layout: (graph: ElkBox) => Promise<ElkBox>;
}

let engine: Promise<Engine> | undefined;

/** The layout engine runs in a worker, one for the window, fetched when the first graph is drawn: it is large and may take a while. */
function loadEngine(): Promise<Engine> {
  engine ??= (async () => {
    const [{ default: Elk }, { default: workerUrl }] = await Promise.all([
      import('elkjs/lib/elk-api.js'),
      import('elkjs/lib/elk-worker.min.js?url'),
    ]);
    return new Elk({ workerFactory: () => new Worker(workerUrl) }) as unknown as Engine;
  })();
  return engine;
}

export async function layOut(graph: WorkflowGraph, options: LayoutOptions): Promise<Layout> {
  return readLayout(await (await loadEngine()).layout(toElk(graph, options)));
}
