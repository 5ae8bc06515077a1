import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFolderOpen } from '@/theme/icons';
import { PathDialog } from './path-dialog';

interface Props extends Omit<TextInputProps, 'onChange' | 'value'> {
  value: string;
  onChange: (value: string) => void;
  kind: 'file' | 'folder' | 'path';
}

/** A path, typed or chosen. */
export function PathInput({ value, onChange, kind, ...rest }: Props) {
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <TextInput
        {...rest} value={value} spellCheck={false} autoCapitalize="none" styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        onChange={(event) => onChange(event.currentTarget.value)}
        rightSection={<ActionIcon aria-label={`Choose ${typeof rest.label === 'string' ? rest.label : 'a path'} on the server`} onClick={dialog.open}><IconFolderOpen /></ActionIcon>}
      />
      <PathDialog
        opened={opened} onClose={dialog.close} title={kind === 'folder' ? 'Choose a folder' : kind === 'file' ? 'Choose a file' : 'Choose a file or folder'}
        kind={kind} initial={folderOf(value)} onPick={(path) => { onChange(path); dialog.close(); }}
      />
    </>
  );
}

/** The folder in which to begin looking; relative paths say nothing about where. */
function folderOf(path: string): string | null {
  const cut = path.lastIndexOf('/');
  return path.startsWith('/') && cut > 0 ? path.slice(0, cut) : null;
}
