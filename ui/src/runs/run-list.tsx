import { Group, Stack, Text } from '@mantine/core';
import type { RunSummary } from '@/api/types';
import { Time } from '@/format/time';
import { AnchorLink } from '@/shell/links';
import { OutcomeBar, OutcomeWords, StateBadge } from '@/theme/state-badge';

/** Runs as rows that fit any width. */
export function RunList({ runs }: { runs: RunSummary[] }) {
  return (
    <Stack gap={0} className="card" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {runs.map((run) => (
        <Stack key={run.run} component="li" gap={4} p="sm" style={{ borderBottom: '1px solid var(--line)' }}>
          <Group gap="sm" justify="space-between">
            <Group gap="sm">
              <AnchorLink to="/runs/$run" params={{ run: run.run }} fw={600} size="sm">{run.run}</AnchorLink>
              <Text size="sm" className="wrap">{run.workflow}</Text>
              <StateBadge state={run.state} />
            </Group>
            <Text size="xs" c="dimmed"><Time at={run.changed} /></Text>
          </Group>
          <OutcomeBar counts={run.counts} open={run.open} total={run.known} />
          <OutcomeWords counts={run.counts} open={run.open} />
        </Stack>
      ))}
    </Stack>
  );
}
