import type { Schema } from '@/api/types';

/** A run as it looks after an event. An event that is older than what is shown changes nothing. */
export function foldRun(run: Schema<'RunResponse'>, event: Schema<'RunEvent'>): Schema<'RunResponse'> {
  if (event.seq < run.summary.seq) return run;
  return { ...run, summary: event.run, blocks: event.blocks, waits: event.waits, running: event.running };
}

/** True: the event tells of something that it does not carry (outputs, errors, what is in quarantine), so the run is read again. */
export function mustRead(run: Schema<'RunResponse'>, event: Schema<'RunEvent'>): boolean {
  if (event.seq < run.summary.seq) return false;
  return event.run.ended !== run.summary.ended || event.run.counts.failed !== run.summary.counts.failed;
}

/** Counters after an event: those it names are replaced, the others stay the objects they were, so that nothing redraws for them. */
export function foldSteps(steps: Schema<'RunSteps'>, event: Schema<'RunEvent'>): Schema<'RunSteps'> {
  if (event.seq < steps.seq || event.steps.length === 0) return event.seq > steps.seq ? { ...steps, seq: event.seq } : steps;
  const changed = new Map(event.steps.map((step) => [step.path, step]));
  const known = new Set(steps.steps.map((step) => step.path));
  const folded: Schema<'StepCounts'>[] = steps.steps.map((step) => changed.get(step.path) ?? step);
  for (const step of event.steps) if (!known.has(step.path)) folded.push(step);
  return { ...steps, seq: event.seq, steps: folded };
}

/** More changed items than this are not worth naming: whoever shows items reads them again. */
const MOST_CHANGED = 1_000;

/** Two events as one: several may come before the page draws again, and counters are told only when they change. */
export function joinEvents(first: Schema<'RunEvent'>, second: Schema<'RunEvent'>): Schema<'RunEvent'> {
  const steps = new Map([...first.steps, ...second.steps].map((step) => [step.path, step]));
  const changed = new Set([...first.changed_items, ...second.changed_items]);
  const many = first.many_items || second.many_items || changed.size > MOST_CHANGED;
  return { ...second, steps: [...steps.values()], changed_items: many ? [] : [...changed], many_items: many };
}

/** Items that an event names, as ordinals by block. */
export function changedOrdinals(event: Schema<'RunEvent'>): Map<number, number[]> {
  const blocks = new Map<number, number[]>();
  for (const name of event.changed_items) {
    const [block, ordinal] = name.split(':').map(Number);
    if (block === undefined || ordinal === undefined || !Number.isInteger(block) || !Number.isInteger(ordinal)) continue;
    const list = blocks.get(block);
    if (list === undefined) blocks.set(block, [ordinal]);
    else list.push(ordinal);
  }
  return blocks;
}
