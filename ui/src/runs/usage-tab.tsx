import { Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { count, money } from '@/format/numbers';
import { duration } from '@/format/times';
import { JsonView } from '@/items/json-view';
import { KeyText } from '@/items/key-text';
import { EmptyState } from '@/shell/empty-state';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconCoin } from '@/theme/icons';
import { runQueries } from './queries';
import { useRunChange, useRunLive } from './run-live';
import classes from './usage-tab.module.css';

/** Sums over all bodies need no freshness of 200 ms. */
const CALM_MS = 3_000;

export function UsageTab() {
  const { run } = useRunLive();
  const usage = useQuery(runQueries.usage(run));
  const { refetch } = usage;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useRunChange(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void refetch();
    }, CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  if (usage.isError) return <ProblemAlert error={usage.error} onRetry={() => void refetch()} />;
  if (!usage.data) return <Skeleton height={220} />;
  const { rows } = usage.data;
  if (rows.length === 0) {
    return <div className="card"><EmptyState icon={IconCoin} title="Nothing was used yet">Time of bodies, and tokens and money of models that have a price, are added up here by step and model.</EmptyState></div>;
  }
  const most = Math.max(...rows.map((row) => row.body_seconds), Number.EPSILON);
  return (
    <Stack gap="md">
      <dl className={classes.figures}>
        <Figure name="Cost" value={money(usage.data.cost)} />
        <Figure name="Tokens in" value={count(usage.data.input_tokens)} />
        <Figure name="Tokens out" value={count(usage.data.output_tokens)} />
        <Figure name="Time of bodies" value={duration(usage.data.body_seconds * 1_000)} />
      </dl>
      {usage.data.limits != null && <Stack gap={4}><Text size="sm" fw={600}>Budget</Text><JsonView value={usage.data.limits} label="the budget" /></Stack>}
      <div className={`card ${classes.scroll}`} tabIndex={0} role="region" aria-label="Usage by step and model">
        <Table miw={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Step</Table.Th><Table.Th>Model</Table.Th><Table.Th ta="right">Calls</Table.Th><Table.Th ta="right">Tokens in</Table.Th>
              <Table.Th ta="right">Tokens out</Table.Th><Table.Th ta="right">Cost</Table.Th><Table.Th>Time of bodies</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="numbers">
            {rows.map((row) => (
              <Table.Tr key={`${row.step} ${row.model ?? ''}`}>
                <Table.Td><KeyText text={row.step} /></Table.Td>
                <Table.Td>{row.model == null ? <Text size="sm" c="dimmed">none</Text> : <KeyText text={row.model} />}</Table.Td>
                <Table.Td ta="right">{count(row.calls)}</Table.Td>
                <Table.Td ta="right">{count(row.input_tokens)}</Table.Td>
                <Table.Td ta="right">{count(row.output_tokens)}</Table.Td>
                <Table.Td ta="right">{money(row.cost)}</Table.Td>
                <Table.Td>
                  <span className={classes.time}>
                    <span className={classes.track} aria-hidden="true"><span style={{ width: `${(row.body_seconds / most) * 100}%` }} /></span>
                    {duration(row.body_seconds * 1_000)}
                  </span>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="card">
      <dt>{name}</dt>
      <dd className="numbers">{value}</dd>
    </div>
  );
}
