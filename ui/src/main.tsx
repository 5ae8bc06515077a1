import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from './api/client';
import { createQueryClient } from './api/query-client';
import { createAppRouter } from './router';
import { sessionQuery } from './session/queries';
import { colorScheme, theme, variables } from './theme/theme';

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

// Wherever a session turns out to have ended, signing in again leads back to where one was.
onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in' || queryClient.getQueryData(sessionQuery.queryKey) == null) return;
  void router.navigate({ to: '/sign-in', search: { to: href } }).then(() => queryClient.removeQueries({ queryKey: sessionQuery.queryKey }));
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
        <Notifications position="bottom-right" limit={4} />
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
