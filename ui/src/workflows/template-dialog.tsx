import { Loader, Modal, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { notifyDone } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { workflowCommands, workflowQueries } from './queries';

/** Templates to choose from. The chosen one is registered with the files that belong to it, in a folder of its own. */
export function TemplateDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const templates = useQuery({ ...workflowQueries.templates, enabled: opened });
  const create = useMutation({
    mutationFn: (template: string) => workflowCommands.create({ template }),
    onSuccess: async (version) => {
      notifyDone(`${version.name} is registered. Change its text under Source.`);
      await client.invalidateQueries({ queryKey: ['workflows'] });
      await navigate({ to: '/workflows/$name', params: { name: version.name } });
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title="Start from a template" size="lg">
      <Stack gap="xs">
        {templates.isError && <ProblemAlert error={templates.error} onRetry={() => void templates.refetch()} />}
        {create.isError && <ProblemAlert error={create.error} />}
        {templates.isPending && Array.from({ length: 3 }, (_, index) => <Skeleton key={index} height={62} radius={8} />)}
        {templates.data?.items.length === 0 && <Text size="sm" c="dimmed">This server has no templates. Take a file, or write a workflow.</Text>}
        {templates.data?.items.map((template) => (
          <UnstyledButton key={template.name} className="card" p="sm" disabled={create.isPending} onClick={() => create.mutate(template.name)}>
            <Text size="sm" fw={600}>{template.name} {create.isPending && create.variables === template.name && <Loader size={12} aria-hidden="true" />}</Text>
            <Text size="sm" c="dimmed">{template.description}</Text>
          </UnstyledButton>
        ))}
        <Text size="xs" c="dimmed">Its files go to a new folder of the server, where they can be changed.</Text>
      </Stack>
    </Modal>
  );
}
