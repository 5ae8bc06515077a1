/** How a deadline stands at a moment. */
export interface Deadline {
  /** Milliseconds until it; 0 once it has passed. */
  left: number;
  /** Less than an hour. */
  soon: boolean;
  passed: boolean;
  /** `2 d 3 h`, `1 h 12 min`, `4 min 09 s`, `now`. */
  text: string;
}

export function deadlineOf(due: string, now: number): Deadline {
  const left = Math.max(0, Date.parse(due) - now);
  return { left, soon: left < 3_600_000, passed: left === 0, text: remaining(left) };
}

/** How long until the text of a deadline changes: the page wakes up then, and not before. */
export function nextTick(left: number): number {
  return left < 3_600_000 ? 1_000 : 60_000;
}

function remaining(left: number): string {
  if (left <= 0) return 'now';
  const seconds = Math.ceil(left / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
  if (hours > 0) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min ${String(seconds % 60).padStart(2, '0')} s` : `${seconds} s`;
}
