import type { ElkNode } from 'elkjs/lib/elk-api';
import type { VisibleGraph } from './graph-model';

/** Sizes in pixels; the style sheet draws nodes of exactly these. */
export const NODE_WIDTH = 236;
export const NODE_HEIGHT = 68;
export const FRAME_HEAD = 68;
const FRAME_EDGE = 16;

export interface Point {
  x: number;
  y: number;
}

/** Where a node is: relative to the block it is in. */
export interface Box extends Point {
  width: number;
  height: number;
}

export interface Layout {
  boxes: ReadonlyMap<string, Box>;
  /** Lines of edges by id, in the coordinates of the whole. */
  lines: ReadonlyMap<string, readonly Point[]>;
  width: number;
  height: number;
}

/** What ELK is asked: one graph a block, each laid out by itself, long chains wrapped to the shape of the screen. */
export function elkGraph(graph: VisibleGraph, aspect: number): ElkNode {
  const options = {
    'elk.algorithm': 'layered',
    'elk.direction': 'DOWN',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.spacing.nodeNode': '28',
    'elk.spacing.componentComponent': '36',
    'elk.layered.spacing.nodeNodeBetweenLayers': '32',
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.wrapping.strategy': 'MULTI_EDGE',
    'elk.layered.wrapping.additionalEdgeSpacing': '14',
    'elk.aspectRatio': String(aspect),
  };
  const inside = (parent: string | null): ElkNode[] =>
    graph.nodes
      .filter((node) => (node.parent ?? null) === parent)
      .map((node) =>
        graph.frames.has(node.path)
          ? {
              id: node.path,
              layoutOptions: { ...options, 'elk.padding': `[top=${FRAME_HEAD + FRAME_EDGE},left=${FRAME_EDGE},bottom=${FRAME_EDGE},right=${FRAME_EDGE}]`, 'elk.nodeSize.constraints': 'MINIMUM_SIZE', 'elk.nodeSize.minimum': `(${NODE_WIDTH + 2 * FRAME_EDGE},${NODE_HEIGHT})` },
              children: inside(node.path),
              edges: between(node.path),
            }
          : { id: node.path, width: NODE_WIDTH, height: NODE_HEIGHT },
      );
  const between = (parent: string | null) => graph.edges.filter((edge) => edge.parent === parent).map((edge) => ({ id: edge.id, sources: [edge.from], targets: [edge.to] }));
  return { id: '', layoutOptions: { ...options, 'elk.padding': '[top=8,left=8,bottom=8,right=8]' }, children: inside(null), edges: between(null) };
}

/** Reads what ELK answered. */
export function layoutOf(root: ElkNode): Layout {
  const boxes = new Map<string, Box>();
  const lines = new Map<string, Point[]>();
  const visit = (node: ElkNode, origin: Point) => {
    for (const edge of node.edges ?? []) {
      const section = edge.sections?.[0];
      if (section === undefined) continue;
      const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
      lines.set(edge.id, points.map((point) => ({ x: point.x + origin.x, y: point.y + origin.y })));
    }
    for (const child of node.children ?? []) {
      const box = { x: child.x ?? 0, y: child.y ?? 0, width: child.width ?? NODE_WIDTH, height: child.height ?? NODE_HEIGHT };
      boxes.set(child.id, box);
      visit(child, { x: origin.x + box.x, y: origin.y + box.y });
    }
  };
  visit(root, { x: 0, y: 0 });
  return { boxes, lines, width: root.width ?? 0, height: root.height ?? 0 };
}

/** A line through points with rounded corners, as the `d` of an SVG path. */
export function roundedPath(points: readonly Point[], radius = 8): string {
  const start = points[0];
  if (start === undefined) return '';
  let path = `M${start.x},${start.y}`;
  for (let index = 1; index < points.length; index += 1) {
    const before = points[index - 1] ?? start;
    const here = points[index] ?? start;
    const next = points[index + 1];
    if (next === undefined) {
      path += `L${here.x},${here.y}`;
      continue;
    }
    const from = towards(here, before, radius);
    const to = towards(here, next, radius);
    path += `L${from.x},${from.y}Q${here.x},${here.y},${to.x},${to.y}`;
  }
  return path;
}

function towards(from: Point, to: Point, most: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const share = Math.min(most, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
