import type { OutcomeCounts } from '@/api/types';
import { outcomes } from '@/theme/states';

export const NO_COUNTS: OutcomeCounts = { succeeded: 0, empty: 0, rejected: 0, failed: 0, skipped: 0, cancelled: 0 };

/** How many ended, however. */
export function endedOf(counts: OutcomeCounts): number {
  return outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}
