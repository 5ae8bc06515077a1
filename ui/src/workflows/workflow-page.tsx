import { ActionIcon, Menu, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { linkOptions, Outlet, useParams } from '@tanstack/react-router';
import { ApiError } from '@/api/problem';
import { Allowed } from '@/session/allowed';
import { EmptyState } from '@/shell/empty-state';
import { ButtonLink } from '@/shell/links';
import { LinkTabs } from '@/shell/link-tabs';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconDotsVertical, IconPlayerPlay, IconRoute, IconTrash } from '@/theme/icons';
import { DeleteDialog } from './delete-dialog';
import { workflowQueries } from './queries';
import { versionName } from './version-name';

/** A workflow: its heading and tabs; the tab is what the address says. */
export function WorkflowPage() {
  const { name } = useParams({ from: '/app/workflows/$name' });
  const detail = useQuery(workflowQueries.detail(name));
  const [deleting, dialog] = useDisclosure(false);
  if (detail.error instanceof ApiError && detail.error.status === 404) return <NoSuchWorkflow name={name} />;
  const base = `/workflows/${encodeURIComponent(name)}`;
  const params = { name };
  return (
    <Page
      title={name}
      description={detail.data ? `Version ${versionName(detail.data.version)}` : <Skeleton height={18} width={180} />}
      actions={(
        <>
          <Allowed scope="run">
            <ButtonLink to="/workflows/$name/start" params={params} leftSection={<IconPlayerPlay size={16} />}>Start</ButtonLink>
          </Allowed>
          <Menu position="bottom-end">
            <Menu.Target><ActionIcon variant="default" size={30} aria-label="More about this workflow"><IconDotsVertical size={16} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Allowed scope="edit"><Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={dialog.open}>Delete</Menu.Item></Allowed>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
    >
      <LinkTabs
        label="Parts of the workflow"
        tabs={[
          { label: 'Overview', path: base, link: linkOptions({ to: '/workflows/$name', params }) },
          { label: 'Source', path: `${base}/source`, link: linkOptions({ to: '/workflows/$name/source', params }) },
          { label: 'Versions', path: `${base}/versions`, link: linkOptions({ to: '/workflows/$name/versions', params }) },
          { label: 'Start', path: `${base}/start`, link: linkOptions({ to: '/workflows/$name/start', params }) },
          { label: 'Schedule', path: `${base}/schedule`, link: linkOptions({ to: '/workflows/$name/schedule', params }) },
        ]}
      />
      {detail.isError && <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.isPending && <Skeleton height={420} radius={8} />}
      {detail.data && <Outlet />}
      <DeleteDialog name={name} opened={deleting} onClose={dialog.close} />
    </Page>
  );
}

function NoSuchWorkflow({ name }: { name: string }) {
  return (
    <EmptyState icon={IconRoute} title={`There is no workflow ${name}`} actions={<ButtonLink to="/workflows">All workflows</ButtonLink>}>
      It may have been deleted. Its runs are still listed, and registering a text with this name brings it back.
    </EmptyState>
  );
}
