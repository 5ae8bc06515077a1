import { Center, Stack } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { IconSearch } from '@/theme/icons';
import { EmptyState } from './empty-state';
import { ProblemAlert } from './problem-alert';
import { useTitle } from './use-title';

/** A screen that could not be shown. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <Center p="lg">
      <Stack maw={640} w="100%">
        <ProblemAlert error={error} onRetry={() => { reset(); void router.invalidate(); }} />
      </Stack>
    </Center>
  );
}

export function NotFoundPage() {
  useTitle('Not found');
  return (
    <EmptyState icon={IconSearch} title="There is no such page" actions={<Link to="/">Go to Home</Link>}>
      The address may be mistyped, or what it named was deleted.
    </EmptyState>
  );
}
