import { Group, Text } from '@mantine/core';
import type { Schema } from '@/api/types';
import { count, plural } from '@/format/numbers';
import { Time } from '@/format/time';
import { AnchorLink, ButtonLink } from '@/shell/links';
import { IconCalendar, IconPlayerPlay } from '@/theme/icons';
import { OutcomeBar, StateBadge } from '@/theme/state-badge';
import { versionName } from './version-name';
import classes from '@/theme/layout.module.css';

/** Workflows with their newest version and run: a table where there is room, cards where there is not. */
export function WorkflowTable({ rows }: { rows: readonly Schema<'WorkflowSummary'>[] }) {
  return (
    <div className="card">
      <table className={classes.table}>
        <thead>
          <tr><th>Name</th><th>Newest version</th><th>Last run</th><th className={classes.number}>Runs</th><th><span className="visually-hidden">Actions</span></th></tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.name} row={row} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: Schema<'WorkflowSummary'> }) {
  const last = row.last_run;
  return (
    <tr>
      <td className={classes.name}>
        <AnchorLink to="/workflows/$name" params={{ name: row.name }} size="sm" fw={600} className="wrap">{row.name}</AnchorLink>
        {row.schedules > 0 && (
          <Group gap={4} c="dimmed"><IconCalendar size={13} /><Text size="xs">{plural(row.schedules, 'schedule')}</Text></Group>
        )}
      </td>
      <td data-label="Version">
        <Text size="sm" className="wrap">{versionName(row)}</Text>
        <Text size="xs" c="dimmed">{row.versions > 1 ? `${count(row.versions)} versions · ` : ''}<Time at={row.changed} /></Text>
      </td>
      <td data-label="Last run">
        {last
          ? (
            <div className={classes.last}>
              <Group gap={8} wrap="nowrap">
                <AnchorLink to="/runs/$run" params={{ run: last.run }} size="sm">{last.run}</AnchorLink>
                <StateBadge state={last.state} />
                <Text size="xs" c="dimmed"><Time at={last.changed} /></Text>
              </Group>
              {last.known > 0 && <OutcomeBar counts={last.counts} open={last.open} total={last.known} height={5} />}
            </div>
          )
          : <Text size="sm" c="dimmed">Not run yet</Text>}
      </td>
      <td data-label="Runs" className={`numbers ${classes.number}`}>{count(row.runs)}</td>
      <td className={classes.actions}>
        <ButtonLink to="/workflows/$name/start" params={{ name: row.name }} size="compact-sm" variant="light" leftSection={<IconPlayerPlay size={14} />} aria-label={`Start ${row.name}`}>Start</ButtonLink>
      </td>
    </tr>
  );
}
