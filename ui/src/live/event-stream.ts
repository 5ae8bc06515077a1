/** What a stream tells the page about itself. */
export type StreamState = 'connecting' | 'open' | 'lost' | 'ended';

export interface StreamHandlers {
  /** The event's name, its parsed data and its id. */
  onEvent: (name: string, data: unknown, id: string) => void;
  onState: (state: StreamState) => void;
}

export interface Stream {
  close: () => void;
}

/** How long to wait before coming back: doubles from half a second to 15 s, with jitter so that 100 pages do not return at once. */
export function backOff(failures: number, random: number): number {
  const longest = Math.min(500 * 2 ** Math.min(failures, 6), 15_000);
  return longest / 2 + (longest / 2) * random;
}

/**
 * Opens a stream of server-sent events and keeps it open: when it breaks it comes back with back-off, at once when the network or the
 * page comes back, and never after `end`. The browser's own return is not used: it gives up for good on any HTTP error.
 */
export function openStream(url: string, names: readonly string[], handlers: StreamHandlers): Stream {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let closed = false;

  const disconnect = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const finish = () => {
    closed = true;
    disconnect();
    window.removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', hurry);
  };
  const connect = () => {
    disconnect();
    if (closed) return;
    handlers.onState('connecting');
    const opened = new EventSource(url);
    source = opened;
    opened.onopen = () => {
      failures = 0;
      handlers.onState('open');
    };
    opened.onerror = () => {
      disconnect();
      handlers.onState('lost');
      timer = setTimeout(connect, backOff(failures, Math.random()));
      failures += 1;
    };
    for (const name of names) {
      opened.addEventListener(name, (event: MessageEvent<string>) => {
        handlers.onEvent(name, parse(event.data), event.lastEventId);
      });
    }
    opened.addEventListener('end', () => {
      finish();
      handlers.onState('ended');
    });
  };
  const hurry = () => {
    if (source === null && !closed && document.visibilityState === 'visible') connect();
  };

  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  connect();
  return { close: finish };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
