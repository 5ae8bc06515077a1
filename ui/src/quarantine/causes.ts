import type { RunSummary, Schema } from '@/api/types';

type Group = Schema<'FailureGroupResponse'>;

/** What is needed of the run that groups are of. */
export type RunOfGroups = Pick<RunSummary, 'run' | 'workflow' | 'ended'>;

/** A group of failed items of one run. */
export interface RunGroup {
  run: RunOfGroups;
  group: Group;
}

/** One cause over all runs of a workflow. */
export interface Cause {
  id: string;
  workflow: string;
  step: string;
  code: string;
  shape: string;
  message: string;
  remedy: string | null;
  /** Items that nobody has accepted. */
  count: number;
  runs: RunGroup[];
}

/** Groups of many runs put together by what went wrong, the most items first; groups that were accepted are left out. */
export function causesOf(groups: readonly RunGroup[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const one of groups) {
    const { run, group } = one;
    if (group.accepted != null) continue;
    const step = group.step ?? group.path;
    const id = JSON.stringify([run.workflow, step, group.code, group.shape]);
    const known = causes.get(id);
    if (known === undefined) causes.set(id, { id, workflow: run.workflow, step, code: group.code, shape: group.shape, message: group.message, remedy: group.remedy ?? null, count: group.count, runs: [one] });
    else {
      known.count += group.count;
      known.runs.push(one);
    }
  }
  return [...causes.values()].sort((a, b) => b.count - a.count || a.id.localeCompare(b.id));
}

/** Groups in the order in which somebody works through them: open ones before accepted ones, the largest first. */
export function inOrder(groups: readonly Group[]): Group[] {
  return [...groups].sort((a, b) => Number(a.accepted != null) - Number(b.accepted != null) || b.count - a.count || a.code.localeCompare(b.code));
}

/** What names a group to the server. */
export function causeOf(group: Group): Schema<'CauseReference'> {
  return { block: group.block, code: group.code, shape: group.shape };
}
