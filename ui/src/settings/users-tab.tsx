import { ActionIcon, Button, Group, Menu, Modal, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '@/api/types';
import { Time } from '@/format/time';
import { useSession } from '@/session/use-session';
import { notifyDone, notifyProblem } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconDotsVertical, IconPlus } from '@/theme/icons';
import layout from '@/theme/layout.module.css';
import { settingsCommands, settingsQueries } from './queries';
import { roles } from './roles';
import { SecretOnce } from './secret-once';
import { UserForm } from './user-form';

type Created = Schema<'CreatedUserResponse'>;

/** Who may sign in, and what each may do. */
export function UsersTab() {
  const [adding, dialog] = useDisclosure(false);
  const [created, setCreated] = useState<Created | null>(null);
  const users = useQuery(settingsQueries.users);
  const keep = (answer: Created) => setCreated(answer.password ? answer : null);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">Each person signs in with a name of their own: the audit log says who did what.</Text>
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>Add a user</Button>
      </Group>
      {created?.password && <SecretOnce title={`The password of ${created.user.name}`} secret={created.password} onClose={() => setCreated(null)} />}
      {users.isError && <ProblemAlert error={users.error} onRetry={() => void users.refetch()} />}
      {users.isPending && <Skeleton height={160} radius={8} />}
      {users.data && (
        <div className="card">
          <table className={layout.table}>
            <thead><tr><th>Name</th><th>Role</th><th>Seen</th><th>Added</th><th><span className="visually-hidden">Actions</span></th></tr></thead>
            <tbody>{users.data.items.map((user) => <UserRow key={user.id} user={user} onPassword={keep} />)}</tbody>
          </table>
        </div>
      )}
      <Modal opened={adding} onClose={dialog.close} title="Add a user">
        <UserForm onCreated={(answer) => { keep(answer); dialog.close(); }} />
      </Modal>
    </Stack>
  );
}

function UserRow({ user, onPassword }: { user: Schema<'UserResponse'>; onPassword: (answer: Created) => void }) {
  const session = useSession();
  const client = useQueryClient();
  const settled = () => client.invalidateQueries({ queryKey: settingsQueries.users.queryKey });
  const self = user.name === session.user;
  const update = useMutation({
    mutationFn: (request: Schema<'UpdateUserRequest'>) => settingsCommands.updateUser(user.id, request), onSuccess: onPassword, onError: notifyProblem, onSettled: settled,
  });
  const remove = useMutation({ mutationFn: () => settingsCommands.removeUser(user.id), onSuccess: () => notifyDone(`${user.name} is removed.`), onError: notifyProblem, onSettled: settled });
  const ask = (question: string, then: () => void) => { if (window.confirm(question)) then(); };
  return (
    <tr>
      <td>
        <Text size="sm" fw={600} className="wrap">{user.display_name}{self && <Text span size="xs" c="dimmed"> you</Text>}</Text>
        <Text size="xs" c="dimmed" className="wrap">{user.name}{user.disabled && ' · cannot sign in'}</Text>
      </td>
      <td data-label="Role">
        <Select
          size="xs" w={130} aria-label={`Role of ${user.name}`} allowDeselect={false} data={roles.map(({ value, label }) => ({ value, label }))} value={user.role}
          disabled={self || update.isPending} onChange={(role) => { if (role && role !== user.role) update.mutate({ role }); }}
        />
      </td>
      <td data-label="Seen">{user.last_seen ? <Time at={user.last_seen} /> : 'never'}</td>
      <td data-label="Added"><Time at={user.created} /></td>
      <td className={layout.actions}>
        <Menu position="bottom-end" width={220}>
          <Menu.Target><ActionIcon aria-label={`More about ${user.name}`} loading={update.isPending || remove.isPending}><IconDotsVertical /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => ask(`Make a new password for ${user.name}? The one until now stops working.`, () => update.mutate({ reset_password: true }))}>New password</Menu.Item>
            {!self && <Menu.Item onClick={() => update.mutate({ disabled: !user.disabled })}>{user.disabled ? 'Let sign in again' : 'Stop from signing in'}</Menu.Item>}
            {!self && <Menu.Item color="red" onClick={() => ask(`Remove ${user.name}? Their tokens end; what they did stays in the audit log.`, () => remove.mutate())}>Remove</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}
