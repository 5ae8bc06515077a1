import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { address, segment } from '@/api/client';
import type { Schema } from '@/api/types';
import { useEvents } from '@/live/use-events';
import { fits, LOG_PAGE, logReducer, noLog, tailAfter, type LogFilters } from './log-model';
import { runQueries } from './queries';

type Line = Schema<'LogLineResponse'>;

export interface Log {
  lines: readonly Line[];
  loading: boolean;
  error: unknown;
  again: () => void;
  /** Reads the page before the first line; null: there is none, or a filter is set. */
  earlier: (() => Promise<void>) | null;
  /** Reads the page behind the last line; null: the end is shown. */
  more: (() => Promise<void>) | null;
}

/**
 * A run's log: without a filter from its end backwards, with one from its beginning; what is written meanwhile comes by the stream.
 * `told`: how many lines there are, as the run's stream said; null: it has not yet.
 */
export function useLog(run: string, filters: LogFilters, told: number | null, live: boolean): Log {
  const client = useQueryClient();
  const [state, dispatch] = useReducer(logReducer, noLog);
  const [turn, setTurn] = useState(0);
  const { level, step } = filters;
  const filtered = level !== undefined || step !== undefined;
  const ready = filtered || told !== null;
  const newest = useRef({ told, filters });
  useEffect(() => {
    newest.current = { told, filters };
  });

  const page = useCallback(
    (after: number, limit: number) => client.fetchQuery({ ...runQueries.log(run, { after, level, step, limit }), staleTime: 0 }),
    [client, run, level, step],
  );
  useEffect(() => {
    if (!ready) return undefined;
    let current = true;
    const begin = async () => {
      dispatch({ kind: 'began' });
      try {
        const total = filtered ? 0 : (newest.current.told ?? 0);
        const read = await page(tailAfter(total), LOG_PAGE);
        if (current) dispatch({ kind: 'read', lines: read.items, next: nextOf(read.next) });
      } catch (error) {
        if (current) dispatch({ kind: 'failed', error });
      }
    };
    void begin();
    return () => { current = false; };
  }, [ready, filtered, page, turn]);

  const from = useRef(told);
  if (from.current === null) from.current = told;
  const waiting = useRef<Line[]>([]);
  const frame = useRef<number | undefined>(undefined);
  useEvents<Line>(live && from.current !== null ? address(`/runs/${segment(run)}/log/stream`, { after: from.current }) : null, 'log', (line) => {
    waiting.current.push(line);
    frame.current ??= requestAnimationFrame(() => {
      frame.current = undefined;
      const lines = waiting.current.filter((one) => fits(one, newest.current.filters));
      waiting.current = [];
      if (lines.length > 0) dispatch({ kind: 'came', lines });
    });
  });
  useEffect(() => () => {
    if (frame.current !== undefined) cancelAnimationFrame(frame.current);
    frame.current = undefined;
  }, []);

  const reading = async (read: () => Promise<void>) => {
    try {
      await read();
    } catch (error) {
      dispatch({ kind: 'failed', error });
    }
  };
  const first = state.lines[0]?.number ?? 1;
  const next = state.next;
  return {
    lines: state.lines,
    loading: state.loading,
    error: state.error,
    again: () => setTurn(turn + 1),
    earlier: filtered || first <= 1 ? null : () => reading(async () => {
      const before = await page(Math.max(0, first - 1 - LOG_PAGE), Math.min(LOG_PAGE, first - 1));
      dispatch({ kind: 'earlier', lines: before.items });
    }),
    more: next === null ? null : () => reading(async () => {
      const behind = await page(next, LOG_PAGE);
      dispatch({ kind: 'read', lines: behind.items, next: nextOf(behind.next) });
    }),
  };
}

function nextOf(cursor: string | null): number | null {
  return cursor === null ? null : Number(cursor);
}
