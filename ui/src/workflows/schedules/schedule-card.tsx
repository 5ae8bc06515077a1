import { ActionIcon, Alert, Code, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@/api/types';
import { shortDigest } from '@/format/numbers';
import { Time } from '@/format/time';
import { sentence } from '@/format/texts';
import { exactTime } from '@/format/times';
import { Allowed } from '@/session/allowed';
import { usePermission } from '@/session/use-session';
import { AnchorLink } from '@/shell/links';
import { notifyDone, notifyProblem } from '@/shell/notify';
import { IconAlertTriangle, IconPencil, IconTrash } from '@/theme/icons';
import layout from '@/theme/layout.module.css';
import { workflowCommands, workflowQueries } from '../queries';
import { catchUpChoices, overlapChoices, saveRequest } from './schedule-model';

interface Props {
  schedule: Schema<'ScheduleResponse'>;
  onEdit: () => void;
}

export function ScheduleCard({ schedule, onEdit }: Props) {
  const client = useQueryClient();
  const permission = usePermission('edit');
  const preview = useQuery(workflowQueries.preview(schedule.cron, schedule.zone));
  const settled = () => client.invalidateQueries({ queryKey: ['schedules'] });
  const change = useMutation({
    mutationFn: (enabled: boolean) => workflowCommands.saveSchedule(schedule.id, saveRequest(schedule, { enabled })), onError: notifyProblem, onSettled: settled,
  });
  const remove = useMutation({
    mutationFn: () => workflowCommands.removeSchedule(schedule.id), onSuccess: () => notifyDone('The schedule is deleted.'), onError: notifyProblem, onSettled: settled,
  });
  return (
    <section className="card" style={{ padding: 16 }}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} style={{ minWidth: 0, flex: '1 1 220px' }}>
          <Title order={2}>{preview.data ? sentence(preview.data.text).slice(0, -1) : schedule.cron}</Title>
          <Text size="sm" c="dimmed"><Code>{schedule.cron}</Code> in {schedule.zone}</Text>
        </Stack>
        <Group gap={6}>
          <Switch
            label={schedule.enabled ? 'On' : 'Off'} checked={schedule.enabled} disabled={!permission.allowed || change.isPending} title={permission.reason ?? undefined}
            onChange={(event) => change.mutate(event.currentTarget.checked)}
          />
          <Allowed scope="edit"><ActionIcon aria-label="Change this schedule" onClick={onEdit}><IconPencil /></ActionIcon></Allowed>
          <Allowed scope="edit">
            <ActionIcon aria-label="Delete this schedule" loading={remove.isPending} onClick={() => { if (window.confirm('Delete this schedule?')) remove.mutate(); }}><IconTrash /></ActionIcon>
          </Allowed>
        </Group>
      </Group>
      {schedule.problem && <Alert variant="light" color="orange" icon={<IconAlertTriangle size={18} />} mt="sm" py={8}><Text size="sm" className="wrap">The last start did not happen: {schedule.problem}</Text></Alert>}
      <dl className={layout.facts} style={{ marginTop: 12 }}>
        <dt>Next</dt>
        <dd>{schedule.enabled && schedule.next.length > 0 ? <NextTimes times={schedule.next} /> : 'nothing while it is off'}</dd>
        <dt>Last</dt>
        <dd>{schedule.last_fired ? <><Time at={schedule.last_fired} />{schedule.last_run && <> as <AnchorLink size="sm" underline="always" to="/runs/$run" params={{ run: schedule.last_run }}>{schedule.last_run}</AnchorLink></>}</> : 'never'}</dd>
        <dt>Version</dt>
        <dd>{schedule.version ? <Code>{shortDigest(schedule.version)}</Code> : 'the newest at each start'}</dd>
        <dt>Overlap</dt>
        <dd>{overlapChoices.find((choice) => choice.value === schedule.overlap)?.label ?? schedule.overlap}</dd>
        <dt>Missed starts</dt>
        <dd>{catchUpChoices.find((choice) => choice.value === schedule.catch_up)?.label ?? schedule.catch_up}</dd>
        <dt>Added by</dt>
        <dd>{schedule.created_by}</dd>
      </dl>
    </section>
  );
}

function NextTimes({ times }: { times: readonly string[] }) {
  return (
    <ol style={{ margin: 0, paddingLeft: 18 }}>
      {times.slice(0, 5).map((time, index) => <li key={time}>{exactTime(time)}{index === 0 && <> (<Time at={time} />)</>}</li>)}
    </ol>
  );
}
