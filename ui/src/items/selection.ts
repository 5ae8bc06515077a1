/** Rows that somebody chose, as ordinals, and where the keyboard stands. */
export interface Selection {
  chosen: ReadonlySet<number>;
  /** Row that has the focus. */
  active: number;
  /** Row that a range began at. */
  anchor: number;
}

export const NOTHING_CHOSEN: Selection = { chosen: new Set(), active: 0, anchor: 0 };

/** Retries take at most this many items by key. */
export const MOST_CHOSEN = 10_000;

/** A key that was pressed in the grid. */
export interface GridKey {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** The row that a key moves to; null: it is no key that moves. */
export function moveOf(key: GridKey, active: number, rows: number, inSight: number): number | null {
  const last = Math.max(0, rows - 1);
  switch (key.key) {
    case 'ArrowDown':
      return Math.min(last, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'PageDown':
      return Math.min(last, active + Math.max(1, inSight - 1));
    case 'PageUp':
      return Math.max(0, active - Math.max(1, inSight - 1));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Moves the focus; with shift, everything between the anchor and the new row is chosen. */
export function moveTo(selection: Selection, row: number, extend: boolean): Selection {
  if (!extend) return { ...selection, active: row, anchor: row };
  return { ...selection, active: row, chosen: rangeOf(selection.anchor, row) };
}

/** Chooses a row, or takes it out. */
export function toggle(selection: Selection, row: number): Selection {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(row) && chosen.size < MOST_CHOSEN) chosen.add(row);
  return { chosen, active: row, anchor: row };
}

/** A click: with shift a range, else one row in or out. */
export function click(selection: Selection, row: number, shift: boolean): Selection {
  return shift ? moveTo(selection, row, true) : toggle(selection, row);
}

function rangeOf(one: number, other: number): Set<number> {
  const from = Math.min(one, other);
  const length = Math.min(MOST_CHOSEN, Math.abs(one - other) + 1);
  const start = one <= other ? from : Math.max(one, other) - length + 1;
  return new Set(Array.from({ length }, (_, index) => start + index));
}
