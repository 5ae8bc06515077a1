import { Button, Group, Kbd, Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { plural } from '@/format/numbers';
import { useKeys } from '@/items/use-keys';
import { useHomeChange } from '@/live/home-stream';
import { EmptyState } from '@/shell/empty-state';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconInbox, IconX } from '@/theme/icons';
import { ApprovalList } from './approval-list';
import { ApprovalPanel } from './approval-panel';
import classes from './inbox.module.css';
import { approvalQueries } from './queries';

const CALM_MS = 800;

/** Questions that wait for a person, the most urgent first. */
export function InboxPage() {
  const { id, run } = useSearch({ from: '/app/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const approvals = useInfiniteQuery(approvalQueries.list(run));
  useNewApprovals();
  const all = approvals.data?.pages.flatMap((page) => page.items) ?? [];
  const index = Math.max(0, all.findIndex((one) => one.id === id));
  const shown = id === undefined ? all[0] : (all.find((one) => one.id === id) ?? null);
  const open = (next: string | undefined) => void navigate({ search: { ...(run === undefined ? {} : { run }), ...(next === undefined ? {} : { id: next }) }, replace: true, resetScroll: false });
  const step = (by: number) => {
    const next = all[Math.min(all.length - 1, Math.max(0, index + by))];
    if (next) open(next.id);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  const answered = () => open((all[index + 1] ?? all[index - 1])?.id);
  return (
    <Page
      title="Inbox" description={all.length > 0 ? `${plural(all.length, 'question')}${approvals.hasNextPage ? ' and more' : ''} for people; runs wait without taking up a worker` : 'Questions for people'}
      actions={run !== undefined && <Button variant="default" rightSection={<IconX size={13} />} onClick={() => void navigate({ search: {}, replace: true })}>Of {run} only</Button>}
    >
      {approvals.isError && <ProblemAlert error={approvals.error} onRetry={() => void approvals.refetch()} />}
      {approvals.isPending && <Skeleton height={380} />}
      {approvals.data && all.length === 0 && (
        <div className="card">
          <EmptyState icon={IconInbox} title="Nothing waits for you">
            Steps such as <code>people.approve</code> and <code>people.review</code> ask here, with pictures, a form and a deadline. A run that asks goes on with its other items meanwhile.
          </EmptyState>
        </div>
      )}
      {all.length > 0 && (
        <div className={classes.split} data-open={id !== undefined || undefined}>
          <div className={classes.left}>
            <ApprovalList approvals={all} selected={shown?.id ?? null} onOpen={open} />
            {approvals.hasNextPage && <Button mt="xs" fullWidth variant="default" loading={approvals.isFetchingNextPage} onClick={() => void approvals.fetchNextPage()}>More questions</Button>}
            <Group gap={6} mt="xs" visibleFrom="sm"><Text size="xs" c="dimmed" component="div"><Kbd size="xs">j</Kbd> <Kbd size="xs">k</Kbd> next and previous, <Kbd size="xs">a</Kbd> accept, <Kbd size="xs">r</Kbd> reject, <Kbd size="xs">e</Kbd> edit</Text></Group>
          </div>
          <div className={classes.right}>
            {shown == null
              ? <div className="card"><EmptyState icon={IconInbox} title="This question was answered" actions={<Button variant="default" onClick={() => open(undefined)}>Show the next one</Button>}>Somebody else may have been faster, or its deadline has passed.</EmptyState></div>
              : <ApprovalPanel key={shown.id} approval={shown} onAnswered={answered} onBack={() => open(undefined)} />}
          </div>
        </div>
      )}
    </Page>
  );
}

/** Reads the list again when questions come or go; the shell's stream tells how many there are. */
function useNewApprovals() {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const known = useRef<number | null>(null);
  useHomeChange((event) => {
    const waiting = event.many_runs || event.runs.some((run) => run.state === 'waiting' || run.state === 'running');
    const same = known.current === event.approvals && !waiting;
    known.current = event.approvals;
    if (same) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: approvalQueries.all });
    }, CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
