import { createContext, useContext } from 'react';
import type { GraphNode, StepCounts } from '@/api/types';

/** What the boxes read beside their place. Kept out of the nodes' own data, so that new counters never lay out or rebuild anything. */
export interface GraphContext {
  nodes: ReadonlyMap<string, GraphNode>;
  counts: ReadonlyMap<string, StepCounts> | null;
  running: ReadonlySet<string>;
  collapsed: ReadonlySet<string>;
  toggle: (path: string) => void;
  direction: 'RIGHT' | 'DOWN';
}

export const GraphReading = createContext<GraphContext>({
  nodes: new Map(), counts: null, running: new Set(), collapsed: new Set(), toggle: () => undefined, direction: 'RIGHT',
});

export function useGraph(): GraphContext {
  return useContext(GraphReading);
}
