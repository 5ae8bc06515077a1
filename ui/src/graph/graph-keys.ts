import type { Box, Layout } from './elk-graph';

export type Direction = 'up' | 'down' | 'left' | 'right';

const KEYS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

export function directionOf(key: string): Direction | null {
  return KEYS[key] ?? null;
}

/** Boxes in the coordinates of the whole graph. `parents`: the block that a node is in. */
export function absoluteBoxes(layout: Layout, parents: ReadonlyMap<string, string | null>): Map<string, Box> {
  const boxes = new Map<string, Box>();
  const place = (path: string): Box | undefined => {
    const known = boxes.get(path);
    const box = layout.boxes.get(path);
    if (known !== undefined || box === undefined) return known;
    const parent = parents.get(path) ?? null;
    const origin = parent === null ? undefined : place(parent);
    const placed = { ...box, x: box.x + (origin?.x ?? 0), y: box.y + (origin?.y ?? 0) };
    boxes.set(path, placed);
    return placed;
  };
  for (const path of layout.boxes.keys()) place(path);
  return boxes;
}

/** A frame is stepped on at its head, not at the middle of all that is in it. */
const HEAD = 68;

/**
 * The node that an arrow key leads to: the nearest one in that direction, where a step aside counts double.
 * Null: there is none.
 */
export function neighbour(boxes: ReadonlyMap<string, Box>, from: string, direction: Direction): string | null {
  const start = boxes.get(from);
  if (start === undefined) return null;
  const origin = middle(start);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [path, box] of boxes) {
    if (path === from) continue;
    const point = middle(box);
    const dx = point.x - origin.x;
    const dy = point.y - origin.y;
    const along = direction === 'right' ? dx : direction === 'left' ? -dx : direction === 'down' ? dy : -dy;
    const aside = direction === 'left' || direction === 'right' ? Math.abs(dy) : Math.abs(dx);
    if (along < 4) continue;
    const distance = along + aside * 2;
    if (distance < least) {
      least = distance;
      best = path;
    }
  }
  return best;
}

function middle(box: Box): { x: number; y: number } {
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height, HEAD) / 2 };
}
