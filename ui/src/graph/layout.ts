import type { GraphNode, WorkflowGraph } from '@/api/types';

/** Which way a graph runs: to the right where there is room, downwards on narrow screens. */
export type Direction = 'RIGHT' | 'DOWN';

export interface LayoutOptions {
  direction: Direction;
  /** Paths of blocks that are shown as one box. */
  collapsed: ReadonlySet<string>;
  /** Boxes are taller where they carry counters. */
  counters: boolean;
  /** Width by height of the place it is drawn in: long chains are folded towards it. */
  aspect: number;
}

/** What ELK is given, and what it gives back filled in. Only what is used here. */
export interface ElkBox {
  id: string;
  width?: number;
  height?: number;
  x?: number;
  y?: number;
  children?: ElkBox[];
  edges?: ElkLine[];
  layoutOptions?: Record<string, string>;
}

export interface ElkLine {
  id: string;
  sources: string[];
  targets: string[];
  sections?: { startPoint: Point; endPoint: Point; bendPoints?: Point[] }[];
}

export interface Point {
  x: number;
  y: number;
}

export interface PlacedNode {
  path: string;
  parent: string | null;
  /** Relative to the parent. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** It frames its children. */
  frame: boolean;
}

export interface PlacedEdge {
  id: string;
  from: string;
  to: string;
  /** In the coordinates of the whole graph. */
  points: Point[];
}

export interface Layout {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  width: number;
  height: number;
}

export const boxWidth = 188;
export const boxHeight = 54;
export const boxHeightWithCounters = 78;
/** Room for a frame's title above its children. */
const frameTop = 44;

export function isBlock(node: GraphNode): boolean {
  return node.kind !== 'action' && node.kind !== 'run';
}

/** Steps that are drawn: none below a collapsed block. */
export function visibleNodes(graph: WorkflowGraph, collapsed: ReadonlySet<string>): GraphNode[] {
  const hidden = new Set<string>();
  return graph.nodes.filter((node) => {
    const parent = node.parent;
    if (parent == null || (!collapsed.has(parent) && !hidden.has(parent))) return true;
    hidden.add(node.path);
    return false;
  });
}

/** The graph as ELK takes it: a tree of boxes, each line in the frame that holds both its ends. */
export function toElk(graph: WorkflowGraph, options: LayoutOptions): ElkBox {
  const nodes = visibleNodes(graph, options.collapsed);
  const root: ElkBox = { id: '', children: [], edges: [], layoutOptions: optionsOf(options, false) };
  const boxes = new Map<string, ElkBox>([['', root]]);
  const withChildren = new Set(nodes.map((node) => node.parent ?? ''));
  for (const node of nodes) {
    const frame = withChildren.has(node.path);
    const box: ElkBox = frame
      ? { id: node.path, children: [], edges: [], layoutOptions: optionsOf(options, true) }
      : { id: node.path, width: boxWidth, height: options.counters ? boxHeightWithCounters : boxHeight };
    boxes.set(node.path, box);
    (boxes.get(node.parent ?? '') ?? root).children?.push(box);
  }
  const ancestors = ancestorsOf(graph.nodes);
  const drawn = new Set<string>();
  for (const edge of graph.edges) {
    const lifted = lift(edge.from, edge.to, ancestors, boxes);
    if (!lifted) continue;
    const id = `${lifted.from}->${lifted.to}`;
    if (drawn.has(id)) continue;
    drawn.add(id);
    boxes.get(lifted.parent)?.edges?.push({ id, sources: [lifted.from], targets: [lifted.to] });
  }
  return root;
}

function optionsOf({ direction, aspect }: LayoutOptions, frame: boolean): Record<string, string> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.layered.spacing.nodeNodeBetweenLayers': '30',
    'elk.spacing.nodeNode': '18',
    'elk.spacing.componentComponent': '34',
    // Handlers are connected to nothing: they stay after the steps, as they are written.
    'elk.layered.considerModelOrder.components': 'MODEL_ORDER',
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
    'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
    // A chain of twenty steps would be read by scrolling sideways; downwards one scrolls anyway.
    ...(direction === 'RIGHT' ? { 'elk.layered.wrapping.strategy': 'MULTI_EDGE', 'elk.layered.wrapping.additionalEdgeSpacing': '12', 'elk.aspectRatio': String(frame ? 1.7 : aspect * 0.8) } : {}),
    'elk.padding': frame ? `[top=${frameTop},left=14,bottom=14,right=14]` : '[top=8,left=8,bottom=8,right=8]',
  };
}

/** Each step's path of frames, from the root (`''`) to itself. */
function ancestorsOf(nodes: readonly GraphNode[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const node of nodes) found.set(node.path, [...(found.get(node.parent ?? '') ?? ['']), node.path]);
  return found;
}

/** A line between two steps as one between the boxes that stand for them in the innermost frame that holds both; null: they are one box. */
function lift(from: string, to: string, ancestors: Map<string, string[]>, boxes: Map<string, ElkBox>) {
  const a = ancestors.get(from)?.filter((path) => boxes.has(path));
  const b = ancestors.get(to)?.filter((path) => boxes.has(path));
  if (!a || !b) return null;
  let depth = 0;
  while (a[depth + 1] !== undefined && a[depth + 1] === b[depth + 1]) depth += 1;
  const [parent, start, end] = [a[depth], a[depth + 1], b[depth + 1]];
  return parent === undefined || start === undefined || end === undefined ? null : { parent, from: start, to: end };
}

/** What ELK placed, as the boxes and lines that are drawn. */
export function readLayout(root: ElkBox): Layout {
  const nodes: PlacedNode[] = [];
  const edges: PlacedEdge[] = [];
  const walk = (box: ElkBox, parent: string | null, origin: Point) => {
    for (const line of box.edges ?? []) {
      const points = (line.sections ?? []).flatMap((section) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint])
        .map((point) => ({ x: point.x + origin.x, y: point.y + origin.y }));
      const [from, to] = [line.sources[0], line.targets[0]];
      if (from !== undefined && to !== undefined) edges.push({ id: line.id, from, to, points });
    }
    for (const child of box.children ?? []) {
      const [x, y] = [child.x ?? 0, child.y ?? 0];
      nodes.push({ path: child.id, parent, x, y, width: child.width ?? 0, height: child.height ?? 0, frame: child.children !== undefined });
      walk(child, child.id, { x: x + origin.x, y: y + origin.y });
    }
  };
  walk(root, null, { x: 0, y: 0 });
  return { nodes, edges, width: root.width ?? 0, height: root.height ?? 0 };
}

/** An SVG path through the points with rounded corners. */
export function roundedPath(points: readonly Point[], radius = 8): string {
  const [first] = points;
  if (!first) return '';
  let path = `M ${first.x} ${first.y}`;
  for (let index = 1; index < points.length; index += 1) {
    const [before, at, after] = [points[index - 1], points[index], points[index + 1]];
    if (!before || !at) break;
    if (!after) {
      path += ` L ${at.x} ${at.y}`;
      break;
    }
    const r = Math.min(radius, distance(before, at) / 2, distance(at, after) / 2);
    const [enter, leave] = [towards(at, before, r), towards(at, after, r)];
    path += ` L ${enter.x} ${enter.y} Q ${at.x} ${at.y} ${leave.x} ${leave.y}`;
  }
  return path;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}
