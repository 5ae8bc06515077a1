import { linkOptions, Outlet } from '@tanstack/react-router';
import { LinkTabs } from '@/shell/link-tabs';
import { Page } from '@/shell/page';
import { usePermission } from '@/session/use-session';

/** Everything about people and this server; what a user may not see has no tab. */
export function SettingsPage() {
  const edit = usePermission('edit').allowed;
  const admin = usePermission('admin').allowed;
  return (
    <Page title="Settings">
      <LinkTabs
        label="Parts of the settings"
        tabs={[
          { label: 'Profile', path: '/settings', link: linkOptions({ to: '/settings' }) },
          { label: 'Tokens', path: '/settings/tokens', link: linkOptions({ to: '/settings/tokens' }) },
          ...(admin ? [{ label: 'Users', path: '/settings/users', link: linkOptions({ to: '/settings/users' }) }] : []),
          ...(edit ? [{ label: 'Secrets', path: '/settings/secrets', link: linkOptions({ to: '/settings/secrets' }) }] : []),
          { label: 'Storage', path: '/settings/storage', link: linkOptions({ to: '/settings/storage' }) },
          ...(admin ? [{ label: 'Audit', path: '/settings/audit', link: linkOptions({ to: '/settings/audit' }) }] : []),
          { label: 'About', path: '/settings/about', link: linkOptions({ to: '/settings/about' }) },
        ]}
      />
      <Outlet />
    </Page>
  );
}
