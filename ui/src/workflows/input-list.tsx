import { Badge, Code, Group, Stack, Text } from '@mantine/core';
import type { WorkflowInput } from '@/api/types';

/** What a workflow asks for. */
export function InputList({ inputs }: { inputs: readonly WorkflowInput[] }) {
  if (inputs.length === 0) return <Text size="sm" c="dimmed" p="md">This workflow asks for nothing: it starts as it is.</Text>;
  return (
    <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {inputs.map((input) => (
        <Stack key={input.name} component="li" gap={2} px="md" py={8} style={{ borderBottom: '1px solid var(--line)' }}>
          <Group gap={8}>
            <Text size="sm" fw={600} ff="monospace">{input.name}</Text>
            <Text size="xs" c="dimmed">{input.type === 'enum' ? input.values.join(' | ') : input.type}</Text>
            {input.required && <Badge size="xs" variant="light" color="gray" tt="none" c="var(--mantine-color-text)">required</Badge>}
          </Group>
          {input.description && <Text size="sm" c="dimmed" className="wrap">{input.description}</Text>}
          {input.default != null && <Text size="xs" c="dimmed" className="wrap">default <Code>{typeof input.default === 'string' ? input.default : JSON.stringify(input.default)}</Code></Text>}
        </Stack>
      ))}
    </Stack>
  );
}
