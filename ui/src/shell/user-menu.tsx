import { ActionIcon, Avatar, Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { signOut } from '@/session/queries';
import { useSession } from '@/session/use-session';
import { IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconSun, IconUser } from '@/theme/icons';
import { notifyProblem } from './notify';

const schemes = [
  { value: 'auto', icon: IconDeviceDesktop, label: 'As the system' },
  { value: 'light', icon: IconSun, label: 'Light' },
  { value: 'dark', icon: IconMoon, label: 'Dark' },
] as const;

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      notifyProblem(error);
      return;
    }
    // The screens are left before what they show is forgotten.
    await navigate({ to: '/sign-in' });
    client.clear();
  };
  return (
    <>
      <ActionIcon onClick={onHelp} aria-label="Keyboard shortcuts" visibleFrom="sm"><IconKeyboard /></ActionIcon>
      <Menu position="bottom-end" width={230} withinPortal>
        <Menu.Target>
          <UnstyledButton>
            <VisuallyHidden>{session.display_name}: account and theme</VisuallyHidden>
            <Avatar size={30} radius="xl" color="indigo" variant="filled" name={session.display_name} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)" className="truncate">{session.display_name}</Text>
            <Text size="xs" c="dimmed">{session.user} · {session.role}</Text>
          </Menu.Label>
          <Menu.Item leftSection={<IconUser size={16} />} component={Link} to="/settings">Profile and sessions</Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onHelp}>Keyboard shortcuts</Menu.Item>
          <Menu.Divider />
          <Menu.Label>Theme</Menu.Label>
          <SegmentedControl
            fullWidth size="xs" mx={8} mb={6} w="calc(100% - 16px)" aria-label="Theme" value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={schemes.map(({ value, icon: Icon, label }) => ({
              value, label: <span title={label}><Icon size={15} style={{ display: 'block' }} /><VisuallyHidden>{label}</VisuallyHidden></span>,
            }))}
          />
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>Sign out</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
