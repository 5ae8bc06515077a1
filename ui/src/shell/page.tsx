import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTitle } from './use-title';

interface Props {
  title: string;
  /** What the window's title says; default: the title. */
  windowTitle?: string;
  /** Beside the title: a state, a count. */
  beside?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every screen: one heading, actions to its right, what it is about below. */
export function Page({ title, windowTitle, beside, description, actions, children }: Props) {
  useTitle(windowTitle ?? title);
  return (
    <Stack gap="md" p={{ base: 'sm', sm: 'lg' }} maw={1480} mx="auto" w="100%" style={{ minWidth: 0 }}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} style={{ minWidth: 0, flex: '1 1 240px' }}>
          <Group gap="sm" align="center">
            <Title order={1} className="wrap">{title}</Title>
            {beside}
          </Group>
          {description && <Text size="sm" c="dimmed" component="div" className="wrap">{description}</Text>}
        </Stack>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
