import { Button, Code, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { ApiError, codes } from '@/api/problem';
import { ProblemAlert } from '@/shell/problem-alert';
import { Mark } from '@/shell/mark';
import { useTitle } from '@/shell/use-title';
import { sessionQuery, signIn } from './queries';
import { returnPath } from './return-path';

export function SignInPage() {
  useTitle('Sign in');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const request = useMutation({
    mutationFn: () => signIn(name.trim(), password),
    onSuccess: (session) => {
      // Another person's answers must not be seen by the next one.
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      return navigate({ href: returnPath(to), replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && password) request.mutate();
  };
  return (
    <main style={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', padding: 16 }}>
      <Stack gap="lg" w="100%" maw={380}>
        <Stack gap={6} align="center">
          <Mark size={44} />
          <Title order={1}>Sign in to Atelier</Title>
        </Stack>
        <form onSubmit={submit} className="card" style={{ padding: 24 }}>
          <Stack gap="md">
            {request.isError && <ProblemAlert error={request.error} title={request.error instanceof ApiError && request.error.code === codes.wrongPassword ? 'That did not work' : undefined} />}
            <TextInput
              label="Name" autoComplete="username" autoFocus required withAsterisk={false} value={name} spellCheck={false} autoCapitalize="none"
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <PasswordInput
              label="Password" autoComplete="current-password" required withAsterisk={false} value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" size="sm" loading={request.isPending} fullWidth>Sign in</Button>
          </Stack>
        </form>
        <Text size="xs" c="dimmed" ta="center">
          The first time, sign in as <Code>admin</Code> with the password that <Code>./atelier serve</Code> printed once in its terminal when it
          made this home. An admin adds other people under Settings.
        </Text>
      </Stack>
    </main>
  );
}
