import { Badge, Button, Code, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schema } from '@/api/types';
import { Time } from '@/format/time';
import { EmptyState } from '@/shell/empty-state';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconHistory } from '@/theme/icons';
import layout from '@/theme/layout.module.css';
import { settingsQueries, type AuditFilter } from './queries';

const fields = [{ name: 'actor', label: 'Who' }, { name: 'action', label: 'What' }, { name: 'target', label: 'To what' }] as const;

/** Who changed what, newest first. */
export function AuditTab() {
  const filter = useSearch({ from: '/app/settings/audit' });
  const navigate = useNavigate({ from: '/settings/audit' });
  const entries = useInfiniteQuery(settingsQueries.audit(filter));
  const apply = useDebouncedCallback((change: AuditFilter) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false }), 300);
  const rows = entries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="md">
      <Group gap="sm">
        {fields.map((field, index) => <Filter key={field.name} label={field.label} first={index === 0} value={filter[field.name] ?? ''} onChange={(value) => apply({ [field.name]: value || undefined })} />)}
      </Group>
      {entries.isError && <ProblemAlert error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && <Skeleton height={320} radius={8} />}
      {entries.data && rows.length === 0 && <EmptyState icon={IconHistory} title="No entry fits">Every change leaves one entry here, also those that were refused. Filters ask for the whole word: a user, run.start, r17.</EmptyState>}
      {rows.length > 0 && (
        <div className="card">
          <table className={layout.table}>
            <thead><tr><th>When</th><th>Who</th><th>What</th><th>To what</th><th>Outcome</th><th>Details</th></tr></thead>
            <tbody>{rows.map((entry) => <Row key={entry.seq} entry={entry} />)}</tbody>
          </table>
        </div>
      )}
      {entries.hasNextPage && <Group justify="center"><Button variant="default" loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>Show more</Button></Group>}
    </Stack>
  );
}

function Filter({ label, first, value, onChange }: { label: string; first: boolean; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  return (
    <TextInput
      size="xs" placeholder={label} aria-label={label} value={text} w={{ base: '100%', xs: 180 }} {...(first ? { 'data-search': true } : {})}
      onChange={(event) => { setText(event.currentTarget.value); onChange(event.currentTarget.value.trim()); }}
    />
  );
}

function Row({ entry }: { entry: Schema<'AuditEntry'> }) {
  const color = entry.outcome === 'done' ? 'teal' : entry.outcome === 'refused' ? 'orange' : 'red';
  return (
    <tr>
      <td data-label="When"><Time at={entry.at} /></td>
      <td data-label="Who"><Text size="sm" className="wrap" miw={90}>{entry.actor}</Text>{entry.address && <Text size="xs" c="dimmed">{entry.address}</Text>}</td>
      <td data-label="What"><Code>{entry.action}</Code></td>
      <td data-label="To what"><Text size="sm" className="wrap">{entry.target ?? '–'}</Text></td>
      <td data-label="Outcome"><Badge size="sm" variant="light" color={color} tt="none" c="var(--mantine-color-text)" miw="max-content" title={`HTTP ${entry.status}`}>{entry.outcome}</Badge></td>
      <td data-label="Details">{entry.detail == null ? '–' : <Text size="xs" ff="monospace" className="wrap" lineClamp={3}>{JSON.stringify(entry.detail)}</Text>}</td>
    </tr>
  );
}
