import { Badge, Button, Grid, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Time } from '@/format/time';
import { sessionQuery } from '@/session/queries';
import { useSession } from '@/session/use-session';
import { notifyDone, notifyProblem } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { Section } from '@/shell/section';
import layout from '@/theme/layout.module.css';
import { agentName } from './agent';
import { passwordMistakes } from './password-rules';
import { settingsCommands, settingsQueries } from './queries';
import { roleLabel, roles } from './roles';

export function ProfileTab() {
  const session = useSession();
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 6 }}>
        <Stack gap="md">
          <Section title="You">
            <dl className={layout.facts} style={{ padding: 16 }}>
              <dt>Name</dt>
              <dd>{session.user}</dd>
              <dt>Shown as</dt>
              <dd>{session.display_name}</dd>
              <dt>Role</dt>
              <dd>{roleLabel(session.role)}<Text size="xs" c="dimmed">{roles.find((role) => role.value === session.role)?.can}</Text></dd>
              {session.expires && <><dt>Signed in until</dt><dd><Time at={session.expires} /></dd></>}
            </dl>
          </Section>
          <Sessions />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 6 }}><PasswordForm /></Grid.Col>
    </Grid>
  );
}

function PasswordForm() {
  const session = useSession();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const mistakes = shown ? passwordMistakes(current, next, again) : {};
  const change = useMutation({
    mutationFn: () => settingsCommands.changePassword({ current, new: next }),
    onSuccess: async () => {
      notifyDone('Your password is changed. Your other sessions have ended.');
      [setCurrent, setNext, setAgain].forEach((set) => set(''));
      setShown(false);
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await client.invalidateQueries({ queryKey: settingsQueries.sessions.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (Object.keys(passwordMistakes(current, next, again)).length === 0) change.mutate();
  };
  return (
    <Section title="Password">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm" p="md">
          {change.isError && <ProblemAlert error={change.error} />}
          <input type="text" name="username" autoComplete="username" value={session.user} readOnly hidden aria-hidden="true" />
          <PasswordInput label="Password until now" autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.currentTarget.value)} />
          <PasswordInput label="New password" description="At least 12 characters; several words are easier to keep than signs." autoComplete="new-password" value={next} error={mistakes.next} onChange={(event) => setNext(event.currentTarget.value)} />
          <PasswordInput label="New password again" autoComplete="new-password" value={again} error={mistakes.again} onChange={(event) => setAgain(event.currentTarget.value)} />
          <Group><Button type="submit" loading={change.isPending}>Change password</Button></Group>
        </Stack>
      </form>
    </Section>
  );
}

function Sessions() {
  const client = useQueryClient();
  const sessions = useQuery(settingsQueries.sessions);
  const end = useMutation({
    mutationFn: (id: string) => settingsCommands.endSession(id), onSuccess: () => notifyDone('That session has ended.'), onError: notifyProblem,
    onSettled: () => client.invalidateQueries({ queryKey: settingsQueries.sessions.queryKey }),
  });
  return (
    <Section title="Where you are signed in">
      {sessions.isError && <ProblemAlert error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {sessions.data?.items.map((open) => (
          <Group key={open.id} component="li" justify="space-between" wrap="nowrap" px="md" py={8} style={{ borderBottom: '1px solid var(--line)' }}>
            <div style={{ minWidth: 0 }}>
              <Group gap={8}><Text size="sm" title={open.agent ?? undefined}>{agentName(open.agent)}</Text>{open.current && <Badge size="xs" variant="light" tt="none" c="var(--mantine-color-text)">this one</Badge>}</Group>
              <Text size="xs" c="dimmed">{open.address && `${open.address} · `}used <Time at={open.seen} /></Text>
            </div>
            {!open.current && <Button size="compact-xs" variant="default" loading={end.isPending && end.variables === open.id} onClick={() => end.mutate(open.id)}>End</Button>}
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
