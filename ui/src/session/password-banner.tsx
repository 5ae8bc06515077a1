import { Text } from '@mantine/core';
import { AnchorLink } from '@/shell/links';
import { IconKey } from '@/theme/icons';
import { useSession } from './use-session';

/** As long as the password is the one that the server printed. */
export function PasswordBanner() {
  const session = useSession();
  if (!session.must_change_password) return null;
  return (
    <div className="notice">
      <IconKey style={{ flexShrink: 0 }} />
      <Text size="sm" style={{ flex: '0 1 auto', minWidth: 0, maxWidth: 'calc(100% - 30px)' }}>Your password is one that the server made and printed.</Text>
      <AnchorLink size="sm" to="/settings">Choose your own</AnchorLink>
    </div>
  );
}
