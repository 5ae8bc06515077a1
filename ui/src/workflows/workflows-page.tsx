import { Button, Group, Menu, Skeleton, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { plural } from '@/format/numbers';
import { Allowed } from '@/session/allowed';
import { usePermission } from '@/session/use-session';
import { EmptyState } from '@/shell/empty-state';
import { ButtonLink, MenuItemLink } from '@/shell/links';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconChevronDown, IconCode, IconFile, IconPlus, IconRoute, IconSearch, IconWand } from '@/theme/icons';
import { FileDialog } from './file-dialog';
import { workflowQueries } from './queries';
import { TemplateDialog } from './template-dialog';
import { WorkflowTable } from './workflow-table';

const from = '/app/workflows';

export function WorkflowsPage() {
  const search = useSearch({ from });
  const navigate = useNavigate({ from: '/workflows' });
  const [text, setText] = useState(search.text ?? '');
  const workflows = useInfiniteQuery(workflowQueries.list(search.text ?? ''));
  const apply = useDebouncedCallback((value: string) => void navigate({ search: (old) => ({ ...old, text: value || undefined }), replace: true }), 250);
  const close = () => void navigate({ search: (old) => ({ ...old, new: undefined }), replace: true });
  const rows = workflows.data?.pages.flatMap((page) => page.items) ?? [];
  const total = workflows.data?.pages[0]?.total;
  return (
    <Page title="Workflows" description={total != null && total > 0 ? plural(total, 'workflow') : undefined} actions={<NewMenu />}>
      <TextInput
        data-search value={text} placeholder="Search by name" aria-label="Search workflows" leftSection={<IconSearch size={16} />} maw={360}
        onChange={(event) => { setText(event.currentTarget.value); apply(event.currentTarget.value.trim()); }}
      />
      {workflows.isError && <ProblemAlert error={workflows.error} onRetry={() => void workflows.refetch()} />}
      {workflows.isPending && <Stack gap={6}>{Array.from({ length: 5 }, (_, index) => <Skeleton key={index} height={52} radius={8} />)}</Stack>}
      {workflows.data && rows.length === 0 && (search.text ? <NothingFound text={search.text} /> : <NoWorkflows />)}
      {rows.length > 0 && <WorkflowTable rows={rows} />}
      {workflows.hasNextPage && (
        <Group justify="center"><Button variant="default" loading={workflows.isFetchingNextPage} onClick={() => void workflows.fetchNextPage()}>Show more</Button></Group>
      )}
      <TemplateDialog opened={search.new === 'template'} onClose={close} />
      <FileDialog opened={search.new === 'file'} onClose={close} />
    </Page>
  );
}

function NewMenu() {
  const { allowed } = usePermission('edit');
  const button = <Button leftSection={<IconPlus size={16} />} rightSection={<IconChevronDown size={14} />}>New workflow</Button>;
  if (!allowed) return <Allowed scope="edit">{button}</Allowed>;
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <MenuItemLink to="/workflows" search={{ new: 'template' }} leftSection={<IconWand size={16} />}>From a template</MenuItemLink>
        <MenuItemLink to="/workflows" search={{ new: 'file' }} leftSection={<IconFile size={16} />}>From a file of the server</MenuItemLink>
        <MenuItemLink to="/new-workflow" leftSection={<IconCode size={16} />}>Write one</MenuItemLink>
      </Menu.Dropdown>
    </Menu>
  );
}

function NoWorkflows() {
  const { allowed } = usePermission('edit');
  return (
    <EmptyState
      icon={IconRoute} title="No workflow yet"
      actions={allowed && (
        <>
          <ButtonLink to="/workflows" search={{ new: 'template' }} leftSection={<IconWand size={16} />}>Start from a template</ButtonLink>
          <ButtonLink to="/workflows" search={{ new: 'file' }} variant="default" leftSection={<IconFile size={16} />}>Take a file</ButtonLink>
          <ButtonLink to="/new-workflow" variant="default" leftSection={<IconCode size={16} />}>Write one</ButtonLink>
        </>
      )}
    >
      A workflow is one YAML or JSON text that names steps and the collection they run over. Every text that is saved becomes a version that never
      changes, so that each run can say what it ran. {!allowed && 'An editor or an admin can add one.'}
    </EmptyState>
  );
}

function NothingFound({ text }: { text: string }) {
  return <EmptyState icon={IconSearch} title="No workflow has this in its name">Nothing fits “{text}”. Search for less, or add a workflow.</EmptyState>;
}
