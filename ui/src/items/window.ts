/** Browsers stop laying out elements at 16 to 33 million pixels; longer lists are scrolled in a taller space than they are drawn in. */
export const MOST_PIXELS = 8_000_000;

/** Rows that are drawn: from `first` up to, not with, `end`. */
export interface RowWindow {
  first: number;
  end: number;
}

/** Where a list stands: `top` is what the scroller says, `base` what must be added to get the place in the whole list. */
export interface ScrollPlace {
  top: number;
  base: number;
}

/** Height of the space that the scroller moves in. */
export function spaceHeight(rows: number, rowHeight: number): number {
  return Math.min(rows * rowHeight, MOST_PIXELS);
}

/**
 * The place after the scroller moved to `top`. Short moves (wheel, keys, touch) go pixel by pixel; a long one (the bar
 * was dragged) goes to the same share of the whole list. For lists that fit into the space the two are the same.
 */
export function scrollTo(place: ScrollPlace, top: number, rows: number, rowHeight: number, view: number): ScrollPlace {
  const whole = rows * rowHeight;
  const space = spaceHeight(rows, rowHeight);
  if (whole <= space) return { top, base: 0 };
  const most = whole - view;
  if (top <= 0) return { top: 0, base: 0 };
  if (top >= space - view) return { top, base: most - top };
  const short = Math.abs(top - place.top) < view * 2;
  const at = short ? place.base + top : (top / (space - view)) * most;
  return { top, base: clamp(at, 0, most) - top };
}

/** The place that shows `row` at the upper edge. */
export function placeOf(row: number, rows: number, rowHeight: number, view: number): ScrollPlace {
  const whole = rows * rowHeight;
  const space = spaceHeight(rows, rowHeight);
  const at = clamp(row * rowHeight, 0, Math.max(0, whole - view));
  if (whole <= space) return { top: at, base: 0 };
  const top = Math.round((at / (whole - view)) * (space - view));
  return { top, base: at - top };
}

/** Rows to draw for a place: those in sight and `around` more on both sides. */
export function rowWindow(place: ScrollPlace, rows: number, rowHeight: number, view: number, around: number): RowWindow {
  const at = place.top + place.base;
  const first = Math.max(0, Math.floor(at / rowHeight) - around);
  const end = Math.min(rows, Math.ceil((at + view) / rowHeight) + around);
  return { first: Math.min(first, end), end };
}

/** Numbers of the pages that rows lie on. */
export function pagesOf(window: RowWindow, pageSize: number): number[] {
  if (window.end <= window.first) return [];
  const first = Math.floor(window.first / pageSize);
  const last = Math.floor((window.end - 1) / pageSize);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The least move that brings a row into sight; null: it is in sight. */
export function reveal(row: number, place: ScrollPlace, rows: number, rowHeight: number, view: number): ScrollPlace | null {
  const at = place.top + place.base;
  const top = row * rowHeight;
  if (top >= at && top + rowHeight <= at + view) return null;
  const wanted = top < at ? top : top + rowHeight - view;
  const near = Math.abs(wanted - at) < view * 2;
  const space = spaceHeight(rows, rowHeight);
  const moved = place.top + wanted - at;
  if (near && moved > 0 && moved < space - view) return { top: moved, base: place.base };
  return placeOf(Math.max(0, wanted) / rowHeight, rows, rowHeight, view);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
