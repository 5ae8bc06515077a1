import { Skeleton, Stack } from '@mantine/core';
import { Outlet, useParams } from '@tanstack/react-router';
import { Time } from '@/format/time';
import { AnchorLink } from '@/shell/links';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { shortDigest } from '@/format/numbers';
import { StateBadge } from '@/theme/state-badge';
import { RunActions } from './run-actions-bar';
import { RunErrors } from './run-errors';
import { RunLiveProvider, useRun } from './run-live';
import { RunProgress } from './run-progress';
import { RunTabs } from './run-tabs';
import { RunWaits } from './run-waits';

export function RunPage() {
  const { run } = useParams({ from: '/app/runs/$run' });
  return <RunLiveProvider key={run} run={run}><RunScreen name={run} /></RunLiveProvider>;
}

function RunScreen({ name }: { name: string }) {
  const { query, run } = useRun();
  const summary = run?.summary;
  return (
    <Page
      title={name} windowTitle={summary ? `${name} ${summary.workflow}` : name}
      beside={summary && <StateBadge state={summary.state} size="md" />}
      description={summary
        ? <>
            <AnchorLink to="/workflows/$name" params={{ name: summary.workflow }} size="sm" underline="always">{summary.workflow}</AnchorLink>
            {' · version '}<code title={summary.version}>{shortDigest(summary.version)}</code>{' · started '}<Time at={summary.started} />
          </>
        : query.isError ? undefined : <Skeleton height={14} width={320} my={3} />}
      actions={run && <RunActions run={run} />}
    >
      {query.isError && run === undefined && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {run && <RunErrors errors={run.errors} />}
      {run ? <RunProgress run={run} /> : !query.isError && <Skeleton height={62} />}
      {run && <RunWaits run={run} />}
      {!(query.isError && run === undefined) && (
        <Stack gap="sm">
          <RunTabs run={name} quarantined={run?.quarantined ?? 0} />
          <Outlet />
        </Stack>
      )}
    </Page>
  );
}
