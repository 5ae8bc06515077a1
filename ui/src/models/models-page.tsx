import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '@/shell/empty-state';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconCpu } from '@/theme/icons';
import { modelsQuery } from './queries';

export function ModelsPage() {
  const models = useQuery(modelsQuery);
  return (
    <Page title="Models">
      {models.isError && <ProblemAlert error={models.error} onRetry={() => void models.refetch()} />}
      {models.data?.models.length === 0 && (
        <EmptyState icon={IconCpu} title="No model is registered">Register one with <code>atelier models add NAME SOURCE</code>.</EmptyState>
      )}
      <Stack gap="xs">{models.data?.models.map((model) => <Text key={model.name} size="sm">{model.name}: {model.state}</Text>)}</Stack>
    </Page>
  );
}
