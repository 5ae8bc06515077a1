import { Button, Chip, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { ApiError, codes } from '@/api/problem';
import { isRecord } from '@/api/records';
import type { Schema } from '@/api/types';
import { notifyDone } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { workflowCommands } from '../queries';
import { initialForm, placeMistakes, readForm } from '../start/form-model';
import { InputField } from '../start/input-field';
import { catchUpChoices, looksWhole, overlapChoices, presets, zones } from './schedule-model';
import { SchedulePreview } from './schedule-preview';

interface Props {
  version: Schema<'WorkflowVersion'>;
  /** Null: a new one. */
  schedule: Schema<'ScheduleResponse'> | null;
  onDone: () => void;
}

export function ScheduleForm({ version, schedule, onDone }: Props) {
  const client = useQueryClient();
  const [cron, setCron] = useState(schedule?.cron ?? '15 3 * * *');
  const [zone, setZone] = useState(schedule?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [overlap, setOverlap] = useState(schedule?.overlap ?? 'skip');
  const [catchUp, setCatchUp] = useState(schedule?.catch_up ?? 'last');
  const [values, setValues] = useState(() => initialForm(version.inputs, isRecord(schedule?.inputs) ? schedule.inputs : {}));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const allZones = useMemo(zones, []);
  const save = useMutation({
    mutationFn: (inputs: Record<string, unknown>) => workflowCommands.saveSchedule(schedule?.id ?? null, {
      workflow: version.name, version: schedule?.version ?? null, cron: cron.trim(), zone, inputs, overlap, catch_up: catchUp, enabled: schedule?.enabled ?? true,
    }),
    onSuccess: async () => {
      notifyDone(schedule ? 'The schedule is changed.' : 'The schedule is added.');
      await client.invalidateQueries({ queryKey: ['schedules'] });
      onDone();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === codes.inputMistakes) setErrors(placeMistakes(version.inputs, error.mistakes).errors);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readForm(version.inputs, values);
    setErrors(read.errors);
    if (Object.keys(read.errors).length === 0) save.mutate(read.values);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Chip.Group value={cron} onChange={(value) => { if (typeof value === 'string') setCron(value); }}>
          <Group gap={6} aria-label="Common schedules" role="group">{presets.map((preset) => <Chip key={preset.value} value={preset.value} size="xs">{preset.label}</Chip>)}</Group>
        </Chip.Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            label="Schedule" description="Minute, hour, day, month, weekday." value={cron} required spellCheck={false} data-autofocus
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} onChange={(event) => setCron(event.currentTarget.value)}
          />
          <Select label="Time zone" description="Daylight saving is that of the zone." data={allZones} value={zone} searchable allowDeselect={false} onChange={(value) => setZone(value ?? 'UTC')} />
        </SimpleGrid>
        <SchedulePreview cron={cron} zone={zone} />
        <Select label="When the run before still goes on" data={[...overlapChoices]} value={overlap} allowDeselect={false} onChange={(value) => setOverlap(value ?? 'skip')} />
        <Select label="Starts that were missed while the server was off" data={[...catchUpChoices]} value={catchUp} allowDeselect={false} onChange={(value) => setCatchUp(value ?? 'last')} />
        {version.inputs.map((input) => (
          <InputField key={input.name} input={input} value={values[input.name] ?? ''} error={errors[input.name]} onChange={(value) => setValues((old) => ({ ...old, [input.name]: value }))} />
        ))}
        {save.isError && Object.keys(errors).length === 0 && <ProblemAlert error={save.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>Cancel</Button>
          <Button type="submit" loading={save.isPending} disabled={!looksWhole(cron)}>{schedule ? 'Save' : 'Add'}</Button>
        </Group>
      </Stack>
    </form>
  );
}
