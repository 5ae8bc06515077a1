import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '@/shell/root-route';

const runsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/runs',
  component: lazyRouteComponent(() => import('./runs-page'), 'RunsPage'),
});

const runRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/runs/$run',
  component: lazyRouteComponent(() => import('./run-page'), 'RunPage'),
});

export const runRoutes = [runsRoute, runRoute] as const;
