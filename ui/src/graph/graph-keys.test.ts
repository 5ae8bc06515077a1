import { describe, expect, it } from 'vitest';
import { absoluteBoxes, arrowOf, neighbour } from './graph-keys';

const box = (x: number, y: number) => ({ x, y, width: 100, height: 50 });

describe('arrow keys in the graph', () => {
  it('lead to the nearest step in their direction', () => {
    const boxes = new Map([['a', box(0, 0)], ['b', box(0, 100)], ['c', box(150, 90)], ['d', box(0, 300)]]);
    expect(neighbour(boxes, 'a', 'down')).toBe('b');
    expect(neighbour(boxes, 'b', 'right')).toBe('c');
    expect(neighbour(boxes, 'a', 'up')).toBeNull();
    expect(arrowOf('Enter')).toBeNull();
  });

  it('know where boxes inside frames are', () => {
    const placed = (path: string, parent: string | null, x: number, y: number) => ({ path, parent, x, y, width: 100, height: 50, frame: parent === null });
    expect(absoluteBoxes({ nodes: [placed('e', null, 10, 20), placed('e/a', 'e', 5, 6)], edges: [], width: 0, height: 0 }).get('e/a')).toMatchObject({ x: 15, y: 26 });
  });
});
