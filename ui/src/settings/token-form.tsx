import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Schema } from '@/api/types';
import { useSession } from '@/session/use-session';
import { ProblemAlert } from '@/shell/problem-alert';
import { settingsCommands } from './queries';
import { scopes } from './roles';

export function TokenForm({ onCreated }: { onCreated: (token: Schema<'CreatedTokenResponse'>) => void }) {
  const session = useSession();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>(['read']);
  const [days, setDays] = useState('90');
  const create = useMutation({
    mutationFn: () => settingsCommands.createToken({ name: name.trim(), scopes: chosen, expires_days: days === 'never' ? null : Number(days) }),
    onSuccess: async (token) => {
      await client.invalidateQueries({ queryKey: ['settings', 'tokens'] });
      onCreated(token);
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
        <TextInput label="Name" description="What uses it: you will want to know when you revoke it." required data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Checkbox.Group label="What it may do" value={chosen} onChange={setChosen}>
          <Stack gap={6} mt={6}>
            {scopes.filter((scope) => session.scopes.includes(scope.value)).map((scope) => <Checkbox key={scope.value} value={scope.value} label={`${scope.label}: ${scope.can}`} />)}
          </Stack>
        </Checkbox.Group>
        <Select
          label="Ends" allowDeselect={false} value={days} onChange={(value) => setDays(value ?? '90')}
          data={[{ value: '7', label: 'in 7 days' }, { value: '30', label: 'in 30 days' }, { value: '90', label: 'in 90 days' }, { value: '365', label: 'in a year' }, { value: 'never', label: 'never' }]}
        />
        <Group justify="flex-end"><Button type="submit" loading={create.isPending} disabled={!name.trim() || chosen.length === 0}>Make the token</Button></Group>
      </Stack>
    </form>
  );
}
