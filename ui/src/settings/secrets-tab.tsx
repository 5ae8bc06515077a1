import { Button, Code, Group, Modal, PasswordInput, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Time } from '@/format/time';
import { EmptyState } from '@/shell/empty-state';
import { notifyDone, notifyProblem } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconLock, IconPlus } from '@/theme/icons';
import layout from '@/theme/layout.module.css';
import { settingsCommands, settingsQueries } from './queries';

/** Names of secrets; values go in and never come out. */
export function SecretsTab() {
  const client = useQueryClient();
  const secrets = useQuery(settingsQueries.secrets);
  // The name of the one that gets another value; '' is a new one.
  const [edited, setEdited] = useState<string | null>(null);
  const remove = useMutation({
    mutationFn: (name: string) => settingsCommands.removeSecret(name), onSuccess: (_, name) => notifyDone(`${name} is deleted.`), onError: notifyProblem,
    onSettled: () => client.invalidateQueries({ queryKey: settingsQueries.secrets.queryKey }),
  });
  const rows = secrets.data?.items ?? [];
  const add = <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('')}>Add a secret</Button>;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw={640}>Workflows name them in <Code>with</Code>, as <Code>{'${secrets.name}'}</Code>. They are encrypted at rest, masked in logs and outputs, and never shown again.</Text>
        {rows.length > 0 && add}
      </Group>
      {secrets.isError && <ProblemAlert error={secrets.error} onRetry={() => void secrets.refetch()} />}
      {secrets.isPending && <Skeleton height={120} radius={8} />}
      {secrets.data && rows.length === 0 && <EmptyState icon={IconLock} title="No secret yet" actions={add}>Keys and passwords of services belong here and not into the text of a workflow, which everybody can read.</EmptyState>}
      {rows.length > 0 && (
        <div className="card">
          <table className={layout.table}>
            <thead><tr><th>Name</th><th>Set</th><th><span className="visually-hidden">Actions</span></th></tr></thead>
            <tbody>
              {rows.map((secret) => (
                <tr key={secret.name}>
                  <td><Code>{secret.name}</Code></td>
                  <td data-label="Set"><Time at={secret.set} /></td>
                  <td className={layout.actions}>
                    <Group gap={6} display="inline-flex" wrap="nowrap">
                      <Button size="compact-xs" variant="default" aria-label={`Other value for ${secret.name}`} onClick={() => setEdited(secret.name)}>Other value</Button>
                      <Button size="compact-xs" variant="default" aria-label={`Delete ${secret.name}`} onClick={() => { if (window.confirm(`Delete ${secret.name}? Steps that use it will fail.`)) remove.mutate(secret.name); }}>Delete</Button>
                    </Group>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Modal opened={edited !== null} onClose={() => setEdited(null)} title={edited ? `Another value for ${edited}` : 'Add a secret'}>
        {edited !== null && <SecretForm name={edited} onDone={() => setEdited(null)} />}
      </Modal>
    </Stack>
  );
}

function SecretForm({ name: known, onDone }: { name: string; onDone: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(known);
  const [value, setValue] = useState('');
  const save = useMutation({
    mutationFn: () => settingsCommands.setSecret(name.trim(), value),
    onSuccess: async () => {
      notifyDone(`${name.trim()} is kept.`);
      await client.invalidateQueries({ queryKey: settingsQueries.secrets.queryKey });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {save.isError && <ProblemAlert error={save.error} />}
        {!known && <TextInput label="Name" required data-autofocus spellCheck={false} autoCapitalize="none" value={name} onChange={(event) => setName(event.currentTarget.value)} />}
        <PasswordInput label="Value" required autoComplete="off" data-autofocus={known ? true : undefined} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
        <Group justify="flex-end"><Button type="submit" loading={save.isPending} disabled={!name.trim() || !value}>Keep</Button></Group>
      </Stack>
    </form>
  );
}
