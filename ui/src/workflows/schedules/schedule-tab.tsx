import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '@/api/types';
import { Allowed } from '@/session/allowed';
import { EmptyState } from '@/shell/empty-state';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconCalendar, IconPlus } from '@/theme/icons';
import { workflowQueries } from '../queries';
import { useWorkflow } from '../use-workflow';
import { ScheduleCard } from './schedule-card';
import { ScheduleForm } from './schedule-form';

/** When the workflow starts by the clock. */
export function ScheduleTab() {
  const { version } = useWorkflow();
  const schedules = useQuery(workflowQueries.schedules(version.name));
  const [edited, setEdited] = useState<Schema<'ScheduleResponse'> | 'new' | null>(null);
  if (schedules.isError) return <ProblemAlert error={schedules.error} onRetry={() => void schedules.refetch()} />;
  if (schedules.isPending) return <Skeleton height={200} radius={8} />;
  const rows = schedules.data.items;
  const add = <Allowed scope="edit"><Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>Add a schedule</Button></Allowed>;
  return (
    <Stack gap="md">
      {rows.length === 0 && (
        <EmptyState icon={IconCalendar} title="Nothing starts by the clock" actions={add}>
          A schedule starts this workflow at the times of a cron expression in a time zone, for instance every night at 03:15. What happens when the run
          before still goes on, or when the server was off, is yours to choose.
        </EmptyState>
      )}
      {rows.length > 0 && <Group justify="space-between"><Text size="sm" c="dimmed">The server starts these by itself.</Text>{add}</Group>}
      {rows.map((schedule) => <ScheduleCard key={schedule.id} schedule={schedule} onEdit={() => setEdited(schedule)} />)}
      <Modal opened={edited !== null} onClose={() => setEdited(null)} title={edited === 'new' ? 'Add a schedule' : 'Change the schedule'} size="lg">
        {edited !== null && <ScheduleForm version={version} schedule={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />}
      </Modal>
    </Stack>
  );
}
