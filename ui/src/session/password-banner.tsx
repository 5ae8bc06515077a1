import { Alert, Group, Text } from '@mantine/core';
import { AnchorLink } from '@/shell/links';
import { IconKey } from '@/theme/icons';
import { useSession } from './use-session';

/** As long as the password is the one that the server printed. */
export function PasswordBanner() {
  const session = useSession();
  if (!session.must_change_password) return null;
  return (
    <Alert color="yellow" variant="light" radius={0} icon={<IconKey size={18} />} py={8}>
      <Group gap="sm">
        <Text size="sm">Your password is one that the server made and printed. Choose your own.</Text>
        <AnchorLink size="sm" to="/settings">Change password</AnchorLink>
      </Group>
    </Alert>
  );
}
