import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '@/shell/root-route';

const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-page'), 'SettingsPage'),
});

const profileRoute = createRoute({ getParentRoute: () => settingsRoute, path: '/', component: lazyRouteComponent(() => import('./profile-tab'), 'ProfileTab') });
const tokensRoute = createRoute({ getParentRoute: () => settingsRoute, path: '/tokens', component: lazyRouteComponent(() => import('./tokens-tab'), 'TokensTab') });
const usersRoute = createRoute({ getParentRoute: () => settingsRoute, path: '/users', component: lazyRouteComponent(() => import('./users-tab'), 'UsersTab') });
const secretsRoute = createRoute({ getParentRoute: () => settingsRoute, path: '/secrets', component: lazyRouteComponent(() => import('./secrets-tab'), 'SecretsTab') });
const storageRoute = createRoute({ getParentRoute: () => settingsRoute, path: '/storage', component: lazyRouteComponent(() => import('./storage-tab'), 'StorageTab') });
const aboutRoute = createRoute({ getParentRoute: () => settingsRoute, path: '/about', component: lazyRouteComponent(() => import('./about-tab'), 'AboutTab') });

const auditRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): { actor?: string; action?: string; target?: string } =>
    Object.fromEntries(['actor', 'action', 'target'].filter((name) => typeof search[name] === 'string' && search[name] !== '').map((name) => [name, search[name]])),
  component: lazyRouteComponent(() => import('./audit-tab'), 'AuditTab'),
});

export const settingsRoutes = [settingsRoute.addChildren([profileRoute, tokensRoute, usersRoute, secretsRoute, storageRoute, auditRoute, aboutRoute])] as const;
