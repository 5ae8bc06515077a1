import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { bytes, plural } from '@/format/numbers';
import { Allowed } from '@/session/allowed';
import { notifyDone } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { Section } from '@/shell/section';
import { IconTrash } from '@/theme/icons';
import layout from '@/theme/layout.module.css';
import { settingsCommands, settingsQueries } from './queries';
import { storageParts } from './storage-model';

/** What the home takes on disk, and making room. */
export function StorageTab() {
  const client = useQueryClient();
  const storage = useQuery(settingsQueries.storage);
  const collect = useMutation({
    mutationFn: settingsCommands.collectGarbage,
    onSuccess: async (done) => {
      notifyDone(done.removed === 0 ? 'There was nothing to remove.' : `${plural(done.removed, 'artifact')} removed, ${bytes(done.bytes)} freed.`);
      await client.invalidateQueries({ queryKey: settingsQueries.storage.queryKey });
    },
  });
  if (storage.isError) return <ProblemAlert error={storage.error} onRetry={() => void storage.refetch()} />;
  if (storage.isPending) return <Skeleton height={280} radius={8} />;
  const parts = storageParts(storage.data);
  return (
    <Stack gap="md" maw={760}>
      <Section title="On disk">
        <Stack gap="md" p="md">
          <div aria-hidden="true" style={{ display: 'flex', height: 14, borderRadius: 7, overflow: 'hidden', background: 'var(--line)' }}>
            {parts.map((part) => <div key={part.label} style={{ width: `${part.share}%`, minWidth: part.bytes > 0 ? 2 : 0, background: part.color }} />)}
          </div>
          <table className={layout.table}>
            <tbody>
              {parts.map((part) => (
                <tr key={part.label}>
                  <td>
                    <Group gap={8} wrap="nowrap">
                      <span aria-hidden="true" style={{ width: 10, height: 10, borderRadius: 2, background: part.color, flexShrink: 0, border: '1px solid var(--line)' }} />
                      <span><Text size="sm" span>{part.label}</Text> <Text size="xs" c="dimmed" span>{part.what}</Text></span>
                    </Group>
                  </td>
                  <td className={`numbers ${layout.number}`}>{bytes(part.bytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Stack>
      </Section>
      <Section title="Make room">
        <Stack gap="sm" p="md">
          <Text size="sm">Artifacts that no run and no collection refers to any more can be removed. Nothing younger than 24 hours goes, and runs go on meanwhile.</Text>
          {collect.isError && <ProblemAlert error={collect.error} />}
          <Group><Allowed scope="admin"><Button variant="default" leftSection={<IconTrash size={16} />} loading={collect.isPending} onClick={() => collect.mutate()}>Remove what nobody needs</Button></Allowed></Group>
        </Stack>
      </Section>
    </Stack>
  );
}
