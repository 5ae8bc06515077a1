import { describe, expect, it } from 'vitest';
import type { GraphNode, WorkflowGraph } from '@/api/types';
import { NO_COUNTS } from '@/runs/outcomes';
import { elkGraph, layoutOf, NODE_HEIGHT, NODE_WIDTH, roundedPath } from './elk-graph';
import { absoluteBoxes, neighbour } from './graph-keys';
import { figuresOf, foldedAtFirst, NO_FIGURES, stateOf, visibleGraph } from './graph-model';

function node(path: string, kind = 'action'): GraphNode {
  const at = path.lastIndexOf('/');
  return { step: 0, path, id: path.slice(at + 1), kind, parent: at < 0 ? null : path.slice(0, at), line: 1 };
}

const graph: WorkflowGraph = {
  nodes: [node('find'), node('each', 'for_each'), node('each/a'), node('each/b'), node('last')],
  edges: [{ from: 'find', to: 'each' }, { from: 'each/a', to: 'each/b' }, { from: 'each/b', to: 'last' }],
};

describe('what is drawn', () => {
  it('lifts edges to siblings', () => {
    const visible = visibleGraph(graph, new Set());
    expect(visible.edges.map((edge) => [edge.id, edge.parent])).toEqual([['find>each', null], ['each/a>each/b', 'each'], ['each>last', null]]);
    expect([...visible.frames]).toEqual(['each']);
  });

  it('leaves out what a folded block hides', () => {
    const visible = visibleGraph(graph, new Set(['each']));
    expect(visible.nodes.map((one) => one.path)).toEqual(['find', 'each', 'last']);
    expect(visible.edges.map((edge) => edge.id)).toEqual(['find>each', 'each>last']);
    expect(visible.frames.size).toBe(0);
  });

  it('folds inner blocks of large workflows only', () => {
    expect(foldedAtFirst(graph).size).toBe(0);
    const large = { nodes: [...graph.nodes, node('each/deep', 'repeat'), ...Array.from({ length: 40 }, (_, index) => node(`s${index}`))], edges: [] };
    expect([...foldedAtFirst(large)]).toEqual(['each/deep']);
  });
});

describe('figures', () => {
  it('gives a map the counts of its items', () => {
    const figures = figuresOf([{ path: 'each', state: 'running', counts: NO_COUNTS, reused: 0, active: 0 }], [{ block: 1, path: 'each', kind: 'for_each', counts: { ...NO_COUNTS, succeeded: 7 }, open: 3, known: 10, complete: true, closed: false }]);
    expect(figures.get('each')).toMatchObject({ state: 'running', open: 3, known: 10, counts: { succeeded: 7 } });
  });

  it('has one state a node', () => {
    expect(stateOf(undefined)).toBeNull();
    expect(stateOf(NO_FIGURES)).toBeNull();
    expect(stateOf({ ...NO_FIGURES, open: 1 })).toBe('running');
    expect(stateOf({ ...NO_FIGURES, counts: { ...NO_COUNTS, succeeded: 9, failed: 1 } })).toBe('failed');
    expect(stateOf({ ...NO_FIGURES, counts: { ...NO_COUNTS, skipped: 1 } })).toBe('skipped');
  });
});

describe('layout', () => {
  it('asks for one graph a block', () => {
    const elk = elkGraph(visibleGraph(graph, new Set()), 1.6);
    expect(elk.children?.map((child) => child.id)).toEqual(['find', 'each', 'last']);
    expect(elk.children?.[1]?.edges).toHaveLength(1);
    expect(elk.children?.[0]).toMatchObject({ width: NODE_WIDTH, height: NODE_HEIGHT });
  });

  it('reads boxes inside blocks and lines in the whole', () => {
    const layout = layoutOf({
      id: '', width: 500, height: 400,
      children: [{ id: 'each', x: 10, y: 20, width: 300, height: 200, children: [{ id: 'each/a', x: 5, y: 6, width: 10, height: 10 }], edges: [{ id: 'e', sources: [], targets: [], sections: [{ id: 's', startPoint: { x: 1, y: 2 }, endPoint: { x: 3, y: 4 } }] }] }],
    });
    expect(layout.boxes.get('each/a')).toMatchObject({ x: 5, y: 6 });
    expect(layout.lines.get('e')).toEqual([{ x: 11, y: 22 }, { x: 13, y: 24 }]);
    expect(absoluteBoxes(layout, new Map([['each/a', 'each'], ['each', null]])).get('each/a')).toMatchObject({ x: 15, y: 26 });
  });

  it('rounds corners', () => {
    expect(roundedPath([{ x: 0, y: 0 }, { x: 0, y: 20 }, { x: 20, y: 20 }], 5)).toBe('M0,0L0,15Q0,20,5,20L20,20');
    expect(roundedPath([])).toBe('');
  });

  it('goes to the nearest node in the direction of an arrow', () => {
    const box = (x: number, y: number) => ({ x, y, width: 100, height: 50 });
    const boxes = new Map([['a', box(0, 0)], ['b', box(0, 100)], ['c', box(150, 90)], ['d', box(0, 300)]]);
    expect(neighbour(boxes, 'a', 'down')).toBe('b');
    expect(neighbour(boxes, 'b', 'right')).toBe('c');
    expect(neighbour(boxes, 'a', 'up')).toBeNull();
  });
});
