import type { GraphNode, OutcomeCounts, Schema, StepCounts, WorkflowGraph } from '@/api/types';
import { NO_COUNTS, endedOf } from '@/runs/outcomes';

/** What is drawn of a graph: nodes inside folded blocks are left out, and edges end at what is left. */
export interface VisibleGraph {
  nodes: GraphNode[];
  /** Between siblings only: an edge that crosses a block's border is drawn from or to the block. */
  edges: VisibleEdge[];
  /** Paths of blocks that are drawn as frames around their steps. */
  frames: ReadonlySet<string>;
}

export interface VisibleEdge {
  id: string;
  from: string;
  to: string;
  /** The block that both ends are in; null: the workflow itself. */
  parent: string | null;
}

/** Figures on a node. */
export interface NodeFigures {
  /** A state or an outcome; null: not reached yet. */
  state: string | null;
  counts: OutcomeCounts;
  open: number;
  reused: number;
  meanMilliseconds: number | null;
  /** For a map: items that its source has yielded so far. */
  known: number | null;
}

/** Paths of the blocks that a path is in, the outermost first. */
function ancestors(path: string, parents: ReadonlyMap<string, string | null>): string[] {
  const found: string[] = [];
  for (let parent = parents.get(path) ?? null; parent !== null; parent = parents.get(parent) ?? null) found.unshift(parent);
  return found;
}

/** Leaves out what folded blocks hide. */
export function visibleGraph(graph: WorkflowGraph, folded: ReadonlySet<string>): VisibleGraph {
  const parents = new Map(graph.nodes.map((node) => [node.path, node.parent ?? null]));
  const shownAs = (path: string) => ancestors(path, parents).find((one) => folded.has(one)) ?? path;
  const nodes = graph.nodes.filter((node) => shownAs(node.path) === node.path);
  const frames = new Set(nodes.map((node) => node.parent ?? null).filter((parent) => parent !== null));
  const edges = new Map<string, VisibleEdge>();
  for (const edge of graph.edges) {
    const lifted = liftToSiblings(shownAs(edge.from), shownAs(edge.to), parents);
    if (lifted !== null) edges.set(lifted.id, lifted);
  }
  return { nodes, edges: [...edges.values()], frames };
}

function liftToSiblings(from: string, to: string, parents: ReadonlyMap<string, string | null>): VisibleEdge | null {
  const fromLine = [...ancestors(from, parents), from];
  const toLine = [...ancestors(to, parents), to];
  let depth = 0;
  while (fromLine[depth] !== undefined && fromLine[depth] === toLine[depth]) depth += 1;
  const start = fromLine[depth];
  const end = toLine[depth];
  if (start === undefined || end === undefined) return null;
  return { id: `${start}>${end}`, from: start, to: end, parent: fromLine[depth - 1] ?? null };
}

/** Blocks that are worth folding at first: the graph stays readable, and a map's own counters tell what goes on in it. */
export function foldedAtFirst(graph: WorkflowGraph, most = 40): Set<string> {
  const folded = new Set<string>();
  if (graph.nodes.length <= most) return folded;
  for (const node of graph.nodes) if (isBlock(node) && node.parent != null) folded.add(node.path);
  return folded;
}

/** True: it holds other steps. */
export function isBlock(node: GraphNode): boolean {
  return node.kind !== 'action';
}

/** Figures of every step by its path. A map's own figures are those of its items. */
export function figuresOf(steps: readonly StepCounts[], blocks: readonly Schema<'BlockResponse'>[]): Map<string, NodeFigures> {
  const figures = new Map<string, NodeFigures>();
  for (const step of steps) {
    figures.set(step.path, { state: step.state ?? null, counts: step.counts, open: step.active, reused: step.reused, meanMilliseconds: step.mean_milliseconds ?? null, known: null });
  }
  for (const block of blocks) {
    if (block.kind !== 'for_each' || block.key != null) continue;
    const step = figures.get(block.path);
    const state = step?.state ?? (block.closed ? null : 'running');
    figures.set(block.path, { state, counts: block.counts, open: block.open, reused: step?.reused ?? 0, meanMilliseconds: null, known: block.known });
  }
  return figures;
}

/** The one state that a node is coloured by; null: nothing has happened to it. */
export function stateOf(figures: NodeFigures | undefined): string | null {
  if (figures === undefined) return null;
  if (figures.state !== null) return figures.state;
  const counts = figures.counts;
  if (figures.open > 0) return 'running';
  if (counts.failed > 0) return 'failed';
  if (endedOf(counts) === 0) return null;
  if (counts.succeeded > 0) return 'succeeded';
  if (counts.empty > 0) return 'empty';
  if (counts.rejected > 0) return 'rejected';
  return counts.skipped > 0 ? 'skipped' : 'cancelled';
}

export const NO_FIGURES: NodeFigures = { state: null, counts: NO_COUNTS, open: 0, reused: 0, meanMilliseconds: null, known: null };
