import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { plural } from '@/format/numbers';
import { runCommands, runQueries } from '@/runs/queries';
import { retried } from '@/runs/run-actions-bar';
import { NOT_ENDED } from '@/runs/run-actions';
import { useRun } from '@/runs/run-live';
import { useRunCommand } from '@/runs/use-run-command';
import { Allowed } from '@/session/allowed';
import { EmptyState } from '@/shell/empty-state';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconBiohazard, IconRefresh } from '@/theme/icons';
import { inOrder } from './causes';
import { GroupCard } from './group-card';

/** What failed in a run while it went on, grouped by cause. */
export function QuarantineTab() {
  const { run } = useParams({ from: '/app/runs/$run' });
  const groups = useQuery(runQueries.quarantine(run));
  const command = useRunCommand(run);
  const ended = useRun().run?.summary.ended ?? false;
  if (groups.isError) return <ProblemAlert error={groups.error} onRetry={() => void groups.refetch()} />;
  if (!groups.data) return <Skeleton height={220} />;
  const ordered = inOrder(groups.data.items);
  if (ordered.length === 0) {
    return (
      <div className="card">
        <EmptyState icon={IconBiohazard} title="Nothing is in quarantine">
          Items that fail in a block with <code>on_item_failure: quarantine</code> are kept here, grouped by cause, while the run goes on without them. Once the cause is gone, a group is driven again in one go.
        </EmptyState>
      </div>
    );
  }
  const open = ordered.filter((group) => group.accepted == null);
  const items = open.reduce((sum, group) => sum + group.count, 0);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">{open.length === 0 ? 'All of them were accepted as they are.' : `${plural(items, 'item')} by ${plural(open.length, 'cause')}`}</Text>
        {open.length > 1 && (
          <Allowed scope="run" unless={ended ? null : NOT_ENDED}>
            <Button variant="default" leftSection={<IconRefresh size={15} />} loading={command.busy} onClick={() => command.send({ ask: () => runCommands.retry(run, { quarantined: true }), done: retried })}>Re-drive all {plural(items, 'item')}</Button>
          </Allowed>
        )}
      </Group>
      {ordered.map((group) => <GroupCard key={`${group.block} ${group.step ?? ''} ${group.code} ${group.shape}`} run={run} group={group} ended={ended} />)}
    </Stack>
  );
}
