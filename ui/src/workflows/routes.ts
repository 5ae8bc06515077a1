import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '@/shell/root-route';

/** From what a new workflow is made, where the address asks for one. */
export type NewFrom = 'template' | 'file';

function isNewFrom(value: unknown): value is NewFrom {
  return value === 'template' || value === 'file';
}

/** The members that are texts; an address may hold anything. */
function texts<Name extends string>(search: Record<string, unknown>, ...names: Name[]): Partial<Record<Name, string>> {
  return Object.fromEntries(names.filter((name) => typeof search[name] === 'string' && search[name] !== '').map((name) => [name, search[name]])) as Partial<Record<Name, string>>;
}

const listRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/workflows',
  validateSearch: (search: Record<string, unknown>): { new?: NewFrom; text?: string } => ({
    ...(isNewFrom(search.new) ? { new: search.new } : {}), ...texts(search, 'text'),
  }),
  component: lazyRouteComponent(() => import('./workflows-page'), 'WorkflowsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/new-workflow',
  component: lazyRouteComponent(() => import('./editor/new-workflow-page'), 'NewWorkflowPage'),
});

const detailRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/workflows/$name',
  component: lazyRouteComponent(() => import('./workflow-page'), 'WorkflowPage'),
});

const overviewRoute = createRoute({
  getParentRoute: () => detailRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>) => texts(search, 'step'),
  component: lazyRouteComponent(() => import('./overview-tab'), 'OverviewTab'),
});

const sourceRoute = createRoute({
  getParentRoute: () => detailRoute,
  path: '/source',
  validateSearch: (search: Record<string, unknown>) => texts(search, 'version'),
  component: lazyRouteComponent(() => import('./editor/source-tab'), 'SourceTab'),
});

const versionsRoute = createRoute({
  getParentRoute: () => detailRoute,
  path: '/versions',
  validateSearch: (search: Record<string, unknown>) => texts(search, 'from', 'to'),
  component: lazyRouteComponent(() => import('./versions/versions-tab'), 'VersionsTab'),
});

const startRoute = createRoute({
  getParentRoute: () => detailRoute,
  path: '/start',
  validateSearch: (search: Record<string, unknown>) => texts(search, 'version', 'like'),
  component: lazyRouteComponent(() => import('./start/start-tab'), 'StartTab'),
});

const scheduleRoute = createRoute({
  getParentRoute: () => detailRoute,
  path: '/schedule',
  component: lazyRouteComponent(() => import('./schedules/schedule-tab'), 'ScheduleTab'),
});

export const workflowRoutes = [
  listRoute, newRoute, detailRoute.addChildren([overviewRoute, sourceRoute, versionsRoute, startRoute, scheduleRoute]),
] as const;
