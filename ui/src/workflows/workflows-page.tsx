import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/shell/links';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { workflowQueries } from './queries';

export function WorkflowsPage() {
  const workflows = useQuery(workflowQueries.list(''));
  return (
    <Page title="Workflows">
      {workflows.isError && <ProblemAlert error={workflows.error} onRetry={() => void workflows.refetch()} />}
      <Stack gap="xs">
        {workflows.data?.items.map((workflow) => (
          <AnchorLink key={workflow.name} to="/workflows/$name" params={{ name: workflow.name }}>{workflow.name}</AnchorLink>
        ))}
      </Stack>
    </Page>
  );
}
