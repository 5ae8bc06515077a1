import { useEffect, useState } from 'react';
import { exactTime } from '@/format/times';
import { deadlineOf, nextTick } from './deadline';
import classes from './inbox.module.css';

/** How long until a deadline. Wakes up when its text changes. */
export function Countdown({ due }: { due: string }) {
  const [now, setNow] = useState(() => Date.now());
  const deadline = deadlineOf(due, now);
  useEffect(() => {
    if (deadline.passed) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), nextTick(deadline.left));
    return () => clearTimeout(timer);
  }, [deadline.left, deadline.passed]);
  return <time dateTime={due} title={exactTime(due)} className={`numbers ${classes.due}`} data-soon={deadline.soon || undefined}>{deadline.passed ? 'deadline passed' : `${deadline.text} left`}</time>;
}
