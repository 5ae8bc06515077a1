const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** `just now`, `5 min ago`, `in 3 h`, `2 d ago`; a date from a month on. */
export function relativeTime(time: string, now: number): string {
  const distance = Date.parse(time) - now;
  const size = Math.abs(distance);
  if (Number.isNaN(distance)) return time;
  if (size < 10 * second) return distance > 0 ? 'in a moment' : 'just now';
  if (size >= 30 * day) return new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  const text = size < minute ? `${Math.floor(size / second)} s`
    : size < hour ? `${Math.floor(size / minute)} min`
      : size < day ? `${Math.floor(size / hour)} h`
        : `${Math.floor(size / day)} d`;
  return distance > 0 ? `in ${text}` : `${text} ago`;
}

/** The exact time in the zone of the browser: `21 Nov 2026, 10:00:00 UTC`. */
export function exactTime(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : date.toLocaleString('en-GB', {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short',
  });
}

/** `350 ms`, `12.4 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < second) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < minute) return `${(milliseconds / second).toFixed(milliseconds < 10 * second ? 1 : 0)} s`;
  if (milliseconds < hour) return `${Math.floor(milliseconds / minute)} min ${Math.floor((milliseconds % minute) / second)} s`;
  if (milliseconds < day) return `${Math.floor(milliseconds / hour)} h ${Math.floor((milliseconds % hour) / minute)} min`;
  return `${Math.floor(milliseconds / day)} d ${Math.floor((milliseconds % day) / hour)} h`;
}

/** How long until the text of a relative time may change: nothing ticks more often than what it shows. */
export function nextTick(time: string, now: number): number {
  const size = Math.abs(Date.parse(time) - now);
  return size < minute ? 5 * second : size < hour ? 30 * second : 10 * minute;
}
