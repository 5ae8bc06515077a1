import { Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { LazyGraph } from '@/graph/lazy-graph';
import { ProblemAlert } from '@/shell/problem-alert';
import classes from './graph-tab.module.css';
import { runQueries } from './queries';
import { useRun, useRunSteps } from './run-live';
import { countsByPath, noCounts } from './step-counts';
import { StepPanel } from './step-panel';

const height = 'clamp(360px, calc(100dvh - 330px), 900px)';

/** The steps of a run with their counters, live. */
export function GraphTab() {
  const { run: name } = useParams({ from: '/app/runs/$run' });
  const { step: selected } = useSearch({ from: '/app/runs/$run/' });
  const navigate = useNavigate({ from: '/runs/$run' });
  const graph = useQuery(runQueries.graph(name));
  const steps = useRunSteps();
  const { run } = useRun();
  const blocks = run?.blocks;
  const counts = useMemo(() => countsByPath(steps, blocks ?? []), [steps, blocks]);
  const select = (step: string | null) => void navigate({ to: '/runs/$run', params: { run: name }, search: step === null ? {} : { step }, replace: true, resetScroll: false });
  if (graph.isError) return <ProblemAlert error={graph.error} onRetry={() => void graph.refetch()} />;
  if (!graph.data) return <Skeleton height={height} radius={8} />;
  const node = graph.data.nodes.find((one) => one.path === selected);
  return (
    <Group align="stretch" gap="md" className={classes.split}>
      <div className={classes.graph}><LazyGraph graph={graph.data} counts={counts} running={run?.running ?? []} selected={selected ?? null} onSelect={select} height={height} /></div>
      {node && <StepPanel run={name} node={node} counts={counts.get(node.path) ?? noCounts(node.path)} blocks={blocks ?? []} waits={run?.waits ?? []} onClose={() => select(null)} />}
    </Group>
  );
}
