import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '@/api/problem';
import type { Schema } from '@/api/types';
import { count, plural } from '@/format/numbers';
import { retried } from '@/runs/run-actions-bar';
import { runCommands } from '@/runs/queries';
import { NOT_ENDED } from '@/runs/run-actions';
import { useRun } from '@/runs/run-live';
import { useRunCommand } from '@/runs/use-run-command';
import { Allowed } from '@/session/allowed';
import { EmptyState } from '@/shell/empty-state';
import { notifyProblem } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconRefresh, IconSearch } from '@/theme/icons';
import { isDense, rowOfOrdinal, type ItemFilters, type ItemSort } from './item-filters';
import type { ItemRows } from './item-rows';
import { ItemsGrid, ROW_HEIGHT } from './items-grid';
import { ItemsToolbar } from './items-toolbar';
import { itemQueries, PAGE } from './queries';
import { NOTHING_CHOSEN, type Selection } from './selection';
import { useDenseRows } from './use-dense-rows';
import { useFilteredRows } from './use-filtered-rows';
import { AROUND, useScrollWindow } from './use-scroll-window';

interface Props {
  run: string;
  block: number;
  /** What the run's stream says of the block; null: it is inside items, where only its own pages tell. */
  known: Schema<'BlockResponse'> | null;
  maps: readonly Schema<'BlockResponse'>[];
  filters: ItemFilters;
}

/** Where each list was left, so that coming back from an item shows the same rows. */
const left = new Map<string, number>();

export function ItemsView({ run, block, known, maps, filters }: Props) {
  const navigate = useNavigate({ from: '/runs/$run/items' });
  const dense = isDense(filters);
  const { at: startAt, ...listed } = filters;
  const list = JSON.stringify([run, block, listed]);
  const first = useQuery({ ...itemQueries.dense(run, block, 0), enabled: known === null });
  const total = useStableTotal(known?.known ?? first.data?.total ?? 0, filters.desc === true, list);

  const [length, setLength] = useState(dense ? total : 8);
  const scroll = useScrollWindow(length, ROW_HEIGHT, left.get(list) ?? (startAt === undefined ? 0 : rowOfOrdinal(startAt, total, filters.desc === true)), list);
  const denseRows = useDenseRows({ run, block, total, desc: filters.desc === true, window: scroll.window, enabled: dense });
  const filteredRows = useFilteredRows({ run, block, filters, window: scroll.window, enabled: !dense });
  const rows = dense ? denseRows : filteredRows;
  // The window is of the rows, and which rows are read depends on the window: the length follows at once, before anything is drawn.
  if (rows.rows !== length) setLength(rows.rows);
  const top = scroll.window.first;
  useEffect(() => {
    if (top === 0) left.delete(list);
    else left.set(list, top + AROUND);
  }, [list, top]);

  const [chosen, setChosen] = useState<{ list: string; selection: Selection }>({ list, selection: NOTHING_CHOSEN });
  const selection = chosen.list === list ? chosen.selection : NOTHING_CHOSEN;
  const select = (next: Selection) => setChosen({ list, selection: next });

  const set = (change: Partial<ItemFilters>) => void navigate({ search: clean({ ...listed, ...change }), replace: true, resetScroll: false });
  const change = useStable(set);
  const jump = useStable((ordinal: number) => {
    const row = rowOfOrdinal(Math.min(ordinal, total - 1), total, filters.desc === true);
    scroll.jump(row);
    select({ ...selection, active: row, anchor: row });
  });
  const sort = (by: ItemSort) => {
    const same = (filters.sort ?? 'ordinal') === by;
    set({ sort: by === 'ordinal' ? undefined : by, desc: same && filters.desc !== true ? true : undefined });
  };
  const refused = rows.error instanceof ApiError && rows.error.code === 'ATL7010';
  const nothing = rows.rows === 0 && rows.error == null;
  return (
    <Stack gap="xs">
      <ItemsToolbar
        run={run} block={block} known={known} maps={maps} filters={filters} onChange={change}
        onJump={dense && total > 0 ? jump : null}
      />
      {rows.error != null && (
        <Stack gap={6}>
          <ProblemAlert error={rows.error} onRetry={rows.again} />
          {refused && <div><Button variant="default" onClick={() => set({ sort: undefined, desc: undefined })}>Back to the order of the source</Button></div>}
        </Stack>
      )}
      <Bar run={run} block={block} dense={dense} rows={rows} total={total} desc={filters.desc === true} selection={selection} onClear={() => select({ ...selection, chosen: new Set() })} />
      {refused || (rows.error != null && rows.read === 0) ? null : nothing
        ? (
          <div className="card">
            <EmptyState icon={IconSearch} title={dense ? 'No items yet' : 'No item fits'} actions={dense ? undefined : <Button variant="default" onClick={() => set({ outcome: undefined, step: undefined, text: undefined })}>Show all items</Button>}>
              {dense ? 'They are listed here as soon as the source yields its first page.' : 'The filters leave nothing.'}
            </EmptyState>
          </div>
        )
        : <ItemsGrid run={run} block={block} filters={filters} rows={rows} scroll={scroll} selection={selection} onSelect={select} onSort={sort} />}
    </Stack>
  );
}

