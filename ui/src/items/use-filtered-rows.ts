import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useRunChange } from '@/runs/run-live';
import { changedOrdinals } from '@/runs/run-fold';
import { filteredQuery, type ItemFilters } from './item-filters';
import type { ItemRows } from './item-rows';
import { itemQueries, PAGE } from './queries';
import { pagesOf, type RowWindow } from './window';

interface Options {
  run: string;
  block: number;
  filters: ItemFilters;
  window: RowWindow;
  enabled: boolean;
}

interface Chain {
  /** Which list it is of. */
  list: string;
  /** Cursor of each page that can be read; the first is null. */
  cursors: (string | null)[];
  /** The last page is the end of the list. */
  whole: boolean;
}

/** Rows of a filtered or sorted list: each page is found by the end of the one before it, so they are read as one scrolls on. */
export function useFilteredRows({ run, block, filters, window, enabled }: Options): ItemRows {
  const client = useQueryClient();
  const list = JSON.stringify([run, block, filteredQuery(filters, null, PAGE)]);
  const [chain, setChain] = useState<Chain>({ list, cursors: [null], whole: false });
  const own = chain.list === list ? chain : { list, cursors: [null], whole: false };
  const [outdatedList, setOutdatedList] = useState<string | null>(null);

  const readable = pagesOf(window, PAGE).filter((page) => page < own.cursors.length);
  const pages = readable.length === 0 ? [0] : readable;
  const optionsOf = (page: number) => itemQueries.filtered(run, block, filters, own.cursors[page] ?? null);
  const results = useQueries({ queries: pages.map((page) => ({ ...optionsOf(page), enabled, staleTime: Infinity })) });

  // Each page that comes in opens the way to the next one.
  const lastPage = own.cursors.length - 1;
  const last = results[pages.indexOf(lastPage)]?.data;
  const next = last?.next;
  useEffect(() => {
    if (!enabled || next === undefined || own.whole) return;
    if (next === null) setChain({ ...own, whole: true });
    else setChain({ ...own, cursors: [...own.cursors, next] });
    // `own` is made anew at each render; its parts say when it differs.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [enabled, next, own.list, own.cursors.length, own.whole]);

  useRunChange((event) => {
    if (!enabled || !(event.many_items || changedOrdinals(event).has(block))) return;
    setOutdatedList(list);
  });

  const dataOf = (page: number) => client.getQueryData(optionsOf(page).queryKey);
  const first = dataOf(0);
  // Until the end is reached there is room for one more page, so that there is something to scroll to.
  const tail = dataOf(lastPage)?.items.length;
  const rows = first === undefined ? (enabled ? 8 : 0) : lastPage * PAGE + (tail ?? PAGE);
  const failed = results.find((result) => result.isError);
  return {
    rows,
    rowAt: (row) => dataOf(Math.floor(row / PAGE))?.items[row % PAGE],
    error: failed?.error ?? null,
    again: () => {
      client.removeQueries({ queryKey: [...itemQueries.block(run, block), 'filtered'] });
      setChain({ list: '', cursors: [null], whole: false });
      setOutdatedList(null);
    },
    outdated: outdatedList === list,
    matched: first?.matched ?? null,
  };
}
