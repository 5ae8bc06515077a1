import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Schema } from '@/api/types';
import { useHomeChange } from '@/live/home-stream';
import { homeQuery } from './queries';

/** How often figures that the stream does not carry are read again while things change. */
const pause = 4_000;

/** Keeps the overview new while something changes: rows at once from the stream, the rest at most every four seconds, nothing when all is quiet. */
export function useLiveHome(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useHomeChange((event) => {
    const known = client.getQueryData<Schema<'HomeOverview'>>(homeQuery.queryKey);
    if (known && event.seq <= known.seq) return;
    if (timer.current !== undefined) return;
    const isNew = event.runs.some((run) => !known?.recent.some((other) => other.run === run.run));
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: homeQuery.queryKey });
    }, isNew ? 150 : pause);
  });
}
