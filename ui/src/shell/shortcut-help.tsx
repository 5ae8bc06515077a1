import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { destinations } from './navigation';

export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="sm">
      <Stack gap={8}>
        {destinations.map((place) => (
          <Row key={place.to} text={`Go to ${place.label}`} keys={['g', place.key]} />
        ))}
        <Row text="Search on this screen" keys={['/']} />
        <Row text="This help" keys={['?']} />
        <Row text="Close a dialog" keys={['Esc']} />
      </Stack>
    </Modal>
  );
}

function Row({ text, keys }: { text: string; keys: readonly string[] }) {
  return (
    <Group justify="space-between">
      <Text size="sm">{text}</Text>
      <Group gap={4}>{keys.map((key) => <Kbd key={key} size="xs">{key}</Kbd>)}</Group>
    </Group>
  );
}
