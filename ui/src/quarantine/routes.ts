import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '@/shell/root-route';

const route = createRoute({
  getParentRoute: () => appRoute,
  path: '/quarantine',
  component: lazyRouteComponent(() => import('./quarantine-page'), 'QuarantinePage'),
});

export const quarantineRoutes = [route] as const;
