import { Button, Group, Select, Skeleton, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useHomeChange } from '@/live/home-stream';
import { EmptyState } from '@/shell/empty-state';
import { ButtonLink } from '@/shell/links';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconPlayerPlay, IconSearch } from '@/theme/icons';
import { lookOf } from '@/theme/states';
import { workflowQueries } from '@/workflows/queries';
import { runQueries } from './queries';
import { isUnfiltered, RUN_STATES, type RunFilters } from './run-filters';
import { RunList } from './run-list';
import { StateFilter } from './state-filter';

/** New members of the list are asked for at most this often. */
const CALM_MS = 1_500;

export function RunsPage() {
  const filters = useSearch({ from: '/app/runs' });
  const navigate = useNavigate({ from: '/runs' });
  const runs = useInfiniteQuery(runQueries.pages(filters));
  const set = (change: RunFilters) => void navigate({ search: clean({ ...filters, ...change }), replace: true });
  const all = runs.data?.pages.flatMap((page) => page.items) ?? [];
  useNewRuns(new Set(all.map((run) => run.run)));
  return (
    <Page title="Runs" description="Each start of a workflow is a run; the newest is first." actions={<ButtonLink to="/workflows" variant="default" leftSection={<IconPlayerPlay size={15} />}>Start a workflow</ButtonLink>}>
      <Filters filters={filters} onChange={set} />
      {runs.isError && <ProblemAlert error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.isPending && <Stack gap={1}>{Array.from({ length: 6 }, (_, index) => <Skeleton key={index} height={74} radius={0} />)}</Stack>}
      {runs.data && all.length === 0 && (
        <div className="card">
          {isUnfiltered(filters)
            ? <EmptyState icon={IconPlayerPlay} title="No run yet" actions={<ButtonLink to="/workflows">See the workflows</ButtonLink>}>Open a workflow and start it: each start becomes a run that is listed here, with its items, pictures and log.</EmptyState>
            : <EmptyState icon={IconSearch} title="No run fits" actions={<Button variant="default" onClick={() => void navigate({ search: {}, replace: true })}>Show all runs</Button>}>The filters leave nothing.</EmptyState>}
        </div>
      )}
      {all.length > 0 && <RunList runs={all} />}
      {runs.hasNextPage && <Group justify="center"><Button variant="default" loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>Older runs</Button></Group>}
    </Page>
  );
}

function Filters({ filters, onChange }: { filters: RunFilters; onChange: (change: RunFilters) => void }) {
  const workflows = useQuery(workflowQueries.names);
  const [text, setText] = useState(filters.text ?? '');
  const send = useDebouncedCallback((value: string) => onChange({ text: value.trim() === '' ? undefined : value }), 300);
  const names = new Set(workflows.data?.items.map((workflow) => workflow.name) ?? []);
  if (filters.workflow !== undefined) names.add(filters.workflow);
  return (
    <Group gap="sm" align="center">
      <TextInput
        aria-label="Find runs" placeholder="Find by id or workflow" size="xs" w={{ base: '100%', xs: 220 }} leftSection={<IconSearch size={14} />} data-search value={text}
        onChange={(event) => { setText(event.currentTarget.value); send(event.currentTarget.value); }}
      />
      <Select aria-label="Workflow" placeholder="Any workflow" size="xs" w={{ base: '100%', xs: 220 }} clearable searchable data={[...names]} value={filters.workflow ?? null} onChange={(workflow) => onChange({ workflow: workflow ?? undefined })} />
      <StateFilter label="State" states={RUN_STATES} value={filters.state} wordOf={(state) => lookOf(state).label} onChange={(state) => onChange({ state })} />
    </Group>
  );
}

/** Reads the list again when a run changes that is not in it: it may have become a member. Rows themselves are renewed by the shell's stream. */
function useNewRuns(shown: ReadonlySet<string>) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useHomeChange((event) => {
    if (!event.many_runs && event.runs.every((run) => shown.has(run.run))) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: ['runs', 'list'] });
    }, CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

function clean(filters: RunFilters): RunFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as RunFilters;
}
