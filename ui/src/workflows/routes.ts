import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '@/shell/root-route';

const listRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/workflows',
  component: lazyRouteComponent(() => import('./workflows-page'), 'WorkflowsPage'),
});

const detailRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/workflows/$name',
  component: lazyRouteComponent(() => import('./workflow-page'), 'WorkflowPage'),
});

export const workflowRoutes = [listRoute, detailRoute] as const;
