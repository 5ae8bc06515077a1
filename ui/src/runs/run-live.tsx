import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { address, segment } from '@/api/client';
import type { Schema } from '@/api/types';
import type { StreamState } from '@/live/event-stream';
import { useEvents } from '@/live/use-events';
import { endedOf } from './outcomes';
import { addSample, rateOf, type Sample } from './progress';
import { runQueries } from './queries';
import { foldRun, foldSteps, joinEvents, mustRead } from './run-fold';

type RunEvent = Schema<'RunEvent'>;
type Listener = (event: RunEvent) => void;

interface RunLive {
  run: string;
  state: StreamState;
  newest: RunEvent | null;
  /** Counters as the stream told them; null: it has not yet. */
  steps: Schema<'RunSteps'> | null;
  /** Items per second; null: not known. */
  rate: number | null;
  subscribe: (listener: Listener) => () => void;
}

const Context = createContext<RunLive | null>(null);

/** One stream of a run for the screen below. What comes between two frames is drawn as one; a run that has ended has no stream. */
export function RunLiveProvider({ run, children }: { run: string; children: ReactNode }) {
  const client = useQueryClient();
  const detail = useQuery(runQueries.detail(run));
  const [shown, setShown] = useState<{ newest: RunEvent | null; steps: Schema<'RunSteps'> | null; samples: Sample[] }>({ newest: null, steps: null, samples: [] });
  const pending = useRef<RunEvent | null>(null);
  const frame = useRef<number | undefined>(undefined);
  const listeners = useRef(new Set<Listener>());
  const started = useRef(false);

  const draw = () => {
    frame.current = undefined;
    const event = pending.current;
    pending.current = null;
    if (event === null || event.run.run !== run) return;
    const key = runQueries.detail(run).queryKey;
    const known = client.getQueryData(key);
    const read = known !== undefined && mustRead(known, event);
    if (known !== undefined) client.setQueryData(key, foldRun(known, event));
    if (read) {
      void client.invalidateQueries({ queryKey: key });
      void client.invalidateQueries({ queryKey: ['runs', 'quarantine', run] });
    }
    if (read && event.run.ended) for (const kind of ['timeline', 'usage', 'steps']) void client.invalidateQueries({ queryKey: ['runs', kind, run] });
    setShown((before) => ({
      newest: event,
      steps: before.steps === null ? { seq: event.seq, exact: true, steps: event.steps } : foldSteps(before.steps, event),
      samples: addSample(before.samples, { at: performance.now(), ended: endedOf(event.run.counts) }),
    }));
    for (const listener of listeners.current) listener(event);
  };
  // One that has ended tells its last state and is done with; taken up again, it is listened to again.
  const done = detail.data?.summary.ended === true && shown.newest?.run.ended === true;
  const state = useEvents<RunEvent>(done ? null : address(`/runs/${segment(run)}/events`), 'run', (event) => {
    // The first one stands for all that ever happened, and what is on the screen was read a moment ago.
    const told = started.current ? event : { ...event, many_items: false };
    started.current = true;
    pending.current = pending.current === null ? told : joinEvents(pending.current, told);
    frame.current ??= requestAnimationFrame(draw);
  });
  useEffect(() => () => {
    if (frame.current !== undefined) cancelAnimationFrame(frame.current);
    frame.current = undefined;
  }, [run]);

  const subscribe = useCallback((listener: Listener) => {
    listeners.current.add(listener);
    return () => {
      listeners.current.delete(listener);
    };
  }, []);
  const value = useMemo(
    () => ({ run, state, newest: shown.newest, steps: shown.steps, rate: done ? null : rateOf(shown.samples), subscribe }),
    [run, state, shown, done, subscribe],
  );
  return <Context value={value}>{children}</Context>;
}

export function useRunLive(): RunLive {
  const live = useContext(Context);
  if (live === null) throw new Error('There is no run around this.');
  return live;
}

/** Calls `listener` at each event of the run around this, after the caches took it; where there is none, never. */
export function useRunChange(listener: Listener): void {
  const subscribe = useContext(Context)?.subscribe;
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => subscribe?.((event) => newest.current(event)), [subscribe]);
}

/** The run as it is now. */
export function useRun() {
  const live = useRunLive();
  const query = useQuery(runQueries.detail(live.run));
  const run = useMemo(() => (query.data !== undefined && live.newest !== null ? foldRun(query.data, live.newest) : query.data), [query.data, live.newest]);
  return { query, run };
}

/** Counters of its steps as they are now. The stream tells them; they are read where it does not come through. */
export function useRunSteps(): readonly Schema<'StepCounts'>[] {
  const live = useRunLive();
  const query = useQuery({ ...runQueries.steps(live.run), enabled: live.steps === null && live.state === 'lost' });
  const told = live.steps;
  const read = query.data;
  const newest = told !== null && (read === undefined || told.seq >= read.seq) ? told : read;
  return useMemo(() => newest?.steps ?? [], [newest]);
}
