import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { homeRoutes } from '@/home/routes';
import { inboxRoutes } from '@/inbox/routes';
import { modelsRoutes } from '@/models/routes';
import { quarantineRoutes } from '@/quarantine/routes';
import { runRoutes } from '@/runs/routes';
import { signInRoute } from '@/session/route';
import { settingsRoutes } from '@/settings/routes';
import { Pending } from '@/shell/pending';
import { appRoute, rootRoute } from '@/shell/root-route';
import { workflowRoutes } from '@/workflows/routes';

const routeTree = rootRoute.addChildren([
  signInRoute,
  appRoute.addChildren([...homeRoutes, ...workflowRoutes, ...runRoutes, ...quarantineRoutes, ...inboxRoutes, ...modelsRoutes, ...settingsRoutes]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({ routeTree, context: { queryClient }, defaultPreload: 'intent', scrollRestoration: true, defaultPendingComponent: () => <Pending />, defaultPendingMs: 300, defaultPendingMinMs: 200 });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
