import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '@/shell/empty-state';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconInbox } from '@/theme/icons';
import { approvalQueries } from './queries';

export function InboxPage() {
  const approvals = useQuery(approvalQueries.list());
  return (
    <Page title="Inbox">
      {approvals.isError && <ProblemAlert error={approvals.error} onRetry={() => void approvals.refetch()} />}
      {approvals.data?.items.length === 0 && (
        <EmptyState icon={IconInbox} title="Nothing waits for you">
          Steps such as <code>people.approve</code> and <code>people.review</code> ask here. A run that asks waits without taking up a worker.
        </EmptyState>
      )}
      <Stack gap="xs">{approvals.data?.items.map((approval) => <Text key={approval.id} size="sm">{approval.question}</Text>)}</Stack>
    </Page>
  );
}
