import { Badge, Button, Code, Group, Modal, Skeleton, Stack, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '@/api/types';
import { Time } from '@/format/time';
import { usePermission, useSession } from '@/session/use-session';
import { EmptyState } from '@/shell/empty-state';
import { notifyDone, notifyProblem } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconKey, IconPlus } from '@/theme/icons';
import layout from '@/theme/layout.module.css';
import { settingsCommands, settingsQueries } from './queries';
import { SecretOnce } from './secret-once';
import { TokenForm } from './token-form';

/** Tokens for programs. */
export function TokensTab() {
  const admin = usePermission('admin').allowed;
  const [all, setAll] = useState(false);
  const [adding, dialog] = useDisclosure(false);
  const [created, setCreated] = useState<Schema<'CreatedTokenResponse'> | null>(null);
  const tokens = useQuery(settingsQueries.tokens(all));
  const rows = tokens.data?.items ?? [];
  const add = <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>New token</Button>;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw={640}>A program sends its token as <Code>Authorization: Bearer atl_…</Code>. It may do no more than you, and less where you say so.</Text>
        <Group gap="sm">{admin && <Switch label="Of everybody" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />}{rows.length > 0 && add}</Group>
      </Group>
      {created && <SecretOnce title={`The token ${created.token.name}`} secret={created.secret} onClose={() => setCreated(null)} />}
      {tokens.isError && <ProblemAlert error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.isPending && <Skeleton height={160} radius={8} />}
      {tokens.data && rows.length === 0 && (
        <EmptyState icon={IconKey} title="No token yet" actions={add}>Scripts, workers and <code>atelier --server</code> sign in with a token. Each can be limited, expires if you wish, and can be revoked alone.</EmptyState>
      )}
      {rows.length > 0 && <TokenTable rows={rows} showUser={all} />}
      <Modal opened={adding} onClose={dialog.close} title="New token">
        <TokenForm onCreated={(token) => { setCreated(token); dialog.close(); }} />
      </Modal>
    </Stack>
  );
}

function TokenTable({ rows, showUser }: { rows: readonly Schema<'TokenResponse'>[]; showUser: boolean }) {
  const session = useSession();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: string) => settingsCommands.revokeToken(id), onSuccess: () => notifyDone('The token is revoked: it is refused from now on.'), onError: notifyProblem,
    onSettled: () => client.invalidateQueries({ queryKey: ['settings', 'tokens'] }),
  });
  return (
    <div className="card">
      <table className={layout.table}>
        <thead><tr><th>Name</th>{showUser && <th>Of</th>}<th>May</th><th>Made</th><th>Ends</th><th>Last used</th><th><span className="visually-hidden">Actions</span></th></tr></thead>
        <tbody>
          {rows.map((token) => (
            <tr key={token.id}>
              <td><Text size="sm" fw={600} className="wrap" td={token.revoked ? 'line-through' : undefined}>{token.name}</Text>{token.revoked && <Text size="xs" c="dimmed">revoked</Text>}</td>
              {showUser && <td data-label="Of">{token.user === session.user ? 'you' : token.user}</td>}
              <td data-label="May"><Group gap={4}>{token.scopes.map((scope) => <Badge key={scope} size="xs" variant="light" color="gray" tt="none" c="var(--mantine-color-text)">{scope}</Badge>)}</Group></td>
              <td data-label="Made"><Time at={token.created} /></td>
              <td data-label="Ends">{token.expires ? <Time at={token.expires} /> : 'never'}</td>
              <td data-label="Last used">{token.last_used ? <Time at={token.last_used} /> : 'never'}</td>
              <td className={layout.actions}>
                {!token.revoked && (
                  <Button
                    size="compact-xs" variant="default" aria-label={`Revoke ${token.name}`} loading={revoke.isPending && revoke.variables === token.id}
                    onClick={() => { if (window.confirm(`Revoke ${token.name}? Whatever uses it is refused from then on.`)) revoke.mutate(token.id); }}
                  >
                    Revoke
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
