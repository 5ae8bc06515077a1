import { Group, Text } from '@mantine/core';
import type { RunSummary } from '@/api/types';
import { count, percent } from '@/format/numbers';
import { Elapsed, Time } from '@/format/time';
import { AnchorLink } from '@/shell/links';
import { Section } from '@/shell/section';
import { OutcomeBar, OutcomeWords, StateBadge } from '@/theme/state-badge';
import classes from './home.module.css';
import { endedItems } from './view-model';

/** Runs with how far each has come. */
export function RunCards({ title, runs, empty }: { title: string; runs: readonly RunSummary[]; empty: string }) {
  return (
    <Section title={title} beside={<AnchorLink to="/runs" size="xs">All runs</AnchorLink>}>
      {runs.length === 0 && <Text size="sm" c="dimmed" p="md">{empty}</Text>}
      <ul className={classes.list}>
        {runs.map((run) => <RunCard key={run.run} run={run} />)}
      </ul>
    </Section>
  );
}

function RunCard({ run }: { run: RunSummary }) {
  const ended = endedItems(run);
  return (
    <li className={classes.row}>
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <Group gap={8} wrap="nowrap" style={{ minWidth: 0 }}>
          <AnchorLink to="/runs/$run" params={{ run: run.run }} size="sm" fw={600} className={classes.cover} c="inherit" style={{ flexShrink: 0 }}>{run.run}</AnchorLink>
          <Text size="sm" className="truncate" title={run.workflow}>{run.workflow}</Text>
        </Group>
        <StateBadge state={run.state} />
      </Group>
      {(run.known > 0 || ended > 0) && <OutcomeBar counts={run.counts} open={run.open} total={run.known} />}
      <Group justify="space-between" gap="0 12px">
        <OutcomeWords counts={run.counts} open={run.open} />
        <Text size="xs" c="dimmed" className="numbers">
          {run.ended
            ? <><Elapsed from={run.started} until={run.changed} /> · <Time at={run.changed} /></>
            : <>{run.known > 0 && `${percent(ended, run.known)} of ${count(run.known)} · `}<Elapsed from={run.started} until={null} /></>}
        </Text>
      </Group>
    </li>
  );
}
