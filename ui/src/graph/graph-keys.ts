import type { Layout } from './layout';

export type Arrow = 'up' | 'down' | 'left' | 'right';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const arrows: Record<string, Arrow> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** The direction of an arrow key; null: it is another key. */
export function arrowOf(key: string): Arrow | null {
  return arrows[key] ?? null;
}

/** Boxes in the coordinates of the whole graph; a layout names parents before their children. */
export function absoluteBoxes(layout: Layout): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const node of layout.nodes) {
    const frame = node.parent === null ? undefined : boxes.get(node.parent);
    boxes.set(node.path, { x: node.x + (frame?.x ?? 0), y: node.y + (frame?.y ?? 0), width: node.width, height: node.height });
  }
  return boxes;
}

/** A frame is stepped on at its title, not at the middle of all that is in it. */
const titleHeight = 44;

/** The step that an arrow key leads to: the nearest one in that direction, where a step aside counts double. Null: there is none. */
export function neighbour(boxes: ReadonlyMap<string, Box>, from: string, arrow: Arrow): string | null {
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
    const along = arrow === 'right' ? dx : arrow === 'left' ? -dx : arrow === 'down' ? dy : -dy;
    const aside = arrow === 'left' || arrow === 'right' ? Math.abs(dy) : Math.abs(dx);
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
  return { x: box.x + Math.min(box.width, 208) / 2, y: box.y + Math.min(box.height, titleHeight) / 2 };
}
