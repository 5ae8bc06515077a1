import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { notifyDone } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { workflowCommands } from './queries';

export function DeleteDialog({ name, opened, onClose }: { name: string; opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const request = useMutation({
    mutationFn: () => workflowCommands.remove(name),
    onSuccess: async () => {
      notifyDone(`${name} is deleted.`);
      await navigate({ to: '/workflows' });
      client.removeQueries({ queryKey: ['workflows', 'detail', name] });
      await client.invalidateQueries({ queryKey: ['workflows', 'list'] });
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={`Delete ${name}?`}>
      <Stack gap="md">
        <Text size="sm">
          It leaves the lists, and its schedules start nothing any more. Runs and what they recorded stay, and registering a text with this name
          brings all its versions back.
        </Text>
        {request.isError && <ProblemAlert error={request.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>Keep it</Button>
          <Button color="red" loading={request.isPending} onClick={() => request.mutate()}>Delete</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
