import { ActionIcon, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GraphNode, Schema, StepCounts } from '@/api/types';
import { count, percent } from '@/format/numbers';
import { duration } from '@/format/times';
import { branchLabel, kindOf } from '@/graph/kinds';
import type { ItemFilters } from '@/items/item-filters';
import { KeyText } from '@/items/key-text';
import { AnchorLink, ButtonLink } from '@/shell/links';
import { IconLogs, IconX } from '@/theme/icons';
import { OutcomeBar, StateBadge, StateSign } from '@/theme/state-badge';
import { lookOf, outcomes } from '@/theme/states';
import classes from './graph-tab.module.css';
import { endedOf } from './outcomes';
import { mapAround } from './step-counts';

interface Props {
  run: string;
  node: GraphNode;
  counts: StepCounts;
  blocks: readonly Schema<'BlockResponse'>[];
  waits: readonly Schema<'WaitResponse'>[];
  onClose: () => void;
}

/** What is known of one step of a run; its counts lead to the items behind them. */
export function StepPanel({ run, node, counts, blocks, waits, onClose }: Props) {
  const map = mapAround(node.path, blocks);
  const own = waits.filter((wait) => wait.step === node.path);
  const ended = endedOf(counts.counts);
  // Items are found by their own outcome, and by the step that failed; how an inner step ended otherwise is told by the item.
  const search = (outcome: string) => {
    if (map === null) return null;
    if (node.path === map.path) return { block: map.block, outcome };
    return outcome === 'failed' ? { block: map.block, step: node.path } : null;
  };
  const rows = [...outcomes.filter((name) => counts.counts[name] > 0).map((name) => ({ name: name as string, many: counts.counts[name] })), ...(counts.active > 0 ? [{ name: 'open', many: counts.active }] : [])];
  return (
    <aside className={`card ${classes.panel}`} aria-label={`Step ${node.path}`}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={2} style={{ minWidth: 0 }}>
            <Title order={2} className="wrap">{node.id}</Title>
            {node.path !== node.id && <Text size="xs" c="dimmed" className="wrap">{node.path}</Text>}
          </Stack>
          <ActionIcon onClick={onClose} aria-label="Close"><IconX size={16} /></ActionIcon>
        </Group>
        {counts.state != null && <div><StateBadge state={counts.state} /></div>}
        {rows.length > 0 && (map !== null || rows.length > 1 || (rows[0]?.many ?? 0) > 1) && (
          <Stack gap={6}>
            <OutcomeBar counts={counts.counts} open={counts.active} />
            <ul className={classes.counts}>
              {rows.map((row) => (
                <li key={row.name}>
                  <CountLink run={run} search={search(row.name)}><CountRow name={row.name} many={row.many} /></CountLink>
                </li>
              ))}
            </ul>
          </Stack>
        )}
        <dl className={classes.facts}>
          <Fact name="Kind">{kindOf(node.kind).label}{node.branch != null && `, ${branchLabel(node.branch)}`}</Fact>
          {node.action != null && <Fact name="Action"><code>{node.action}</code></Fact>}
          {node.collection != null && <Fact name="Collection"><KeyText text={node.collection} /></Fact>}
          {node.queue != null && <Fact name="Queue">{node.queue}</Fact>}
          {node.condition != null && <Fact name="Only if"><code><KeyText text={node.condition} /></code></Fact>}
          {counts.mean_milliseconds != null && <Fact name="Mean time">{duration(counts.mean_milliseconds)}</Fact>}
          {counts.reused > 0 && <Fact name="Reused">{count(counts.reused)} ({percent(counts.reused, Math.max(ended, counts.reused))})</Fact>}
          <Fact name="Written in">line {node.line}</Fact>
        </dl>
        {own.map((wait, index) => <Text key={index} size="sm">Waits: <KeyText text={wait.text} />{wait.count > 1 && ` (${count(wait.count)})`}</Text>)}
        <Group gap="xs">
          {map !== null && <ButtonLink to="/runs/$run/items" params={{ run }} search={{ block: map.block }} variant="default">Items</ButtonLink>}
          <ButtonLink to="/runs/$run/log" params={{ run }} search={{ step: node.path }} variant="default" leftSection={<IconLogs size={14} />}>Log of this step</ButtonLink>
        </Group>
      </Stack>
    </aside>
  );
}

function CountLink({ run, search, children }: { run: string; search: ItemFilters | null; children: ReactNode }) {
  if (search === null) return <span className={classes.count}>{children}</span>;
  return <AnchorLink to="/runs/$run/items" params={{ run }} search={search} className={classes.count} underline="hover">{children}</AnchorLink>;
}

function CountRow({ name, many }: { name: string; many: number }) {
  return <><StateSign state={name} size={14} /><span>{lookOf(name).label}</span><span className="numbers">{count(many)}</span></>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}
