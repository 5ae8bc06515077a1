import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '@/shell/root-route';

/** From what a new workflow is made, where the address asks for one. */
export type NewFrom = 'template' | 'file' | 'text';

function isNewFrom(value: unknown): value is NewFrom {
  return value === 'template' || value === 'file' || value === 'text';
}

const listRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/workflows',
  validateSearch: (search: Record<string, unknown>): { new?: NewFrom } => (isNewFrom(search.new) ? { new: search.new } : {}),
  component: lazyRouteComponent(() => import('./workflows-page'), 'WorkflowsPage'),
});

const detailRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/workflows/$name',
  component: lazyRouteComponent(() => import('./workflow-page'), 'WorkflowPage'),
});

export const workflowRoutes = [listRoute, detailRoute] as const;
