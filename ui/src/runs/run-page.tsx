import { Code, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { OutcomeBar, OutcomeWords, StateBadge } from '@/theme/state-badge';
import { runQueries } from './queries';

export function RunPage() {
  const { run } = useParams({ from: '/app/runs/$run' });
  const detail = useQuery(runQueries.detail(run));
  const summary = detail.data?.summary;
  return (
    <Page title={run} description={summary?.workflow} beside={summary && <StateBadge state={summary.state} />}>
      {detail.isError && <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />}
      {summary && <OutcomeBar counts={summary.counts} open={summary.open} total={summary.known} />}
      {summary && <OutcomeWords counts={summary.counts} open={summary.open} />}
      {detail.data && <Text size="sm">Inputs</Text>}
      {detail.data && <Code block>{JSON.stringify(detail.data.inputs, null, 2)}</Code>}
    </Page>
  );
}
