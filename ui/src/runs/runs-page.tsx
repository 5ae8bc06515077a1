import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '@/shell/empty-state';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconPlayerPlay } from '@/theme/icons';
import { runQueries } from './queries';
import { RunList } from './run-list';

export function RunsPage() {
  const runs = useQuery(runQueries.list({}));
  return (
    <Page title="Runs">
      {runs.isError && <ProblemAlert error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.data?.items.length === 0 && (
        <EmptyState icon={IconPlayerPlay} title="No run yet">Open a workflow and start it: each start becomes a run that is listed here.</EmptyState>
      )}
      {runs.data && runs.data.items.length > 0 && <RunList runs={runs.data.items} />}
    </Page>
  );
}
