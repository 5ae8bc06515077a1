import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { WorkflowGraphProps } from './workflow-graph';

const WorkflowGraph = lazy(() => import('./workflow-graph'));

/** The graph, fetched where it is shown: its place is kept until it is there. */
export function LazyGraph(props: WorkflowGraphProps) {
  return (
    <Suspense fallback={<Skeleton height={props.height} radius={8} />}>
      <WorkflowGraph {...props} />
    </Suspense>
  );
}
