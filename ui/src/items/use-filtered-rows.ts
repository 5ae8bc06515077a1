import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { changedOrdinals } from '@/runs/run-fold';
import { useRunChange } from '@/runs/run-live';
import type { ItemFilters } from './item-filters';
import type { ItemRows } from './item-rows';
import { itemQueries } from './queries';
import type { RowWindow } from './window';

/** Rows that have not been read yet but are drawn, so that there is something to scroll to. */
const TO_COME = 12;
/** The next page is asked for when so few read rows are left below the window. */
const AHEAD = 30;

interface Options {
  run: string;
  block: number;
  filters: ItemFilters;
  window: RowWindow;
  enabled: boolean;
}

/**
 * Rows of a filtered or sorted list: each page is found by the end of the one before it, so they are read as one scrolls on. A page of a
 * search may hold few rows or none and still not be the last: the server looks at so many items a page.
 */
export function useFilteredRows({ run, block, filters, window, enabled }: Options): ItemRows {
  const client = useQueryClient();
  const options = itemQueries.filtered(run, block, filters);
  const list = JSON.stringify(options.queryKey);
  const [outdated, setOutdated] = useState<string | null>(null);
  const query = useInfiniteQuery({ ...options, enabled, staleTime: Infinity });
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);

  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const wanted = enabled && hasNextPage && !isFetching && !isError && window.end + AHEAD > items.length;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);

  useRunChange((event) => {
    if (enabled && (event.many_items || changedOrdinals(event).has(block))) setOutdated(list);
  });

  const first = pages?.[0];
  return {
    rows: enabled ? items.length + (first === undefined || hasNextPage ? TO_COME : 0) : 0,
    rowAt: (row) => items[row],
    read: items.length,
    searching: isFetching,
    error: query.error,
    again: () => {
      setOutdated(null);
      void client.resetQueries({ queryKey: options.queryKey });
    },
    outdated: outdated === list,
    matched: first?.matched ?? (pages !== undefined && !hasNextPage ? items.length : null),
  };
}
