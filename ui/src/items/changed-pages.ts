/** Which of the pages that are kept show an item that changed. Pages of a dense list are by ordinal, whatever its direction. */
export function changedPages(ordinals: readonly number[], kept: readonly number[], pageSize: number): number[] {
  const hit = new Set(ordinals.map((ordinal) => Math.floor(ordinal / pageSize)));
  return kept.filter((page) => hit.has(page));
}
