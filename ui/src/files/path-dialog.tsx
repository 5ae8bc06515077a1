import { ActionIcon, Button, Group, Loader, Modal, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Schema } from '@/api/types';
import { bytes } from '@/format/numbers';
import { Time } from '@/format/time';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconArrowLeft, IconFile, IconFolder } from '@/theme/icons';
import classes from './files.module.css';
import { folderQuery } from './queries';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What may be chosen. */
  kind: 'file' | 'folder' | 'path';
  /** The folder to begin in; null: the roots. */
  initial: string | null;
  onPick: (path: string) => void;
  busy?: boolean;
  /** Files that are likely meant; the others stay choosable but are faint. */
  suggest?: RegExp;
  notice?: ReactNode;
}

/** Chooses a file or folder of the server, inside the folders that it lets people look into. */
export function PathDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="lg">
      <Chooser {...props} />
    </Modal>
  );
}

function Chooser({ kind, initial, onPick, busy, suggest, notice }: Props) {
  const [path, setPath] = useState(initial);
  const [filter, setFilter] = useState('');
  const folder = useQuery(folderQuery(path));
  const open = (next: string | null) => {
    setPath(next);
    setFilter('');
  };
  const here = folder.data?.path ?? null;
  const entries = (folder.data?.entries ?? []).filter((entry) => entry.name.toLowerCase().includes(filter.toLowerCase()) && (kind !== 'folder' || entry.folder));
  return (
    <Stack gap="sm">
      {notice}
      <Group gap="xs" wrap="nowrap">
        <ActionIcon variant="default" aria-label="The folder above" disabled={here === null} onClick={() => open(folder.data?.parent ?? null)}><IconArrowLeft size={16} /></ActionIcon>
        <Text size="sm" className="wrap" style={{ flex: 1 }} ff="monospace">{here ?? 'Folders of this server'}</Text>
        {(folder.isFetching || busy) && <Loader size="xs" aria-hidden="true" />}
      </Group>
      <TextInput size="xs" placeholder="Filter by name" aria-label="Filter by name" value={filter} onChange={(event) => setFilter(event.currentTarget.value)} data-autofocus />
      {folder.isError && <ProblemAlert error={folder.error} onRetry={() => open(null)} />}
      <ScrollArea h={320} className={classes.list} type="auto">
        <ul className={classes.entries} aria-label="Files and folders">
          {entries.map((entry) => (
            <li key={entry.path}>
              <UnstyledButton className={classes.entry} disabled={busy} data-faint={(!entry.folder && suggest && !suggest.test(entry.name)) || undefined} onClick={() => (entry.folder ? open(entry.path) : onPick(entry.path))}>
                <Entry entry={entry} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
        {folder.data && entries.length === 0 && <Text size="sm" c="dimmed" p="sm">{filter ? 'Nothing has this in its name.' : kind === 'folder' ? 'There is no folder in here.' : 'This folder is empty.'}</Text>}
      </ScrollArea>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">{folder.data?.truncated ? 'Only the first 1,000 entries are shown; filter, or type the path.' : ''}</Text>
        {kind !== 'file' && <Button disabled={here === null} onClick={() => here !== null && onPick(here)}>Choose this folder</Button>}
      </Group>
    </Stack>
  );
}

function Entry({ entry }: { entry: Schema<'FileEntry'> }) {
  return (
    <>
      {entry.folder ? <IconFolder size={16} /> : <IconFile size={16} />}
      <span className="truncate" style={{ flex: 1 }}>{entry.name}</span>
      {entry.size != null && <Text size="xs" c="dimmed" className="numbers" component="span">{bytes(entry.size)}</Text>}
      {entry.changed && <Text size="xs" c="dimmed" component="span" visibleFrom="sm"><Time at={entry.changed} /></Text>}
    </>
  );
}
