import { useEffect, useRef, useState } from 'react';
import { openStream, type StreamState } from './event-stream';

/**
 * Listens to a stream while the component is there; `url` null: no stream, because nothing can change.
 * `onEvent` may be a new function at each render: the newest one is called.
 */
export function useEvents<T>(url: string | null, name: string, onEvent: (data: T, id: string) => void): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const newest = useRef(onEvent);
  useEffect(() => {
    newest.current = onEvent;
  });
  useEffect(() => {
    if (url === null) return undefined;
    const stream = openStream(url, [name], {
      onEvent: (_name, data, id) => {
        if (data !== undefined) newest.current(data as T, id);
      },
      onState: setState,
    });
    return stream.close;
  }, [url, name]);
  return url === null ? 'ended' : state;
}
