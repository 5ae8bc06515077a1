import { Button, Group, PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Schema } from '@/api/types';
import { notifyDone } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { settingsCommands, settingsQueries } from './queries';
import { roles } from './roles';

export function UserForm({ onCreated }: { onCreated: (answer: Schema<'CreatedUserResponse'>) => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState('operator');
  const [password, setPassword] = useState('');
  const create = useMutation({
    mutationFn: () => settingsCommands.createUser({ name: name.trim(), display_name: displayName.trim() || null, role, password: password || null }),
    onSuccess: async (answer) => {
      notifyDone(`${answer.user.name} can sign in.`);
      await client.invalidateQueries({ queryKey: settingsQueries.users.queryKey });
      onCreated(answer);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {create.isError && <ProblemAlert error={create.error} />}
        <TextInput label="Name" description="Letters, digits, dots, dashes and underscores; signs in with it." required data-autofocus autoCapitalize="none" spellCheck={false} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label="Shown as" description="Default: the name." value={displayName} onChange={(event) => setDisplayName(event.currentTarget.value)} />
        <Radio.Group label="Role" value={role} onChange={setRole}>
          <Stack gap={8} mt={6}>{roles.map((entry) => <Radio key={entry.value} value={entry.value} label={entry.label} description={entry.can} />)}</Stack>
        </Radio.Group>
        <PasswordInput label="Password" description="At least 12 characters. Left empty, the server makes one and shows it once." autoComplete="new-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        <Group justify="flex-end"><Button type="submit" loading={create.isPending} disabled={!name.trim()}>Add</Button></Group>
      </Stack>
    </form>
  );
}
