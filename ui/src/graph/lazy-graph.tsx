import { lazy, Suspense } from 'react';
import { Pending } from '@/shell/pending';
import type { WorkflowGraphProps } from './workflow-graph';

const WorkflowGraph = lazy(() => import('./workflow-graph'));

/** The graph, fetched where it is shown: its place is kept until it is there. */
export function LazyGraph(props: WorkflowGraphProps) {
  return (
    <Suspense fallback={<div className="card"><Pending height={props.height} /></div>}>
      <WorkflowGraph {...props} />
    </Suspense>
  );
}
