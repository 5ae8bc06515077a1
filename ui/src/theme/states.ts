import type { ComponentType } from 'react';
import {
  IconBan, IconCircleCheck, IconCircleDashed, IconCircleDot, IconCircleMinus, IconCircleX, IconClock, IconHourglass, IconLoader2, IconPlayerPause,
  IconRotate, IconStack2, type IconProps,
} from './icons';

/** How a state or outcome is shown everywhere. Never colour alone: each has its own sign. */
export interface StateLook {
  label: string;
  /** Mantine colour name; in charts and the graph `var(--state-<name>)`. */
  color: string;
  icon: ComponentType<IconProps>;
  /** The sign turns: something happens now. */
  busy?: boolean;
}

/** The one table of states of runs, items and steps. */
export const states = {
  succeeded: { label: 'Succeeded', color: 'teal', icon: IconCircleCheck },
  empty: { label: 'Empty', color: 'gray', icon: IconCircleDashed },
  rejected: { label: 'Rejected', color: 'grape', icon: IconCircleMinus },
  failed: { label: 'Failed', color: 'red', icon: IconCircleX },
  skipped: { label: 'Skipped', color: 'gray', icon: IconBan },
  cancelled: { label: 'Cancelled', color: 'orange', icon: IconBan },
  open: { label: 'Open', color: 'blue', icon: IconCircleDot },
  ready: { label: 'Ready', color: 'blue', icon: IconStack2 },
  running: { label: 'Running', color: 'blue', icon: IconLoader2, busy: true },
  waiting: { label: 'Waiting', color: 'yellow', icon: IconHourglass },
  retrying: { label: 'Retrying', color: 'yellow', icon: IconRotate },
  parked: { label: 'Parked', color: 'orange', icon: IconClock },
  paused: { label: 'Paused', color: 'yellow', icon: IconPlayerPause },
  cancelling: { label: 'Cancelling', color: 'orange', icon: IconLoader2, busy: true },
} as const satisfies Record<string, StateLook>;

export type State = keyof typeof states;

/** The look of a state; one that a newer server has is shown by its own word. */
export function lookOf(state: string): StateLook {
  return state in states ? states[state as State] : { label: state, color: 'gray', icon: IconCircleDot };
}

/** Outcomes in the order in which bars and legends show them. */
export const outcomes = ['succeeded', 'empty', 'skipped', 'rejected', 'failed', 'cancelled'] as const satisfies readonly State[];

export type OutcomeName = (typeof outcomes)[number];

/** The CSS colour of a state: bars, charts, graph. */
export function stateColor(state: string): string {
  return `var(--state-${state in states ? state : 'open'})`;
}
