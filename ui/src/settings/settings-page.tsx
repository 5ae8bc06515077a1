import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { aboutQuery } from '@/home/queries';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';

export function SettingsPage() {
  const about = useQuery(aboutQuery);
  return (
    <Page title="Settings">
      {about.isError && <ProblemAlert error={about.error} onRetry={() => void about.refetch()} />}
      {about.data && <Text size="sm">{about.data.name} {about.data.version}</Text>}
    </Page>
  );
}
