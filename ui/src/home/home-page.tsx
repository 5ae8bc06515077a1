import { Alert, Grid, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Page } from '@/shell/page';
import { ButtonLink } from '@/shell/links';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconAlertTriangle, IconRoute } from '@/theme/icons';
import { AttentionList } from './attention-list';
import { FigureRow } from './figure-row';
import { FirstSteps } from './first-steps';
import { homeQuery } from './queries';
import { RunCards } from './run-cards';
import { ThroughputCard } from './throughput-card';
import { useLiveHome } from './use-live-home';
import { isFresh, splitRuns } from './view-model';

export function HomePage() {
  useLiveHome();
  const home = useQuery(homeQuery);
  const runs = splitRuns(home.data?.recent ?? []);
  return (
    <Page title="Home" actions={<ButtonLink to="/workflows" variant="default" leftSection={<IconRoute size={16} />}>Start a workflow</ButtonLink>}>
      {home.isError && <ProblemAlert error={home.error} onRetry={() => void home.refetch()} />}
      {home.data?.stalled && (
        <Alert color="red" icon={<IconAlertTriangle />} title="Nothing can be written at present" role="alert">
          {home.data.stalled} Runs go on by themselves once there is room; nothing that was recorded is lost.
        </Alert>
      )}
      <FigureRow home={home.data} />
      {home.isPending && <Skeleton height={360} radius={8} />}
      {home.data && isFresh(home.data) && <FirstSteps />}
      {home.data && !isFresh(home.data) && (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack gap="md">
              <RunCards title="Running now" runs={runs.live} empty="Nothing runs at present. Start a workflow, or let a schedule do it." />
              <RunCards title="Ended lately" runs={runs.ended.slice(0, 8)} empty="No run has ended yet." />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="md">
              <AttentionList items={home.data.attention} />
              <ThroughputCard hours={home.data.throughput} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}
