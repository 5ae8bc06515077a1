import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page, RunSummary, Schema } from '@/api/types';

/** Counts that the navigation shows. */
export interface LiveCounts {
  running: number;
  approvals: number;
}

export const liveCountsKey = ['live', 'counts'] as const;

/** The newest state replaces what the caches hold; lists that may have got other members are read again. */
export function applyHomeEvent(client: QueryClient, event: Schema<'HomeEvent'>): void {
  client.setQueryData<LiveCounts>(liveCountsKey, { running: event.running, approvals: event.approvals });
  const changed = new Map(event.runs.map((run) => [run.run, run]));
  client.setQueriesData<Page<RunSummary> | InfiniteData<Page<RunSummary>>>({ queryKey: ['runs', 'list'] }, (old) => {
    if (!old) return old;
    return 'pages' in old
      ? { ...old, pages: old.pages.map((page) => ({ ...page, items: replaceRuns(page.items, changed) })) }
      : { ...old, items: replaceRuns(old.items, changed) };
  });
  client.setQueriesData<InfiniteData<Page<Schema<'WorkflowSummary'>>>>({ queryKey: ['workflows', 'list'] }, (old) =>
    old && { ...old, pages: old.pages.map((page) => ({ ...page, items: page.items.map((row) => withNewerRun(row, changed)) })) });
  if (event.many_runs) void client.invalidateQueries({ queryKey: ['runs', 'list'] });
  client.setQueryData<Schema<'HomeOverview'>>(['home'], (old) =>
    old && { ...old, running: event.running, approvals: event.approvals, recent: replaceRuns(old.recent, changed) });
}

/** The same list with newer summaries in the places of older ones; the list itself where nothing changed. */
export function replaceRuns(runs: RunSummary[], changed: ReadonlyMap<string, RunSummary>): RunSummary[] {
  let any = false;
  const next = runs.map((run) => {
    const newer = changed.get(run.run);
    if (!newer || newer.seq < run.seq) return run;
    any = true;
    return newer;
  });
  return any ? next : runs;
}

/** A workflow whose last run is shown as it is now. */
function withNewerRun(row: Schema<'WorkflowSummary'>, changed: ReadonlyMap<string, RunSummary>): Schema<'WorkflowSummary'> {
  const newer = row.last_run && changed.get(row.last_run.run);
  return newer && row.last_run && newer.seq > row.last_run.seq ? { ...row, last_run: newer } : row;
}
