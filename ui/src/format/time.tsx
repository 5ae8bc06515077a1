import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { duration, exactTime, nextTick, relativeTime } from './times';

/** The time now, in milliseconds, renewed as often as `time` read relative to it may change. */
function useNow(time: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), nextTick(time, now));
    return () => clearTimeout(timer);
  }, [time, now]);
  return now;
}

/** A relative time with the exact one on hover and for readers. */
export function Time({ at }: { at: string }) {
  const now = useNow(at);
  return (
    <Tooltip label={exactTime(at)} withArrow openDelay={300}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>{relativeTime(at, Math.max(now, 0))}</time>
    </Tooltip>
  );
}

/** How long something took, or has taken until now. */
export function Elapsed({ from, until }: { from: string; until: string | null }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until !== null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return <span style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>{duration(Math.max(0, (until === null ? now : Date.parse(until)) - Date.parse(from)))}</span>;
}
