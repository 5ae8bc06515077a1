import { Modal, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ProblemAlert } from '@/shell/problem-alert';
import { workflowQueries } from './queries';

/** Templates to choose from; the chosen one opens in the editor, where nothing is saved yet. */
export function TemplateDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const templates = useQuery({ ...workflowQueries.templates, enabled: opened });
  return (
    <Modal opened={opened} onClose={onClose} title="Start from a template" size="lg">
      <Stack gap="xs">
        {templates.isError && <ProblemAlert error={templates.error} onRetry={() => void templates.refetch()} />}
        {templates.isPending && Array.from({ length: 4 }, (_, index) => <Skeleton key={index} height={58} radius={8} />)}
        {templates.data?.items.length === 0 && <Text size="sm" c="dimmed">This server has no templates. Take a file, or write a workflow.</Text>}
        {templates.data?.items.map((template) => (
          <UnstyledButton key={template.name} className="card" p="sm" onClick={() => void navigate({ to: '/new-workflow', search: { template: template.name } })}>
            <Text size="sm" fw={600}>{template.name}</Text>
            <Text size="sm" c="dimmed">{template.description}</Text>
          </UnstyledButton>
        ))}
      </Stack>
    </Modal>
  );
}
