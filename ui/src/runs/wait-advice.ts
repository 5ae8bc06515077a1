/** What somebody can do about something that a run waits for. */
export type WaitDeed = 'inbox' | 'signal' | 'budget' | 'resolve' | null;

/** What kinds of waiting mean to a person. */
export interface WaitAdvice {
  title: string;
  /** What to do, or why nothing is to be done. */
  text: string;
  deed: WaitDeed;
  /** A person must act, or it stays as it is. */
  urgent: boolean;
}

const advice: Record<string, WaitAdvice> = {
  person: { title: 'A person is asked', text: 'Answer in the inbox; nothing else is held up, and no worker waits.', deed: 'inbox', urgent: true },
  signal: { title: 'Waits for a signal', text: 'It goes on when the signal comes. You can send it from here.', deed: 'signal', urgent: false },
  time: { title: 'Waits for a time', text: 'It goes on by itself.', deed: null, urgent: false },
  retry: { title: 'Will be tried again', text: 'The last try failed in a way that may pass. It goes on by itself.', deed: null, urgent: false },
  host: { title: 'Something outside is down', text: 'It is asked now and then whether it is back, and goes on by itself then. No attempt is spent.', deed: null, urgent: false },
  budget: { title: 'The budget is used up', text: 'Raise the budget of this run to let it go on.', deed: 'budget', urgent: true },
  decision: { title: 'Nobody knows whether it was done', text: 'The step was cut off and may have had its effect. Say what became of it.', deed: 'resolve', urgent: true },
  worker: { title: 'No worker takes it', text: 'Start one for its queue: atelier worker --queues QUEUE --server URL.', deed: null, urgent: true },
};

/** Advice by the kind of a wait; a kind that a newer server has says only what it is. */
export function adviceOf(kind: string): WaitAdvice {
  return advice[kind] ?? { title: `Waits (${kind})`, text: 'It goes on when what it waits for comes.', deed: null, urgent: false };
}
