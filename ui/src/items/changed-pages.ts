import { rowOfOrdinal } from './item-filters';

/** Which of the pages that are kept show an item that changed. */
export function changedPages(ordinals: readonly number[], kept: readonly number[], pageSize: number, total: number, desc: boolean): number[] {
  const hit = new Set(ordinals.map((ordinal) => Math.floor(rowOfOrdinal(ordinal, total, desc) / pageSize)));
  return kept.filter((page) => hit.has(page));
}
