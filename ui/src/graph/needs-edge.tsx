import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { roundedPath, type Point } from './layout';

export type NeedsEdge = Edge<{ points: Point[] }, 'needs'>;

/** A line along the way that the layout found for it, around the boxes. */
export function NeedsLine({ id, data, markerEnd, style }: EdgeProps<NeedsEdge>) {
  return <BaseEdge id={id} path={roundedPath(data?.points ?? [])} markerEnd={markerEnd} style={style} />;
}
