import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { address } from '@/api/client';
import type { Schema } from '@/api/types';
import type { StreamState } from './event-stream';
import { applyHomeEvent } from './apply-home-event';
import { useEvents } from './use-events';

type HomeEvent = Schema<'HomeEvent'>;
type Listener = (event: HomeEvent) => void;

interface HomeStream {
  state: StreamState;
  subscribe: (listener: Listener) => () => void;
}

const Context = createContext<HomeStream>({ state: 'ended', subscribe: () => () => undefined });

/** One stream for the whole window. `active` is false on screens that have a stream of their own, so that each has exactly one. */
export function HomeStreamProvider({ active, children }: { active: boolean; children: ReactNode }) {
  const client = useQueryClient();
  const listeners = useRef(new Set<Listener>());
  const state = useEvents<HomeEvent>(active ? address('/events') : null, 'home', (event) => {
    applyHomeEvent(client, event);
    for (const listener of listeners.current) listener(event);
  });
  const subscribe = useCallback((listener: Listener) => {
    listeners.current.add(listener);
    return () => {
      listeners.current.delete(listener);
    };
  }, []);
  const value = useMemo(() => ({ state, subscribe }), [state, subscribe]);
  return <Context value={value}>{children}</Context>;
}

/** Calls `listener` at each change of the home; the caches of runs are up to date by then. */
export function useHomeChange(listener: Listener): void {
  const { subscribe } = useContext(Context);
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => subscribe((event) => newest.current(event)), [subscribe]);
}

export function useHomeStreamState(): StreamState {
  return useContext(Context).state;
}
