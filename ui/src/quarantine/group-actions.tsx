import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Schema } from '@/api/types';
import { plural } from '@/format/numbers';
import { runCommands } from '@/runs/queries';
import { NOT_ENDED } from '@/runs/run-actions';
import { retried } from '@/runs/run-actions-bar';
import { useRunCommand } from '@/runs/use-run-command';
import { Allowed } from '@/session/allowed';
import { IconCheck, IconPlayerPlay, IconRefresh } from '@/theme/icons';
import { causeOf } from './causes';
import { TrialResult, type Trial } from './trial-result';

/** What can be done with a group of failed items: one of them first, then all; or they stay as they are. */
export function GroupActions({ run, group, ended }: { run: string; group: Schema<'FailureGroupResponse'>; ended: boolean }) {
  const command = useRunCommand(run);
  const [asked, setAsked] = useState(false);
  const [note, setNote] = useState('');
  const [trial, setTrial] = useState<Trial | null>(null);
  const example = group.examples[0];
  const cause = causeOf(group);
  const redrive = () => command.send({ ask: () => runCommands.retry(run, { cause }), done: retried });
  if (group.accepted != null) {
    return (
      <Group gap="xs">
        <Allowed scope="run">
          <Button variant="default" loading={command.busy} onClick={() => command.send({ ask: () => runCommands.reopen(run, { cause, note: null }), done: (answer) => (answer.done ? 'The group needs somebody again.' : 'There was nothing to take back.') })}>Take it back</Button>
        </Allowed>
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {example !== undefined && (
          <Allowed scope="run" unless={ended ? null : NOT_ENDED}>
            <Button
              variant="default" leftSection={<IconPlayerPlay size={14} />} loading={command.busy}
              onClick={() => command.send({ ask: () => runCommands.retry(run, { items: [example.key] }), done: () => 'One item is on its way.' }, () => setTrial({ run, block: group.block, ordinal: example.ordinal, key: example.key, drive: example.drive }))}
            >
              Try on one
            </Button>
          </Allowed>
        )}
        <Allowed scope="run" unless={ended ? null : NOT_ENDED}><Button leftSection={<IconRefresh size={14} />} loading={command.busy} onClick={redrive}>Re-drive {plural(group.count, 'item')}</Button></Allowed>
        <Allowed scope="run"><Button variant="default" leftSection={<IconCheck size={14} />} onClick={() => setAsked(true)}>Accept as is</Button></Allowed>
      </Group>
      {trial !== null && <TrialResult key={trial.drive} trial={trial} />}
      <Modal opened={asked} onClose={() => setAsked(false)} title={`Accept ${plural(group.count, 'item')} as they are?`}>
        <Stack>
          <Text size="sm">They stay failed and are kept, but need nobody any more: they no longer count in quarantine. You can take it back here.</Text>
          <Textarea label="Note" description="Why they need nobody; others see it" value={note} onChange={(event) => setNote(event.currentTarget.value)} autosize minRows={2} maxRows={8} data-autofocus />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsked(false)}>Back</Button>
            <Button loading={command.busy} onClick={() => command.send({ ask: () => runCommands.accept(run, { cause, note: note.trim() === '' ? null : note.trim() }), done: (answer) => (answer.done ? `${plural(group.count, 'item')} accepted as they are.` : 'There was nothing to accept.') }, () => setAsked(false))}>Accept</Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}
