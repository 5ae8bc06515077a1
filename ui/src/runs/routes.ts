import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseItemFilters } from '@/items/item-filters';
import { appRoute } from '@/shell/root-route';
import { parseLogFilters } from './log-model';
import { parseRunFilters } from './run-filters';

const runsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/runs',
  validateSearch: parseRunFilters,
  component: lazyRouteComponent(() => import('./runs-page'), 'RunsPage'),
});

const runRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/runs/$run',
  component: lazyRouteComponent(() => import('./run-page'), 'RunPage'),
});

const graphRoute = createRoute({
  getParentRoute: () => runRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { step?: string } => (typeof search.step === 'string' ? { step: search.step } : {}),
  component: lazyRouteComponent(() => import('./graph-tab'), 'GraphTab'),
});

const itemsRoute = createRoute({
  getParentRoute: () => runRoute,
  path: '/items',
  validateSearch: parseItemFilters,
  component: lazyRouteComponent(() => import('@/items/items-tab'), 'ItemsTab'),
});

const timelineRoute = createRoute({
  getParentRoute: () => runRoute,
  path: '/timeline',
  component: lazyRouteComponent(() => import('./timeline-tab'), 'TimelineTab'),
});

const outputsRoute = createRoute({
  getParentRoute: () => runRoute,
  path: '/outputs',
  component: lazyRouteComponent(() => import('./outputs-tab'), 'OutputsTab'),
});

const usageRoute = createRoute({
  getParentRoute: () => runRoute,
  path: '/usage',
  component: lazyRouteComponent(() => import('./usage-tab'), 'UsageTab'),
});

const logRoute = createRoute({
  getParentRoute: () => runRoute,
  path: '/log',
  validateSearch: parseLogFilters,
  component: lazyRouteComponent(() => import('./log-tab'), 'LogTab'),
});

const quarantineRoute = createRoute({
  getParentRoute: () => runRoute,
  path: '/quarantine',
  component: lazyRouteComponent(() => import('@/quarantine/quarantine-tab'), 'QuarantineTab'),
});

/** A page of its own, below the run's address but not below its header: pictures need the room. */
const itemRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/runs/$run/items/$block/$ordinal',
  component: lazyRouteComponent(() => import('@/items/item-page'), 'ItemPage'),
});

export const runRoutes = [
  runsRoute,
  runRoute.addChildren([graphRoute, itemsRoute, timelineRoute, outputsRoute, usageRoute, logRoute, quarantineRoute]),
  itemRoute,
] as const;
