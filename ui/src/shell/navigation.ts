import type { ComponentType } from 'react';
import { IconBiohazard, IconCpu, IconHome, IconInbox, IconPlayerPlay, IconRoute, IconSettings, type IconProps } from '@/theme/icons';

export interface Destination {
  to: '/' | '/workflows' | '/runs' | '/quarantine' | '/inbox' | '/models' | '/settings';
  label: string;
  icon: ComponentType<IconProps>;
  /** `g` and then this key leads there. */
  key: string;
  group: 'work' | 'people' | 'system';
  /** Which live count stands beside it. */
  count?: 'running' | 'approvals';
}

/**
 * Where one can go, in order: the navigation, the shortcuts and their help are made from it. A screen that is added (a designer beside the
 * workflows, a gallery of collections) gets a line here and its route.
 */
export const destinations: readonly Destination[] = [
  { to: '/', label: 'Home', icon: IconHome, key: 'h', group: 'work' },
  { to: '/workflows', label: 'Workflows', icon: IconRoute, key: 'w', group: 'work' },
  { to: '/runs', label: 'Runs', icon: IconPlayerPlay, key: 'r', group: 'work', count: 'running' },
  { to: '/quarantine', label: 'Quarantine', icon: IconBiohazard, key: 'q', group: 'people' },
  { to: '/inbox', label: 'Inbox', icon: IconInbox, key: 'i', group: 'people', count: 'approvals' },
  { to: '/models', label: 'Models', icon: IconCpu, key: 'm', group: 'system' },
  { to: '/settings', label: 'Settings', icon: IconSettings, key: 's', group: 'system' },
];

/** Whether a destination is where one is: home only at its own path, the others at all below them too. */
export function isAt(to: string, path: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
}
