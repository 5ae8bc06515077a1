import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Schema } from '@/api/types';
import { changedOrdinals } from '@/runs/run-fold';
import { useRunChange } from '@/runs/run-live';
import { changedPages } from './changed-pages';
import { rowOfOrdinal } from './item-filters';
import { itemQueries, PAGE } from './queries';
import type { ItemRows } from './item-rows';
import { pagesOf, type RowWindow } from './window';

/** A page that flew by is not worth asking for: pages are read once the window has stood this long. */
const SETTLED_MS = 60;
/** What changes while one looks is read again at most this often. */
const CALM_MS = 1_000;

interface Options {
  run: string;
  block: number;
  /** Items that are known. */
  total: number;
  desc: boolean;
  window: RowWindow;
  enabled: boolean;
}

/** Rows of a block without a filter: any page can be read at once, those in sight are, and requests of pages that went out of sight are cancelled. */
export function useDenseRows({ run, block, total, desc, window, enabled }: Options): ItemRows {
  const client = useQueryClient();
  const ordinals = desc ? { first: total - window.end, end: total - window.first } : window;
  const inSight = enabled ? pagesOf(ordinals, PAGE) : [];
  const wanted = useSettled(inSight.join(','));
  const pages = wanted === '' ? [] : wanted.split(',').map(Number);
  const results = useQueries({ queries: pages.map((page) => ({ ...itemQueries.dense(run, block, page), enabled })) });

  const changed = useRef<{ all: boolean; ordinals: number[] }>({ all: false, ordinals: [] });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useRunChange((event) => {
    const own = changedOrdinals(event).get(block);
    if (!event.many_items && own === undefined) return;
    changed.current.all ||= event.many_items;
    changed.current.ordinals.push(...(own ?? []));
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const { all, ordinals: hit } = changed.current;
      changed.current = { all: false, ordinals: [] };
      const key = [...itemQueries.block(run, block), 'dense'];
      const kept = client.getQueryCache().findAll({ queryKey: key }).map((query) => query.queryKey[4] as number);
      const renew = new Set(all ? kept : changedPages(hit, kept, PAGE));
      void client.invalidateQueries({ queryKey: key, predicate: (query) => renew.has(query.queryKey[4] as number) });
    }, CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const read = new Map(results.map((result, index) => [pages[index], result.data]));
  const rowAt = (row: number): Schema<'ItemRow'> | undefined => {
    const ordinal = rowOfOrdinal(row, total, desc);
    const page = Math.floor(ordinal / PAGE);
    // A page that was read before shows at once, also while the window flies over it.
    const data = read.get(page) ?? client.getQueryData(itemQueries.dense(run, block, page).queryKey);
    return data?.items[ordinal % PAGE];
  };
  const failed = results.find((result) => result.isError);
  return {
    rows: total,
    rowAt,
    read: total,
    searching: false,
    error: failed?.error ?? null,
    again: () => void client.invalidateQueries({ queryKey: itemQueries.block(run, block) }),
    outdated: false,
    matched: null,
  };
}

/** The newest value once it has stood still for a moment; the first one at once. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) return undefined;
    const timer = setTimeout(() => setSettled(value), settled === '' ? 0 : SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
