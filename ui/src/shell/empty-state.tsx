import { Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';
import type { IconProps } from '@/theme/icons';

interface Props {
  icon: ComponentType<IconProps>;
  title: string;
  /** What would be here, and how it comes here. */
  children: ReactNode;
  actions?: ReactNode;
}

/** A place where nothing is yet: it teaches what belongs there and how to get it. */
export function EmptyState({ icon: Icon, title, children, actions }: Props) {
  return (
    <Stack align="center" gap="xs" py={40} px="md" ta="center">
      <ThemeIcon size={44} radius="xl" variant="light" color="gray"><Icon size={22} /></ThemeIcon>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" maw={520} component="div">{children}</Text>
      {actions && <Group gap="sm" justify="center" mt="xs">{actions}</Group>}
    </Stack>
  );
}
