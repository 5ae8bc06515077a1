import { useQuery } from '@tanstack/react-query';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { RunList } from '@/runs/run-list';
import { homeQuery } from './queries';

export function HomePage() {
  const home = useQuery(homeQuery);
  return (
    <Page title="Home">
      {home.isError && <ProblemAlert error={home.error} onRetry={() => void home.refetch()} />}
      {home.data && <RunList runs={home.data.recent} />}
    </Page>
  );
}
