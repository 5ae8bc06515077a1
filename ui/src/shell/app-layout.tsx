import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { HomeStreamProvider } from '@/live/home-stream';
import { PasswordBanner } from '@/session/password-banner';
import { ConnectionNote } from './connection-note';
import { Mark } from './mark';
import { destinations } from './navigation';
import { NavigationList } from './navigation-list';
import { useShortcuts } from './shortcuts';
import { ShortcutHelp } from './shortcut-help';
import { UserMenu } from './user-menu';

/** Screens that listen to a run's own stream. */
const ownStream = /^\/runs\/[^/]+/;

export function AppLayout() {
  const [menuOpen, menu] = useDisclosure(false);
  const [helpOpen, help] = useDisclosure(false);
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useShortcuts((shortcut) => {
    if (shortcut.kind === 'help') help.open();
    if (shortcut.kind !== 'go') return;
    const place = destinations.find((destination) => destination.key === shortcut.key);
    if (place) void navigate({ to: place.to });
  });
  useEffect(() => {
    menu.close();
    // The handlers are new at each render; only the path says when to close.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [path]);
  return (
    <HomeStreamProvider active={!ownStream.test(path)}>
      <a href="#main" className="skip-link">Skip to content</a>
      <AppShell header={{ height: 48 }} navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }} padding={0}>
        <AppShell.Header style={{ background: 'var(--surface)', borderColor: 'var(--line)' }}>
          <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
            <Group gap="xs" wrap="nowrap">
              <Burger opened={menuOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={menuOpen ? 'Close navigation' : 'Open navigation'} />
              <Mark size={24} />
              <Text fw={650} size="md">Atelier</Text>
            </Group>
            <Group gap="xs" wrap="nowrap">
              <ConnectionNote />
              <UserMenu onHelp={help.open} />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p={8} aria-label="Main" style={{ background: 'var(--surface)', borderColor: 'var(--line)' }}>
          <NavigationList path={path} />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1} style={{ outline: 'none', minWidth: 0 }}>
          <PasswordBanner />
          <Outlet />
        </AppShell.Main>
      </AppShell>
      <ShortcutHelp opened={helpOpen} onClose={help.close} />
    </HomeStreamProvider>
  );
}
