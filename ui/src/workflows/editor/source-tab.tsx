import { Alert, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { Time } from '@/format/time';
import { AnchorLink } from '@/shell/links';
import { notifyDone } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconHistory } from '@/theme/icons';
import { workflowCommands, workflowQueries } from '../queries';
import { useWorkflow } from '../use-workflow';
import { versionName } from '../version-name';
import { DefinitionEditor } from './definition-editor';

/** The text of a version; saving makes a new one. */
export function SourceTab() {
  const { version: newest } = useWorkflow();
  const { version: digest } = useSearch({ from: '/app/workflows/$name/source' });
  const line = Number(/^L(\d+)$/.exec(useLocation({ select: (location) => location.hash }))?.[1] ?? 0) || null;
  const navigate = useNavigate();
  const client = useQueryClient();
  const older = digest !== undefined && digest !== newest.digest;
  const other = useQuery({ ...workflowQueries.version(newest.name, digest ?? ''), enabled: older });
  const version = older ? other.data : newest;
  const save = useMutation({
    mutationFn: (sources: Record<string, string>) => workflowCommands.create({ sources, file: version?.file ?? null }),
    onSuccess: async (saved) => {
      notifyDone(`Saved as version ${versionName(saved)}.`);
      await client.invalidateQueries({ queryKey: ['workflows'] });
      await navigate({ to: '/workflows/$name/source', params: { name: saved.name }, ignoreBlocker: true });
    },
  });
  if (other.isError) return <ProblemAlert error={other.error} onRetry={() => void other.refetch()} />;
  if (!version) return <Skeleton height={420} radius={8} />;
  return (
    <Stack gap="sm">
      {older && (
        <Alert variant="light" color="yellow" icon={<IconHistory size={18} />} py={8}>
          <Group gap="sm">
            <Text size="sm">This is version {versionName(version)}, registered <Time at={version.at} />. Saving it makes it the newest one.</Text>
            <AnchorLink size="sm" to="/workflows/$name/source" params={{ name: newest.name }}>Open the newest</AnchorLink>
          </Group>
        </Alert>
      )}
      {version.file && (
        <Text size="xs" c="dimmed" className="wrap">Relative paths start beside {version.file}. Saving here makes a version of its own and leaves that file as it is.</Text>
      )}
      <DefinitionEditor
        key={version.digest} id={version.digest} sources={version.sources} base={version.file} saveLabel="Save as new version" isNew={older} saving={save.isPending} problem={save.error} line={line}
        onSave={(sources) => save.mutate(sources)}
        note={(checked) => checked.name && checked.name !== version.name && <Text size="sm" c="dimmed">Saves as another workflow: {checked.name}</Text>}
      />
    </Stack>
  );
}
