import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '@/shell/root-route';

/** The question that is open, and the run that questions are of. */
export interface InboxSearch {
  id?: string;
  run?: string;
}

const route = createRoute({
  getParentRoute: () => appRoute,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): InboxSearch => ({
    ...(typeof search.id === 'string' ? { id: search.id } : {}),
    ...(typeof search.run === 'string' ? { run: search.run } : {}),
  }),
  component: lazyRouteComponent(() => import('./inbox-page'), 'InboxPage'),
});

export const inboxRoutes = [route] as const;
