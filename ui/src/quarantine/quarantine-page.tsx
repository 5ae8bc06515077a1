import { useQuery } from '@tanstack/react-query';
import { homeQuery } from '@/home/queries';
import { plural } from '@/format/numbers';
import { EmptyState } from '@/shell/empty-state';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconBiohazard } from '@/theme/icons';

export function QuarantinePage() {
  const home = useQuery(homeQuery);
  return (
    <Page title="Quarantine" description={home.data && `${plural(home.data.quarantined, 'item')} of the last 7 days`}>
      {home.isError && <ProblemAlert error={home.error} onRetry={() => void home.refetch()} />}
      {home.data?.quarantined === 0 && (
        <EmptyState icon={IconBiohazard} title="Nothing is in quarantine">
          Items that fail in a block with <code>on_item_failure: quarantine</code> are kept here with their cause while the run goes on without them.
        </EmptyState>
      )}
    </Page>
  );
}
