import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@/theme/icons';

/** Something that the server says once and never again. */
export function SecretOnce({ title, secret, onClose }: { title: string; secret: string; onClose: () => void }) {
  return (
    <Alert variant="light" color="teal" icon={<IconKey size={18} />} title={title} role="status">
      <Stack gap="xs">
        <Text size="sm">Copy it now: it is not shown again, and nobody can look it up.</Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{secret}</Code>
        <Group gap="xs">
          <CopyButton value={secret}>
            {({ copied, copy }) => <Button size="compact-sm" variant="default" onClick={copy} leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}>{copied ? 'Copied' : 'Copy'}</Button>}
          </CopyButton>
          <Button size="compact-sm" variant="subtle" onClick={onClose}>I have kept it</Button>
        </Group>
      </Stack>
    </Alert>
  );
}
