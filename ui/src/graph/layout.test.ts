import { describe, expect, it } from 'vitest';
import type { GraphNode, WorkflowGraph } from '@/api/types';
import { readLayout, roundedPath, toElk, visibleNodes } from './layout';

function node(path: string, kind = 'action'): GraphNode {
  const parts = path.split('/');
  return {
    step: 0, path, id: parts.at(-1) ?? path, kind, action: kind === 'action' ? 'core.value' : null,
    parent: parts.length > 1 ? parts.slice(0, -1).join('/') : null, line: 1, queue: null, condition: null, branch: null, collection: null,
  };
}

const graph: WorkflowGraph = {
  nodes: [node('find'), node('enrich', 'for_each'), node('enrich/small'), node('enrich/refine', 'repeat'), node('enrich/refine/score'), node('review')],
  edges: [
    { from: 'find', to: 'enrich' }, { from: 'enrich/small', to: 'enrich/refine' }, { from: 'enrich', to: 'review' }, { from: 'enrich/small', to: 'enrich/refine/score' },
  ],
};
const open = { direction: 'RIGHT', collapsed: new Set<string>(), counters: false, aspect: 2 } as const;

describe('visibleNodes', () => {
  it('hides everything below a closed block', () =>
    expect(visibleNodes(graph, new Set(['enrich'])).map((entry) => entry.path)).toEqual(['find', 'enrich', 'review']));
});

describe('toElk', () => {
  it('nests blocks and keeps each line in the frame that holds both ends', () => {
    const root = toElk(graph, open);
    expect(root.children?.map((box) => box.id)).toEqual(['find', 'enrich', 'review']);
    expect(root.edges?.map((line) => line.id)).toEqual(['find->enrich', 'enrich->review']);
    const enrich = root.children?.[1];
    expect(enrich?.children?.map((box) => box.id)).toEqual(['enrich/small', 'enrich/refine']);
    // Both lines, the one into the inner block too, are one between the boxes of this frame.
    expect(enrich?.edges?.map((line) => line.id)).toEqual(['enrich/small->enrich/refine']);
  });

  it('draws a closed block as one box', () => {
    const root = toElk(graph, { ...open, collapsed: new Set(['enrich']) });
    expect(root.children?.[1]).toEqual({ id: 'enrich', width: 188, height: 54 });
    expect(root.edges).toHaveLength(2);
  });

  it('leaves out lines to steps that are not there', () =>
    expect(toElk({ nodes: graph.nodes, edges: [{ from: 'gone', to: 'find' }] }, open).edges).toEqual([]));
});

describe('readLayout', () => {
  it('gives lines in the coordinates of the whole graph and boxes in those of their frame', () => {
    const layout = readLayout({
      id: '', width: 500, height: 300,
      children: [{
        id: 'a', x: 100, y: 50, width: 300, height: 200, children: [{ id: 'a/b', x: 10, y: 20, width: 50, height: 40 }],
        edges: [{ id: 'e', sources: ['a/b'], targets: ['a/c'], sections: [{ startPoint: { x: 1, y: 2 }, endPoint: { x: 3, y: 4 } }] }],
      }],
    });
    expect(layout.nodes[1]).toMatchObject({ path: 'a/b', parent: 'a', x: 10, y: 20, frame: false });
    expect(layout.edges[0]?.points).toEqual([{ x: 101, y: 52 }, { x: 103, y: 54 }]);
  });
});

describe('roundedPath', () => {
  it('rounds corners by no more than half a side', () =>
    expect(roundedPath([{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 4, y: 50 }])).toBe('M 0 0 L 2 0 Q 4 0 4 2 L 4 50'));
  it('has nothing to draw without points', () => expect(roundedPath([])).toBe(''));
});
