import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { exactTime } from '@/format/times';
import { runQueries } from '@/runs/queries';
import { ProblemAlert } from '@/shell/problem-alert';
import classes from './item-page.module.css';
import { KeyText } from './key-text';

/** What the steps of one item logged: its first 200 lines. */
export function ItemLog({ run, itemKey }: { run: string; itemKey: string }) {
  const log = useQuery(runQueries.log(run, { key: itemKey, limit: 200 }));
  if (log.isError) return <ProblemAlert error={log.error} onRetry={() => void log.refetch()} />;
  if (!log.data) return <Skeleton height={60} />;
  if (log.data.items.length === 0) return <Text size="sm" c="dimmed">Its steps logged nothing.</Text>;
  return (
    <div className={`card ${classes.log}`} tabIndex={0} role="region" aria-label="Log of the item">
      {log.data.items.map((line) => (
        <div key={line.number} title={`${exactTime(line.at)} ${line.step ?? ''}`}>
          <Text size="xs" c="dimmed" span ff="monospace">{line.level} </Text><KeyText text={line.text} lines />
        </div>
      ))}
      {log.data.next !== null && <Text size="xs" c="dimmed">There are more lines; the log of the run has all.</Text>}
    </div>
  );
}
