import { Group, Skeleton, Text } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import type { Schema } from '@/api/types';
import { count } from '@/format/numbers';
import { Section } from '@/shell/section';
import { stateColor, type State } from '@/theme/states';
import classes from './home.module.css';
import { throughputSeries } from './view-model';

const ThroughputChart = lazy(() => import('./throughput-chart'));

/** Outcomes of the last day by hour. */
export function ThroughputCard({ hours }: { hours: readonly Schema<'ThroughputHour'>[] }) {
  const series = useMemo(() => throughputSeries(hours), [hours]);
  const words = series.busiest
    ? `${count(series.total)} outcomes in 24 hours; most of them, ${count(series.busiest.count)}, in the hour from ${new Date(series.busiest.from).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}.`
    : 'Nothing ended in the last 24 hours.';
  return (
    <Section title="Throughput of the last day" beside={<Text size="xs" c="dimmed" className="numbers">{count(series.total)} outcomes</Text>}>
      <p className="visually-hidden">{words}</p>
      {series.busiest
        ? (
          <>
            <div className={classes.chart} aria-hidden="true">
              <Suspense fallback={<Skeleton height="100%" />}><ThroughputChart series={series} /></Suspense>
            </div>
            <Group gap="md" px="md" pb={10}>
              <Legend state="succeeded" label="Succeeded" />
              <Legend state="rejected" label="Rejected" />
              <Legend state="failed" label="Failed" />
            </Group>
          </>
        )
        : <Text size="sm" c="dimmed" p="md" aria-hidden="true">{words}</Text>}
    </Section>
  );
}

function Legend({ state, label }: { state: State; label: string }) {
  return (
    <Group gap={6}>
      <span style={{ width: 10, height: 10, borderRadius: 2, background: stateColor(state) }} aria-hidden="true" />
      <Text size="xs" c="dimmed">{label}</Text>
    </Group>
  );
}
