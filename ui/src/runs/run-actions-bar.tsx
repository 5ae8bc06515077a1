import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schema } from '@/api/types';
import { plural } from '@/format/numbers';
import { Allowed } from '@/session/allowed';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconRefresh, IconRotate, IconTrash } from '@/theme/icons';
import { runCommands } from './queries';
import { actionsOf } from './run-actions';
import { useRunCommand } from './use-run-command';

/** What an answer to a retry says. */
export function retried(answer: Schema<'RetryResponse'>): string {
  const parts = [answer.items > 0 ? plural(answer.items, 'item') : '', answer.steps > 0 ? plural(answer.steps, 'step') : ''].filter(Boolean);
  return parts.length === 0 ? 'There was nothing to take up again.' : `Taken up again: ${parts.join(' and ')}.`;
}

export function RunActions({ run }: { run: Schema<'RunResponse'> }) {
  const name = run.summary.run;
  const command = useRunCommand(name);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'cancel' | 'delete' | null>(null);
  const actions = actionsOf(run.summary, run.quarantined);
  const steer = (what: 'pause' | 'resume', done: string) => command.send({ ask: () => runCommands.steer(name, what), done: (answer) => (answer.done ? done : 'There was nothing to change.') });
  const close = () => setAsked(null);
  return (
    <>
      {actions.includes('pause') && <Allowed scope="run"><Button variant="default" leftSection={<IconPlayerPause size={15} />} loading={command.busy} onClick={() => steer('pause', 'The run is paused: running bodies finish, nothing new starts.')}>Pause</Button></Allowed>}
      {actions.includes('resume') && <Allowed scope="run"><Button leftSection={<IconPlayerPlay size={15} />} loading={command.busy} onClick={() => steer('resume', 'The run goes on.')}>Resume</Button></Allowed>}
      {actions.includes('redrive') && (
        <Allowed scope="run">
          <Button variant="default" leftSection={<IconRefresh size={15} />} loading={command.busy} onClick={() => command.send({ ask: () => runCommands.retry(name, { quarantined: true }), done: retried })}>
            Re-drive {plural(run.quarantined, 'item')}
          </Button>
        </Allowed>
      )}
      {actions.includes('retry') && <Allowed scope="run"><Button variant="default" leftSection={<IconRotate size={15} />} loading={command.busy} onClick={() => command.send({ ask: () => runCommands.retry(name, { failed: true }), done: retried })}>Retry what failed</Button></Allowed>}
      {actions.includes('cancel') && <Allowed scope="run"><Button variant="default" leftSection={<IconPlayerStop size={15} />} onClick={() => setAsked('cancel')}>Cancel</Button></Allowed>}
      {actions.includes('delete') && <Allowed scope="edit"><Button variant="subtle" color="red" leftSection={<IconTrash size={15} />} onClick={() => setAsked('delete')}>Delete</Button></Allowed>}
      <Modal opened={asked === 'cancel'} onClose={close} title={`Cancel ${name}?`}>
        <Stack>
          <Text size="sm">Running bodies are asked to stop and ended after their grace time; what has not begun is recorded as cancelled. Steps under <code>finally</code> still run. Outcomes that are recorded stay, and a retry takes up the rest.</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>Keep it running</Button>
            <Button color="red" loading={command.busy} onClick={() => command.send({ ask: () => runCommands.steer(name, 'cancel'), done: (answer) => (answer.done ? 'The run is being cancelled.' : 'There was nothing to cancel.') }, close)}>Cancel the run</Button>
          </Group>
        </Stack>
      </Modal>
      <Modal opened={asked === 'delete'} onClose={close} title={`Delete ${name}?`}>
        <Stack>
          <Text size="sm">Its items, outcomes and log are removed and cannot be brought back. Results that other runs may reuse stay.</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>Keep it</Button>
            <Button
              color="red" loading={command.busy}
              onClick={() => command.send({ ask: () => runCommands.delete(name), done: () => `${name} was deleted.` }, () => {
                client.removeQueries({ queryKey: ['runs', 'detail', name] });
                void client.invalidateQueries({ queryKey: ['runs', 'list'] });
                void navigate({ to: '/runs' });
              })}
            >
              Delete the run
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
