import type { Schema } from '@/api/types';

/** What the form holds of a run's options. */
export interface OptionsForm {
  limit: number | string;
  sample: number | string;
  fresh: boolean;
  freshSteps: string[];
  priority: number | string;
  costLimit: number | string;
}

export const noOptions: OptionsForm = { limit: '', sample: '', fresh: false, freshSteps: [], priority: '', costLimit: '' };

/** What is sent; null where the run is as its workflow says. */
export function readOptions(form: OptionsForm): Schema<'RunOptionsBody'> | null {
  const options: Schema<'RunOptionsBody'> = {};
  if (typeof form.limit === 'number') options.limit = form.limit;
  if (typeof form.sample === 'number') options.sample = form.sample;
  if (form.fresh) options.fresh = true;
  else if (form.freshSteps.length > 0) options.fresh_steps = form.freshSteps;
  if (typeof form.priority === 'number' && form.priority !== 0) options.priority = form.priority;
  if (typeof form.costLimit === 'number') options.cost_limit = form.costLimit;
  return Object.keys(options).length > 0 ? options : null;
}
