import { Code } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { workflowQueries } from './queries';

export function WorkflowPage() {
  const { name } = useParams({ from: '/app/workflows/$name' });
  const detail = useQuery(workflowQueries.detail(name));
  return (
    <Page title={name}>
      {detail.isError && <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.data && <Code block>{detail.data.version.sources['']}</Code>}
    </Page>
  );
}
