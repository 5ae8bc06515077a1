import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Schema } from '@/api/types';
import { count } from '@/format/numbers';
import { Time } from '@/format/time';
import { NOT_ENDED } from '@/runs/run-actions';
import { retried } from '@/runs/run-actions-bar';
import { Failure } from '@/runs/run-errors';
import { RunLiveProvider, useRun, useRunChange } from '@/runs/run-live';
import { runCommands } from '@/runs/queries';
import { useRunCommand } from '@/runs/use-run-command';
import { Allowed } from '@/session/allowed';
import { ActionIconLink, AnchorLink } from '@/shell/links';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconChevronLeft, IconChevronRight, IconRefresh } from '@/theme/icons';
import { StateBadge } from '@/theme/state-badge';
import { BeforeAfterPictures } from './before-after';
import { ItemLog } from './item-log';
import classes from './item-page.module.css';
import { ItemStepCard } from './item-step-card';
import { beforeAndAfter, originalPicture } from './item-steps';
import { JsonView } from './json-view';
import { itemQueries } from './queries';
import { useKeys } from './use-keys';
import { visibleText } from './visible-text';

export function ItemPage() {
  const { run, block, ordinal } = useParams({ from: '/app/runs/$run/items/$block/$ordinal' });
  return <RunLiveProvider key={run} run={run}><ItemScreen run={run} block={Number(block)} ordinal={Number(ordinal)} /></RunLiveProvider>;
}

const CALM_MS = 500;

function ItemScreen({ run, block, ordinal }: { run: string; block: number; ordinal: number }) {
  const item = useQuery({ ...itemQueries.detail(run, block, ordinal), placeholderData: keepPreviousData });
  const { run: ofRun } = useRun();
  const navigate = useNavigate();
  const command = useRunCommand(run);
  const { refetch } = item;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useRunChange((event) => {
    if (!event.many_items && !event.changed_items.includes(`${block}:${ordinal}`)) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void refetch();
    }, CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const detail = item.data;
  const path = ofRun?.blocks.find((one) => one.block === block)?.path ?? '';
  const to = (next: number | null | undefined) => {
    if (next != null) void navigate({ to: '/runs/$run/items/$block/$ordinal', params: { run, block: String(block), ordinal: String(next) }, replace: true, resetScroll: false });
  };
  useKeys({
    j: () => to(detail?.following),
    k: () => to(detail?.previous),
    u: () => void navigate({ to: '/runs/$run/items', params: { run }, search: { block } }),
  });
  const row = detail?.item;
  return (
    <Page
      title={row ? visibleText(row.key) : `Item ${ordinal}`} windowTitle={row ? `${visibleText(row.key)} in ${run}` : run}
      beside={row && <StateBadge state={row.outcome} size="md" />}
      description={
        <>
          <AnchorLink to="/runs/$run" params={{ run }} size="sm" underline="always">{run}</AnchorLink>{ofRun && ` ${ofRun.summary.workflow}`}
          {' · '}<AnchorLink to="/runs/$run/items" params={{ run }} search={{ block }} size="sm" underline="always">{path || 'items'}</AnchorLink>
          {` · #${count(ordinal)}`}{row && row.drive > 0 && ` · drive ${row.drive}`}{row?.at != null && <> · ended <Time at={row.at} /></>}
        </>
      }
      actions={
        <>
          {row && row.outcome !== 'open' && (
            <Allowed scope="run" unless={ofRun?.summary.ended === true ? null : NOT_ENDED}>
              <Button variant="default" leftSection={<IconRefresh size={15} />} loading={command.busy} onClick={() => command.send({ ask: () => runCommands.retry(run, { items: [row.key] }), done: retried }, () => void refetch())}>Retry this item</Button>
            </Allowed>
          )}
          <Neighbour run={run} block={block} ordinal={detail?.previous ?? null} label="Previous item (k)"><IconChevronLeft size={18} /></Neighbour>
          <Neighbour run={run} block={block} ordinal={detail?.following ?? null} label="Next item (j)"><IconChevronRight size={18} /></Neighbour>
        </>
      }
    >
      {item.isError && <ProblemAlert error={item.error} onRetry={() => void refetch()} />}
      {item.isPending && <Skeleton height={420} />}
      {detail && <Body key={ordinal} run={run} path={path} detail={detail} />}
    </Page>
  );
}

function Neighbour({ run, block, ordinal, label, children }: { run: string; block: number; ordinal: number | null; label: string; children: React.ReactNode }) {
  return (
    <ActionIconLink
      to="/runs/$run/items/$block/$ordinal" params={{ run, block: String(block), ordinal: String(ordinal ?? 0) }} replace resetScroll={false} disabled={ordinal === null}
      variant="default" aria-label={label} title={label}
    >
      {children}
    </ActionIconLink>
  );
}

function Body({ run, path, detail }: { run: string; path: string; detail: Schema<'ItemDetail'> }) {
  const { item, steps } = detail;
  const pairs = beforeAndAfter(steps);
  const original = originalPicture(detail.source, steps);
  return (
    <div className={classes.layout}>
      <Stack gap="md" style={{ minWidth: 0 }}>
        {item.failure && <div className={`card ${classes.failure}`} role="alert"><Failure failure={item.failure} /></div>}
        {item.reason != null && <Text size="sm" className="wrap">{visibleText(item.reason)}</Text>}
        <BeforeAfterPictures pairs={pairs} original={original} />
        <section aria-label="Steps">
          <Title order={2} mb={8}>Steps</Title>
          <ol className={classes.steps}>{steps.map((step) => <ItemStepCard key={`${step.scope} ${step.path}`} step={step} block={path} />)}</ol>
          {steps.length === 0 && <Text size="sm" c="dimmed">No step of this item has begun.</Text>}
        </section>
      </Stack>
      <Stack gap="md" style={{ minWidth: 0 }}>
        <Side title="Result"><JsonView value={item.value} label="the result" open={3} /></Side>
        <Side title="From the source"><JsonView value={detail.source} label="the row of the source" /></Side>
        {item.made_by.length > 0 && <Side title="Made by"><Group gap={4}>{item.made_by.map((one) => <code key={one} className={classes.made}>{visibleText(one)}</code>)}</Group></Side>}
        <Side title="Log"><ItemLog run={run} itemKey={item.key} /></Side>
      </Stack>
    </div>
  );
}

function Side({ title, children }: { title: string; children: React.ReactNode }) {
  return <section aria-label={title}><Title order={2} mb={6}>{title}</Title>{children}</section>;
}
