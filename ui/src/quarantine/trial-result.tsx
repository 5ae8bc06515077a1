import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useHomeChange } from '@/live/home-stream';
import { KeyText } from '@/items/key-text';
import { itemQueries } from '@/items/queries';
import { useRunChange } from '@/runs/run-live';
import { AnchorLink } from '@/shell/links';
import { StateBadge } from '@/theme/state-badge';

/** An item that is being tried again. */
export interface Trial {
  run: string;
  block: number;
  ordinal: number;
  key: string;
  /** The drive that failed. */
  drive: number;
}

/** What became of the one item: read at each change of its run until it has ended in a later drive. */
export function TrialResult({ trial }: { trial: Trial }) {
  const item = useQuery({ ...itemQueries.detail(trial.run, trial.block, trial.ordinal), staleTime: 0 });
  const row = item.data?.item;
  const ended = row !== undefined && row.outcome !== 'open' && row.drive > trial.drive;
  const read = () => { if (!ended) void item.refetch(); };
  useRunChange(read);
  useHomeChange((event) => { if (event.many_runs || event.runs.some((run) => run.run === trial.run)) read(); });
  return (
    <Group gap="xs" role="status">
      <Text size="sm"><AnchorLink to="/runs/$run/items/$block/$ordinal" params={{ run: trial.run, block: String(trial.block), ordinal: String(trial.ordinal) }} size="sm" underline="always"><KeyText text={trial.key} most={60} /></AnchorLink></Text>
      <StateBadge state={ended ? row.outcome : 'running'} />
      {ended && row.outcome !== 'failed' && <Text size="sm">It goes now: the group can be driven again.</Text>}
      {ended && row.outcome === 'failed' && <Text size="sm">It failed again: <KeyText text={row.failure?.message ?? row.reason ?? 'see the item'} /></Text>}
    </Group>
  );
}
