import { Badge } from '@mantine/core';
import type { ComponentType } from 'react';
import { IconCircleCheck, IconCircleDashed, IconCircleDot, IconLoader2, type IconProps } from '@/theme/icons';

interface Look {
  label: string;
  color: string;
  icon: ComponentType<IconProps>;
  busy?: boolean;
}

/** States of models; those of runs and items are another table. */
const looks: Record<string, Look> = {
  absent: { label: 'Not loaded', color: 'gray', icon: IconCircleDashed },
  loading: { label: 'Loading', color: 'blue', icon: IconLoader2, busy: true },
  ready: { label: 'Loaded', color: 'teal', icon: IconCircleCheck },
  leaving: { label: 'Leaves after its work', color: 'yellow', icon: IconLoader2, busy: true },
  unloading: { label: 'Unloading', color: 'yellow', icon: IconLoader2, busy: true },
};

export function ModelState({ state }: { state: string }) {
  const look: Look = looks[state] ?? { label: state, color: 'gray', icon: IconCircleDot };
  const Icon = look.icon;
  return <Badge variant="light" color={look.color} radius="sm" tt="none" c="var(--mantine-color-text)" leftSection={<Icon size={12} className={look.busy ? 'busy' : undefined} />}>{look.label}</Badge>;
}
