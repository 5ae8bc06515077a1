import { Skeleton, Stack, Text } from '@mantine/core';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { plural } from '@/format/numbers';
import { homeQuery } from '@/home/queries';
import { useHomeChange } from '@/live/home-stream';
import { runQueries } from '@/runs/queries';
import { EmptyState } from '@/shell/empty-state';
import { AnchorLink } from '@/shell/links';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconBiohazard } from '@/theme/icons';
import { causesOf, type Cause, type RunGroup, type RunOfGroups } from './causes';
import { Examples } from './examples';
import { GroupActions } from './group-actions';
import { CauseHead } from './group-card';
import classes from './quarantine.module.css';

/** Runs whose groups are read; older ones are reached from their own page. */
const MOST_RUNS = 20;
const CALM_MS = 2_000;

export function QuarantinePage() {
  const home = useQuery(homeQuery);
  const client = useQueryClient();
  const named = new Map<string, RunOfGroups>();
  // A run that asks for attention without being among the newest has ended: those that have not are listed first.
  for (const one of home.data?.attention ?? []) if (one.kind === 'quarantine') named.set(one.run, { run: one.run, workflow: one.workflow, ended: true });
  for (const run of home.data?.recent ?? []) if (run.counts.failed > 0) named.set(run.run, run);
  const runs = [...named.values()].slice(0, MOST_RUNS);
  const groups = useQueries({ queries: runs.map(({ run }) => runQueries.quarantine(run)) });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useHomeChange((event) => {
    if (!event.many_runs && event.runs.length === 0) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: ['runs', 'quarantine'] });
      void client.invalidateQueries({ queryKey: ['home'] });
    }, CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const all = groups.flatMap((query, index): RunGroup[] => {
    const run = runs[index];
    return run === undefined ? [] : (query.data?.items ?? []).map((group) => ({ run, group }));
  });
  const causes = causesOf(all);
  const waiting = home.isPending || groups.some((query) => query.isPending);
  const failed = home.error ?? groups.find((query) => query.isError)?.error ?? null;
  const items = causes.reduce((sum, cause) => sum + cause.count, 0);
  return (
    <Page title="Quarantine" description={causes.length > 0 ? `${plural(items, 'item')} by ${plural(causes.length, 'cause')}, over the newest runs` : 'Items that failed while their runs went on'}>
      {failed !== null && <ProblemAlert error={failed} onRetry={() => { void home.refetch(); void client.invalidateQueries({ queryKey: ['runs', 'quarantine'] }); }} />}
      {waiting && causes.length === 0 && failed === null && <Skeleton height={220} />}
      {!waiting && causes.length === 0 && failed === null && (
        <div className="card">
          <EmptyState icon={IconBiohazard} title="Nothing is in quarantine">
            Items that fail in a block with <code>on_item_failure: quarantine</code> are kept here with their cause while the run goes on without them. Items that somebody accepted as they are stay in their run.
          </EmptyState>
        </div>
      )}
      <Stack gap="sm">{causes.map((cause) => <CauseCard key={cause.id} cause={cause} />)}</Stack>
    </Page>
  );
}

function CauseCard({ cause }: { cause: Cause }) {
  return (
    <article className={`card ${classes.card}`}>
      <CauseHead code={cause.code} kind={cause.runs[0]?.group.kind ?? null} step={`${cause.workflow}: ${cause.step}`} message={cause.message} remedy={cause.remedy} count={cause.count} />
      <ul className={classes.runs}>
        {cause.runs.map(({ run, group }) => (
          <li key={`${run.run} ${group.block}`} className={classes.run}>
            <Text size="sm"><AnchorLink to="/runs/$run/quarantine" params={{ run: run.run }} size="sm" fw={600} underline="always">{run.run}</AnchorLink> · {plural(group.count, 'item')}</Text>
            <Examples run={run.run} block={group.block} examples={group.examples.slice(0, 3)} count={group.count} filter={{ step: group.step ?? undefined }} />
            <GroupActions run={run.run} group={group} ended={run.ended} />
          </li>
        ))}
      </ul>
    </article>
  );
}