function filteredWords(rows: ItemRows, total: number): string {
  if (rows.matched !== null) return `${plural(rows.matched, 'item')} of ${count(total)}`;
  return rows.searching && rows.read === 0 ? `Looking through ${plural(total, 'item')}` : `${count(rows.read)} found so far`;
}

/** Counted down, new items would push the rows that somebody reads: the length stays as it was when the list was opened. */
function useStableTotal(total: number, desc: boolean, list: string): number {
  const [frozen, setFrozen] = useState({ list, total });
  if (frozen.list !== list || (frozen.total === 0 && total > 0)) setFrozen({ list, total });
  return desc && frozen.list === list && frozen.total > 0 ? frozen.total : total;
}

interface BarProps {
  run: string;
  block: number;
  dense: boolean;
  rows: ItemRows;
  total: number;
  desc: boolean;
  selection: Selection;
  onClear: () => void;
}

/** What is shown, and what can be done with the chosen rows. Always of the same height. */
function Bar({ run, block, dense, rows, total, desc, selection, onClear }: BarProps) {
  const client = useQueryClient();
  const command = useRunCommand(run);
  const ended = useRun().run?.summary.ended ?? false;
  const many = selection.chosen.size;
  const retry = async () => {
    try {
      const keys = await keysOf();
      command.send({ ask: () => runCommands.retry(run, { items: keys }), done: retried }, onClear);
    } catch (error) {
      notifyProblem(error);
    }
  };
  const keysOf = async () => {
    const keys: string[] = [];
    for (const row of [...selection.chosen].sort((a, b) => a - b)) {
      let item = rows.rowAt(row);
      if (item === undefined && dense) {
        const ordinal = rowOfOrdinal(row, total, desc);
        const page = await client.fetchQuery({ ...itemQueries.dense(run, block, Math.floor(ordinal / PAGE)), staleTime: 60_000 });
        item = page.items[ordinal % PAGE];
      }
      if (item !== undefined) keys.push(item.key);
    }
    return keys;
  };
  return (
    <Group gap="sm" mih={30} justify="space-between">
      <Text size="xs" c="dimmed" className="numbers" role="status">
        {many > 0 ? `${count(many)} chosen` : dense ? plural(total, 'item') : filteredWords(rows, total)}
      </Text>
      <Group gap="xs">
        {rows.outdated && <Button variant="light" size="compact-xs" leftSection={<IconRefresh size={13} />} onClick={rows.again}>Items changed: renew the list</Button>}
        {many > 0 && <Button variant="subtle" size="compact-xs" onClick={onClear}>Clear</Button>}
        {many > 0 && <Allowed scope="run" unless={ended ? null : NOT_ENDED}><Button size="compact-xs" loading={command.busy} onClick={() => void retry()}>Retry {plural(many, 'item')}</Button></Allowed>}
      </Group>
    </Group>
  );
}

/** A function that stays the same and calls the newest one. */
function useStable<Arguments extends unknown[]>(call: (...given: Arguments) => void): (...given: Arguments) => void {
  const newest = useRef(call);
  useEffect(() => {
    newest.current = call;
  });
  return useCallback((...given: Arguments) => newest.current(...given), []);
}

function clean(filters: ItemFilters): ItemFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as ItemFilters;
}
